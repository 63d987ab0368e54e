import type { Raster } from '../../model/picture.js';
import type { Ruling } from '../../model/page.js';
import { pixelsOfPoint } from './bitmap.js';
import { closed } from './extremes.js';
import { reduced, transposed } from './reduced.js';

/** A strip is so much of a ruling's length. Points. */
export const stripLength = 1.44;
/** No rule is thicker. Points. */
export const thickestRule = 6;
const white = 255;
/** On ground darker than this nothing is told. */
const darkest = 24;
/** Dashes and dots run together, and grain goes, in the mean of so many strips: an odd number. */
export const smoothing = 5;
/** A mark is darker than its surroundings by this at least (of 255), … */
const leastContrast = 20;
/** … and by so many times the spread of the paper's own grain beyond its middle. */
const aboveGrain = 4.5;

/** Where a strip is darker than its surroundings: pixels from the strip's beginning, `to` not included. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** The middle of what is dark. */
  readonly at: number;
  /** Thickness, as if it were all black: the darkness added up. Pixels. */
  readonly black: number;
}

/** The page cut across the direction of rulings, strip after strip along it. */
export interface Strips {
  /** Pixels of one strip along the rulings. */
  readonly length: number;
  /** Pixels across. */
  readonly width: number;
  readonly marks: readonly (readonly Mark[])[];
}

/**
 * The strips for rulings of one direction, each by itself (`fine`) and as the mean
 * of those around it (`smooth`). What is dark is told by the black
 * top-hat of each strip: its closing by a window wider than any rule, less
 * itself. So neither shadows nor shaded cells matter, and the mean over the
 * length of a strip lifts a faint rule out of the grain.
 */
export function stripsOf(page: Raster, axis: Ruling['axis']): { readonly fine: Strips; readonly smooth: Strips } {
  const length = Math.max(1, Math.round(stripLength * pixelsOfPoint(page)));
  const cut = axis === 'horizontal' ? transposed(reduced(page, length, 1)) : reduced(page, 1, length);
  const strips = (picture: Raster): Strips => ({ length, width: cut.width, marks: allMarks(picture, pixelsOfPoint(page)) });
  return { fine: strips(cut), smooth: strips(smoothed(cut)) };
}

/** Each strip the mean of the `smoothing` around it. */
function smoothed(cut: Raster): Raster {
  const { width, height, pixels } = cut;
  const result = new Uint8Array(pixels.length);
  const sums = new Uint16Array(width);
  const add = (strip: number, sign: 1 | -1): void => {
    const from = Math.min(height - 1, Math.max(0, strip)) * width;
    for (let i = 0; i < width; i++) sums[i] = (sums[i] ?? 0) + sign * (pixels[from + i] ?? 255);
  };
  const reach = smoothing >> 1;
  for (let strip = -reach - 1; strip < reach; strip++) add(strip, 1);
  for (let strip = 0; strip < height; strip++) {
    add(strip + reach, 1);
    add(strip - reach - 1, -1);
    for (let i = 0; i < width; i++) result[strip * width + i] = (sums[i] ?? 0) / smoothing;
  }
  return { ...cut, pixels: result };
}

/** `scale`: pixels of a point, across. */
function allMarks({ width, height, pixels }: Raster, scale: number): Mark[][] {
  const contrast = new Uint8Array(pixels.length);
  const scratch = new Uint8Array(2 * width);
  const around = new Uint8Array(width);
  const reach = Math.ceil((thickestRule * scale) / 2) + 1;
  const counts = new Uint32Array(256);
  for (let strip = 0; strip < height; strip++) {
    const line = pixels.subarray(strip * width, (strip + 1) * width);
    // So far the line is closed.
    let closedTo = 0;
    for (let from = 0; from < width; from++) {
      if (line[from] === white) continue;
      let to = from + 1;
      while (to < width && line[to] !== white) to++;
      // Only what white does not bound on both sides, nearer than a window is wide, is closed with anything but white.
      const isBound = from > 0 && to < width && to - from <= 2 * reach;
      if (!isBound && closedTo < to) closedTo = closedFrom(line, from, reach, around, scratch);
      for (let i = from; i < to; i++) {
        const paper = isBound ? white : (around[i] ?? white);
        const value = line[i] ?? white;
        if (value === paper || paper < darkest) continue;
        const lost = (((paper - value) * 255) / paper) | 0;
        contrast[strip * width + i] = lost;
        counts[lost] = (counts[lost] ?? 0) + 1;
      }
      from = to;
    }
  }
  // All the others are as light as what is around them.
  counts[0] = pixels.length - counts.subarray(1).reduce((sum, count) => sum + count, 0);
  const least = leastOf(counts, pixels.length);
  return Array.from({ length: height }, (_, strip) => marksOf(contrast.subarray(strip * width, (strip + 1) * width), least));
}

/** Closes what is not white of a line from a place on, up to where white is so wide that what follows is closed apart. Returns where that begins. */
function closedFrom(line: Uint8Array, from: number, reach: number, into: Uint8Array, scratch: Uint8Array): number {
  let to = from;
  for (let i = from; i < line.length && i - to < 2 * reach; i++) if (line[i] !== white) to = i + 1;
  const start = Math.max(0, from - 2 * reach);
  closed(line.subarray(start, to + 2 * reach), reach, into.subarray(start, to + 2 * reach), scratch);
  return to;
}

/** What contrast a mark has at least: beyond the grain, which fills most of a page. */
function leastOf(counts: Uint32Array, total: number): number {
  const part = (share: number): number => {
    let left = share * total;
    let value = 0;
    while (value < 255 && left > (counts[value] ?? 0)) left -= counts[value++] ?? 0;
    return value;
  };
  // Quartiles of what is mostly paper; 1.35 spreads lie between those of a normal distribution.
  const [low, middle] = [part(0.15), part(0.4)];
  return Math.min(90, Math.max(leastContrast, middle + (aboveGrain * (middle - low)) / 0.78));
}

function marksOf(contrast: Uint8Array, least: number): Mark[] {
  const marks: Mark[] = [];
  for (let i = 0; i < contrast.length; i++) {
    if ((contrast[i] ?? 0) < least) continue;
    const from = i;
    while (i < contrast.length && (contrast[i] ?? 0) >= least) i++;
    // Where the rule shades off counts for its middle and its thickness.
    let [sum, weighted] = [0, 0];
    for (let k = Math.max(0, from - 1); k < Math.min(contrast.length, i + 1); k++) {
      const value = contrast[k] ?? 0;
      sum += value;
      weighted += value * (k + 0.5);
    }
    marks.push({ from, to: i, at: weighted / sum, black: sum / 255 });
  }
  return marks;
}
