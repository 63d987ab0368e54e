import type { Cell, Grid } from '../model/grid.js';

/** Column edges this near to each other are one. Points. */
const sameEdge = 3.5;
/** Two tables on the columns of both: the edges, and the cells of each with columns counted on them. */
export interface CommonColumns {
  readonly columnEdges: readonly number[];
  readonly above: Cell[];
  readonly below: Cell[];
}

/** Puts two halves of a ruled table on common columns. */
export function onCommonColumns(upper: Grid, lower: Grid): CommonColumns {
  const shift = (upper.columnEdges[0] ?? 0) - (lower.columnEdges[0] ?? 0);
  const columnEdges = union(upper.columnEdges, lower.columnEdges.map((x) => x + shift));
  return {
    columnEdges,
    above: onEdges(upper.cells, upper.columnEdges, columnEdges),
    below: onEdges(lower.cells, lower.columnEdges.map((x) => x + shift), columnEdges),
  };
}

function union(a: readonly number[], b: readonly number[]): number[] {
  const edges = [...a];
  for (const x of b) if (!edges.some((e) => Math.abs(e - x) <= sameEdge)) edges.push(x);
  return edges.sort((p, q) => p - q);
}

function onEdges(cells: readonly Cell[], from: readonly number[], to: readonly number[]): Cell[] {
  const index = from.map((x) => nearest(to, x));
  return cells.map((c) => {
    const first = index[c.column] ?? 0;
    const last = index[c.column + c.columnSpan] ?? first + 1;
    return { ...c, column: first, columnSpan: Math.max(1, last - first) };
  });
}

function nearest(edges: readonly number[], x: number): number {
  let best = 0;
  edges.forEach((e, i) => {
    if (Math.abs(e - x) < Math.abs((edges[best] ?? Infinity) - x)) best = i;
  });
  return best;
}
