import { centre, type Box } from '../model/box.js';
import type { Cell, Grid } from '../model/grid.js';

/** A row's numbers are on one line where their middles lie no further off it than this. Points. */
const sameLine = 4;
/** What is a number as far as one can see. */
const number = /^[-+]?\d[\d.,]*%?$/;
/** Rows are no nearer to one another than this. Points. */
const nearestRows = 9;
/** The first row begins, and the last one ends, no further than this from its numbers: what is printed there may be no part of the table. Points. */
const outermost = 9;

/**
 * The table with the frames of its cells, as far as they can be told without
 * lines: from the middle of one gutter to that of the next, and half way to
 * the rows above and below. Frames leave nothing out between two rows, so that
 * what stands between them is seen. Cells that span have none, nor has a row
 * whose numbers are not on one line, or a column of labels. A column without
 * anything right of one of numbers is one of numbers, all of them blank.
 */
export function withAlignedFrames(grid: Grid): Grid {
  if (grid.method !== 'aligned' || grid.turn) return grid;
  const numbers = numberLinesOf(grid);
  const filled = Array.from({ length: grid.columns }, (_, column) => grid.cells.filter((c) => c.column === column && c.columnSpan === 1 && numbers.has(c.row) && c.text.trim() !== ''));
  const first = filled.findIndex(areNumbers);
  const isOfNumbers = filled.map((cells, column) => areNumbers(cells) || (cells.length === 0 && first >= 0 && column > first));
  const lines = new Map([...numbers, ...blankLinesOf(grid, numbers, first)]);
  const frameOf = ({ row, column, rowSpan, columnSpan }: Cell): { page: number; box: Box } | null => {
    const here = lines.get(row);
    const [x0, x1] = [grid.columnEdges[column], grid.columnEdges[column + 1]];
    if (!here || x0 === undefined || x1 === undefined || !isOfNumbers[column] || rowSpan !== 1 || columnSpan !== 1) return null;
    const [above, below] = [nextLine(lines, row, -1, here.page), nextLine(lines, row, 1, here.page)];
    return { page: here.page, box: { x0, x1, y0: above === null ? here.y - outermost : (above + here.y) / 2, y1: below === null ? here.y + outermost : (below + here.y) / 2 } };
  };
  return { ...grid, cells: grid.cells.map((cell): Cell => {
    const frame = frameOf(cell);
    return frame ? { ...cell, frames: [frame] } : cell;
  }) };
}

const areNumbers = (filled: readonly Cell[]): boolean => filled.filter((c) => number.test(c.text)).length > filled.length / 2;

/** Where the numbers of each row stand that has them on one line: y of their middles, in points. */
export function numberLinesOf(grid: Grid): ReadonlyMap<number, { readonly page: number; readonly y: number }> {
  const lines = new Map<number, { page: number; y: number }>();
  for (let row = 0; row < grid.rows; row++) {
    const line = lineOf(grid.cells.filter((c) => c.row === row && c.rowSpan === 1 && c.columnSpan === 1 && number.test(c.text)));
    if (line) lines.set(row, line);
  }
  return lines;
}

/** Where the rows stand that have labels and nothing else, from the first row of numbers on: y of the middle of the label, in points, where that is off the lines of numbers. */
function blankLinesOf(grid: Grid, numbers: ReadonlyMap<number, { readonly page: number; readonly y: number }>, firstOfNumbers: number): Map<number, { readonly page: number; readonly y: number }> {
  const lines = new Map<number, { page: number; y: number }>();
  for (let row = Math.min(...numbers.keys()) + 1; row < grid.rows; row++) {
    const filled = grid.cells.filter((c) => c.row === row && c.text.trim() !== '' && c.rowSpan === 1).sort((a, b) => a.column - b.column);
    const [place, more] = filled.at(-1)?.places ?? [];
    if (!place?.box || more || numbers.has(row) || filled.some((c) => c.column + c.columnSpan > firstOfNumbers)) continue;
    const { page, y } = { page: place.page, y: centre(place.box).y };
    if (![...numbers.values(), ...lines.values()].some((l) => l.page === page && Math.abs(l.y - y) < nearestRows)) lines.set(row, { page, y });
  }
  return lines;
}

/** Where the numbers of a row stand; null where they are few, or not on one line of one page. */
function lineOf(numbers: readonly Cell[]): { page: number; y: number } | null {
  const places = numbers.flatMap((c) => (c.places.length === 1 ? c.places : [])).flatMap(({ page, box }) => (box ? [{ page, y: centre(box).y }] : []));
  const ys = places.map((p) => p.y).sort((a, b) => a - b);
  const [first] = places;
  const y = ys[ys.length >> 1];
  if (!first || y === undefined || places.some((p) => p.page !== first.page || Math.abs(p.y - y) > sameLine)) return null;
  return { page: first.page, y };
}

/** Where the next row with numbers stands on the same page, upwards or downwards; null where there is none. */
function nextLine(lines: ReadonlyMap<number, { readonly page: number; readonly y: number }>, row: number, step: 1 | -1, page: number): number | null {
  const last = step === 1 ? Math.max(...lines.keys()) : 0;
  for (let r = row + step; step === 1 ? r <= last : r >= last; r += step) {
    const line = lines.get(r);
    if (line) return line.page === page ? line.y : null;
  }
  return null;
}
