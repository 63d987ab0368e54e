import type { CrawlOutcome } from '../acquire/crawl/crawl.js';
import type { Refusal } from '../acquire/web-client.js';
import { printable } from './printable.js';
import { interruptedText, refusedJson, refusedText } from './refused-lines.js';
import { line } from './summary-lines.js';

/** What a crawl has to say at its end. */
export interface CrawlSummary {
  readonly program: string;
  readonly archive: string;
  readonly exitCode: number;
  /** Whether it was told to stop: what it tells is what it came to until then. */
  readonly interrupted: boolean;
  readonly seconds: number;
  readonly outcome: CrawlOutcome;
  /** Pages and reports of the sources whose last answer was a refusal, in this run or an earlier one. */
  readonly refused: readonly Refusal[];
}

/** For a person at a terminal. */
export function crawlSummaryText({ archive, interrupted, seconds, outcome: { lists, documents }, refused }: CrawlSummary): string {
  const sum = (count: (one: CrawlOutcome['lists'][number]) => number): number => lists.reduce((total, one) => total + count(one), 0);
  const findings = lists.flatMap((one) => one.findings.map((finding) => ({ source: one.source, ...finding })));
  return `${[
    `${line('Lists', sum(({ pages }) => pages), [[lists.filter(({ finished }) => !finished).length, 'sources are not at their end']]).replace('Lists      ', 'Pages      ')} (${seconds.toFixed(1)} s)`,
    line('Listed', sum(({ reports }) => reports), [[sum(({ planned }) => planned), 'to be asked']]),
    line('Fetched', documents.new + documents.changed + documents.same, [
      [documents.new, 'new'],
      [documents.changed, 'changed'],
      [documents.same, 'unchanged'],
      [documents.knownBytes, 'the same as another'],
    ]),
    ...(documents.left > 0 ? [line('Left', documents.left, [])] : []),
    ...(refused.length > 0 ? [line('Refused', refused.length, [])] : []),
    `Archive    ${printable(archive)}`,
    ...interruptedText(interrupted),
    ...findings.flatMap(({ source, severity, code, message, hint }) => ['', `  ${printable(source)}`, `    ${severity}: ${code}: ${printable(message)}`, ...(hint === '' ? [] : [`    ${printable(hint)}`])]),
    ...refusedText(refused, archive),
  ].join('\n')}\n`;
}

/** For a program: an object, whose names stay. */
export const crawlSummaryData = ({ program, archive, exitCode, interrupted, seconds, outcome: { lists, documents }, refused }: CrawlSummary): object => ({
  program,
  archive,
  exit_code: exitCode,
  interrupted,
  seconds: Number(seconds.toFixed(3)),
  new: documents.new,
  changed: documents.changed,
  unchanged: documents.same,
  same_as_another: documents.knownBytes,
  left: documents.left,
  sources: lists.map(({ source, pages, reports, planned, finished, limited, findings }) => ({ source, pages, reports, planned, finished, limited, findings })),
  refused: refusedJson(refused),
});
