import { height, type Box } from '../../model/box.js';
import type { Raster } from '../../model/picture.js';

/** Of an evened page what is darker than this is ink, if it be the thin stroke of a 一 or a comma; where dirt fills the white nothing is cut. */
const dark = 190;
/** A column that is dark over more than this part of the height is of a rule: no character is as high as its box. */
const ruleHeight = 0.92;
/** White as wide as this, in parts of the height of the box, may part two texts… */
const leastGap = 0.3;
/** …and does where it is as wide as this, in heights of the characters: the blank of a comma is narrower. */
const columnGap = 1;
/** Boxes of lines are larger than their ink by this part of its height, above and below. */
const margin = 0.2;

/**
 * The lines that were found on a page (pixels), cut where white as wide as a
 * character, or a rule, parts them: heads of neighbouring columns that are not
 * quite on one height are found as one line, and read as one word. A line that
 * is not cut keeps its box; parts are as high as what is in them.
 */
export function lineParts(page: Raster, boxes: readonly Box[]): Box[] {
  const usual = boxes.map(height).sort((a, b) => a - b)[boxes.length >> 1] ?? 0;
  return boxes.flatMap((box) => partsOf(page, box, usual / (1 + 2 * margin)));
}

/** `usual`: how high the characters of the page mostly are. Pixels. */
function partsOf(page: Raster, box: Box, usual: number): Box[] {
  const [x0, y0, x1, y1] = [Math.max(0, Math.floor(box.x0)), Math.max(0, Math.floor(box.y0)), Math.min(page.width, Math.ceil(box.x1)), Math.min(page.height, Math.ceil(box.y1))];
  const tall = y1 - y0;
  const runs = runsOf(page, { x0, y0, x1, y1 }, leastGap * tall);
  if (runs.length < 2) return [box];
  const inks = runs.map((run) => inkOf(page, run));
  // A flat character alone tells too little, ink of the lines above and below too much.
  const character = Math.min(usual, Math.max(...inks.map(height)));
  const parts: Box[] = [];
  for (const ink of inks) {
    const last = parts.at(-1);
    if (last && ink.x0 - last.x1 < columnGap * character) parts[parts.length - 1] = { x0: last.x0, x1: ink.x1, y0: Math.min(last.y0, ink.y0), y1: Math.max(last.y1, ink.y1) };
    else parts.push(ink);
  }
  // What the box cuts off at its side is of the line beside it, which has a box of its own.
  const whole = parts.filter((part) => (part.x0 > x0 && part.x1 < x1) || part.x1 - part.x0 >= character);
  if (parts.length < 2 || whole.length === 0) return [box];
  return whole.map((part) => {
    const more = margin * Math.max(height(part), 0.8 * character);
    return { x0: Math.max(0, part.x0 - more), x1: Math.min(page.width, part.x1 + more), y0: Math.max(0, part.y0 - more), y1: Math.min(page.height, part.y1 + more) };
  });
}

/** The stretches of a line that hold ink other than rules, parted by white of some pixels. */
function runsOf(page: Raster, box: Box, gap: number): Box[] {
  const tall = height(box);
  const runs: { x0: number; x1: number }[] = [];
  for (let x = box.x0; x < box.x1; x++) {
    let count = 0;
    for (let y = box.y0; y < box.y1; y++) if ((page.pixels[y * page.width + x] ?? 255) < dark) count++;
    if (count === 0 || count >= ruleHeight * tall) continue;
    const last = runs.at(-1);
    if (last && x - last.x1 < gap) last.x1 = x + 1;
    else runs.push({ x0: x, x1: x + 1 });
  }
  return runs.map((run) => ({ ...run, y0: box.y0, y1: box.y1 }));
}

/** A stretch, as high as its ink. */
function inkOf(page: Raster, run: Box): Box {
  const isDark = (y: number): boolean => {
    for (let x = run.x0; x < run.x1; x++) if ((page.pixels[y * page.width + x] ?? 255) < dark) return true;
    return false;
  };
  let [y0, y1] = [run.y0, run.y1];
  while (y0 < y1 - 1 && !isDark(y0)) y0++;
  while (y1 > y0 + 1 && !isDark(y1 - 1)) y1--;
  return { x0: run.x0, x1: run.x1, y0, y1 };
}
