import type { Cell, Place } from '../model/grid.js';
import type { ColumnMatch } from './boxheads.js';
import type { FormColumn, FormPart } from './forms/form.js';
import type { LabelRules } from './forms/schema.js';
import { isBlank, readNumber, unitOf, type PrintedNumber } from './numbers.js';
import { placeRows } from './placement.js';
import { tight, type PrintedGrid } from './printed-grid.js';
import type { StubRow } from './stubs.js';

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

/** A row of a section whose cells are to be read. */
export interface ReadableRow {
  readonly stub: StubRow;
  /** Id of the row in a column. */
  readonly id: (column: FormColumn) => string;
  readonly doubt: CellReading['doubt'];
  /** It is a part of a row that an office has split. */
  readonly isPart: boolean;
}

/** Reads the cells of rows (in printed order) under the columns that were recognised. */
export function readCells(printed: PrintedGrid, rows: readonly ReadableRow[], columns: readonly ColumnMatch[], part: FormPart, rules: LabelRules): CellReading[] {
  return printed.hasSpans ? rows.flatMap((row) => spannedCells(printed, row, columns, rules)) : placedCells(printed, rows, columns, part, rules);
}

function spannedCells(printed: PrintedGrid, { stub, id, doubt }: ReadableRow, columns: readonly ColumnMatch[], rules: LabelRules): CellReading[] {
  const leaf = printed.across(stub.row).find((c) => c.text === stub.path.at(-1));
  // A label that reaches under the first column of numbers has pushed its row aside.
  const data = columns[0]?.head.from ?? 0;
  const pushed = leaf !== undefined && leaf.column < data && leaf.column + leaf.columnSpan > data;
  return columns.flatMap((match): CellReading[] => {
    const covering = printed.over(stub.row, leaf ? leaf.row + leaf.rowSpan : stub.row + 1, match.head.from, match.head.to);
    const printedCells = covering.filter((c) => tight(c.text) !== '');
    const cell = printedCells[0] ?? covering[0];
    if (!cell || stub.path.includes(cell.text)) return [];
    const shared = printedCells.length > 1 || isShared(cell, leaf, match, columns);
    return [cellReading(cell, match, id(match.column), doubt ?? (match.sure && !pushed ? null : 'place'), shared, stub, rules)];
  });
}

/** The cells of rows in a text whose merged cells left no trace. */
function placedCells(printed: PrintedGrid, rows: readonly ReadableRow[], columns: readonly ColumnMatch[], part: FormPart, rules: LabelRules): CellReading[] {
  const unplaced = rows.map(({ stub, isPart }) => {
    const texts = printed.across(stub.row).map((c) => c.text);
    const isLabel = (t: string): boolean => (stub.path.length > 0 ? stub.path.includes(t) : !isBlank(t, rules) && !/\d/.test(t.normalize('NFKC')));
    return { texts, label: texts.findLastIndex((t) => tight(t) !== '' && isLabel(t)), isPart };
  });
  const placements = placeRows(unplaced, columns, part, rules);
  return rows.flatMap(({ stub, id, doubt }, i) => {
    const cells = printed.across(stub.row);
    const placement = placements[i];
    return part.columns.flatMap((column): CellReading[] => {
      const cell = cells[placement?.cellOf.get(column) ?? -1];
      if (!cell) return [];
      const match = columns.find((m) => m.column === column) ?? { column, head: { from: 0, to: 0, path: [] }, score: 0, sure: true };
      return [cellReading(cell, match, id(column), doubt ?? (placement?.sure ? null : 'place'), false, stub, rules)];
    });
  });
}

function cellReading(cell: Cell, { column, head }: ColumnMatch, row: string, doubt: CellReading['doubt'], shared: boolean, stub: StubRow, rules: LabelRules): CellReading {
  const kind = column.amount ? 'amount' : column.signed ? 'change' : 'count';
  const read = readNumber(cell.text, cell.wrapped, kind, rules);
  const number = read.certainty === 'blank' ? read : shared ? nobodys : cell.unclear ? { ...read, certainty: 'unsure' as const } : read;
  const unit = number.unit || (number.certainty === 'blank' ? '' : unitOf(head.path.at(-1) ?? '', rules));
  return { row, column, number: { ...number, unit }, raw: cell.text, place: cell.places[0] ?? null, doubt, label: tight(stub.path.at(-1) ?? '') };
}

/** The number of a cell that stands under several columns or beside several rows. */
const nobodys: PrintedNumber = { value: null, unit: '', certainty: 'unsure' };

/** Whether a cell stands under several columns of the form, or beside several rows: nobody can tell whose its number is. */
function isShared(cell: Cell, leaf: Cell | undefined, match: ColumnMatch, columns: readonly ColumnMatch[]): boolean {
  const end = cell.column + cell.columnSpan;
  const overRows = leaf !== undefined && (cell.row < leaf.row || cell.row + cell.rowSpan > leaf.row + leaf.rowSpan);
  return overRows || columns.some((c) => c !== match && c.head.from < end && c.head.to > cell.column);
}
