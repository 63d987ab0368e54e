import type { Raster } from '../../model/picture.js';
import { reduced } from './reduced.js';

/** Rows are looked for in a picture of so many dots to an inch… */
const coarse = 75;
/** …tile by tile of this side. Points. */
const tile = 72;
/** Of an evened picture what is darker than this is print. */
const dark = 190;
/** What goes straight on for longer than this is a rule, not a character. Points. */
const longestStroke = 30;
/** A tile with less print than this part of its pixels says nothing. */
const leastPrint = 0.03;
/** One direction must have so many times the votes of the other. */
const clearly = 1.5;

/** How the lines of text lie on a page: across it, down it (the page is turned by 90 or 270), or nobody can tell. */
export type Lay = 'upright' | 'sideways' | 'unclear';

/**
 * How the text of a page in even light lies. Between lines is more room than
 * between the characters of one: tile by tile, the sums along lines of text
 * differ more from one another than those across them. Rules are left out,
 * for they say nothing: tables have them both ways.
 */
export function layOf(page: Raster): Lay {
  const factor = Math.max(1, Math.round(page.dpi / coarse));
  const small = reduced(page, factor, factor);
  const print = withoutRules(small);
  const side = Math.round((tile * small.dpi) / 72);
  let [upright, sideways] = [0, 0];
  for (let top = 0; top + side <= small.height; top += side) {
    for (let left = 0; left + side <= small.width; left += side) {
      const rows = new Float64Array(side);
      const columns = new Float64Array(side);
      let total = 0;
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) {
          if (print[(top + y) * small.width + left + x] !== 1) continue;
          rows[y] = (rows[y] ?? 0) + 1;
          columns[x] = (columns[x] ?? 0) + 1;
          total++;
        }
      }
      if (total < leastPrint * side * side) continue;
      const [across, down] = [variance(rows), variance(columns)];
      upright += across / (across + down + 1e-9);
      sideways += down / (across + down + 1e-9);
    }
  }
  if (upright > clearly * sideways) return 'upright';
  return sideways > clearly * upright ? 'sideways' : 'unclear';
}

function variance(values: Float64Array): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
}

/** 1 for each pixel of print that isn't of a long straight run, a pixel aside allowed. */
function withoutRules({ width, height, pixels, dpi }: Raster): Uint8Array {
  const print = Uint8Array.from(pixels, (value) => (value < dark ? 1 : 0));
  const longest = Math.round((longestStroke * dpi) / 72);
  const rules: number[] = [];
  const scan = (count: number, length: number, at: (line: number, along: number) => number): void => {
    for (let line = 0; line < count; line++) {
      let run = 0;
      for (let along = 0; along <= length; along++) {
        if (along < length && print[at(line, along)] === 1) {
          run++;
          continue;
        }
        if (run > longest) for (let k = along - run; k < along; k++) for (let beside = Math.max(0, line - 1); beside <= Math.min(count - 1, line + 1); beside++) rules.push(at(beside, k));
        run = 0;
      }
    }
  };
  scan(height, width, (line, along) => line * width + along);
  scan(width, height, (line, along) => along * width + line);
  for (const at of rules) print[at] = 0;
  return print;
}
