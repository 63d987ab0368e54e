import { contains, type Box } from '../model/box.js';
import type { Ruling, Word } from '../model/page.js';
import { clusters, mean } from './lines.js';

/** Lines that end this near to each other are meant to meet. Points. */
export const reach = 4;
/** Lines this near to each other are one edge. Points. */
const oneEdge = 3;
/** A side of a cell is ruled when this part of it is. */
const ruledPart = 0.6;
/** A table has no column or row narrower than this. Points. */
const narrowest = 4;
/** Crossing lines that stand out further than this past the last line have a cell there, its side open. Points. */
const overshoot = 12;

/** The edges of a table's columns and rows, and which sides of its cells are ruled. */
export interface Frame {
  readonly box: Box;
  readonly xs: number[];
  readonly ys: number[];
  /** `across[i][j]`: a line along row edge i, over column j. */
  readonly across: boolean[][];
  /** `down[i][j]`: a line along column edge j, beside row i. */
  readonly down: boolean[][];
}

/** A cell: rows and columns of the frame, from 0. */
export interface Region {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The frame that connected lines make; null where they make no cells. `words`: those of the page, which tell an open side from a line that runs past its crossing. */
export function frameOf(lines: readonly Ruling[], words: readonly Word[]): Frame | null {
  const horizontal = lines.filter((l) => l.axis === 'horizontal');
  const vertical = lines.filter((l) => l.axis === 'vertical' && l.to - l.from >= narrowest);
  if (horizontal.length === 0 || vertical.length === 0 || horizontal.length + vertical.length < 3) return null;
  const around: Box = {
    x0: Math.min(...horizontal.map((l) => l.from), ...vertical.map((l) => l.at)),
    x1: Math.max(...horizontal.map((l) => l.to), ...vertical.map((l) => l.at)),
    y0: Math.min(...vertical.map((l) => l.from), ...horizontal.map((l) => l.at)),
    y1: Math.max(...vertical.map((l) => l.to), ...horizontal.map((l) => l.at)),
  };
  const inside = words.filter((w) => contains(around, (w.box.x0 + w.box.x1) / 2, (w.box.y0 + w.box.y1) / 2));
  const xs = edges(vertical, [around.x0, around.x1], (from, to) => inside.some((w) => isBetween((w.box.x0 + w.box.x1) / 2, from, to)));
  const ys = edges(horizontal, [around.y0, around.y1], (from, to) => inside.some((w) => isBetween((w.box.y0 + w.box.y1) / 2, from, to)));
  if (xs.length < 2 || ys.length < 2 || (xs.length === 2 && ys.length === 2)) return null;
  const [x0 = 0, x1 = 0] = [xs[0], xs.at(-1)];
  const [y0 = 0, y1 = 0] = [ys[0], ys.at(-1)];
  const across = ys.map((y, i) => intervals(xs).map(([from, to]) => i === 0 || i === ys.length - 1 || covered(near(horizontal, y), from, to)));
  const down = intervals(ys).map(([from, to]) => xs.map((x, j) => j === 0 || j === xs.length - 1 || covered(near(vertical, x), from, to)));
  return { box: { x0, y0, x1, y1 }, xs, ys, across, down };
}

const isBetween = (value: number, from: number, to: number): boolean => value > from && value < to;

/** Places of the lines, those that are one edge taken together; the ends of the crossing lines where they stand out and hold something (an open side). */
function edges(lines: readonly Ruling[], ends: readonly [number, number], holdsText: (from: number, to: number) => boolean): number[] {
  const places = clusters(lines, (l) => l.at, oneEdge).map((group) => mean(group.map((l) => l.at)));
  const [first, last] = [places[0], places.at(-1)];
  const isCell = (from: number, to: number): boolean => to - from > overshoot || (to - from > narrowest && holdsText(from, to));
  if (first !== undefined && isCell(ends[0], first)) places.unshift(ends[0]);
  if (last !== undefined && isCell(last, ends[1])) places.push(ends[1]);
  return places;
}

const intervals = (at: readonly number[]): [number, number][] => at.slice(0, -1).map((from, i) => [from, at[i + 1] ?? from]);
const near = (lines: readonly Ruling[], at: number): Ruling[] => lines.filter((l) => Math.abs(l.at - at) <= oneEdge);

/** How much of a stretch lines run along, of 1. */
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

/** Cells as the largest rectangles without a line through them, taken from the top left; `owner[row][column]` is the index of the cell there. */
export function regions(frame: Frame): { regions: Region[]; owner: number[][] } {
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

/** Index of the interval between two neighbouring edges that holds the value; the outermost one for a value outside. */
export function intervalOf(at: readonly number[], value: number): number {
  let i = 0;
  while (i < at.length - 2 && value >= (at[i + 1] ?? Infinity)) i++;
  return i;
}
