import type { Raster } from '../model/picture.js';
import { cutOut } from './resample.js';

/** Darker than this is ink, on paper that has been evened to white. */
const ink = 150;
/** Fewer dark pixels than this in a row or a column, in parts of an inch, are none: dust. */
const dust = 1 / 200;
/** Digits are seldom lower than this; a dash or a point is, and is given the room of a digit. Inches. */
const lowestDigit = 0.07;
/** Lines of a number that is wrapped are parted by this at least. Inches. */
const lineGap = 0.012;

/** The lines of a number in the picture of its cell, from top to bottom, each with a margin of white; none where there is no ink. */
export function numberLines(cell: Raster): Raster[] {
  const rows = Array.from({ length: cell.height }, (_, y) => darkIn(cell.pixels.subarray(y * cell.width, (y + 1) * cell.width)) > 0);
  const bands: { from: number; to: number }[] = [];
  rows.forEach((isDark, y) => {
    const band = bands.at(-1);
    if (!isDark) return;
    if (band && y - band.to <= lineGap * cell.dpi) band.to = y + 1;
    else bands.push({ from: y, to: y + 1 });
  });
  return bands.filter((b) => b.to - b.from > dust * cell.dpi).map(({ from, to }) => {
    const columns = Array.from({ length: cell.width }, (_, x) => x).filter((x) => hasInk(cell, x, from, to));
    const [first = 0, last = 0] = [columns[0], columns.at(-1)];
    const lacking = Math.max(0, lowestDigit * cell.dpi - (to - from)) / 2;
    const margin = Math.round(0.25 * (to - from + 2 * lacking) + lacking);
    return cutOut(cell, { x0: first - margin, x1: last + 1 + margin, y0: from - margin, y1: to + margin });
  });
}

/** Whether ink reaches the edge of a cell's picture. */
export function touchesItsEdge({ width, height, pixels }: Raster): boolean {
  for (let x = 0; x < width; x++) if ((pixels[x] ?? 255) < ink || (pixels[(height - 1) * width + x] ?? 255) < ink) return true;
  for (let y = 0; y < height; y++) if ((pixels[y * width] ?? 255) < ink || (pixels[y * width + width - 1] ?? 255) < ink) return true;
  return false;
}

const darkIn = (row: Uint8Array): number => row.reduce((sum, value) => sum + (value < ink ? 1 : 0), 0);

function hasInk({ pixels, width }: Raster, x: number, from: number, to: number): boolean {
  for (let y = from; y < to; y++) if ((pixels[y * width + x] ?? 255) < ink) return true;
  return false;
}
