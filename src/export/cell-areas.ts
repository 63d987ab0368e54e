import type { Box } from '../model/box.js';
import type { Cell, Grid, Place } from '../model/grid.js';
import { asShown, upright, type Sheet } from '../model/turn.js';

export interface CellArea {
  readonly cell: Cell;
  readonly box: Box;
}

/**
 * Where the cells of one part of a table stand on its page (`sheet` is the
 * page's size), for a picture of it. A grid keeps its column edges and where
 * the texts are; an edge between two rows is where an empty cell ends, or else
 * in the middle between texts.
 */
export function cellAreas(grid: Grid, part: Place, sheet: Sheet): readonly CellArea[] {
  if (part.box === null) return [];
  const { page } = part;
  const turn = grid.turn ?? 0;
  const box = upright(part.box, turn, sheet);
  const here = grid.cells.flatMap((cell): CellArea[] => cell.places.flatMap((place) => (place.page === page && place.box !== null ? [{ cell, box: upright(place.box, turn, sheet) }] : [])));
  const begun = here.filter(({ cell }) => cell.places[0]?.page === page);
  const ended = here.filter(({ cell }) => cell.places.at(-1)?.page === page);
  const first = (begun.length > 0 ? begun : here).reduce((row, { cell }) => Math.min(row, cell.row), grid.rows);
  const end = (ended.length > 0 ? ended : here).reduce((row, { cell }) => Math.max(row, cell.row + cell.rowSpan), 0);
  const ys = rowEdges(here, first, end, box);
  const shift = box.x0 - (grid.columnEdges[0] ?? 0);
  return here.map(({ cell, box: text }) => {
    const area = {
      x0: x(grid, cell.column, shift) ?? text.x0,
      x1: x(grid, cell.column + cell.columnSpan, shift) ?? text.x1,
      y0: ys[Math.max(cell.row, first) - first] ?? text.y0,
      y1: ys[Math.min(cell.row + cell.rowSpan, end) - first] ?? text.y1,
    };
    return { cell, box: asShown(area, turn, sheet) };
  });
}

function x(grid: Grid, edge: number, shift: number): number | undefined {
  const at = grid.columnEdges[edge];
  return at === undefined ? undefined : at + shift;
}

/** The top of the row `first`, the edges below it, and the foot of the last row before `end`. */
function rowEdges(here: readonly CellArea[], first: number, end: number, table: Box): number[] {
  const above = new Map<number, Edge>();
  const below = new Map<number, Edge>();
  for (const { cell, box } of here) {
    const exact = cell.text === '';
    furthest(above, cell.row + cell.rowSpan, { at: box.y1, exact }, Math.max);
    furthest(below, cell.row, { at: box.y0, exact }, Math.min);
  }
  const ys = [table.y0];
  for (let row = first + 1; row < end; row++) {
    const [foot, top] = [above.get(row), below.get(row)];
    const known = foot?.exact === true ? foot : top?.exact === true ? top : null;
    ys.push(known?.at ?? ((foot?.at ?? top?.at ?? ys.at(-1) ?? 0) + (top?.at ?? foot?.at ?? ys.at(-1) ?? 0)) / 2);
  }
  return [...ys, table.y1];
}

interface Edge {
  readonly at: number;
  /** It is the cell's edge, not that of its text. */
  readonly exact: boolean;
}

function furthest(edges: Map<number, Edge>, row: number, edge: Edge, further: (a: number, b: number) => number): void {
  const before = edges.get(row);
  if (before === undefined || (edge.exact && !before.exact)) edges.set(row, edge);
  else if (edge.exact === before.exact) edges.set(row, { ...before, at: further(before.at, edge.at) });
}
