import type { Cell, Place } from '../model/grid.js';
import { seesNothing, type Readings } from '../model/readings.js';
import type { ColumnMatch } from './columns.js';
import type { FormColumn, FormPart } from './forms/form.js';
import type { LabelRules } from './forms/schema.js';
import { isBlank, readNumber, unitOf, type NumberKind, type PrintedNumber } from './numbers.js';
import { isCut } from './cut-numbers.js';
import { mergedNumbers, placeChoice, spacedNumber, type CellChoice } from './cell-choices.js';
import { placeRows } from './placement.js';
import { tight, type PrintedGrid } from './printed-grid.js';
import { mayBeTwo } from './spaced-digits.js';
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
  /** Of a scanned cell whose number is nobody else's. */
  readonly readings?: Readings;
  /** The choice that it is a cell of, and the index of its column there. */
  readonly choice?: { readonly of: CellChoice; readonly at: number };
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

function spannedCells(printed: PrintedGrid, row: ReadableRow, columns: readonly ColumnMatch[], rules: LabelRules): CellReading[] {
  const { stub, id, doubt } = row;
  const leaf = printed.across(stub.row).find((c) => c.text === stub.path.at(-1));
  // A label that reaches under the first column of numbers has pushed its row aside.
  const data = columns[0]?.head.from ?? 0;
  const pushed = leaf !== undefined && leaf.column < data && leaf.column + leaf.columnSpan > data;
  const cellUnder = columns.map((match) => {
    const covering = printed.over(stub.row, leaf ? leaf.row + leaf.rowSpan : stub.row + 1, match.head.from, match.head.to);
    const printedCells = covering.filter((c) => tight(c.text) !== '');
    return { match, cell: printedCells[0] ?? covering[0], several: printedCells.length > 1 || isCut(covering, printed.grid) };
  });
  const choiceOf = new Map([...new Set(cellUnder.map((u) => u.cell))].map((cell) => {
    const mates = cellUnder.filter((u) => u.cell === cell);
    const plain = cell && !cell.unclear && !cell.readings && !isBesideRows(cell, leaf) && !pushed && doubt === null && mates.every((u) => u.match.sure && !u.several);
    return [cell, plain ? mergedNumbers(cell, mates.map((u) => u.match.column)) : null] as const;
  }));
  return cellUnder.flatMap(({ match, cell, several }, at): CellReading[] => {
    if (!cell || stub.path.includes(cell.text)) return [];
    const shared = several || isShared(cell, leaf, match, columns);
    const placeDoubt = doubt ?? (match.sure && !pushed ? null : 'place');
    const choice = choiceOf.get(cell) ?? null;
    const reading = cellReading(cell, match, id(match.column), placeDoubt, shared, stub, rules);
    const beside = [at - 1, at + 1].flatMap((i) => (cellUnder[i] ? [cellUnder[i].cell?.text] : []));
    return [choice === null ? apartOrOne(reading, cell, beside, rules) : chosen(reading, choice)];
  });
}

/** A reading whose digits stand apart beside a blank cell is vouched for by a check alone. */
function apartOrOne(reading: CellReading, cell: Cell, beside: readonly (string | undefined)[], rules: LabelRules): CellReading {
  if (reading.readings || reading.number.certainty !== 'sure' || !mayBeTwo(cell.text, beside, rules)) return reading;
  const choice = reading.doubt === null ? spacedNumber(cell, reading.column, rules) : null;
  return choice ? chosen(reading, choice) : { ...reading, number: { ...reading.number, certainty: 'unsure' } };
}

/** A cell of a choice: what it says in the first of its readings, or nothing where its number is still to be cut out. Its doubt is the choice's. */
function chosen(reading: CellReading, choice: CellChoice): CellReading {
  const at = choice.columns.indexOf(reading.column);
  const first = choice.readings[0]?.[at];
  const number: PrintedNumber = { value: choice.lost ? null : (first?.value ?? null), unit: '', certainty: 'unsure' };
  return { ...reading, number, raw: first?.raw ?? reading.raw, place: first?.place ?? reading.place, doubt: null, choice: { of: choice, at } };
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
    const choice = doubt === null && placement && !placement.sure ? placeChoice(cells, placement, rules) : null;
    return part.columns.flatMap((column): CellReading[] => {
      if (choice) return [chosen({ row: id(column), column, number: nobodys, raw: cells[placement?.only ?? -1]?.text ?? '', place: cells[placement?.only ?? -1]?.places[0] ?? null, doubt: null, label: tight(stub.path.at(-1) ?? '') }, choice)];
      const cell = cells[placement?.cellOf.get(column) ?? -1];
      if (!cell) return [];
      const match = columns.find((m) => m.column === column) ?? { column, head: { from: 0, to: 0, path: [], otherPeriod: false }, score: 0, sure: true, named: true };
      const reading = cellReading(cell, match, id(column), doubt ?? (placement?.sure && match.named ? null : 'place'), false, stub, rules);
      const at = part.columns.indexOf(column);
      const beside = [at - 1, at + 1].flatMap((k) => (part.columns[k] ? [cells[placement?.cellOf.get(part.columns[k]) ?? -1]?.text] : []));
      return [apartOrOne(reading, cell, beside, rules)];
    });
  });
}

function cellReading(cell: Cell, { column, head }: ColumnMatch, row: string, doubt: CellReading['doubt'], shared: boolean, stub: StubRow, rules: LabelRules): CellReading {
  const kind = column.amount ? 'amount' : column.signed ? 'change' : 'count';
  const read = readNumber(cell.text, cell.wrapped, kind, rules);
  // Of a cell under several columns no proof is asked: it is no blank where there is ink that nobody could read.
  const isBlankCell = read.certainty === 'blank' && !cell.unclear && !(shared && cell.readings && !seesNothing(cell.readings));
  const number = isBlankCell ? read : shared ? nobodys : cell.unclear ? { ...read, certainty: 'unsure' as const } : read;
  const unit = number.unit || (number.certainty === 'blank' ? '' : unitOf(head.path.at(-1) ?? '', rules));
  const readings = cell.readings && !shared && !cell.unclear ? { readings: readingsAs(kind, cell.readings) } : {};
  return { row, column, number: { ...number, unit }, raw: cell.text, place: cell.places[0] ?? null, doubt, label: tight(stub.path.at(-1) ?? ''), ...readings };
}

/** What readers say of a cell where only a number of one kind can stand: a count is whole and not negative, a change may be. */
export function readingsAs(kind: NumberKind, readings: Readings): Readings {
  const isOfKind = (value: string): boolean => (kind === 'amount' || !value.includes('.')) && (kind !== 'count' || !value.startsWith('-'));
  const readers = readings.readers.map((r) => (r.value === null || isOfKind(r.value) ? r : { ...r, says: 'unclear' as const, value: null }));
  return { ...readings, readers, ...(kind === 'change' ? { signed: true as const } : {}) };
}

/** The number of a cell that stands under several columns or beside several rows. */
const nobodys: PrintedNumber = { value: null, unit: '', certainty: 'unsure' };

/** Whether a cell stands under several columns of the form, or beside several rows: nobody can tell whose its number is. */
function isShared(cell: Cell, leaf: Cell | undefined, match: ColumnMatch, columns: readonly ColumnMatch[]): boolean {
  const end = cell.column + cell.columnSpan;
  return isBesideRows(cell, leaf) || columns.some((c) => c !== match && c.head.from < end && c.head.to > cell.column);
}

const isBesideRows = (cell: Cell, leaf: Cell | undefined): boolean => leaf !== undefined && (cell.row < leaf.row || cell.row + cell.rowSpan > leaf.row + leaf.rowSpan);
