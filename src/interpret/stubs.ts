import { align, type Match } from './align.js';
import type { FormRow } from './forms/form.js';
import type { Labels } from './labels.js';
import { isNumeric, tight, type PrintedGrid } from './printed-grid.js';
import type { LabelRules } from './forms/schema.js';

/** A row of a grid with the labels of its stub, outermost first. */
export interface StubRow {
  readonly row: number;
  readonly path: readonly string[];
  /** The last label but one goes on over other rows: it is a group's, and no part of the row's own. */
  readonly isGrouped?: true;
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
    const labels = [...stub, ...behind.slice(0, end < 0 ? undefined : end)].filter((c) => tight(c.text) !== '' && !isNumeric(c.text));
    // A line that divides only other cells begins no row of its own.
    const begins = labels.at(-1)?.row === row;
    return { row, path: begins ? labels.map((c) => c.text) : [], ...((labels.at(-2)?.rowSpan ?? 1) > 1 ? { isGrouped: true as const } : {}) };
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

/** Which rows of the form the stubs print, from top to bottom. Rows whose labels tell them for certain may stand in any order. */
export function matchRows(stubs: readonly StubRow[], rows: readonly FormRow[], labels: Labels, rules: LabelRules['match']): RowMatch[] {
  const scores = stubs.map((s) => rows.map((f) => rowScore(s, f, labels)));
  const score = (i: number, j: number): number => scores[i]?.[j] ?? 0;
  const inOrder = align(stubs.length, rows.length, score, rules.accept);
  const aligned = inOrder.flatMap(({ i, j, score: s }, k): RowMatch[] => {
    const stub = stubs[i];
    const formRow = rows[j];
    if (!stub || !formRow) return [];
    const before = inOrder[k - 1] ?? { i: -1, j: -1 };
    const after = inOrder[k + 1] ?? { i: stubs.length, j: rows.length };
    const onlyPlace = before.i === i - 1 && after.i === i + 1 && rows.slice(before.j + 1, after.j).filter((r) => r.id !== null && r.partOf === null).length <= 1;
    const rival = Math.max(0, ...rows.map((r, other) => (other !== j && r.id !== null && other > before.j && other < after.j ? score(i, other) : 0)));
    const likely = s >= rules.sure ? onlyPlace || s - rival >= rules.lead : onlyPlace && s >= rules.placed;
    // A row that is split in two (（市本级） and （区县）) has two rows of its name, and neither is the row; nor is one of two that are printed in two places.
    const isTwin = (other: number): boolean => score(other, j) > s - rules.lead && ((other > before.i && other < after.i) || (score(other, j) >= certain && !inOrder.some((m) => m.i === other)));
    const twin = stubs.some((_, other) => other !== i && isTwin(other));
    return [{ stub, formRow, score: s, sure: !twin && likely && misprintsOf(stub, formRow, labels) <= rules.misprints }];
  });
  return [...aligned, ...movedRows(stubs, rows, inOrder, score, rules)].sort((a, b) => a.stub.row - b.stub.row);
}

/** A label this like to a form's is that label, wherever it stands. */
const certain = 0.95;

/** Rows that stand out of order, where their labels leave no doubt: like one row of the form alone, and like it as no other of the grid is. */
function movedRows(stubs: readonly StubRow[], rows: readonly FormRow[], inOrder: readonly Match[], score: (i: number, j: number) => number, rules: LabelRules['match']): RowMatch[] {
  return stubs.flatMap((stub, i) => {
    if (stub.path.length === 0 || inOrder.some((m) => m.i === i)) return [];
    const own = rows.flatMap((r, j) => (r.id !== null && score(i, j) >= certain ? [j] : []));
    const [j = -1] = own;
    const formRow = rows[j];
    const isFree = own.length === 1 && formRow && !inOrder.some((m) => m.j === j);
    const isOnly = stubs.every((_, other) => other === i || score(other, j) <= score(i, j) - rules.lead) && rows.every((r, other) => other === j || r.id === null || score(i, other) <= score(i, j) - rules.lead);
    return isFree && isOnly ? [{ stub, formRow, score: score(i, j), sure: true }] : [];
  });
}

const misprintsOf = (stub: StubRow, row: FormRow, labels: Labels): number =>
  Math.min(...readingsOf(stub).map((t) => labels.edits(t, [...row.spellings, groupAndRow(row), ...(row.id === null ? [] : [wholeOf(row)])])));

/** What the label of a stub may be: its last text, its last two where a label is cut into two cells. */
const readingsOf = (stub: StubRow): string[] => (stub.path.length > 1 && stub.isGrouped !== true ? [stub.path.at(-1) ?? '', stub.path.slice(-2).map(tight).join('')] : [stub.path.at(-1) ?? '']);
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
  const lastTwo = Math.max(0, ...readingsOf(stub).slice(1).map((text) => labels.best(text, row.spellings)));
  return Math.max(own, 0.98 * together, 0.98 * lastTwo);
}
