import type { DocumentResult, Report, Status, Value } from '../model/report.js';

/** One report on its way into the tables. */
export interface ReportRecord {
  readonly id: string;
  readonly document: DocumentResult;
  readonly report: Report;
  readonly pipelineVersion: string;
}

export type ReportStatus = 'complete' | 'review' | 'failed';

/** `r`, 16 digits of the hash, and the number of the report where it is not the first of its document. */
export const reportId = (sha256: string, index: number): string => `r${sha256.slice(0, 16)}${index === 0 ? '' : `-${index + 1}`}`;

/** A report whose `issuer_id` is its own (`鼓楼区@r0123…`) where nothing settles which of several offices it is of: it is never joined with another. */
export function withOwnIssuer(report: Report, id: string): Report {
  const { identity } = report;
  return identity.hasNamesakes ? { ...report, identity: { ...identity, issuerId: `${identity.issuerId}@${id}` } } : report;
}

/** Whether the value has a row in the table of its form; the others stand in cells.csv alone. */
export const isOfForm = (value: Value): boolean =>
  !value.aside && !value.row.startsWith('extra.') && !value.column.startsWith('extra.') && (value.table !== 'statistics' || value.column === 'value');

export interface ReportCounts {
  readonly values: number;
  readonly suspect: number;
  readonly missing: number;
  readonly held: number;
  readonly failed: number;
}

export function countsOf(report: Report): ReportCounts {
  const values = report.values.filter(isOfForm);
  const having = (status: Status): number => values.filter((value) => value.status === status).length;
  return {
    values: values.length,
    suspect: having('suspect'),
    missing: having('missing'),
    held: report.checks.filter((check) => check.held === true).length,
    failed: report.checks.filter((check) => check.held === false).length,
  };
}

/** A report is complete only where its form was recognised, each of its values is vouched for, and nothing of its document is lost. */
export function statusOf(report: Report, counts: ReportCounts): ReportStatus {
  const recognised = report.template !== 'unknown' && report.template !== 'narrative';
  if (counts.values === counts.missing) return recognised || counts.values > 0 ? 'failed' : 'review';
  return counts.suspect === 0 && counts.missing === 0 && !report.partial ? 'complete' : 'review';
}
