import { around, contains, height, width, type Box } from '../model/box.js';
import type { Cell, Grid } from '../model/grid.js';
import type { Page, Word } from '../model/page.js';
import { textOf } from './cell-text.js';
import { intervalOf, regions, type Frame } from './frames.js';
import type { GridFinder } from './grid-finder.js';
import { isTable, type FilledRegion } from './is-table.js';
import { tableFrames } from './table-frames.js';

/** Tables whose columns are drawn with lines, or with filled cells. */
export const ruledGrids: GridFinder = {
  name: 'ruled',
  find(page, source) {
    const frames = tableFrames(page).sort((a, b) => area(a.frame.box) - area(b.frame.box));
    const taken = new Set<Word>();
    const grids: { box: Box; grid: Grid }[] = [];
    for (const { frame, byFill } of frames) {
      const free = page.words.filter((w) => !taken.has(w));
      const inside = new Set(free.filter((w) => contains(frame.box, (w.box.x0 + w.box.x1) / 2, (w.box.y0 + w.box.y1) / 2)));
      const outside = free.filter((w) => !inside.has(w));
      const cells = cellsOf(frame, [...inside]);
      const holdsOthers = grids.some(({ box: b }) => contains(frame.box, (b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2));
      if (!isTable(frame, cells, { byFill, holdsOthers, page, free: outside })) continue;
      const { grid, spilled } = toGrid(frame, cells, outside, page, source);
      for (const word of [...inside, ...spilled]) taken.add(word);
      grids.push({ box: frame.box, grid });
    }
    return { grids: grids.sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0).map((g) => g.grid), taken };
  },
};

const area = (b: Box): number => width(b) * height(b);

/** The cells of a frame, each with the words that stand in it. */
function cellsOf(frame: Frame, words: readonly Word[]): FilledRegion[] {
  const { regions: found, owner } = regions(frame);
  const contents: Word[][] = found.map(() => []);
  for (const word of words) {
    const r = intervalOf(frame.ys, (word.box.y0 + word.box.y1) / 2);
    const c = intervalOf(frame.xs, (word.box.x0 + word.box.x1) / 2);
    contents[owner[r]?.[c] ?? -1]?.push(word);
  }
  return found.map((region, i) => ({ ...region, words: contents[i] ?? [] }));
}

function toGrid(frame: Frame, found: readonly FilledRegion[], outside: readonly Word[], page: Page, source: Grid['source']): { grid: Grid; spilled: Word[] } {
  const strokes = page.rulings.filter((r) => r.axis === 'horizontal');
  const boxes = found.map((region) => ({
    x0: frame.xs[region.column] ?? 0,
    y0: frame.ys[region.row] ?? 0,
    x1: frame.xs[region.column + region.columnSpan] ?? 0,
    y1: frame.ys[region.row + region.rowSpan] ?? 0,
  }));
  const padding = paddingOf(boxes, found.map((region) => region.words));
  const spilled: Word[] = [];
  const cells = found.map(({ words, ...region }, i): Cell => {
    const box = boxes[i] ?? frame.box;
    const inside = [...words];
    if (region.row + region.rowSpan === frame.ys.length - 1) spilled.push(...takeSpilled(inside, box, outside));
    return { ...region, ...textOf(inside, box, { padding, strokes, pictures: page.pictures }), places: [{ page: page.number, box: around(inside.map((w) => w.box)) ?? box }], frames: [{ page: page.number, box }] };
  });
  const grid = withoutIdleEdges({
    rows: frame.ys.length - 1,
    columns: frame.xs.length - 1,
    cells,
    method: 'ruled',
    source,
    places: [{ page: page.number, box: frame.box }],
    columnEdges: frame.xs,
    seams: [],
  });
  return { grid, spilled };
}

/** Cells this narrow hold a label that runs downwards. Points. */
const narrowCell = 90;

/**
 * Moves into a cell at the foot of a table the lines of its text that stand
 * below it: a browser that cuts a tall merged cell at the end of a page lets
 * its text run on past the last rule.
 */
function takeSpilled(inside: Word[], cell: Box, outside: readonly Word[]): Word[] {
  const spilled: Word[] = [];
  if (inside.length === 0 || width(cell) > narrowCell) return spilled;
  for (let last = lowest(inside); ; last = lowest(spilled)) {
    const next = outside.filter((w) => !spilled.includes(w) && w.box.x0 >= cell.x0 && w.box.x1 <= cell.x1 && w.box.y0 > last.box.y0 && w.box.y0 < last.box.y1 + 0.8 * last.size && w.box.y1 > cell.y1 && Math.abs(w.size - last.size) < 0.5);
    if (next.length === 0) break;
    spilled.push(...next);
  }
  inside.push(...spilled);
  return spilled;
}

const lowest = (words: readonly Word[]): Word => words.reduce((a, b) => (b.box.y1 > a.box.y1 ? b : a));

/** No table pads its cells more than this. Points. */
const widestPadding = 7;

/** How far the text of the fullest cell stands from its edges: what the table pads its cells with. Points. */
function paddingOf(boxes: readonly Box[], contents: readonly (readonly Word[])[]): number {
  let least = widestPadding;
  boxes.forEach((box, i) => {
    for (const word of contents[i] ?? []) least = Math.min(least, word.box.x0 - box.x0, box.x1 - word.box.x1);
  });
  return Math.max(0, least);
}

/** Drops the edges at which no cell begins: lines that were too short to divide anything. */
function withoutIdleEdges(grid: Grid): Grid {
  const rows = used(grid.cells.map((c) => c.row));
  const columns = used(grid.cells.map((c) => c.column));
  const rowAt = (edge: number): number => rows.filter((r) => r < edge).length;
  const columnAt = (edge: number): number => columns.filter((c) => c < edge).length;
  const cells = grid.cells.map((c) => ({
    ...c,
    row: rowAt(c.row),
    column: columnAt(c.column),
    rowSpan: rowAt(c.row + c.rowSpan) - rowAt(c.row),
    columnSpan: columnAt(c.column + c.columnSpan) - columnAt(c.column),
  }));
  return { ...grid, rows: rows.length, columns: columns.length, cells, columnEdges: [...columns.map((c) => grid.columnEdges[c] ?? 0), grid.columnEdges.at(-1) ?? 0] };
}

const used = (starts: readonly number[]): number[] => [...new Set(starts)].sort((a, b) => a - b);
