import { around, contains, width, height, type Box } from '../model/box.js';
import type { Cell, Grid } from '../model/grid.js';
import type { Page, Ruling, Word } from '../model/page.js';
import { textOf } from './cell-text.js';
import type { GridFinder } from './grid-finder.js';
import { clusters, connected, mean, wholeLines } from './lines.js';

/** Lines that end this near to each other are meant to meet; double rules are one. Points. */
const reach = 3;
/** A side of a cell is ruled when this part of it is. */
const ruledPart = 0.6;
/** A table has no column or row narrower than this. Points. */
const narrowest = 4;

/** Tables whose cells are drawn with lines. */
export const ruledGrids: GridFinder = {
  name: 'ruled',
  find(page, source) {
    const frames = withDanglingSides(connected(wholeLines(page.rulings), reach))
      .map(frameOf)
      .filter((f): f is Frame => f !== null)
      .sort((a, b) => area(a.box) - area(b.box));
    const taken = new Set<Word>();
    const grids: { box: Box; grid: Grid }[] = [];
    for (const frame of frames) {
      const inside = page.words.filter((w) => !taken.has(w) && contains(frame.box, (w.box.x0 + w.box.x1) / 2, (w.box.y0 + w.box.y1) / 2));
      for (const word of inside) taken.add(word);
      const { grid, spilled } = toGrid(frame, inside, page.words.filter((w) => !taken.has(w)), page, source);
      for (const word of spilled) taken.add(word);
      grids.push({ box: frame.box, grid });
    }
    return { grids: grids.sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0).map((g) => g.grid), taken };
  },
};

const area = (b: Box): number => width(b) * height(b);

/** A side that touches no other line stands no further than this from its table… Points. */
const furthestSide = 150;
/** …and begins and ends as near as this to where the table does. Points. */
const besides = 16;

/**
 * Gives a side that touches no other line to the table beside it: where a merged
 * cell passes through a whole page, its outer line meets no rule there.
 */
function withDanglingSides(groups: readonly (readonly Ruling[])[]): Ruling[][] {
  const tables = groups.filter((g) => g.length > 1).map((g) => [...g]);
  for (const [line] of groups.filter((g) => g.length === 1)) {
    if (line?.axis !== 'vertical') continue;
    const beside = tables.find((table) => {
      const horizontal = table.filter((l) => l.axis === 'horizontal');
      const top = Math.min(...table.map((l) => (l.axis === 'horizontal' ? l.at : l.from)));
      const foot = Math.max(...table.map((l) => (l.axis === 'horizontal' ? l.at : l.to)));
      const [left, right] = [Math.min(...horizontal.map((l) => l.from)), Math.max(...horizontal.map((l) => l.to))];
      const gap = line.at < left ? left - line.at : line.at - right;
      return gap > 0 && gap < furthestSide && Math.abs(line.from - top) < besides && Math.abs(line.to - foot) < besides;
    });
    beside?.push(line);
  }
  return tables;
}

/** The edges of a table's columns and rows, and which sides of its cells are ruled. */
interface Frame {
  readonly box: Box;
  readonly xs: number[];
  readonly ys: number[];
  /** `across[i][j]`: a line along row edge i, over column j. */
  readonly across: boolean[][];
  /** `down[i][j]`: a line along column edge j, beside row i. */
  readonly down: boolean[][];
}

function frameOf(lines: readonly Ruling[]): Frame | null {
  const horizontal = lines.filter((l) => l.axis === 'horizontal');
  const vertical = lines.filter((l) => l.axis === 'vertical' && l.to - l.from >= narrowest);
  if (horizontal.length === 0 || vertical.length === 0 || horizontal.length + vertical.length < 3) return null;
  const xs = edges(vertical, [Math.min(...horizontal.map((l) => l.from)), Math.max(...horizontal.map((l) => l.to))]);
  const ys = edges(horizontal, [Math.min(...vertical.map((l) => l.from)), Math.max(...vertical.map((l) => l.to))]);
  if (xs.length < 2 || ys.length < 2 || (xs.length === 2 && ys.length === 2)) return null;
  const [x0 = 0, x1 = 0] = [xs[0], xs.at(-1)];
  const [y0 = 0, y1 = 0] = [ys[0], ys.at(-1)];
  const across = ys.map((y, i) => columnsOf(xs).map(([from, to]) => i === 0 || i === ys.length - 1 || covered(near(horizontal, y), from, to)));
  const down = columnsOf(ys).map(([from, to]) => xs.map((x, j) => j === 0 || j === xs.length - 1 || covered(near(vertical, x), from, to)));
  return { box: { x0, y0, x1, y1 }, xs, ys, across, down };
}

/** Places of the lines, those that are one edge taken together; the ends of the crossing lines where they stand out (an open side). */
function edges(lines: readonly Ruling[], ends: readonly [number, number]): number[] {
  const places = clusters(lines, (l) => l.at, reach).map((group) => mean(group.map((l) => l.at)));
  const first = places[0];
  const last = places.at(-1);
  if (first !== undefined && first - ends[0] > 2 * narrowest) places.unshift(ends[0]);
  if (last !== undefined && ends[1] - last > 2 * narrowest) places.push(ends[1]);
  return places;
}

const columnsOf = (at: readonly number[]): [number, number][] => at.slice(0, -1).map((from, i) => [from, at[i + 1] ?? from]);
const near = (lines: readonly Ruling[], at: number): Ruling[] => lines.filter((l) => Math.abs(l.at - at) <= reach);

function covered(lines: readonly Ruling[], from: number, to: number): boolean {
  let length = 0;
  let end = from;
  for (const l of lines.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(l.from, end);
    const stop = Math.min(l.to, to);
    if (stop > start) {
      length += stop - start;
      end = stop;
    }
  }
  return length >= ruledPart * (to - from);
}

interface Region {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Cells as the largest rectangles without a line through them, taken from the top left. */
function regions(frame: Frame): { regions: Region[]; owner: number[][] } {
  const rows = frame.ys.length - 1;
  const columns = frame.xs.length - 1;
  const owner = Array.from({ length: rows }, () => Array.from({ length: columns }, () => -1));
  const found: Region[] = [];
  const free = (r: number, c: number): boolean => owner[r]?.[c] === -1;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (!free(r, c)) continue;
      let right = c + 1;
      while (right < columns && free(r, right) && !frame.down[r]?.[right]) right++;
      let below = r + 1;
      const opens = (row: number): boolean => {
        for (let k = c; k < right; k++) {
          if (!free(row, k) || frame.across[row]?.[k] || (k > c && frame.down[row]?.[k])) return false;
        }
        return true;
      };
      while (below < rows && opens(below)) below++;
      for (let i = r; i < below; i++) for (let k = c; k < right; k++) (owner[i] ?? [])[k] = found.length;
      found.push({ row: r, column: c, rowSpan: below - r, columnSpan: right - c });
    }
  }
  return { regions: found, owner };
}

function toGrid(frame: Frame, words: readonly Word[], outside: readonly Word[], page: Page, source: Grid['source']): { grid: Grid; spilled: Word[] } {
  const { regions: found, owner } = regions(frame);
  const contents: Word[][] = found.map(() => []);
  for (const word of words) {
    const r = intervalOf(frame.ys, (word.box.y0 + word.box.y1) / 2);
    const c = intervalOf(frame.xs, (word.box.x0 + word.box.x1) / 2);
    contents[owner[r]?.[c] ?? -1]?.push(word);
  }
  const strokes = page.rulings.filter((r) => r.axis === 'horizontal');
  const boxes = found.map((region) => ({
    x0: frame.xs[region.column] ?? 0,
    y0: frame.ys[region.row] ?? 0,
    x1: frame.xs[region.column + region.columnSpan] ?? 0,
    y1: frame.ys[region.row + region.rowSpan] ?? 0,
  }));
  const padding = paddingOf(boxes, contents);
  const spilled: Word[] = [];
  const cells = found.map((region, i): Cell => {
    const box = boxes[i] ?? frame.box;
    const inside = contents[i] ?? [];
    if (region.row + region.rowSpan === frame.ys.length - 1) spilled.push(...takeSpilled(inside, box, outside));
    return { ...region, ...textOf(inside, box, { padding, strokes }), places: [{ page: page.number, box: around(inside.map((w) => w.box)) ?? box }] };
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

/** Index of the interval between two neighbouring edges that holds the value; the outermost one for a value outside. */
function intervalOf(at: readonly number[], value: number): number {
  let i = 0;
  while (i < at.length - 2 && value >= (at[i + 1] ?? Infinity)) i++;
  return i;
}
