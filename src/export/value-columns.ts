import type { Status, Value } from '../model/report.js';
import type { ReportRecord } from './report-record.js';
import type { Code, Column } from './table.js';

/** A value together with the report it is of: a row of most tables. */
export interface ValueRow {
  readonly record: ReportRecord;
  readonly value: Value;
}

const STATUS_LABELS: Readonly<Record<Status, readonly [zh: string, en: string]>> = {
  read: ['按原文读取', 'read as printed, and nothing speaks against it'],
  blank: ['原文空白', 'printed empty, or as / - — 无'],
  repaired: ['经核对修复', 'OCR read something else; exactly one reading satisfies every check'],
  corrected: ['人工更正', 'entered by a person in review'],
  suspect: ['存疑', 'read with doubt, or a check speaks against the reading: look at the page'],
  missing: ['缺失', 'the form has this cell and it was not found'],
};

export const statusCodes: readonly Code[] = Object.entries(STATUS_LABELS).map(([id, [zh, en]]) => ({ id, zh, en }));

/** The columns that every table of values begins with. */
export const identityColumns: readonly Column<ValueRow>[] = [
  reportIdColumn((row: ValueRow) => row.record.id),
  { name: 'issuer_id', type: 'string', zh: '发布机构标识', en: 'Issuer id', description: 'As in reports.csv.', of: ({ record }) => record.report.identity.issuerId },
  { name: 'division_code', type: 'string', zh: '行政区划代码', en: 'Division code', description: 'As in reports.csv.', of: ({ record }) => record.report.identity.divisionCode },
  { name: 'issuer', type: 'string', zh: '发布机构', en: 'Issuer', description: 'As in reports.csv.', of: ({ record }) => record.report.identity.issuer },
  { name: 'year', type: 'year', zh: '报告年度', en: 'Year reported on', description: 'As in reports.csv.', of: ({ record }) => yearOf(record) },
];

export const statusColumn: Column<ValueRow> = {
  name: 'status',
  type: 'string',
  zh: '取值状态',
  en: 'Status of the value',
  description: 'How far the value can be relied on: read, blank, repaired and corrected are vouched for; suspect and missing are not.',
  required: true,
  codes: statusCodes,
  of: ({ value }) => value.status,
};

/** An id column with the closed list of ids that it may hold, or an open one where offices print parts of their own. */
export function idColumn(name: string, zh: string, en: string, description: string, of: (value: Value) => string): Column<ValueRow> {
  return { name, type: 'string', zh, en, description, required: true, of: ({ value }) => of(value) };
}

export function reportIdColumn<Row>(of: (row: Row) => string): Column<Row> {
  return { name: 'report_id', type: 'string', zh: '报告标识', en: 'Report id', description: 'The report, as in reports.csv.', required: true, of };
}

export const yearOf = (record: ReportRecord): string => record.report.identity.year?.toString() ?? '';

/** A printed number of things; what is not a whole number stands in cells.csv alone. */
export const countColumn: Column<ValueRow> = {
  name: 'count',
  type: 'integer',
  zh: '数量',
  en: 'Count',
  description: 'The printed number; empty where the cell is blank or missing, never 0 for a blank.',
  unit: '件',
  of: ({ value }) => (value.value !== null && /^-?\d+$/.test(value.value) ? value.value : ''),
};
