import { width } from '../model/box.js';
import type { Cell, Grid } from '../model/grid.js';
import type { Page, Word } from '../model/page.js';
import type { Turn } from '../model/turn.js';
import { onCommonColumns } from './common-columns.js';

/** One page's tables, from top to bottom, and the words outside of them (without page furniture). */
export interface PageGrids {
  readonly page: Page;
  /** Clockwise degrees by which what is set in them is turned. */
  readonly turn: Turn;
  readonly grids: readonly Grid[];
  readonly prose: readonly Word[];
}

/** Two halves of a table differ in width by no more than this part. */
const sameWidth = 0.025;

/**
 * Joins ruled tables that run over page breaks: the last of a page and the first
 * of the next are one where nothing but page furniture stands between them and
 * they are equally wide. A boxhead that is printed again is dropped. Tables
 * without rules were found over the breaks.
 */
export function joinOverPages(pages: readonly PageGrids[]): Grid[] {
  const prose = new Map(pages.map((p) => [`${String(p.page.number)}/${String(p.turn)}`, p.prose] as const));
  const proseOn = (grid: Grid, page: number | undefined): readonly Word[] => prose.get(`${String(page)}/${String(grid.turn ?? 0)}`) ?? [];
  const joined: Grid[] = [];
  for (const grid of pages.flatMap((p) => p.grids)) {
    const last = joined.at(-1);
    if (last && continues(last, grid, proseOn)) joined[joined.length - 1] = append(last, grid);
    else joined.push(grid);
  }
  return joined;
}

function continues(upper: Grid, lower: Grid, proseOn: (grid: Grid, page: number | undefined) => readonly Word[]): boolean {
  const above = upper.places.at(-1);
  const below = lower.places[0];
  if (!above?.box || !below?.box || below.page !== above.page + 1 || upper.turn !== lower.turn) return false;
  if (upper.method !== lower.method || upper.method === 'aligned' || Math.abs(width(above.box) - width(below.box)) > sameWidth * width(above.box)) return false;
  const [foot, top] = [above.box.y1 - 1, below.box.y0 + 1];
  return !proseOn(upper, above.page).some((w) => w.box.y0 >= foot) && !proseOn(lower, below.page).some((w) => w.box.y1 <= top);
}

/** The rows of `lower` under those of `upper`, on the columns of both. */
function append(upper: Grid, lower: Grid): Grid {
  const { columnEdges, above: top, below: bottom } = onCommonColumns(upper, lower);
  const repeated = repeatedRows(top, bottom, lower.rows);
  const kept = bottom.filter((c) => c.row >= repeated).map((c) => ({ ...c, row: c.row - repeated + upper.rows }));
  return {
    ...upper,
    rows: upper.rows + lower.rows - repeated,
    columns: columnEdges.length - 1,
    cells: [...top, ...kept],
    places: [...upper.places, ...lower.places],
    columnEdges,
    seams: [...upper.seams, upper.rows],
  };
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
  const a = describe(top.filter((c) => c.row === row));
  const b = describe(bottom.filter((c) => c.row === row));
  const words = bottom.filter((c) => c.row === row && c.text.trim() !== '');
  const numeric = words.some((c) => /^[\d\s.,+-]+$/.test(c.text));
  return a.length === b.length && words.length > 0 && !numeric && a.every((text, i) => text === b[i]);
}

const tight = (c: Cell): string => c.text.replace(/\s+/g, '');
const describe = (cells: readonly Cell[]): string[] => cells.map((c) => `${String(c.column)}+${String(c.columnSpan)}×${String(c.rowSpan)} ${tight(c)}`);
