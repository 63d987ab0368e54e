import { height, type Box } from '../../model/box.js';
import type { Raster } from '../../model/picture.js';
import { dark, piecesOf } from './components.js';

/** A digit is at least this part as high as the highest of its line, and so is what is left of it: its stems. */
const wholeHeight = 0.8;
/** Between these parts of its height a 1 is nothing but its stem: its flag is above, its foot below. */
const stem = { from: 0.45, to: 0.77 };
/** What stands out to the left of it by this part of its height, and at least by so many pixels, is of the bar of a 4. */
const standsOut = 0.15;
const standsOutPixels = 3;

/** A digit is no wider than this part of its height, and from one to the next is less than that, be they full-width. */
const widest = 0.9;
const furthest = 1.4;

/**
 * Whether a line that reads `text` may have lost strokes: its ink is wider than
 * so many digits are, or what is left of a 4 (or of another digit) is read as a
 * 1, for thin print loses bars and slants first. Ink tells that which stands
 * beside the digits without being one, or goes left from the stem of a 1 where
 * no 1 has any.
 */
export function mayBeBroken(line: Raster, text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  const columns = columnsOf(line);
  const highest = Math.max(...columns.map(height), 0);
  if ((columns.at(-1)?.x1 ?? 0) - (columns[0]?.x0 ?? 0) > (widest + furthest * (text.length - 1)) * highest) return true;
  if (!text.includes('1')) return false;
  const whole = columns.filter((c) => height(c) >= wholeHeight * highest);
  if (whole.length < columns.length) return true;
  return whole.length === text.length && whole.some((box, i) => text[i] === '1' && hasBar(line, box));
}

/** Boxes around what stands one below another, from left to right. Pixels. */
function columnsOf(line: Raster): Box[] {
  const boxes = piecesOf(line).map((c) => c.box);
  return boxes.toSorted((a, b) => a.x0 - b.x0).reduce<Box[]>((columns, box) => {
    const last = columns.at(-1);
    if (last && box.x0 < last.x1) return [...columns.slice(0, -1), { x0: last.x0, x1: Math.max(last.x1, box.x1), y0: Math.min(last.y0, box.y0), y1: Math.max(last.y1, box.y1) }];
    return [...columns, box];
  }, []);
}

/** Whether something goes left from the stem of a digit between its flag and its foot. */
function hasBar({ width, pixels }: Raster, box: Box): boolean {
  const high = height(box);
  const lefts: number[] = [];
  for (let y = Math.round(box.y0 + stem.from * high); y < box.y0 + stem.to * high; y++) {
    const left = pixels.subarray(y * width + box.x0, y * width + box.x1).findIndex((value) => value < dark);
    if (left >= 0) lefts.push(left);
  }
  const sorted = lefts.toSorted((a, b) => a - b);
  return (sorted[sorted.length >> 1] ?? 0) - (sorted[0] ?? 0) >= Math.max(standsOutPixels, standsOut * high);
}
