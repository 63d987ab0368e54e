import type { SampleOutcome } from '../batch/samples.js';
import type { Totals } from '../export/totals.js';
import { printable } from './printable.js';
import { findingOf, line, problemsText } from './summary-lines.js';

/** What a run has to say at its end. */
export interface Summary {
  readonly program: string;
  readonly pipeline: string;
  readonly pipelineVersion: string;
  readonly out: string;
  readonly exitCode: number;
  readonly seconds: number;
  readonly resumed: number;
  readonly totals: Totals;
  /** Null where no expectations were asked for. */
  readonly samples: readonly SampleOutcome[] | null;
}

/** For a person at a terminal. */
export function summaryText({ totals, samples, seconds, resumed, out }: Summary): string {
  return `${[
    ...(samples ?? []).flatMap(sampleLines),
    ...(samples === null || samples.length === 0 ? [] : ['']),
    `${line('Documents', totals.documents, [
      [totals.failedDocuments, 'failed'],
      [totals.otherDocuments, 'without a report'],
      [totals.duplicates, 'the same as another'],
      [resumed, 'read by an earlier run'],
    ])} (${seconds.toFixed(1)} s)`,
    line('Reports', totals.reports, [
      [totals.reportsComplete, 'complete'],
      [totals.reportsToReview, 'to review'],
      [totals.reportsFailed, 'failed'],
    ]),
    line('Values', totals.values, [
      [totals.valuesSuspect, 'suspect'],
      [totals.valuesMissing, 'missing'],
    ]),
    line('Checks', totals.checksHeld + totals.checksFailed, [
      [totals.checksHeld, 'held'],
      [totals.checksFailed, 'failed'],
    ]),
    `Dataset    ${printable(out)}`,
    ...problemsText(totals),
  ].join('\n')}\n`;
}

/** How many differences of one sample are told. */
const TOLD = 12;

function sampleLines({ source, differences, accepted }: SampleOutcome): readonly string[] {
  if (differences.length === 0) return [`${accepted ? 'accepted   ' : 'as expected'}  ${printable(source)}`];
  const told = differences.slice(0, TOLD).map((difference) => `             ${printable(difference)}`);
  return [`DIFFERENT    ${printable(source)}`, ...told, ...(differences.length > TOLD ? [`             and ${differences.length - TOLD} more`] : [])];
}

/** For a program: an object, whose names stay. */
export function summaryData({ program, pipeline, pipelineVersion, out, exitCode, seconds, resumed, totals, samples }: Summary): object {
  return {
    program,
    pipeline,
    pipeline_version: pipelineVersion,
    out,
    exit_code: exitCode,
    seconds: Number(seconds.toFixed(3)),
    documents: totals.documents,
    documents_failed: totals.failedDocuments,
    documents_without_report: totals.otherDocuments,
    documents_duplicate: totals.duplicates,
    documents_resumed: resumed,
    reports: totals.reports,
    reports_complete: totals.reportsComplete,
    reports_review: totals.reportsToReview,
    reports_failed: totals.reportsFailed,
    values: totals.values,
    values_suspect: totals.valuesSuspect,
    values_missing: totals.valuesMissing,
    checks_held: totals.checksHeld,
    checks_failed: totals.checksFailed,
    problems: totals.problems,
    worth_a_look: totals.worthALook.map((problem) => ({ source: problem.source, report_id: problem.reportId, ...findingOf(problem) })),
    ...(samples === null ? {} : { samples }),
  };
}
