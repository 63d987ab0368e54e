import type { CrawlOutcome } from '../acquire/crawl/crawl.js';
import type { Totals } from '../export/totals.js';
import type { SampleOutcome } from '../batch/samples.js';
import type { TablesOutcome } from '../batch/tables-batch.js';

/** Exit codes are a contract; where several hold, the first of 3, 2, 4. Errors that stop a run bring their own. */
export function exitCodeOf(totals: Totals): 0 | 2 | 3 | 4 {
  if (totals.failedDocuments > 0 || totals.reportsFailed > 0) return 3;
  if (totals.reportsToReview > 0) return 2;
  return totals.reports === 0 ? 4 : 0;
}

/** Of a run that holds documents against expectations: whatever is expected is right. */
export const exitCodeOfSamples = (outcomes: readonly SampleOutcome[]): 0 | 2 | 4 => (outcomes.length === 0 ? 4 : outcomes.every((outcome) => outcome.differences.length === 0) ? 0 : 2);

/** Of a run that looks for tables: a document that was read and has none is complete. */
export function exitCodeOfTables({ documents, failedDocuments, otherDocuments }: Pick<TablesOutcome, 'documents' | 'failedDocuments' | 'otherDocuments'>): 0 | 3 | 4 {
  if (failedDocuments > 0) return 3;
  return documents === otherDocuments ? 4 : 0;
}

/** Of a command that fetches; the first of 7, 8, 3, 4. */
export function exitCodeOfFetch({ named, left, refused, bad }: { readonly named: number; readonly left: number; readonly refused: number; readonly bad: number }): 0 | 3 | 4 | 7 | 8 {
  if (left > 0) return 7;
  if (refused > 0) return 8;
  if (bad > 0 && named > 0) return 3;
  return named === 0 ? 4 : 0;
}

/** Of a crawl; the first of 7, 8, 3, 4. @param refused pages and reports whose last answer was a refusal */
export function exitCodeOfCrawl({ lists, documents }: CrawlOutcome, refused: number): 0 | 3 | 4 | 7 | 8 {
  const findings = lists.flatMap((list) => list.findings);
  if (documents.left > 0 || lists.some(({ limited }) => limited) || findings.some(({ code }) => code === 'list-too-long')) return 7;
  if (refused > 0) return 8;
  if (findings.some(({ severity }) => severity === 'error')) return 3;
  return lists.every(({ reports }) => reports === 0) ? 4 : 0;
}

/** Of several commands, in the order that is promised. */
const ORDER = [130, 143, 1, 5, 6, 7, 8, 3, 2, 4];

/** The first that holds of several exit codes; 0 where all are complete. */
export const firstExitCode = (codes: readonly number[]): number => ORDER.find((code) => codes.includes(code)) ?? 0;
