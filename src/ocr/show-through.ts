import type { Box } from '../model/box.js';
import type { Raster } from '../model/picture.js';
import { sureness, type FoundLine } from './text-reader.js';

/** Of an evened page: a line whose ink is no darker than this is pale, on a page whose darkest ink is black. */
const pale = 180;
/** So much of a line's box is ink at least. */
const inkPart = 0.01;
/** A line that is read with no more confidence than this on the whole is no text of the page. */
const illegible = 0.8;
/** So many lines that are pale and illegible are no chance… */
const fewest = 3;
/** …and they are so many times as many as the pale ones that can be read: those are print. */
const mostly = 2;
/** What shines through is so much darker in places than the palest tenth of the ink of its lines; of 255. */
const grain = 14;
/** From so much darker on, the ink of the page shades off into white. */
const slope = 40;

/**
 * From which lightness on all that is on an evened page shines through from
 * its back, or is paper: told by lines that are pale, where all print of the
 * page is dark, and which nobody can read, for they are mirrored. Null where
 * there are none: then what is pale is print.
 */
export function showThrough(page: Raster, lines: readonly FoundLine[]): number | null {
  // What is taken for no character at all is dirt.
  const written = lines.filter(({ reading }) => /\p{Script=Han}/u.test(reading.text));
  const inks = written.map(({ box, reading }) => ({ ink: inkOf(page, box), isLegible: sureness(reading) > illegible })).filter(({ ink }) => ink >= pale);
  const unread = inks.filter(({ isLegible }) => !isLegible);
  if (unread.length < fewest || unread.length < mostly * (inks.length - unread.length)) return null;
  return Math.min(...unread.map(({ ink }) => ink)) - grain;
}

/** The page less what is as light as `from`, or lighter. */
export function withoutPale(page: Raster, from: number): Raster {
  const table = Uint8Array.from({ length: 256 }, (_, value) => (value >= from ? 255 : value <= from - slope ? value : value + Math.round(((value - from + slope) * (255 - from)) / slope)));
  return { ...page, pixels: page.pixels.map((value) => table[value] ?? 255) };
}

/** The lightness of a line's ink. */
function inkOf({ width, height, pixels }: Raster, box: Box): number {
  const [x0, y0, x1, y1] = [Math.max(0, Math.floor(box.x0)), Math.max(0, Math.floor(box.y0)), Math.min(width, Math.ceil(box.x1)), Math.min(height, Math.ceil(box.y1))];
  const counts = new Uint32Array(256);
  for (let y = y0; y < y1; y++) countRow(pixels, y * width + x0, y * width + x1, counts);
  let left = inkPart * (x1 - x0) * (y1 - y0);
  let ink = 0;
  while (ink < 255 && left >= (counts[ink] ?? 0)) left -= counts[ink++] ?? 0;
  return ink;
}

function countRow(pixels: Uint8Array, from: number, to: number, counts: Uint32Array): void {
  for (let at = from; at < to; at++) {
    const value = pixels[at] ?? 255;
    counts[value] = (counts[value] ?? 0) + 1;
  }
}
