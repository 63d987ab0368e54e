import { width } from '../model/box.js';
import type { Cell, Grid } from '../model/grid.js';
import type { Page, Word } from '../model/page.js';

/** One page's tables, from top to bottom, and the words outside of them (without page furniture). */
export interface PageGrids {
  readonly page: Page;
  readonly grids: readonly Grid[];
  readonly prose: readonly Word[];
}

/** Two halves of a table differ in width by no more than this part. */
const sameWidth = 0.025;
/** Column edges this near to each other are one. Points. */
const sameEdge = 3.5;

/**
 * Joins tables that run over page breaks: the last of a page and the first of
 * the next are one where nothing but page furniture stands between them and
 * they are equally wide. A boxhead that is printed again is dropped.
 */
export function joinOverPages(pages: readonly PageGrids[]): Grid[] {
  const joined: Grid[] = [];
  let open: { grid: Grid; page: PageGrids } | null = null;
  for (const page of pages) {
    page.grids.forEach((grid, i) => {
      const before = open;
      if (i === 0 && before && continues(before.page, page, before.grid, grid)) {
        const whole = append(before.grid, grid);
        joined[joined.length - 1] = whole;
        open = { grid: whole, page };
      } else {
        joined.push(grid);
        open = { grid, page };
      }
    });
  }
  return joined;
}

function continues(before: PageGrids, after: PageGrids, upper: Grid, lower: Grid): boolean {
  if (after.page.number !== before.page.number + 1) return false;
  const above = upper.places.at(-1)?.box;
  const below = lower.places[0]?.box;
  if (!above || !below) return false;
  if (Math.abs(width(above) - width(below)) > sameWidth * width(above)) return false;
  return !before.prose.some((w) => w.box.y0 >= above.y1 - 1) && !after.prose.some((w) => w.box.y1 <= below.y0 + 1);
}

/** The rows of `lower` under those of `upper`, on the columns of both. */
function append(upper: Grid, lower: Grid): Grid {
  const shift = (upper.columnEdges[0] ?? 0) - (lower.columnEdges[0] ?? 0);
  const edges = union(upper.columnEdges, lower.columnEdges.map((x) => x + shift));
  const top = onEdges(upper.cells, upper.columnEdges, edges, 0);
  const bottom = onEdges(lower.cells, lower.columnEdges.map((x) => x + shift), edges, 0);
  const repeated = repeatedRows(top, bottom, lower.rows);
  const kept = bottom.filter((c) => c.row >= repeated).map((c) => ({ ...c, row: c.row - repeated + upper.rows }));
  return {
    ...upper,
    rows: upper.rows + lower.rows - repeated,
    columns: edges.length - 1,
    cells: [...top, ...kept],
    places: [...upper.places, ...lower.places],
    columnEdges: edges,
    seams: [...upper.seams, upper.rows],
  };
}

function union(a: readonly number[], b: readonly number[]): number[] {
  const edges = [...a];
  for (const x of b) if (!edges.some((e) => Math.abs(e - x) <= sameEdge)) edges.push(x);
  return edges.sort((p, q) => p - q);
}

function onEdges(cells: readonly Cell[], from: readonly number[], to: readonly number[], rowShift: number): Cell[] {
  const index = from.map((x) => nearest(to, x));
  return cells.map((c) => {
    const first = index[c.column] ?? 0;
    const last = index[c.column + c.columnSpan] ?? first + 1;
    return { ...c, row: c.row + rowShift, column: first, columnSpan: Math.max(1, last - first) };
  });
}

function nearest(edges: readonly number[], x: number): number {
  let best = 0;
  edges.forEach((e, i) => {
    if (Math.abs(e - x) < Math.abs((edges[best] ?? Infinity) - x)) best = i;
  });
  return best;
}

/** How many rows at the top of `bottom` are the boxhead of `top` printed again: equal texts, equal spans, no numbers. */
function repeatedRows(top: readonly Cell[], bottom: readonly Cell[], rows: number): number {
  let same = 0;
  while (same < rows - 1 && equalRow(top, bottom, same)) same++;
  // A head is repeated whole: no cell of it may reach into the rows below.
  while (same > 0 && bottom.some((c) => c.row < same && c.row + c.rowSpan > same)) same--;
  return same;
}

function equalRow(top: readonly Cell[], bottom: readonly Cell[], row: number): boolean {
  const describe = (cells: readonly Cell[]): string[] =>
    cells.filter((c) => c.row === row).map((c) => `${String(c.column)}+${String(c.columnSpan)}×${String(c.rowSpan)} ${c.text.replace(/\s+/g, '')}`);
  const a = describe(top);
  const b = describe(bottom);
  const words = bottom.filter((c) => c.row === row && c.text.trim() !== '');
  const numeric = words.some((c) => /^[\d\s.,+-]+$/.test(c.text));
  return a.length === b.length && words.length > 0 && !numeric && a.every((text, i) => text === b[i]);
}

