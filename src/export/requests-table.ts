import type { Table } from './table.js';
import { toReports } from './table.js';
import { countColumn, idColumn, identityColumns, statusColumn, type ValueRow } from './value-columns.js';

export const requestsTable: Table<ValueRow> = {
  name: 'requests',
  zh: '收到和处理政府信息公开申请情况',
  en: 'Requests received and processed',
  description: 'One cell of the table of requests for government information (form of 2019 on). A parent row is never computed.',
  columns: [
    ...identityColumns,
    idColumn('item', '项目', 'Item', 'Row of the form.', (value) => value.row),
    idColumn('applicant', '申请人类别', 'Kind of applicant', 'Column of the form.', (value) => value.column),
    countColumn,
    statusColumn,
  ],
  key: ['report_id', 'item', 'applicant'],
  foreignKeys: [toReports],
};
