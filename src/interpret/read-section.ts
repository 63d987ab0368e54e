import type { TableId } from '../model/report.js';
import type { Boxhead } from './boxheads.js';
import { matchColumns, type ColumnMatch } from './columns.js';
import { arrangementsOf, type Arrangement } from './forms/arrangements.js';
import type { Form, FormPart, FormRow } from './forms/form.js';
import type { LabelRules } from './forms/schema.js';
import type { Labels } from './labels.js';
import { withLostNumbers } from './lost-numbers.js';
import { isBlank } from './numbers.js';
import { isNumeric, tight, type PrintedGrid } from './printed-grid.js';
import { isRagged } from './ragged.js';
import { readCells, type CellReading, type ReadableRow } from './read-cells.js';
import { matchRows, stubRows, type RowMatch, type StubRow } from './stubs.js';

/** A boxhead and the rows below it, up to the next. */
export interface Section {
  readonly printed: PrintedGrid;
  readonly head: Boxhead;
  /** The row behind its last. */
  readonly end: number;
  /** It has no head of its own, and can only go on where the section before it stopped. */
  readonly headless: boolean;
}

/** A section read as a part of a form. The higher the score, the better the part fits. */
export interface SectionReading {
  readonly table: TableId;
  readonly score: number;
  readonly cells: readonly CellReading[];
  readonly part: FormPart;
  /** The last row of the part that it prints; null where its rows have no labels. */
  readonly last: FormRow | null;
}

/** Fewer rows than this (or than the part has) make no table. */
const fewestRows = 3;

/** Reads each section as the table of the form that fits it best; those that fit none are left out. */
export function readSections(sections: readonly Section[], form: Form, labels: Labels): SectionReading[] {
  const readings: SectionReading[] = [];
  for (const section of sections) {
    const all = candidatesOf(form).flatMap((candidate) => readAs(section, candidate, labels, readings.at(-1) ?? null) ?? []);
    const best = all.reduce<SectionReading | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
    if (best) readings.push(best);
  }
  return readings;
}

interface Candidate extends Arrangement {
  readonly table: TableId;
  /** How many rows a section prints at least that prints all it has to: where a table has several parts, a section may be a piece of one. */
  readonly atLeast: number;
}

const known = new WeakMap<Form, readonly Candidate[]>();

/** Everything that a section may be. Parts with the same columns are one with all their rows: a head may stand over several, or over one of them. */
function candidatesOf(form: Form): readonly Candidate[] {
  let candidates = known.get(form);
  if (!candidates) {
    candidates = form.tables.flatMap(({ id, parts }) => {
      const merged = new Map<string, Candidate>();
      for (const part of parts) {
        const key = part.columns.map((c) => `${c.row}/${c.id}`).join(' ');
        const before = merged.get(key);
        const whole = before ? { ...before.part, rows: [...before.part.rows, ...part.rows] } : part;
        merged.set(key, { table: id, part: whole, atLeast: parts.length > 1 ? 1 : leavesOf(part).length, home: (row, column) => ({ row, column }) });
      }
      const others = parts.flatMap(arrangementsOf).map((a): Candidate => ({ ...a, table: id, atLeast: 1 }));
      return [...merged.values(), ...others];
    });
    known.set(form, candidates);
  }
  return candidates;
}

const leavesOf = (part: FormPart): FormRow[] => part.rows.filter((r) => r.id !== null && r.partOf === null);

function readAs(section: Section, { table, part, atLeast, home }: Candidate, labels: Labels, before: SectionReading | null): SectionReading | null {
  const { rules } = labels;
  const { head, printed, end } = section;
  const columns = matchColumns(head, part, labels);
  const first = columns[0];
  if (!first || (columns.length < part.columns.length / 2 && !hasWholeBlocks(columns, part))) return null;
  const headed = head.columns.filter((c) => c.from >= first.head.from && c.path.length > 0 && !c.otherPeriod).length;
  const columnScore = sum(columns.map((c) => c.score)) - 0.5 * (headed - columns.length) - 0.25 * (part.columns.length - columns.length);
  if (part.singleRow) {
    if (section.headless) return null;
    const { row, sure } = valueRow(section, columns, rules);
    if (row === null) return null;
    // Without rules a row that is printed empty can't be seen: what stands there instead is no row.
    const isSeen = printed.grid.method !== 'aligned' || hasValues(printed, row, columns, rules);
    const only: ReadableRow = { stub: { row, path: [] }, id: (c) => c.row, doubt: sure && isSeen && !isRagged(section, row, columns) ? null : 'place', isPart: false };
    return { table, score: columnScore, cells: withLostNumbers(readCells(printed, [only], columns, part, rules), printed, head.to, end), part, last: null };
  }
  const isLabel = (text: string): boolean => !isBlank(text, rules) && !isNumeric(text) && part.rows.some((r) => labels.best(text, r.spellings) >= rules.match.sure);
  const firstData = Math.min(first.head.from, ...head.columns.filter((c) => c.otherPeriod).map((c) => c.from));
  const stubs = stubRows(printed, head.to, end, firstData, isLabel);
  const matches = matchRows(stubs, part.rows, labels, rules.match);
  const matched = matches.filter((m) => m.formRow.id !== null);
  const valued = stubs.filter((s) => hasValues(printed, s.row, columns, rules));
  const extra = valued.filter((s) => !matched.some((m) => m.stub === s));
  const goesOn = before?.part === part && continues(matched, before.last, part);
  if (section.headless ? !goesOn || extra.length > 0 : matched.length < Math.min(fewestRows, atLeast) && !goesOn) return null;
  const rowScore = sum(matched.map((m) => m.score)) - 0.5 * extra.length - 0.25 * Math.max(0, atLeast - matched.length);
  // Without rules a head that was not found may be that of a neighbour's numbers.
  const lacksHead = printed.grid.method === 'aligned' && columns.length < part.columns.length;
  const strange = lacksHead || (!printed.hasSpans && hasStrangeColumn(head, columns, part, labels));
  const rows = [
    ...matched.map((m): ReadableRow => ({ stub: m.stub, id: () => m.formRow.id ?? '', doubt: !m.sure || hasNumberBefore(m.stub, printed) ? 'label' : strange || isRagged(section, m.stub.row, columns) ? 'place' : null, isPart: m.formRow.partOf !== null })),
    ...extra.filter((s) => s.path.length > 0).map((s): ReadableRow => ({ stub: s, id: () => extraId(s, matches), doubt: isRagged(section, s.row, columns) ? 'place' : null, isPart: false })),
  ];
  const cells = withLostNumbers(readCells(printed, rows.toSorted((a, b) => a.stub.row - b.stub.row), columns, part, rules), printed, head.to, end);
  return { table, score: columnScore + rowScore, cells: cells.map((c) => ({ ...c, ...home(c.row, c.column) })), part, last: matched.at(-1)?.formRow ?? null };
}

/** Whether a number stands among the labels of a row whose columns are told by its text alone: a column of numbers whose head was not recognised. */
const hasNumberBefore = (stub: StubRow, printed: PrintedGrid): boolean => printed.grid.method === 'aligned' && stub.path.some(isNumeric);

/** Whether rows go on where the part stopped: the first is the row of the form behind its last, and each is told by its label, in order. */
function continues(matched: readonly RowMatch[], last: FormRow | null, part: FormPart): boolean {
  const leaves = leavesOf(part);
  const at = matched.map((m) => leaves.indexOf(m.formRow));
  return last !== null && at.length > 0 && matched.every((m) => m.sure) && at.every((j, k) => j > (at[k - 1] ?? j - 1)) && at[0] === leaves.indexOf(last) + 1;
}

/** Whether a head has a column that is none of the form's: where merged cells left no trace, numbers can't be counted off against such a head. */
function hasStrangeColumn(head: Boxhead, columns: readonly ColumnMatch[], part: FormPart, labels: Labels): boolean {
  const words = part.columns.flatMap((c) => [...c.spellings, ...c.groups.flat()]);
  const from = columns[0]?.head.from ?? 0;
  return head.columns.some((c) => c.otherPeriod || (c.from >= from && c.path.length > 0 && !columns.some((m) => m.head === c) && labels.best(c.path.at(-1) ?? '', words) < labels.rules.match.accept));
}

/** Whether columns are those of some spanners, all of them, and the head tells whose: 行政复议 in a table of its own. */
function hasWholeBlocks(columns: readonly ColumnMatch[], part: FormPart): boolean {
  const blocks = new Set(columns.map((c) => c.column.row));
  return part.singleRow && columns.every((c) => c.sure) && part.columns.every((c) => !blocks.has(c.row) || columns.some((m) => m.column === c));
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** A row that the form does not have is named by its label, as printed. */
function extraId(stub: StubRow, matches: readonly RowMatch[]): string {
  const asGroup: FormRow | undefined = matches.find((m) => m.stub === stub)?.formRow;
  return `extra.${tight(asGroup?.label ?? stub.path.at(-1) ?? '')}`;
}

function hasValues(printed: PrintedGrid, row: number, columns: readonly ColumnMatch[], rules: LabelRules): boolean {
  return columns.some((c) => printed.across(row, c.head.from, c.head.to).some((cell) => !isBlank(cell.text, rules) && /\d/.test(cell.text.normalize('NFKC'))));
}

/**
 * The row of numbers below a head without a stub: the one with a number, or the
 * first of all where none has. A row that only counts the columns (栏次 1, 2, 3
 * …) is none; of several that have numbers nobody can tell which it is.
 */
function valueRow({ printed, head, end }: Section, columns: readonly ColumnMatch[], rules: LabelRules): { row: number | null; sure: boolean } {
  if (head.to >= end) return { row: null, sure: false };
  const rows = Array.from({ length: end - head.to }, (_, k) => head.to + k).filter((r) => hasValues(printed, r, columns, rules));
  const counts = (r: number): boolean => columns.length > 2 && columns.every((c, k) => tight(printed.at(r, c.head.from)?.text ?? '') === String(k + 1));
  const valued = rows.filter((r, i) => i === rows.findIndex((other) => printed.at(other, columns[0]?.head.from ?? 0) === printed.at(r, columns[0]?.head.from ?? 0)));
  const [first = head.to, ...more] = valued.length > 1 ? valued.filter((r) => !counts(r)) : valued;
  return { row: first, sure: more.length === 0 };
}
