import type { Cell, Place } from '../model/grid.js';
import type { TableId } from '../model/report.js';
import { matchColumns, type Boxhead, type ColumnMatch } from './boxheads.js';
import type { Form, FormColumn, FormPart, FormRow } from './forms/form.js';
import type { LabelRules } from './forms/schema.js';
import type { Labels } from './labels.js';
import { isBlank, readNumber, unitOf, type PrintedNumber } from './numbers.js';
import { isNumeric, tight, type PrintedGrid } from './printed-grid.js';
import { place } from './placement.js';
import { matchRows, stubRows, type RowMatch, type StubRow } from './stubs.js';

/** A boxhead and the rows below it, up to the next. */
export interface Section {
  readonly printed: PrintedGrid;
  readonly head: Boxhead;
  /** The row behind its last. */
  readonly end: number;
}

/** What one cell of a section says, and which cell of the form it is. */
export interface CellReading {
  readonly row: string;
  readonly column: FormColumn;
  readonly number: PrintedNumber;
  readonly raw: string;
  readonly place: Place | null;
  /** What speaks against it: the row's label is unsure, or the place of its numbers. */
  readonly doubt: 'label' | 'place' | null;
  /** The label as printed, innermost. */
  readonly label: string;
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
    return row === null ? null : { table, score: columnScore, cells: rowCells(printed, { row, path: [] }, (c) => c.row, sure ? null : 'place', columns, part, rules) };
  }
  const isLabel = (text: string): boolean => !isBlank(text, rules) && !isNumeric(text) && part.rows.some((r) => labels.best(text, r.spellings) >= rules.match.sure);
  const stubs = stubRows(printed, head.to, end, first.head.from, isLabel);
  const matches = matchRows(stubs, part.rows, labels, rules.match);
  const matched = matches.filter((m) => m.formRow.id !== null);
  if (matched.length < Math.min(fewestRows, part.atLeast)) return null;
  const valued = stubs.filter((s) => hasValues(printed, s.row, columns, rules));
  const extra = valued.filter((s) => !matched.some((m) => m.stub === s));
  const rowScore = sum(matched.map((m) => m.score)) - 0.5 * extra.length - 0.25 * Math.max(0, part.atLeast - matched.length);
  const cells = [
    ...matched.flatMap((m) => rowCells(printed, m.stub, () => m.formRow.id ?? '', m.sure ? null : 'label', columns, part, rules)),
    ...extra.filter((s) => s.path.length > 0).flatMap((s) => rowCells(printed, s, () => extraId(s, matches), null, columns, part, rules)),
  ];
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

/** The number of a cell that stands under several columns or beside several rows. */
const nobodys: PrintedNumber = { value: null, unit: '', certainty: 'unsure' };

function rowCells(printed: PrintedGrid, stub: StubRow, id: (column: FormColumn) => string, doubt: CellReading['doubt'], columns: readonly ColumnMatch[], part: FormPart, rules: LabelRules): CellReading[] {
  if (!printed.hasSpans) return placedCells(printed, stub, id, doubt, columns, part, rules);
  const leaf = printed.across(stub.row).find((c) => c.text === stub.path.at(-1));
  return columns.flatMap((match): CellReading[] => {
    const covering = printed.over(stub.row, leaf ? leaf.row + leaf.rowSpan : stub.row + 1, match.head.from, match.head.to);
    const printedCells = covering.filter((c) => tight(c.text) !== '');
    const cell = printedCells[0] ?? covering[0];
    if (!cell || stub.path.includes(cell.text)) return [];
    const shared = printedCells.length > 1 || isShared(cell, leaf, match, columns);
    return [cellReading(cell, match, id(match.column), doubt ?? (match.sure ? null : 'place'), shared, stub, rules)];
  });
}

/** The cells of a row in a text whose merged cells left no trace. */
function placedCells(printed: PrintedGrid, stub: StubRow, id: (column: FormColumn) => string, doubt: CellReading['doubt'], columns: readonly ColumnMatch[], part: FormPart, rules: LabelRules): CellReading[] {
  const cells = printed.across(stub.row);
  const texts = cells.map((c) => c.text);
  const label = texts.findLastIndex((t) => tight(t) !== '' && (stub.path.includes(t) || (stub.path.length === 0 && !isBlank(t, rules) && !/\d/.test(t.normalize('NFKC')))));
  const placement = place(texts, label, columns, part, rules);
  return part.columns.flatMap((column): CellReading[] => {
    const cell = cells[placement.cellOf.get(column) ?? -1];
    const match = columns.find((m) => m.column === column);
    if (!cell) return [];
    return [cellReading(cell, { column, head: match?.head ?? { from: 0, to: 0, path: [] }, score: 0, sure: true }, id(column), doubt ?? (placement.sure ? null : 'place'), false, stub, rules)];
  });
}

function cellReading(cell: Cell, { column, head }: ColumnMatch, row: string, doubt: CellReading['doubt'], shared: boolean, stub: StubRow, rules: LabelRules): CellReading {
  const kind = column.amount ? 'amount' : column.signed ? 'change' : 'count';
  const read = readNumber(cell.text, cell.wrapped, kind, rules);
  const number = read.certainty === 'blank' ? read : shared ? nobodys : cell.unclear ? { ...read, certainty: 'unsure' as const } : read;
  const unit = number.unit || (number.certainty === 'blank' ? '' : unitOf(head.path.at(-1) ?? '', rules));
  return { row, column, number: { ...number, unit }, raw: cell.text, place: cell.places[0] ?? null, doubt, label: tight(stub.path.at(-1) ?? '') };
}

/** Whether a cell stands under several columns of the form, or beside several rows: nobody can tell whose its number is. */
function isShared(cell: Cell, leaf: Cell | undefined, match: ColumnMatch, columns: readonly ColumnMatch[]): boolean {
  const end = cell.column + cell.columnSpan;
  const overRows = leaf !== undefined && (cell.row < leaf.row || cell.row + cell.rowSpan > leaf.row + leaf.rowSpan);
  return overRows || columns.some((c) => c !== match && c.head.from < end && c.head.to > cell.column);
}
