import type { Box } from '../../model/box.js';
import type { Raster } from '../../model/picture.js';
import type { Bitmap } from './bitmap.js';

/** Ink that hangs together, corner to corner too. */
export interface Component {
  /** Pixels of the bitmap; `x1` and `y1` are not in it. */
  readonly box: Box;
  /** How many pixels are ink. */
  readonly pixels: number;
  /** Its ink row by row: y, first x, and the x after the last, three numbers a run. */
  readonly runs: readonly number[];
}

interface Growing {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  pixels: number;
  readonly runs: number[];
}

/** Darker than this is ink, on paper that has been evened to white. */
export const dark = 190;

/** The components of what is dark in a picture on evened paper, faint strokes too. */
export const piecesOf = (picture: Raster): Component[] => componentsOf({ ...picture, ink: picture.pixels.map((value) => (value < dark ? 1 : 0)) });

/**
 * The components of a part of a bitmap (whole pixels; all of it where none is
 * given), from top to bottom. Ink that goes on outside of the part is cut at
 * its edge. Runs of each row are joined to those of the row above that they
 * touch (union-find over runs).
 */
export function componentsOf(bitmap: Bitmap, within: Box = { x0: 0, y0: 0, x1: bitmap.width, y1: bitmap.height }): Component[] {
  const [left, top, right, foot] = [Math.max(0, within.x0), Math.max(0, within.y0), Math.min(bitmap.width, within.x1), Math.min(bitmap.height, within.y1)];
  const { ink } = bitmap;
  const [ys, starts, ends, parents]: [number[], number[], number[], number[]] = [[], [], [], []];
  const root = (run: number): number => {
    let r = run;
    while ((parents[r] ?? r) !== r) {
      parents[r] = parents[parents[r] ?? r] ?? r;
      r = parents[r] ?? r;
    }
    return r;
  };
  let above = 0;
  let aboveEnd = 0;
  for (let y = top; y < foot; y++) {
    const row = ink.subarray(y * bitmap.width + left, y * bitmap.width + right);
    const first = ys.length;
    let candidate = above;
    // Most of a row is paper: the search for the next byte passes it many times faster than a loop.
    for (let begin = row.indexOf(1), end = 0; begin >= 0; begin = row.indexOf(1, end)) {
      for (end = begin + 1; end < row.length && row[end] === 1;) end++;
      const [from, x] = [left + begin, left + end];
      const run = ys.length;
      ys.push(y);
      starts.push(from);
      ends.push(x);
      parents.push(run);
      while (candidate < aboveEnd && (ends[candidate] ?? 0) < from) candidate++;
      for (let k = candidate; k < aboveEnd && (starts[k] ?? Infinity) <= x; k++) {
        const [a, b] = [root(k), root(run)];
        if (a < b) parents[b] = a;
        else parents[a] = b;
      }
    }
    above = first;
    aboveEnd = ys.length;
  }
  const grown = new Map<number, Growing>();
  ys.forEach((y, run) => {
    const [from, to] = [starts[run] ?? 0, ends[run] ?? 0];
    const key = root(run);
    const component = grown.get(key);
    if (!component) {
      grown.set(key, { x0: from, y0: y, x1: to, y1: y + 1, pixels: to - from, runs: [y, from, to] });
      return;
    }
    component.x0 = Math.min(component.x0, from);
    component.x1 = Math.max(component.x1, to);
    component.y1 = y + 1;
    component.pixels += to - from;
    component.runs.push(y, from, to);
  });
  return [...grown.values()].map(({ x0, y0, x1, y1, pixels, runs }) => ({ box: { x0, y0, x1, y1 }, pixels, runs }));
}
