import type { Finding } from '../model/finding.js';
import type { Table } from './table.js';
import { toReports } from './table.js';

/** A finding with the document, and the report, that it is about. */
export interface Problem extends Finding {
  readonly source: string;
  /** Empty where there is no report. */
  readonly reportId: string;
}

export const problemsTable: Table<Problem> = {
  name: 'problems',
  zh: '问题',
  en: 'Problems',
  description: 'One finding: a document that gave no report, or a report with a warning.',
  columns: [
    { name: 'source', type: 'string', zh: '来源', en: 'Source', description: 'The document, as in reports.csv.', required: true, of: (problem) => problem.source },
    { name: 'report_id', type: 'string', zh: '报告标识', en: 'Report id', description: 'The report; empty where there is none.', of: (problem) => problem.reportId },
    {
      name: 'severity',
      type: 'string',
      zh: '严重程度',
      en: 'Severity',
      description: 'How much it matters.',
      required: true,
      codes: [
        { id: 'info', zh: '提示', en: 'nothing to do' },
        { id: 'warning', zh: '警告', en: 'worth a look' },
        { id: 'error', zh: '错误', en: 'the document could not be read' },
      ],
      of: (problem) => problem.severity,
    },
    { name: 'code', type: 'string', zh: '代码', en: 'Code', description: 'What kind of finding it is.', required: true, of: (problem) => problem.code },
    {
      name: 'place',
      type: 'string',
      zh: '位置',
      en: 'Place',
      description: 'p and a page, the ids of a cell, or empty for the whole; a place that several reports of one document share has the number of the report behind it (p3 #2).',
      of: (problem) => problem.place,
    },
    { name: 'message', type: 'string', zh: '说明', en: 'Message', description: 'What was found.', required: true, of: (problem) => problem.message },
    { name: 'hint', type: 'string', zh: '建议', en: 'Hint', description: 'What can be done.', of: (problem) => problem.hint },
  ],
  key: ['source', 'code', 'place'],
  foreignKeys: [toReports],
};
