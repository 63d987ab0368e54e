import type { Cell, Grid } from '../model/grid.js';

/** Column edges this near to each other are one. Points. */
const sameEdge = 3.5;
/** The gutters of two halves of a table may miss each other by so much. Points. */
const touch = 2;

type Gutter = NonNullable<Grid['gutters']>[number];

/** Two tables on the columns of both: the edges, and the cells of each with columns counted on them. */
export interface CommonColumns {
  readonly columnEdges: readonly number[];
  readonly gutters: readonly Gutter[] | null;
  readonly above: Cell[];
  readonly below: Cell[];
}

/** Puts two halves of a table on common columns: ruled ones by their edges, aligned ones by their gutters. */
export function onCommonColumns(upper: Grid, lower: Grid): CommonColumns {
  if (upper.gutters && lower.gutters) return onGutters(upper, lower, upper.gutters, lower.gutters);
  const shift = (upper.columnEdges[0] ?? 0) - (lower.columnEdges[0] ?? 0);
  const columnEdges = union(upper.columnEdges, lower.columnEdges.map((x) => x + shift));
  return {
    columnEdges,
    gutters: null,
    above: onEdges(upper.cells, upper.columnEdges, columnEdges),
    below: onEdges(lower.cells, lower.columnEdges.map((x) => x + shift), columnEdges),
  };
}

/** Whether half of the gutters of the half with fewer are those of the other half. */
export function shareGutters(a: readonly Gutter[], b: readonly Gutter[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.filter((g) => many.some((o) => meet(g, o))).length >= 0.5 * few.length;
}

const meet = (a: Gutter, b: Gutter): boolean => a.from <= b.to + touch && b.from <= a.to + touch;

/** Whether no two cells of either half fall on one place. */
export const isSound = ({ above, below }: CommonColumns): boolean => [above, below].every((cells) => {
  const taken = new Set<string>();
  return cells.every((c) => placesOf(c).every((place) => {
    const isFree = !taken.has(place);
    taken.add(place);
    return isFree;
  }));
});

const placesOf = (c: Cell): string[] => Array.from({ length: c.rowSpan }, (_, r) => r).flatMap((r) => Array.from({ length: c.columnSpan }, (__, k) => `${String(c.row + r)}/${String(c.column + k)}`));

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

/**
 * A gutter of one half that meets one of the other is the same; where it meets
 * several, the columns between them are empty in its half. What meets none is a
 * gutter of its own.
 */
function onGutters(upper: Grid, lower: Grid, a: readonly Gutter[], b: readonly Gutter[]): CommonColumns {
  const gutters = [...a.flatMap((g) => inCommon(g, a, b)), ...b.filter((g) => !a.some((o) => meet(g, o)))].sort((p, q) => p.from + p.to - q.from - q.to);
  const columnEdges = [Math.min(upper.columnEdges[0] ?? 0, lower.columnEdges[0] ?? 0), ...gutters.map((g) => (g.from + g.to) / 2), Math.max(upper.columnEdges.at(-1) ?? 0, lower.columnEdges.at(-1) ?? 0)];
  return { columnEdges, gutters, above: withDoubt(onto(upper, a, gutters), gutters), below: withDoubt(onto(lower, b, gutters), gutters) };
}

/** What a gutter of one half is on both: the strip that it shares with the one it meets, or all those that it meets. */
function inCommon(g: Gutter, own: readonly Gutter[], others: readonly Gutter[]): readonly Gutter[] {
  const met = others.filter((o) => meet(g, o));
  const [only, more] = met;
  if (more) return met.filter((o) => own.find((u) => meet(u, o)) === g);
  if (!only || own.filter((u) => meet(u, only)).length > 1) return [g];
  const [from, to] = [Math.max(g.from, only.from), Math.min(g.to, only.to)];
  return [{ from: Math.min(from, to), to: Math.max(from, to) }];
}

/** A number that stands between two columns of the whole may be of either: its row is unclear. */
function withDoubt(cells: readonly Cell[], gutters: readonly Gutter[]): Cell[] {
  const isBetween = (c: Cell): boolean => /^[\d.,+-]+$/.test(c.text.normalize('NFKC')) && c.places.some(({ box }) => box !== null && gutters.some((g) => box.x0 > g.from - touch && box.x1 < g.to + touch));
  const rows = new Set(cells.filter(isBetween).map((c) => c.row));
  return cells.map((c) => (rows.has(c.row) && c.rowSpan === 1 ? { ...c, unclear: true } : c));
}

/** The cells of a half with columns counted on the gutters of the whole; columns that it lacks are empty cells. */
function onto(half: Grid, own: readonly Gutter[], gutters: readonly Gutter[]): Cell[] {
  const first = own.map((g) => gutters.findIndex((o) => meet(g, o)));
  const last = own.map((g) => gutters.findLastIndex((o) => meet(g, o)));
  const cells = half.cells.map((c): Cell => {
    const from = c.column === 0 ? 0 : (last[c.column - 1] ?? 0) + 1;
    const end = c.column + c.columnSpan;
    const to = end > own.length ? gutters.length + 1 : (first[end - 1] ?? 0) + 1;
    return { ...c, column: from, columnSpan: Math.max(1, to - from) };
  });
  const place = half.places[0];
  for (let row = 0; row < half.rows; row++) {
    const covered = new Set(cells.filter((c) => c.row <= row && c.row + c.rowSpan > row).flatMap((c) => Array.from({ length: c.columnSpan }, (_, k) => c.column + k)));
    for (let column = 0; column <= gutters.length; column++) {
      if (!covered.has(column) && place) cells.push({ row, column, rowSpan: 1, columnSpan: 1, text: '', wrapped: false, places: [place] });
    }
  }
  return cells;
}
