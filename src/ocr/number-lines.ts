import type { Raster } from '../model/picture.js';
import type { Box } from '../model/box.js';
import { withPale } from './picture/pale-print.js';
import { cutOut } from './resample.js';

/** Darker than this is ink, on paper that has been evened to white. */
export const ink = 150;
/** Fewer dark pixels than this in a row or a column, in parts of an inch, are none: dust. */
const dust = 1 / 200;
/** Digits are seldom lower than this; a dash or a point is, and is given the room of a digit. Inches. */
const lowestDigit = 0.07;
/** Lines of a number that is wrapped are parted by this at least. Inches. */
const lineGap = 0.012;
/** What is lower than a digit, and no further than this from what is above or below it, is a part of that: thin strokes break. Lines are set further apart. Inches. */
const breach = 0.03;

/** Rows of a picture with ink, one below the other; the later edge is not included. Pixels. */
interface Band {
  readonly from: number;
  readonly to: number;
}

/** What was told of a picture is told again: each reader asks. */
const told = new WeakMap<Raster, Raster[]>();

/** The lines of a number in the picture of its cell, from top to bottom, each with a margin of white; none where there is no ink. No ink is seen in two of them. */
export function numberLines(cell: Raster): Raster[] {
  const known = told.get(cell);
  if (known) return known;
  const lines = linesIn(cell);
  told.set(cell, lines);
  return lines;
}

function linesIn(cell: Raster): Raster[] {
  const limit = limitOf(cell);
  const bands = bandsOf(cell, limit);
  return bands.map(({ from, to }, i) => {
    const columns = Array.from({ length: cell.width }, (_, x) => x).filter((x) => hasInk(cell, x, from, to, limit));
    const { from: first, to: end } = withPale(cell, { from, to }, { from: columns[0] ?? 0, to: (columns.at(-1) ?? 0) + 1 });
    const lacking = Math.max(0, lowestDigit * cell.dpi - (to - from)) / 2;
    const margin = Math.round(0.25 * (to - from + 2 * lacking) + lacking);
    const top = Math.max(from - margin, middle(bands[i - 1]?.to ?? -Infinity, from));
    const bottom = Math.min(to + margin, middle(to, bands[i + 1]?.from ?? Infinity));
    const own = cutOut(cell, { x0: first - margin, x1: end + margin, y0: top, y1: bottom });
    return cutOut(own, { x0: 0, x1: own.width, y0: from - margin - top, y1: to + margin - top });
  });
}

/** Darker than this is ink of a picture: of one whose darkest is hardly ink, what is half as dark. A faint number of which only the darkest places were seen would be another. */
const limitOf = ({ pixels }: Raster): number => {
  const darkest = pixels.reduce((a, b) => Math.min(a, b), 255);
  return darkest < ink ? Math.max(ink, (darkest + 255) / 2) : ink;
};

/** Rows between two bands that belong to neither. */
const middle = (upper: number, lower: number): number => Math.floor((upper + lower) / 2);

/** Where the lines are. Pieces of one line are put together. */
function bandsOf(cell: Raster, limit: number): Band[] {
  const rows = Array.from({ length: cell.height }, (_, y) => y).filter((y) => isDark(cell.pixels.subarray(y * cell.width, (y + 1) * cell.width), limit));
  const near = joined(rows.map((y) => ({ from: y, to: y + 1 })), (gap) => gap <= lineGap * cell.dpi);
  const isLow = ({ from, to }: Band): boolean => to - from < lowestDigit * cell.dpi;
  return joined(near.filter(({ from, to }) => to - from > dust * cell.dpi), (gap, a, b) => gap <= breach * cell.dpi && (isLow(a) || isLow(b)));
}

function joined(bands: readonly Band[], isOne: (gap: number, above: Band, below: Band) => boolean): Band[] {
  const result: Band[] = [];
  for (const band of bands) {
    const above = result.at(-1);
    if (above && isOne(band.from - above.to, above, band)) result[result.length - 1] = { from: above.from, to: band.to };
    else result.push(band);
  }
  return result;
}

/** The box around the ink of a picture: whole pixels, the later edges not included; of no breadth where there is none. */
export function inkBoxOf({ width, height, pixels }: Raster): Box {
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if ((pixels[at] ?? 255) >= ink) continue;
      [x0, x1, y0, y1] = [Math.min(x0, x), Math.max(x1, x + 1), Math.min(y0, y), y + 1];
    }
  }
  return x1 > x0 ? { x0, y0, x1, y1 } : { x0: 0, y0: 0, x1: 0, y1: 0 };
}

/**
 * Tells the ink of a line's picture from any other: the pixels of the box around
 * it. Two pictures with the same, grain and all, show the same place of a page,
 * or what looks the same there, whatever margins they were cut with.
 */
export function inkKeyOf(line: Raster): string {
  const { x0, y0, x1, y1 } = inkBoxOf(line);
  const rows = Array.from({ length: y1 - y0 }, (_, y) => Buffer.from(line.pixels.subarray((y0 + y) * line.width + x0, (y0 + y) * line.width + x1)).toString('latin1'));
  return `${String(x1 - x0)} ${rows.join('')}`;
}

/** Whether ink reaches the edge of a cell's picture. */
export function touchesItsEdge({ width, height, pixels }: Raster): boolean {
  for (let x = 0; x < width; x++) if ((pixels[x] ?? 255) < ink || (pixels[(height - 1) * width + x] ?? 255) < ink) return true;
  for (let y = 0; y < height; y++) if ((pixels[y * width] ?? 255) < ink || (pixels[y * width + width - 1] ?? 255) < ink) return true;
  return false;
}

const isDark = (row: Uint8Array, limit: number): boolean => row.some((value) => value < limit);

function hasInk({ pixels, width }: Raster, x: number, from: number, to: number, limit: number): boolean {
  for (let y = from; y < to; y++) if ((pixels[y * width + x] ?? 255) < limit) return true;
  return false;
}
