import type { Table } from './table.js';
import { toReports } from './table.js';
import { idColumn, identityColumns, statusColumn, type ValueRow } from './value-columns.js';

export const disclosureTable: Table<ValueRow> = {
  name: 'disclosure',
  zh: '主动公开政府信息情况',
  en: 'Information disclosed proactively',
  description: 'One cell of the table of proactive disclosure (form of 2019 on).',
  columns: [
    ...identityColumns,
    idColumn('item', '信息内容', 'Item', 'Row of the form; a part that an office prints in its place bears the id of the row and its own.', (value) => value.row),
    idColumn('measure', '指标', 'Measure', 'Column of the form.', (value) => value.column),
    {
      name: 'value',
      type: 'number',
      zh: '数值',
      en: 'Value',
      description: 'The printed number as a plain decimal, nothing converted; empty where the cell is blank or missing.',
      of: ({ value }) => value.value ?? '',
    },
    { name: 'unit', type: 'string', zh: '单位', en: 'Unit', description: 'As printed in the cell or in the head; empty where none is printed.', of: ({ value }) => value.unit },
    statusColumn,
  ],
  key: ['report_id', 'item', 'measure'],
  foreignKeys: [toReports],
};
