import type { ColumnMatch } from './boxheads.js';
import type { FormColumn, FormPart } from './forms/form.js';
import type { LabelRules } from './forms/schema.js';
import { isBlank, readNumber } from './numbers.js';
import { tight } from './printed-grid.js';

/** Where the numbers of a row stand, in a text whose merged cells left no trace. */
export interface Placement {
  /** The cell of each column of the form that was placed; -1 where none is. */
  readonly cellOf: ReadonlyMap<FormColumn, number>;
  /** Whether there is no other way to place them. */
  readonly sure: boolean;
}

/**
 * Places a row's entries under the columns of a form. Cells that were merged
 * leave blanks or nothing at all, so that a row may be shifted against its
 * head. The place is sure where
 * - there are as many entries as the form has columns, or
 * - exactly one run of cells behind the labels holds all entries and does not
 *   break the sum of the row, or
 * - of several such runs exactly one makes the sum of the row come out.
 *
 * @param texts the cells of the row
 * @param label index of the last label in it, -1 where it has none
 */
export function place(texts: readonly string[], label: number, matches: readonly ColumnMatch[], part: FormPart, rules: LabelRules): Placement {
  const columns = part.columns;
  const filled = texts.flatMap((t, i) => (i > label && tight(t) !== '' ? [i] : []));
  if (filled.length === columns.length) return { cellOf: new Map(columns.map((c, k) => [c, filled[k] ?? -1])), sure: true };
  const head = matches[0]?.head.from ?? 0;
  const whole = matches.length === columns.length && matches.every((m, k) => m.head.from === head + k);
  const at = (start: number): ReadonlyMap<FormColumn, number> => new Map(matches.map((m) => [m.column, m.head.from - head + start]));
  const inHead = { cellOf: at(head), sure: false };
  if (!whole) return inHead;
  const last = texts.length - columns.length;
  const starts = Array.from({ length: Math.max(0, last + 1) }, (_, s) => s).filter((s) => s >= head && s > label && filled.every((i) => i >= s && i < s + columns.length));
  const outcomes = starts.map((s) => ({ s, holds: sumsHold(texts.slice(s, s + columns.length), columns, rules) }));
  const [only] = outcomes;
  // A row without a merged stub stands as its head does.
  const asHead = outcomes.find((o) => o.s === head && head === 1 && label === 0);
  if (asHead) return { cellOf: at(asHead.s), sure: asHead.holds !== false };
  if (only && (outcomes.length === 1 || filled.length === 0)) return { cellOf: at(only.s), sure: only.holds !== false };
  const holding = outcomes.filter((o) => o.holds === true);
  if (holding.length === 1 && holding[0]) return { cellOf: at(holding[0].s), sure: true };
  // Labels that stand in the first columns: a split row, whose parts are printed where a number would be.
  const behind = texts.slice(label + 1);
  if (outcomes.length === 0 && label >= head && texts.length === head + columns.length && behind.every((t) => !isBlank(t, rules) && readNumber(t, false, 'change', rules).certainty === 'sure')) {
    return { cellOf: new Map(matches.map((m) => [m.column, m.head.from > label ? m.head.from : -1])), sure: true };
  }
  return { cellOf: at(only?.s ?? head), sure: false };
}

/** Whether each total is the sum of its columns: true, false, or null where a total is blank or something is no number. */
function sumsHold(texts: readonly string[], columns: readonly FormColumn[], rules: LabelRules): boolean | null {
  const numbers = texts.map((t) => (isBlank(t, rules) ? 0 : Number(readNumber(t, false, 'change', rules).value ?? Number.NaN)));
  const outcomes = columns.flatMap((total, k) => {
    if (!total.total) return [];
    const sum = columns.reduce((acc, c, i) => (c.row === total.row && c !== total ? acc + (numbers[i] ?? 0) : acc), 0);
    const printed = numbers[k] ?? 0;
    return [isBlank(texts[k] ?? '', rules) || Number.isNaN(sum) || Number.isNaN(printed) ? null : sum === printed];
  });
  if (outcomes.includes(false)) return false;
  return outcomes.length === 0 || outcomes.includes(null) ? null : true;
}
