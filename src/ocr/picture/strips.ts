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
  const means = Uint8Array.from({ length: 255 * smoothing + 1 }, (_, sum) => sum / smoothing);
  const rowOf = (strip: number): number => Math.min(height - 1, Math.max(0, strip)) * width;
  const reach = smoothing >> 1;
  for (let strip = -reach - 1; strip < reach; strip++) for (let i = 0, from = rowOf(strip); i < width; i++, from++) sums[i] = (sums[i] ?? 0) + (pixels[from] ?? 255);
  for (let strip = 0; strip < height; strip++) {
    moveOn(sums, pixels, rowOf(strip + reach), rowOf(strip - reach - 1), means, result, strip * width);
  }
  return { ...cut, pixels: result };
}

/** Adds a row to sums, takes another from them, and tells their means. */
function moveOn(sums: Uint16Array, pixels: Uint8Array, next: number, last: number, means: Uint8Array, into: Uint8Array, to: number): void {
  for (let i = 0; i < sums.length; i++) {
    const sum = (sums[i] ?? 0) + (pixels[next + i] ?? 255) - (pixels[last + i] ?? 255);
    sums[i] = sum;
    into[to + i] = means[sum] ?? 255;
  }
}

/** `scale`: pixels of a point, across. */
function allMarks({ width, height, pixels }: Raster, scale: number): Mark[][] {
  const contrast = new Uint8Array(pixels.length);
  const scratch = new Uint8Array(2 * width);
  const around = new Uint8Array(width);
  const reach = Math.ceil((thickestRule * scale) / 2) + 1;
  const counts = new Uint32Array(256);
  for (let strip = 0; strip < height; strip++) contrastOf(pixels.subarray(strip * width, (strip + 1) * width), reach, contrast.subarray(strip * width, (strip + 1) * width), counts, around, scratch);
  // All the others are as light as what is around them.
  counts[0] = pixels.length - counts.subarray(1).reduce((sum, count) => sum + count, 0);
  const least = leastOf(counts, pixels.length);
  return Array.from({ length: height }, (_, strip) => marksOf(contrast.subarray(strip * width, (strip + 1) * width), least));
}

/** How much darker each pixel of a line is than what is around it, and how many are so much. */
function contrastOf(line: Uint8Array, reach: number, contrast: Uint8Array, counts: Uint32Array, around: Uint8Array, scratch: Uint8Array): void {
  const width = line.length;
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
      contrast[i] = lost;
      counts[lost] = (counts[lost] ?? 0) + 1;
    }
    from = to;
  }
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

/** The first place from one on with at least so much contrast; the length where there is none. */
function firstDarker(contrast: Uint8Array, from: number, least: number): number {
  let i = from;
  while (i < contrast.length && (contrast[i] ?? 0) < least) i++;
  return i;
}

function marksOf(contrast: Uint8Array, least: number): Mark[] {
  const marks: Mark[] = [];
  for (let i = firstDarker(contrast, 0, least); i < contrast.length; i = firstDarker(contrast, i, least)) {
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
