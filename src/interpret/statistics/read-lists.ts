import type { Cell, Grid } from '../../model/grid.js';
import { seesNothing } from '../../model/readings.js';
import type { Form, FormColumn, FormTable } from '../forms/form.js';
import type { ListRow } from '../forms/list.js';
import type { Labels } from '../labels.js';
import { isCut } from '../cut-numbers.js';
import { readNumber, unitOf, type PrintedNumber } from '../numbers.js';
import { isNumeric, tight } from '../printed-grid.js';
import { mayBeTwo } from '../spaced-digits.js';
import { readingsAs, type CellReading } from '../read-cells.js';
import type { ListBlock, ValueColumn } from './list-columns.js';
import { ListLabels, tellRows, type Told } from './list-rows.js';
import { listStubs, valueCells, type Stub } from './list-stubs.js';

/** The lists of a document, read as one form's. */
export interface ListReading {
  readonly form: Form;
  readonly cells: readonly CellReading[];
  /** Ids of the indicators that are printed, in the order of the form. */
  readonly indicators: readonly string[];
  /** Names of the sums that an unknown row stands under: they can't be relied on. */
  readonly openSums: ReadonlySet<string>;
  readonly score: number;
}

/** Fewer indicators than this make no list of the form. */
const fewestIndicators = 5;

/** Reads the grids of a document as the long list of a form; null where they do not hold it. */
export function readLists(grids: readonly Grid[], form: Form, table: FormTable, labels: Labels): ListReading | null {
  const { list } = table;
  if (!list) return null;
  const names = new ListLabels(list.rows, labels);
  const stubs = listStubs(grids, list, names, labels);
  const told = tellRows(stubs.map((s) => s.candidates), names);
  const printed = new Set(told.flatMap((t, i) => (t.row?.id != null && t.sure && stubs[i]?.isValued ? [t.row.id] : [])));
  if (printed.size < fewestIndicators) return null;
  const openSums = new Set<string>();
  let anchor: ListRow | null = null;
  let extras = 0;
  const cells = stubs.flatMap((stub, i): CellReading[] => {
    const { row, sure } = told[i] ?? ({ row: null, sure: false } as Told);
    if (row !== null) anchor = row;
    else if (!stub.isValued) return [];
    else {
      extras++;
      for (const r of anchor === null ? [] : [anchor, ...anchor.above]) if (r.sum !== '') openSums.add(r.sum);
    }
    if (row !== null && row.id === null && !stub.isValued) return [];
    const id = row?.id ?? `extra.${stub.label}`;
    return cellsOf(stub, id, row, row === null ? null : row.id === null || !sure ? 'label' : null, labels);
  });
  const score = sum(told.map((t) => (t.row?.id != null ? t.score : 0))) - 0.5 * extras;
  const read = withLostUnits(withLostRows(cells, stubs), stubs);
  const indicators = list.rows.flatMap((r) => (r.id !== null && read.some((c) => c.row === r.id) ? [r.id] : []));
  return { form, cells: read, indicators, openSums, score };
}

function cellsOf(stub: Stub, id: string, row: ListRow | null, doubt: 'label' | null, labels: Labels): CellReading[] {
  const { printed, block, leaf } = stub;
  const { rules } = labels;
  if (!stub.isValued) return [];
  const unitCell = block.unit === null ? undefined : valueCells(printed, leaf, { from: block.unit, to: block.unit + 1 }).find((c) => tight(c.text) !== '');
  const unitText = tight(unitCell?.text ?? '');
  // Where there are no rules, a unit that is not there stands in another row, and so may the number.
  const lacksUnit = printed.grid.method === 'aligned' && block.unit !== null && unitText === '' && row !== null;
  // Readers of scans take 件 for 35. Where rules tell the columns that is no number, but a unit that nobody could read.
  const isUnread = unitCell?.readings !== undefined && printed.grid.method === 'ruled' && row?.amount !== true;
  const isShifted = lacksUnit || (isNumeric(unitText) && !isUnread) || (printed.grid.unspanned === true && hasLostCells(stub));
  // In a scan a unit that nobody knows is one that was misread: 18.54 亮.
  const isStrange = printed.grid.source === 'ocr' && row !== null && unitText !== '' && !isNumeric(unitText) && !rules.units.includes(unitText);
  // A label that reaches under the unit or the numbers has pushed its row aside, or taken a piece of it.
  const pushed = leaf.column + leaf.columnSpan > Math.min(...block.values.map((v) => v.from), block.unit ?? Infinity);
  const under = block.values.map((column) => {
    const cells = valueCells(printed, leaf, column);
    const filled = cells.filter((c) => tight(c.text) !== '');
    return { column, several: filled.length > 1 || isCut(cells, printed.grid), cell: filled[0] ?? cells[0] };
  });
  return under.flatMap(({ column, several, cell }, at): CellReading[] => {
    if (!cell) return [];
    const beside = [at - 1, at + 1].flatMap((i) => (under[i] ? [under[i].cell?.text] : []));
    const kind = row?.amount === true ? 'amount' : 'count';
    const read = readNumber(cell.text, cell.wrapped, row === null ? 'amount' : kind, rules);
    const shared = several || isShared(cell, leaf, column, block);
    const number: PrintedNumber = shared ? { value: null, unit: '', certainty: !several && read.certainty === 'blank' && !cell.unclear && (!cell.readings || seesNothing(cell.readings)) ? 'blank' : 'unsure' } : cell.unclear || isStrange || (read.certainty === 'sure' && mayBeTwo(cell.text, beside, rules)) ? { ...read, certainty: 'unsure' } : read;
    const unit = number.unit || (isNumeric(unitText) ? '' : unitText) || unitOf(leaf.text, rules);
    const place = isShifted || pushed || !column.sure ? ('place' as const) : null;
    const readings = cell.readings && !shared && !cell.unclear && !isStrange ? { readings: readingsAs(row === null ? 'amount' : kind, cell.readings) } : {};
    return [{ row: id, column: columnOf(column.id), number: { ...number, unit }, raw: cell.text, place: cell.places[0] ?? null, doubt: doubt ?? place, label: stub.label, ...readings }];
  });
}

/** Whether a cell stands beside several labels, or under several columns: nobody can tell whose its number is. */
const isShared = (cell: Cell, leaf: Cell, column: ValueColumn, { values }: ListBlock): boolean =>
  cell.row < leaf.row || cell.row + cell.rowSpan > leaf.row + leaf.rowSpan || values.some((v) => v !== column && v.from < cell.column + cell.columnSpan && v.to > cell.column);

/** Whether a row of a text whose merged cells left no trace has too few cells for its columns, so that they may be shifted. */
function hasLostCells({ printed, block, leaf }: Stub): boolean {
  const { values } = block;
  if (values.every((v) => printed.at(leaf.row, v.from) !== undefined)) return false;
  return values.length > 1 || printed.across(leaf.row, leaf.column + 1).filter((c) => isNumeric(c.text)).length > 0;
}

/**
 * Where rows are told by where text stands, a row that is none of the list's may
 * be the second line of a label whose first stands beside nothing: no blank is
 * vouched for then.
 */
function withLostRows(cells: readonly CellReading[], stubs: readonly Stub[]): readonly CellReading[] {
  const aligned = new Map(stubs.filter((s) => s.printed.grid.method === 'aligned').map((s) => [s.printed, s.block] as const));
  const read = new Set(cells.map((c) => c.place));
  // What stands left of all labels counts the rows.
  const isLost = [...aligned].some(([{ grid }, block]) => grid.cells.some((c) => isFigure(c.text) && c.column >= block.labels.from && !c.places.some((p) => read.has(p)))) || (aligned.size > 0 && cells.some((c) => c.row.startsWith('extra.')));
  return isLost ? cells.map((c) => (c.number.certainty === 'blank' && c.doubt === null ? { ...c, doubt: 'place' as const } : c)) : cells;
}

/** Where the other numbers of a scan have units, the one of a number without was not read. */
function withLostUnits(cells: readonly CellReading[], stubs: readonly Stub[]): readonly CellReading[] {
  if (stubs.every((s) => s.printed.grid.source !== 'ocr') || cells.every((c) => c.number.unit === '')) return cells;
  return cells.map(({ readings, ...cell }): CellReading => {
    const isLost = cell.number.unit === '' && cell.number.certainty !== 'blank';
    return isLost ? { ...cell, number: { ...cell.number, certainty: 'unsure' } } : { ...cell, ...(readings && { readings }) };
  });
}

/** A number, with its unit or a part of it behind it (10.79万: the 元 is on the next line). */
const isFigure = (text: string): boolean => /^[+-]?\d[\d.,]*\p{Script=Han}{0,2}$/u.test(tight(text).normalize('NFKC'));

const columnOf = (id: string): FormColumn => ({ id, row: '', rowEn: '', label: '', spellings: [], doubtful: [], groups: [], en: '', total: false, signed: false, amount: false });

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
