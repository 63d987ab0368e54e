import type { BadLine } from '../acquire/fetch/address-list.js';
import type { FetchOutcome } from '../acquire/fetch/fetch-documents.js';
import type { Refusal } from '../acquire/web-client.js';
import { printable } from './printable.js';
import { interruptedText, refusedJson, refusedText } from './refused-lines.js';
import { jsonLine, line } from './summary-lines.js';

/** What a fetch has to say at its end. */
export interface FetchSummary {
  readonly program: string;
  readonly archive: string;
  readonly exitCode: number;
  /** Whether it was told to stop: what it tells is what it came to until then. */
  readonly interrupted: boolean;
  readonly seconds: number;
  readonly outcome: FetchOutcome;
  /** Of all that the lists name: addresses whose last answer was a refusal, in this run or an earlier one. */
  readonly refused: readonly Refusal[];
  readonly bad: readonly (BadLine & { readonly list: string })[];
}

/** How many lines are told to a person. */
const told = 20;

/** For a person at a terminal. */
export function fetchSummaryText({ archive, interrupted, seconds, outcome, refused, bad }: FetchSummary): string {
  const fetched = outcome.new + outcome.changed + outcome.same;
  return `${[
    `${line('Fetched', fetched, [
      [outcome.new, 'new'],
      [outcome.changed, 'changed'],
      [outcome.same, 'unchanged'],
      [outcome.knownBytes, 'the same as another'],
    ])} (${seconds.toFixed(1)} s)`,
    ...(outcome.left > 0 ? [line('Left', outcome.left, [])] : []),
    ...(refused.length > 0 ? [line('Refused', refused.length, [])] : []),
    `Archive    ${printable(archive)}`,
    ...interruptedText(interrupted),
    ...refusedText(refused, archive),
    ...bad.slice(0, told).map((one) => `\n  ${printable(one.list)}, line ${one.line}: ${one.reason}: ${printable(one.text)}`),
    ...(bad.length > told ? [`\n  and ${bad.length - told} lines more`] : []),
  ].join('\n')}\n`;
}

/** For a program: one JSON object, whose names stay. */
export const fetchSummaryJson = ({ program, archive, exitCode, interrupted, seconds, outcome, refused, bad }: FetchSummary): string =>
  jsonLine({
    program,
    archive,
    exit_code: exitCode,
    interrupted,
    seconds: Number(seconds.toFixed(3)),
    new: outcome.new,
    changed: outcome.changed,
    unchanged: outcome.same,
    same_as_another: outcome.knownBytes,
    left: outcome.left,
    refused: refusedJson(refused),
    bad_lines: bad,
  });
