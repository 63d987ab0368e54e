import type { TableId } from '../model/report.js';
import { matchColumns, type Boxhead, type ColumnMatch } from './boxheads.js';
import type { Form, FormPart, FormRow } from './forms/form.js';
import type { LabelRules } from './forms/schema.js';
import type { Labels } from './labels.js';
import { isBlank } from './numbers.js';
import { isNumeric, tight, type PrintedGrid } from './printed-grid.js';
import { readCells, type CellReading, type ReadableRow } from './read-cells.js';
import { matchRows, stubRows, type RowMatch, type StubRow } from './stubs.js';

/** A boxhead and the rows below it, up to the next. */
export interface Section {
  readonly printed: PrintedGrid;
  readonly head: Boxhead;
  /** The row behind its last. */
  readonly end: number;
}

/** A section read as a part of a form. The higher the score, the better the part fits. */
export interface SectionReading {
  readonly table: TableId;
  readonly score: number;
  readonly cells: readonly CellReading[];
}

/** Fewer rows than this (or than the part has) make no table. */
const fewestRows = 3;

/** Reads a section as the table of the form that fits it best; null where none does. */
export function readSection(section: Section, form: Form, labels: Labels): SectionReading | null {
  let best: SectionReading | null = null;
  for (const table of form.tables) {
    for (const part of partsByColumns(table.parts)) {
      const reading = readAs(section, table.id, part, labels);
      if (reading && (best === null || reading.score > best.score)) best = reading;
    }
  }
  return best;
}

interface Candidate extends FormPart {
  /** How many rows a section prints at least that prints all it has to: where a table has several parts, a section may be a piece of one. */
  readonly atLeast: number;
}

/** Parts with the same columns as one part with all their rows: a head may stand over several, or over one of them. */
function partsByColumns(parts: readonly FormPart[]): Candidate[] {
  const merged = new Map<string, Candidate>();
  for (const part of parts) {
    const key = part.columns.map((c) => `${c.row}/${c.id}`).join(' ');
    const before = merged.get(key);
    merged.set(key, before ? { ...before, rows: [...before.rows, ...part.rows] } : { ...part, atLeast: parts.length > 1 ? 1 : leavesOf(part).length });
  }
  return [...merged.values()];
}

const leavesOf = (part: FormPart): FormRow[] => part.rows.filter((r) => r.id !== null && r.partOf === null);

function readAs(section: Section, table: TableId, part: Candidate, labels: Labels): SectionReading | null {
  const { rules } = labels;
  const { head, printed, end } = section;
  const columns = matchColumns(head, part, labels);
  const first = columns[0];
  if (!first || columns.length < part.columns.length / 2) return null;
  const headed = head.columns.filter((c) => c.from >= first.head.from && c.path.length > 0).length;
  const columnScore = sum(columns.map((c) => c.score)) - 0.5 * (headed - columns.length) - 0.25 * (part.columns.length - columns.length);
  if (part.singleRow) {
    const { row, sure } = valueRow(section, columns, rules);
    if (row === null) return null;
    const only: ReadableRow = { stub: { row, path: [] }, id: (c) => c.row, doubt: sure ? null : 'place', isPart: false };
    return { table, score: columnScore, cells: readCells(printed, [only], columns, part, rules) };
  }
  const isLabel = (text: string): boolean => !isBlank(text, rules) && !isNumeric(text) && part.rows.some((r) => labels.best(text, r.spellings) >= rules.match.sure);
  const stubs = stubRows(printed, head.to, end, first.head.from, isLabel);
  const matches = matchRows(stubs, part.rows, labels, rules.match);
  const matched = matches.filter((m) => m.formRow.id !== null);
  if (matched.length < Math.min(fewestRows, part.atLeast)) return null;
  const valued = stubs.filter((s) => hasValues(printed, s.row, columns, rules));
  const extra = valued.filter((s) => !matched.some((m) => m.stub === s));
  const rowScore = sum(matched.map((m) => m.score)) - 0.5 * extra.length - 0.25 * Math.max(0, part.atLeast - matched.length);
  const rows = [
    ...matched.map((m): ReadableRow => ({ stub: m.stub, id: () => m.formRow.id ?? '', doubt: m.sure ? null : 'label', isPart: m.formRow.partOf !== null })),
    ...extra.filter((s) => s.path.length > 0).map((s): ReadableRow => ({ stub: s, id: () => extraId(s, matches), doubt: null, isPart: false })),
  ];
  const cells = readCells(printed, rows.toSorted((a, b) => a.stub.row - b.stub.row), columns, part, rules);
  return { table, score: columnScore + rowScore, cells };
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
