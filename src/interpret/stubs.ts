import { align } from './align.js';
import type { FormRow } from './forms/form.js';
import type { Labels } from './labels.js';
import { isNumeric, tight, type PrintedGrid } from './printed-grid.js';
import type { LabelRules } from './forms/schema.js';

/** A row of a grid with the labels of its stub, outermost first. */
export interface StubRow {
  readonly row: number;
  readonly path: readonly string[];
}

/** A row that was recognised as one of the form's. */
export interface RowMatch {
  readonly stub: StubRow;
  readonly formRow: FormRow;
  readonly score: number;
  /** False where the label is too unlike, or too like another row's, to be vouched for. */
  readonly sure: boolean;
}

/**
 * The stub of each row from `from` to `to`: the texts in the columns before
 * `firstData`, and those behind it that `isLabel` takes for labels (an office
 * that splits a row prints its parts where the first number would stand).
 */
export function stubRows(printed: PrintedGrid, from: number, to: number, firstData: number, isLabel: (text: string) => boolean): StubRow[] {
  const carried: string[] = [];
  return Array.from({ length: to - from }, (_, k) => {
    const row = from + k;
    if (!printed.hasSpans) return { row, path: unspannedPath(printed, row, carried) };
    const stub = printed.across(row, 0, firstData);
    const behind = printed.across(row, firstData).filter((c) => !stub.includes(c));
    const end = behind.findIndex((c) => !isLabel(c.text));
    const labels = [...stub, ...behind.slice(0, end < 0 ? undefined : end)].filter((c) => tight(c.text) !== '');
    // A line that divides only other cells begins no row of its own.
    const begins = labels.at(-1)?.row === row;
    return { row, path: begins ? labels.map((c) => c.text) : [] };
  });
}

/** Labels merged away leave blanks in the rows below: the last text of the column stands for them. */
function unspannedPath(printed: PrintedGrid, row: number, carried: string[]): string[] {
  const texts = printed.across(row).map((c) => c.text);
  const own = texts.findIndex((t) => tight(t) !== '');
  const end = texts.findIndex((t, i) => i >= own && (tight(t) === '' || isNumeric(t)));
  const label = own < 0 || isNumeric(texts[own] ?? '') ? [] : texts.slice(own, end < 0 ? undefined : end);
  if (label.length > 0) carried.splice(own, Infinity, ...label);
  return label.length === 0 ? [] : [...carried.slice(0, own), ...label].filter((t) => tight(t) !== '');
}

/** Which rows of the form the stubs print, in order. */
export function matchRows(stubs: readonly StubRow[], rows: readonly FormRow[], labels: Labels, rules: LabelRules['match']): RowMatch[] {
  const score = (i: number, j: number): number => {
    const s = stubs[i];
    const f = rows[j];
    return s && f ? rowScore(s, f, labels) : 0;
  };
  const matches = align(stubs.length, rows.length, score, rules.accept);
  return matches.flatMap(({ i, j, score: s }, k): RowMatch[] => {
    const stub = stubs[i];
    const formRow = rows[j];
    if (!stub || !formRow) return [];
    const before = matches[k - 1] ?? { i: -1, j: -1 };
    const after = matches[k + 1] ?? { i: stubs.length, j: rows.length };
    const onlyPlace = before.i === i - 1 && after.i === i + 1 && rows.slice(before.j + 1, after.j).filter((r) => r.id !== null && r.partOf === null).length <= 1;
    const rival = Math.max(0, ...rows.map((r, other) => (other !== j && r.id !== null && other > before.j && other < after.j ? score(i, other) : 0)));
    const likely = s >= rules.sure ? onlyPlace || s - rival >= rules.lead : onlyPlace && s >= rules.placed;
    const misprints = Math.min(...readingsOf(stub).map((t) => labels.edits(t, [...formRow.spellings, groupAndRow(formRow), ...(formRow.id === null ? [] : [wholeOf(formRow)])])));
    // A row that is split in two (（市本级） and （区县）) has two rows of its name, and neither is the row.
    const twin = stubs.some((other, k2) => k2 > before.i && k2 < after.i && k2 !== i && other.path.length > 0 && score(k2, j) > s - rules.lead);
    return [{ stub, formRow, score: s, sure: !twin && likely && misprints <= rules.misprints }];
  });
}

/** What the label of a stub may be: its last text, its last two where a label is cut into two cells. */
const readingsOf = (stub: StubRow): string[] => (stub.path.length > 1 ? [stub.path.at(-1) ?? '', stub.path.slice(-2).map(tight).join('')] : [stub.path.at(-1) ?? '']);
const groupAndRow = (row: FormRow): string => [row.groups.at(-1)?.[0] ?? '', row.label].join('');
const wholeOf = (row: FormRow): string => [...row.groups.map((g) => g[0] ?? ''), row.label].join('');

function rowScore(stub: StubRow, row: FormRow, labels: Labels): number {
  const leaf = stub.path.at(-1);
  if (leaf === undefined) return 0;
  const leafScore = labels.best(leaf, row.spellings);
  const group = row.groups.at(-1);
  const outer = stub.path.slice(0, -1);
  const groupScore = group && outer.length > 0 ? Math.max(...outer.map((t) => labels.best(t, group))) : leafScore;
  const own = leafScore === 0 ? 0 : 0.85 * leafScore + 0.15 * groupScore;
  // The groups and the row in one cell, or the label in two.
  const together = outer.length === 0 ? Math.max(labels.similarity(leaf, groupAndRow(row)), labels.similarity(leaf, wholeOf(row))) : labels.similarity(leaf, groupAndRow(row));
  const lastTwo = outer.length > 0 ? labels.best(readingsOf(stub)[1] ?? '', row.spellings) : 0;
  return Math.max(own, 0.98 * together, 0.98 * lastTwo);
}
