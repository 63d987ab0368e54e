import { height, width, type Box } from '../model/box.js';
import type { Page, Word } from '../model/page.js';
import { linesOf } from './cell-text.js';
import { entriesOf, hasEntriesApart } from './entries-apart.js';
import { intervalOf, type Frame, type Region } from './frames.js';

/** A cell of a frame with its words. */
export interface FilledRegion extends Region {
  readonly words: readonly Word[];
}

/** A lone cell with more lines than this is a box around prose. */
const mostLinesOfCell = 3;
/** A frame of one column that takes more than this part of the page is the page's border. */
const partOfPage = 0.5;
/** A line with so many entries wide apart is a row of several columns. */
const entriesOfRow = 3;
/** In a table drawn by its fills this part of the rows, and of the columns, holds text; in a chart its bars hold none. */
const rowsWithText = 0.7;
/** The first line under a head stands no further below it than this many times its size. */
const nextLine = 2.5;

/**
 * Whether a frame is a table whose columns are ruled. `byFill`: it is made by
 * the edges of filled areas in one direction or both; `holdsOthers`: other
 * tables stand in it; `free`: words of the page that stand in no frame.
 */
export function isTable(frame: Frame, cells: readonly FilledRegion[], about: { readonly byFill: boolean; readonly holdsOthers: boolean; readonly page: Page; readonly free: readonly Word[] }): boolean {
  const rows = frame.ys.length - 1;
  const columns = frame.xs.length - 1;
  const filled = cells.filter((c) => c.words.length > 0);
  const [lone] = filled;
  if (filled.length === 1 && lone && linesOf(lone.words).length > mostLinesOfCell) return false;
  if (cells.every((c) => c.columnSpan === columns) && !isColumn(frame, filled, about)) return false;
  if (about.byFill && (cells.every((c) => c.rowSpan === rows) || !isTiled(frame, cells, filled))) return false;
  // Bands hold whole rows: a label and its number, wide apart.
  if (about.byFill && filled.filter((c) => linesOf(c.words).some((line) => entriesOf(line).length > 1)).length > 1) return false;
  return !hasEntriesApart(filled) && !isHeadAlone(frame, filled, about.free);
}

/** Whether a frame of one column may be part of a table: a caption or a clause above the columns that follow on the next page. */
function isColumn(frame: Frame, filled: readonly FilledRegion[], { byFill, holdsOthers, page }: { byFill: boolean; holdsOthers: boolean; page: Page }): boolean {
  if (byFill || holdsOthers || filled.length === 0) return false;
  if (filled.some((c) => linesOf(c.words).length > mostLinesOfCell || linesOf(c.words).some((line) => entriesOf(line).length >= entriesOfRow))) return false;
  return area(frame.box) <= partOfPage * page.width * page.height;
}

const area = (b: Box): number => width(b) * height(b);

/** Whether filled areas lie as the cells of a table do: text in nearly all of their rows and columns, a line between columns over several rows. */
function isTiled({ xs, ys, down }: Frame, cells: readonly FilledRegion[], filled: readonly FilledRegion[]): boolean {
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const held = (at: (c: FilledRegion) => [number, number], count: number): number => Array.from({ length: count }, (_, i) => i).filter((i) => filled.some((c) => at(c)[0] <= i && i < at(c)[0] + at(c)[1])).length;
  if (held((c) => [c.row, c.rowSpan], rows) < rowsWithText * rows || held((c) => [c.column, c.columnSpan], columns) < rowsWithText * columns) return false;
  if (cells.length < 4) return false;
  return xs.some((_, j) => j > 0 && j < columns && down.filter((row) => row[j]).length >= 2);
}

/** Whether a frame is only the head of a table: no number in it, and rows under it whose entries stand below its cells. */
function isHeadAlone({ box, xs }: Frame, filled: readonly FilledRegion[], free: readonly Word[]): boolean {
  if (xs.length < 3 || filled.some((c) => /^[\d.,+\-%]+$/.test(c.words.map((w) => w.text).join('').normalize('NFKC')))) return false;
  const below = linesOf(free.filter((w) => !w.vertical && w.box.y0 > box.y1 - 2 && w.box.x0 > box.x0 - 2 * w.size && w.box.x1 < box.x1 + 2 * w.size)).slice(0, 2);
  const [first] = below;
  if (below.length < 2 || !first?.[0] || first[0].box.y0 - box.y1 > nextLine * first[0].size) return false;
  return below.every((line) => {
    const entries = entriesOf(line);
    const under = new Set(entries.map((e) => intervalOf(xs, ((e[0]?.box.x0 ?? 0) + (e.at(-1)?.box.x1 ?? 0)) / 2)));
    return under.size === entries.length && entries.length >= Math.max(2, (xs.length - 1) / 2);
  });
}
