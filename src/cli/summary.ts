import type { SampleOutcome } from '../batch/samples.js';
import type { Problem } from '../export/problems-table.js';
import type { Totals } from '../export/totals.js';
import { printable } from './printable.js';

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

const number = (count: number): string => count.toLocaleString('en-US');

const some = (parts: readonly (readonly [count: number, what: string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${number(count)} ${what}`)
    .join(', ');

const line = (name: string, count: number, parts: readonly (readonly [number, string])[]): string => {
  const detail = some(parts);
  return `${name.padEnd(11)}${number(count)}${detail === '' ? '' : `: ${detail}`}`;
};

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
    ...worthALook(totals),
  ].join('\n')}\n`;
}

function worthALook({ worthALook: problems, problems: all }: Totals): readonly string[] {
  if (problems.length === 0) return [];
  return ['', `Worth a look (${all > problems.length ? `${problems.length} of ` : ''}${number(all)} in problems.csv):`, ...problems.flatMap(problemLines)];
}

const problemLines = ({ source, severity, place, message, hint }: Problem): readonly string[] => [
  `  ${printable(source)}${place === '' ? '' : ` ${printable(place)}`}`,
  `    ${severity}: ${printable(message)}`,
  ...(hint === '' ? [] : [`    ${printable(hint)}`]),
];

/** How many differences of one sample are told. */
const TOLD = 12;

function sampleLines({ source, differences, accepted }: SampleOutcome): readonly string[] {
  if (differences.length === 0) return [`${accepted ? 'accepted   ' : 'as expected'}  ${printable(source)}`];
  const told = differences.slice(0, TOLD).map((difference) => `             ${printable(difference)}`);
  return [`DIFFERENT    ${printable(source)}`, ...told, ...(differences.length > TOLD ? [`             and ${differences.length - TOLD} more`] : [])];
}

/** For a program: one JSON object, whose names stay. */
export function summaryJson({ program, pipeline, pipelineVersion, out, exitCode, seconds, resumed, totals, samples }: Summary): string {
  return `${JSON.stringify({
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
    worth_a_look: totals.worthALook.map(({ source, reportId, severity, code, place, message, hint }) => ({ source, report_id: reportId, severity, code, place, message, hint })),
    ...(samples === null ? {} : { samples }),
  })}\n`;
}
