import type { Raster } from '../../model/picture.js';
import { numberLines } from '../number-lines.js';

/** Darker than this is ink, on paper that has been evened to white. */
const ink = 150;
/** A full-width character is as wide as the line is high, or narrower by so much (个, 人); what is as wide as the latter is one with a digit that touches it. */
const narrowest = 0.65;
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
  const rows = inkRows(cell);
  const high = rows.to - rows.from;
  const runs = inkRuns(cell);
  const right = runs.at(-1)?.to ?? 0;
  const first = runs.findLastIndex(({ from }) => right - from >= (characters - 1 + narrowest) * high);
  const from = runs[first]?.from;
  if (first < 1 || from === undefined || right - from > (characters - 1 + widest) * high) return null;
  const pixels = cell.pixels.slice();
  for (let y = 0; y < cell.height; y++) pixels.fill(white, y * cell.width + from, (y + 1) * cell.width);
  return { ...cell, pixels };
}

function inkRuns({ width, height, pixels }: Raster): Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let x = 0; x <= width; x++) {
    let isInk = false;
    for (let y = 0; x < width && y < height && !isInk; y++) isInk = (pixels[y * width + x] ?? white) < ink;
    if (isInk && from < 0) from = x;
    if (!isInk && from >= 0) {
      runs.push({ from, to: x });
      from = -1;
    }
  }
  return runs;
}

/** From the first to the last row with ink. */
function inkRows({ width, height, pixels }: Raster): Run {
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) => pixels.subarray(y * width, (y + 1) * width).some((value) => value < ink));
  return { from: rows[0] ?? 0, to: (rows.at(-1) ?? -1) + 1 };
}
