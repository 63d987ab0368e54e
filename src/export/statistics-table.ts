import type { Table } from './table.js';
import { toReports } from './table.js';
import { idColumn, identityColumns, statusColumn, type ValueRow } from './value-columns.js';

export const statisticsTable: Table<ValueRow> = {
  name: 'statistics',
  zh: '政府信息公开情况统计表',
  en: 'Statistical table',
  description: 'One indicator of a statistical table of the years before 2019, of those that are printed, or a figure told in a sentence of a report without any recognised table (template narrative): cells.csv has the sentence as raw text, and confidence 0.9. It is the number of the year; columns beside it (all years, tiers) are in cells.csv.',
  columns: [
    ...identityColumns,
    idColumn('indicator', '指标', 'Indicator', 'Row of the form.', (value) => value.row),
    {
      name: 'value',
      type: 'number',
      zh: '数值',
      en: 'Value',
      description: 'The printed number as a plain decimal, nothing converted; empty where the cell is blank or missing.',
      of: ({ value }) => value.value ?? '',
    },
    { name: 'unit', type: 'string', zh: '单位', en: 'Unit', description: 'As printed in the cell or beside the label; empty where none is printed. 1.2万条 is 1.2 and 万条.', of: ({ value }) => value.unit },
    statusColumn,
    { name: 'label', type: 'string', zh: '指标名称', en: 'Label', description: 'Label of the row as printed, without white space; of a figure in a sentence the words that tell it.', of: ({ value }) => value.label ?? '' },
  ],
  key: ['report_id', 'indicator'],
  foreignKeys: [toReports],
};
