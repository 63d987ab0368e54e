import type { Block } from '../../../model/page.js';
import type { MarkedCell } from '../../placed-cells.js';
import { placedCells } from '../../placed-cells.js';
import type { Sheet, SheetArea, SheetCell } from './sheet.js';

/** A row of a sheet as it is shown. */
interface ShownRow {
  /** Number in the sheet, from 0. */
  readonly row: number;
  /** The cells with text, from left to right; of merged ones the first that is shown. */
  readonly filled: readonly Shown[];
  /** The file tells of empty cells in it, beside the one with text: they have borders, or another look. */
  readonly hasFramed: boolean;
  /** The last column that the file tells of in it, whether anything stands there or not; -1 where it tells of none. */
  readonly end: number;
  /** A merged cell goes on from it into the next row. */
  readonly goesOn: boolean;
}

interface Shown {
  readonly area: SheetArea;
  readonly text: string;
  readonly unclear: boolean;
}

/**
 * What a sheet says, in reading order. Rows without anything part it into
 * tables; rows of a table with one text alone at its top, at its end, or merged
 * over all of it are lines of text: titles, headings, notes, signatures. What is
 * hidden is left out, and so are columns with nothing in them.
 */
export function sheetBlocks(sheet: Sheet): Block[] {
  return regionsOf(shownRows(sheet)).flatMap(blocksOfRegion);
}

function shownRows(sheet: Sheet): ShownRow[] {
  const merges = sheet.merges.filter((m) => m.bottom > m.top || m.right > m.left);
  const byRow = new Map<number, SheetCell[]>();
  for (const cell of sheet.cells) (byRow.get(cell.row) ?? byRow.set(cell.row, []).get(cell.row))?.push(cell);
  const content = new Map(sheet.cells.map((c) => [`${String(c.row)} ${String(c.column)}`, c] as const));
  const last = Math.max(-1, ...[...byRow].filter(([, cells]) => cells.some((c) => c.text.trim() !== '' || c.unclear)).map(([row]) => row));
  const rows: ShownRow[] = [];
  for (let row = 0; row <= last; row++) {
    if (sheet.isHiddenRow(row)) continue;
    const over = merges.filter((m) => m.top <= row && m.bottom >= row);
    const own = (byRow.get(row) ?? []).filter((c) => !sheet.isHiddenColumn(c.column) && !over.some((m) => m.left <= c.column && m.right >= c.column));
    const filled: Shown[] = own.filter((c) => c.text.trim() !== '' || c.unclear).map((c) => ({ area: { top: row, bottom: row, left: c.column, right: c.column }, text: c.text, unclear: c.unclear }));
    for (const m of over.filter((one) => firstShown(one.top, one.bottom, sheet.isHiddenRow) === row)) {
      const first = firstShown(m.left, m.right, sheet.isHiddenColumn);
      const cell = content.get(`${String(m.top)} ${String(m.left)}`);
      if (first !== null && cell && (cell.text.trim() !== '' || cell.unclear)) filled.push({ area: { ...m, left: first }, text: cell.text, unclear: cell.unclear });
    }
    const isLong = over.some((m) => m.bottom > row);
    rows.push({ row, filled: filled.sort((a, b) => a.area.left - b.area.left), hasFramed: own.some((c) => c.text.trim() === ''), end: Math.max(-1, ...own.map((c) => c.column), ...over.map((m) => m.right)), goesOn: isLong });
  }
  return rows;
}

function firstShown(from: number, to: number, isHidden: (at: number) => boolean): number | null {
  for (let at = from; at <= to; at++) if (!isHidden(at)) return at;
  return null;
}

/** Runs of rows with something in them. A row inside a merged cell is one of them. */
function regionsOf(rows: readonly ShownRow[]): ShownRow[][] {
  const regions: ShownRow[][] = [];
  let before: ShownRow | undefined;
  for (const row of rows) {
    if (row.filled.length > 0 || before?.goesOn) {
      const open = regions.at(-1);
      if (open && before && (before.filled.length > 0 || before.goesOn)) open.push(row);
      else regions.push([row]);
    }
    before = row;
  }
  return regions;
}

function blocksOfRegion(region: readonly ShownRow[]): Block[] {
  const columns = [...new Set(region.flatMap((r) => r.filled.map((f) => f.area.left)))].sort((a, b) => a - b);
  const alone = (row: ShownRow | undefined): boolean => row !== undefined && row.filled.length < 2 && !row.goesOn;
  const [first = 0, last = 0] = [columns[0], columns.at(-1)];
  const isAcross = (row: ShownRow): boolean => alone(row) && columns.length > 1 && row.filled.some((f) => f.area.left <= first && f.area.right >= last);
  let [from, to] = [0, region.length];
  while (from < to && alone(region[from])) from++;
  while (to > from && alone(region[to - 1]) && (!region[to - 1]?.hasFramed || isAcross(region[to - 1] as ShownRow))) to--;
  const blocks: Block[] = [];
  let table: ShownRow[] = [];
  const endTable = (): void => {
    if (table.length > 0) blocks.push(gridOf(table));
    table = [];
  };
  for (const [i, row] of region.entries()) {
    if (i >= from && i < to && !isAcross(row)) table.push(row);
    else {
      endTable();
      for (const { text } of row.filled) for (const line of text.split('\n')) if (line.trim() !== '') blocks.push({ kind: 'text', text: line.trim(), line: row.row + 1 });
    }
  }
  endTable();
  return blocks;
}

/** Where so many of a table's rows go to its last column, by what stands there or by the frames of blank cells, one that does not may have lost a cell. */
const mostRows = 0.7;

function gridOf(rows: readonly ShownRow[]): Block {
  const columns = [...new Set(rows.flatMap((r) => r.filled.map((f) => f.area.left)))].sort((a, b) => a - b);
  const isWhole = (row: ShownRow): boolean => row.end >= (columns.at(-1) ?? 0);
  const tellsEnds = rows.filter(isWhole).length >= mostRows * rows.length;
  const covered = rows.map((): boolean[] => columns.map(() => false));
  const marked = rows.map((row, r): MarkedCell[] => {
    const cells: MarkedCell[] = [];
    columns.forEach((column, c) => {
      if (covered[r]?.[c] || (tellsEnds && column > row.end)) return;
      const shown = row.filled.find((f) => f.area.left === column);
      const rowSpan = shown ? Math.max(1, rows.filter((o) => o.row >= row.row && o.row <= shown.area.bottom).length) : 1;
      const columnSpan = shown ? Math.max(1, columns.filter((o) => o >= column && o <= shown.area.right).length) : 1;
      for (let i = r; i < r + rowSpan; i++) for (let k = c; k < c + columnSpan; k++) (covered[i] ??= [])[k] = true;
      cells.push({ text: (shown?.text ?? '').split('\n').map((l) => l.trim()).filter((l) => l !== '').join('\n'), rowSpan, columnSpan, ...(shown?.unclear ? { unclear: true as const } : {}) });
    });
    return cells;
  });
  return { kind: 'grid', ...placedCells(marked), line: (rows[0]?.row ?? 0) + 1 };
}
