import type { ColumnMatch } from './columns.js';
import type { FormColumn, FormPart } from './forms/form.js';
import type { LabelRules } from './forms/schema.js';
import { isBlank, readNumber } from './numbers.js';
import { tight } from './printed-grid.js';
import { runsTogether } from './run-together.js';

/** Where the numbers of a row stand, in a text whose merged cells left no trace. */
export interface Placement {
  /** The cell of each column of the form that was placed; -1 where none is. */
  readonly cellOf: ReadonlyMap<FormColumn, number>;
  /** Whether there is no other way to place them. */
  readonly sure: boolean;
  /** The columns of the form as the head has them, from left to right. */
  readonly columns: readonly FormColumn[];
  /** Where else its entries may begin: each place that has room for all of them. */
  readonly starts: readonly number[];
  /** The only cell behind the label that is not blank; null where there are several or none. */
  readonly only: number | null;
}

/** A row of such a text, as it is placed. */
export interface UnplacedRow {
  readonly texts: readonly string[];
  /** Index of the last label in it, -1 where it has none. */
  readonly label: number;
  /** It is a part of a split row, whose label may stand where the first number would. */
  readonly isPart: boolean;
}

/**
 * Places the entries of rows under the columns of a form. Cells that were
 * merged leave blanks or nothing at all, so that a row may be shifted against
 * its head. The place of a row is sure where
 * - it has one entry for each column, side by side, or
 * - its sum comes out at one place alone, and not as a sum of nothing, or
 * - it is as long as the nearest sure rows above and below, these stand at one
 *   place, and its entries fit there too, or
 * - it stands as its head does, in a table without merged labels.
 */
export function placeRows(rows: readonly UnplacedRow[], matches: readonly ColumnMatch[], part: FormPart, rules: LabelRules): Placement[] {
  const head = matches[0]?.head.from ?? 0;
  const whole = matches.length === part.columns.length && matches.every((m, k) => m.head.from === head + k);
  const headed = new Set(matches.map((m) => m.column));
  const columns = whole ? matches.map((m) => m.column) : part.columns;
  // Spanners leave no trace either, so that a head in the order of the form tells its columns by it; one in another order does by its labels alone.
  const inOrder = matches.every((m, k) => k === 0 || part.columns.indexOf(m.column) > part.columns.indexOf(matches[k - 1]?.column ?? m.column));
  const told = inOrder || (whole && matches.every((m) => m.sure));
  const starts = rows.map((row) => (told ? certainStart(row, head, whole, headed, columns, rules) : null));
  return rows.map((row, i) => {
    const entries = entriesOf(row);
    const about = { columns, starts: whole && told ? fitting(row, head, columns) : [], only: whole && told && entries.length === 1 ? (entries[0] ?? null) : null };
    const own = starts[i];
    const near = [starts.slice(0, i).findLastIndex((s) => s !== null), starts.findIndex((s, k) => k > i && s !== null)].filter((k) => k >= 0);
    const start = own ?? (whole && told ? startOf(row, near.map((k) => ({ row: rows[k], start: starts[k] })), head, columns, rules) : null);
    if (start !== null && !(about.only !== null && runsTogether(row.texts[about.only] ?? '', columns.length))) return { ...about, cellOf: new Map(columns.map((c, k) => [c, start + k])), sure: true };
    const split = told && whole && row.isPart && row.label === head && row.texts.length === head + columns.length && row.texts.slice(row.label + 1).every((t) => !isBlank(t, rules));
    return { ...about, cellOf: new Map(matches.map((m) => [m.column, split && m.head.from <= row.label ? -1 : m.head.from])), sure: split };
  });
}

const entriesOf = ({ texts, label }: UnplacedRow): number[] => texts.flatMap((t, i) => (i > label && tight(t) !== '' ? [i] : []));

/** Where a row's entries begin, if the row alone tells; null where it does not. */
function certainStart(row: UnplacedRow, head: number, whole: boolean, headed: ReadonlySet<FormColumn | undefined>, columns: readonly FormColumn[], rules: LabelRules): number | null {
  const entries = entriesOf(row);
  const first = entries[0] ?? 0;
  const sideBySide = entries.length === columns.length && (entries.at(-1) ?? 0) - first === columns.length - 1;
  // Without a label, a first entry beside the head may be a number of the row.
  // Left of a head that lacks the first column, they may be those of another.
  if (sideBySide && first < head && !whole && !headed.has(columns[0])) return null;
  if (sideBySide) return first === head || row.label >= 0 || sumsHold(row.texts.slice(first, first + columns.length), columns, rules) !== false ? first : null;
  if (!whole) return null;
  if (head === 1 && row.label === 0 && row.texts.length >= head + columns.length && entries.every((i) => i >= head && i < head + columns.length)) return head;
  const proven = fitting(row, head, columns).filter((s) => {
    const texts = row.texts.slice(s, s + columns.length);
    return texts.some((t) => /[1-9]/.test(t.normalize('NFKC'))) && sumsHold(texts, columns, rules) === true;
  });
  return proven.length === 1 ? (proven[0] ?? null) : null;
}

/** Where runs of cells behind the label begin that hold all of a row's entries. */
function fitting(row: UnplacedRow, head: number, columns: readonly FormColumn[]): number[] {
  const entries = entriesOf(row);
  return row.texts.flatMap((_, s) => (s >= head && s > row.label && s + columns.length <= row.texts.length && entries.every((i) => i >= s && i < s + columns.length) ? [s] : []));
}

/** Where a row's entries begin by the nearest rows that are sure; null where these are none, differ, or do not fit. */
function startOf(row: UnplacedRow, near: readonly { row: UnplacedRow | undefined; start: number | null | undefined }[], head: number, columns: readonly FormColumn[], rules: LabelRules): number | null {
  const [one, other] = near;
  const start = one?.start;
  if (start === null || start === undefined || (other !== undefined && other.start !== start)) return null;
  if (near.some((n) => n.row?.texts.length !== row.texts.length) || !fitting(row, head, columns).includes(start)) return null;
  return sumsHold(row.texts.slice(start, start + columns.length), columns, rules) === false ? null : start;
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
