import type { Box } from '../model/box.js';
import type { Table } from './table.js';
import { toReports } from './table.js';
import { idColumn, reportIdColumn, statusColumn, type ValueRow } from './value-columns.js';

const edge = (name: keyof Box, zh: string, en: string) =>
  ({ name, type: 'number', zh, en, description: 'Origin at the top left of the page as a viewer shows it, or of a picture within a source without pages; empty without geometry.', unit: 'pt', of: ({ value }: ValueRow) => decimals(value.place?.box?.[name], 2) }) as const;

export const cellsTable: Table<ValueRow> = {
  name: 'cells',
  zh: '单元格出处',
  en: 'Where each value was read',
  description: 'Place, raw text and certainty of each value, and of the rows that the form does not have (row begins with extra.). statistics, fees.charged of a report since 2019 is the fee that its chapter 六 tells in words; it stands here alone.',
  columns: [
    reportIdColumn((row) => row.record.id),
    {
      name: 'table',
      type: 'string',
      zh: '表',
      en: 'Table',
      description: 'The table that the value stands in.',
      required: true,
      codes: [
        { id: 'requests', zh: '收到和处理政府信息公开申请情况', en: 'requests.csv' },
        { id: 'proceedings', zh: '行政复议、行政诉讼情况', en: 'proceedings.csv' },
        { id: 'disclosure', zh: '主动公开政府信息情况', en: 'disclosure.csv' },
        { id: 'statistics', zh: '统计表', en: 'statistics.csv' },
      ],
      of: ({ value }) => value.table,
    },
    idColumn('row', '行', 'Row', 'Item, procedure or indicator; extra. and the printed label for a row that the form does not have.', (value) => value.row),
    idColumn('column', '列', 'Column', 'Applicant, outcome or measure; of a statistical table value, or a column beside it: cumulative, tier.1 …, extra. and the printed head for any other.', (value) => value.column),
    { name: 'value', type: 'number', zh: '数值', en: 'Value', description: 'As in the table.', of: ({ value }) => value.value ?? '' },
    statusColumn,
    { name: 'raw', type: 'string', zh: '原文', en: 'Raw text', description: 'Text as read, before normalisation.', raw: true, of: ({ value }) => value.raw },
    {
      name: 'method',
      type: 'string',
      zh: '读取方式',
      en: 'Method',
      description: 'How the value came to be known.',
      codes: [
        { id: 'text', zh: 'PDF文本层', en: 'text layer of a PDF' },
        { id: 'ocr', zh: '文字识别', en: 'optical character recognition' },
        { id: 'html', zh: '网页', en: 'web page' },
        { id: 'office', zh: '办公文档', en: 'office file' },
        { id: 'plain', zh: '纯文本', en: 'plain text' },
      ],
      of: ({ value }) => value.method,
    },
    { name: 'confidence', type: 'number', zh: '置信度', en: 'Confidence', description: 'From 0 to 1.', minimum: 0, maximum: 1, of: ({ value }) => decimals(value.confidence, 3) },
    { name: 'page', type: 'integer', zh: '页码', en: 'Page', description: 'From 1; empty where the format has no pages.', minimum: 1, of: ({ value, record }) => (record.document.pages === 0 ? '' : (value.place?.page.toString() ?? '')) },
    edge('x0', '左', 'Left edge'),
    edge('y0', '上', 'Top edge'),
    edge('x1', '右', 'Right edge'),
    edge('y1', '下', 'Bottom edge'),
    { name: 'line', type: 'integer', zh: '行号', en: 'Line', description: 'Line of a source without pages, from 1; of a value in a picture, where the picture stands.', minimum: 1, of: ({ value }) => value.place?.line?.toString() ?? '' },
  ],
  key: ['report_id', 'table', 'row', 'column'],
  foreignKeys: [toReports],
};

function decimals(number: number | undefined, digits: number): string {
  if (number === undefined || !Number.isFinite(number)) return '';
  const written = number.toFixed(digits);
  return Number(written) === 0 ? (0).toFixed(digits) : written;
}
