import { width } from '../model/box.js';
import type { Cell, Grid } from '../model/grid.js';
import type { Page, Word } from '../model/page.js';
import { isSound, onCommonColumns, shareGutters } from './common-columns.js';

/** One page's tables, from top to bottom, and the words outside of them (without page furniture). */
export interface PageGrids {
  readonly page: Page;
  readonly grids: readonly Grid[];
  readonly prose: readonly Word[];
}

/** Two halves of a table differ in width by no more than this part. */
const sameWidth = 0.025;

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
  if (after.page.number !== before.page.number + 1 || upper.turn !== lower.turn) return false;
  const above = upper.places.at(-1)?.box;
  const below = lower.places[0]?.box;
  if (!above || !below) return false;
  if (upper.gutters && lower.gutters ? !(shareGutters(upper.gutters, lower.gutters) && isSound(onCommonColumns(upper, lower))) : Math.abs(width(above) - width(below)) > sameWidth * width(above)) return false;
  return !before.prose.some((w) => w.box.y0 >= above.y1 - 1) && !after.prose.some((w) => w.box.y1 <= below.y0 + 1);
}

/** The rows of `lower` under those of `upper`, on the columns of both. */
function append(upper: Grid, lower: Grid): Grid {
  const { columnEdges, gutters, above: top, below: bottom } = onCommonColumns(upper, lower);
  const repeated = repeatedRows(top, bottom, lower.rows, gutters ? withoutSpans : withSpans);
  const kept = bottom.filter((c) => c.row >= repeated).map((c) => ({ ...c, row: c.row - repeated + upper.rows }));
  return {
    ...upper,
    rows: upper.rows + lower.rows - repeated,
    columns: columnEdges.length - 1,
    cells: [...top, ...kept],
    places: [...upper.places, ...lower.places],
    columnEdges,
    ...(gutters ? { gutters } : {}),
    seams: [...upper.seams, upper.rows],
  };
}

/** How many rows at the top of `bottom` are the boxhead of `top` printed again: equal texts, equal spans, no numbers. */
function repeatedRows(top: readonly Cell[], bottom: readonly Cell[], rows: number, describe: (cells: readonly Cell[]) => string[]): number {
  let same = 0;
  while (same < rows - 1 && equalRow(top, bottom, same, describe)) same++;
  // A head is repeated whole: no cell of it may reach into the rows below.
  while (same > 0 && bottom.some((c) => c.row < same && c.row + c.rowSpan > same)) same--;
  return same;
}

function equalRow(top: readonly Cell[], bottom: readonly Cell[], row: number, describe: (cells: readonly Cell[]) => string[]): boolean {
  const a = describe(top.filter((c) => c.row === row));
  const b = describe(bottom.filter((c) => c.row === row));
  const words = bottom.filter((c) => c.row === row && c.text.trim() !== '');
  const numeric = words.some((c) => /^[\d\s.,+-]+$/.test(c.text));
  return a.length === b.length && words.length > 0 && !numeric && a.every((text, i) => text === b[i]);
}

const tight = (c: Cell): string => c.text.replace(/\s+/g, '');
const withSpans = (cells: readonly Cell[]): string[] => cells.map((c) => `${String(c.column)}+${String(c.columnSpan)}×${String(c.rowSpan)} ${tight(c)}`);
/** The spans of an aligned grid are inferred, from each page by itself. */
const withoutSpans = (cells: readonly Cell[]): string[] => cells.filter((c) => tight(c) !== '').map(tight);
