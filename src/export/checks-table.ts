import type { Check } from '../model/report.js';
import type { ReportRecord } from './report-record.js';
import type { Table } from './table.js';
import { toReports } from './table.js';
import { reportIdColumn } from './value-columns.js';

export interface CheckRow {
  readonly record: ReportRecord;
  readonly check: Check;
}

export const checksTable: Table<CheckRow> = {
  name: 'checks',
  zh: '勾稽关系核对',
  en: 'Arithmetic checks',
  description:
    'One check, held or failed: row.<item> (six applicants sum to the total), results.<applicant> (results sum to processed_total), balance.<applicant> (new + carried_in = processed_total + carried_out), total.<procedure> (outcomes sum to the total), sum.<indicator> (rows of a statistical table sum to the row above them), narrative.<id> (the figure that a sentence tells, left, is that of the table, right: new, granted, partly_granted, reconsideration, litigation of the forms since 2019, the indicator of a statistical table; the text may be of the office alone, and the table of the whole region), year.<applicant> (what the report of the year before carried out is what this one carries in).',
  columns: [
    reportIdColumn((row) => row.record.id),
    { name: 'check', type: 'string', zh: '核对', en: 'Check', description: 'Kind and ids of the check.', required: true, of: ({ check }) => check.id },
    { name: 'table', type: 'string', zh: '表', en: 'Table', description: 'The table that the check is about.', required: true, of: ({ check }) => check.table },
    { name: 'left', type: 'number', zh: '左边', en: 'Left side', description: 'Empty where it is not known.', of: ({ check }) => check.left },
    { name: 'right', type: 'number', zh: '右边', en: 'Right side', description: 'Empty where it is not known.', of: ({ check }) => check.right },
    {
      name: 'held',
      type: 'string',
      zh: '是否相符',
      en: 'Held',
      description: 'Whether both sides are equal; unknown where a term is missing.',
      required: true,
      codes: [
        { id: 'true', zh: '相符', en: 'both sides are equal' },
        { id: 'false', zh: '不符', en: 'the printed numbers do not add up' },
        { id: 'unknown', zh: '无法核对', en: 'a term is missing' },
      ],
      of: ({ check }) => check.held?.toString() ?? 'unknown',
    },
    { name: 'terms', type: 'string', zh: '项', en: 'Terms', description: 'The values that take part, as row/column, separated by a semicolon.', of: ({ check }) => check.terms.join(';') },
  ],
  key: ['report_id', 'check'],
  foreignKeys: [toReports],
};
