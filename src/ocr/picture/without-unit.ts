import { height } from '../../model/box.js';
import type { Raster } from '../../model/picture.js';
import { ink, inkBoxOf, numberLines } from '../number-lines.js';

/** The narrowest full-width characters (个, 人) are so wide, in parts of the line's height; … */
const narrowest = 0.65;
/** …and what is wider than this is one with a digit that touches it. */
const widest = 1.12;
const white = 255;

/** Columns with ink from one white column to the next; the later edge is not included. Pixels. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * The picture of a cell without the unit behind its number: without the last so
 * many `characters` of its only line, all of full width. Null where they can't
 * be told from the number: there are several lines, or a digit touches them.
 */
export function withoutUnit(cell: Raster, characters: number): Raster | null {
  const [line, ...more] = numberLines(cell);
  if (!line || more.length > 0) return null;
  const high = height(inkBoxOf(cell));
  const runs = inkRuns(cell);
  const right = runs.at(-1)?.to ?? 0;
  const first = runs.findLastIndex(({ from }) => right - from >= (characters - 1 + narrowest) * high);
  const from = runs[first]?.from;
  if (first < 1 || from === undefined || right - from > (characters - 1 + widest) * high) return null;
  const pixels = cell.pixels.slice();
  for (let y = 0; y < cell.height; y++) pixels.fill(white, y * cell.width + from, (y + 1) * cell.width);
  return { ...cell, pixels };
}

function inkRuns({ width, height: rows, pixels }: Raster): Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let x = 0; x <= width; x++) {
    let isInk = false;
    for (let y = 0; x < width && y < rows && !isInk; y++) isInk = (pixels[y * width + x] ?? white) < ink;
    if (isInk && from < 0) from = x;
    if (!isInk && from >= 0) {
      runs.push({ from, to: x });
      from = -1;
    }
  }
  return runs;
}
