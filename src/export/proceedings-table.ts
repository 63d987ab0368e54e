import type { Table } from './table.js';
import { toReports } from './table.js';
import { countColumn, idColumn, identityColumns, statusColumn, type ValueRow } from './value-columns.js';

export const proceedingsTable: Table<ValueRow> = {
  name: 'proceedings',
  zh: '政府信息公开行政复议、行政诉讼情况',
  en: 'Administrative reconsideration and litigation',
  description: 'One cell of the table of proceedings (form of 2019 on). A parent is never computed.',
  columns: [
    ...identityColumns,
    idColumn('procedure', '程序', 'Procedure', 'Kind of proceeding.', (value) => value.row),
    idColumn('outcome', '结果', 'Outcome', 'How it ended.', (value) => value.column),
    countColumn,
    statusColumn,
  ],
  key: ['report_id', 'procedure', 'outcome'],
  foreignKeys: [toReports],
};
