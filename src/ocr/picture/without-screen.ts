import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import { componentsOf, type Component } from './components.js';

/** The dots of a screen, or a few of them that touch, are no larger than this; most strokes of characters are. Square points. */
const largestDot = 1.2;
/** A screen is looked for in squares of this side, divided into so many parts each way. Points. */
const side = 8;
const parts = 4;
/** Of the parts of a square in a screen so many have a dot: those of dirt are further apart, and pieces of broken characters leave the room between lines. */
const dotted = 14;
/** Fewer pixels than this that stand alone are no screen worth the search. */
const fewest = 400;
const black = 0;
const white = 255;
/** Of a picture of black and white alone no more than this part is anything else. */
const grey = 0.005;

/**
 * A picture of black and white without the dots that stand in it for grey: a
 * shaded boxhead is full of them, and no rule is told among them. They are the
 * small pieces of ink where many of them are about; a stop or the dots of a
 * dotted rule stand by themselves. Other pictures are as they were.
 */
export function withoutScreen(page: Raster): Raster {
  if (!isBlackAndWhite(page) || singles(page) < fewest) return page;
  const scale = pixelsOfPoint(page);
  const ink = page.pixels.map((value) => (value === white ? 0 : 1));
  const dots = componentsOf({ ...page, ink }).filter((c) => c.pixels <= largestDot * scale * scale);
  const [columns, part] = [Math.ceil(page.width / (side * scale)), (side * scale) / parts];
  const square = ({ box }: Component): number => Math.floor(box.y0 / (side * scale)) * columns + Math.floor(box.x0 / (side * scale));
  const filled = new Map<number, Set<number>>();
  for (const dot of dots) {
    const own = filled.get(square(dot)) ?? new Set();
    filled.set(square(dot), own.add((Math.floor(dot.box.y0 / part) % parts) * parts + (Math.floor(dot.box.x0 / part) % parts)));
  }
  const isScreen = (at: number): boolean => (filled.get(at)?.size ?? 0) >= dotted;
  // The edge of a screen lies within a square: its neighbours' dots belong to it too.
  const around = [0, -1, 1, -columns, columns];
  const pixels = page.pixels.slice();
  for (const dot of dots) {
    const at = square(dot);
    if (!around.some((step) => isScreen(at + step))) continue;
    for (let i = 0; i < dot.runs.length; i += 3) {
      const row = (dot.runs[i] ?? 0) * page.width;
      pixels.fill(white, row + (dot.runs[i + 1] ?? 0), row + (dot.runs[i + 2] ?? 0));
    }
  }
  return { ...page, pixels };
}

function isBlackAndWhite({ width, height, pixels }: Raster): boolean {
  const most = grey * pixels.length;
  let others = 0;
  for (let y = 0; y < height && others <= most; y++) others += greysIn(pixels.subarray(y * width, (y + 1) * width));
  return others <= most;
}

function greysIn(row: Uint8Array): number {
  let count = 0;
  for (let x = 0; x < row.length; x++) if (row[x] !== black && row[x] !== white) count++;
  return count;
}

/** How many pixels of ink have none beside, above or below them. */
function singles({ width, height, pixels }: Raster): number {
  let count = 0;
  for (let y = 1; y < height - 1; y++) count += singlesIn(pixels, y * width, width);
  return count;
}

function singlesIn(pixels: Uint8Array, from: number, width: number): number {
  let count = 0;
  for (let at = from + 1; at < from + width - 1; at++) {
    if (pixels[at] !== white && pixels[at - 1] === white && pixels[at + 1] === white && pixels[at - width] === white && pixels[at + width] === white) count++;
  }
  return count;
}
