import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import { closed, extremes } from './extremes.js';
import { fromAfar, transposed } from './reduced.js';

/** The ground is looked for in a picture of about so many dots to an inch. */
const coarse = 50;
/** Print is nowhere wider than this, stroke by stroke; what is wider and dark is ground. Points. */
const widestStroke = 18;
/** Of 255: where a part of the edge of the picture is darker than this, it is no paper but the lid or the glass. */
const lid = 90;
/** What stretches from the edge and is narrower than this is print, a rule for one. Points. */
const narrowestLid = 3;
/** The rim between lid and paper, its shadow. Points. */
const rim = 2.5;
/** The darkest 5 in 1000 of the page are ink: they are made black… */
const inkPart = 0.005;
/** …but no difference is made greater than so many times. */
const mostStretch = 2.5;
/** Paper as light as this part of the lightest around it is white. */
const nearWhite = 0.96;

/**
 * The page on white paper, in even light, its ink black, without the dark
 * border that a scanner's lid leaves. The light is estimated by closing a
 * reduced picture (the greatest, then the least of a window wider than any
 * stroke; grey-scale morphology as in Gonzalez and Woods, chapter 9), and
 * divided out.
 */
export function evened(page: Raster): Raster {
  const factor = Math.max(1, Math.round(page.dpi / coarse));
  const small = fromAfar(page, factor);
  const covered = lidOf(small);
  const uncovered = { ...small, pixels: small.pixels.map((value, i) => (covered[i] === 1 ? 255 : value)) };
  return divided(page, blurred(paperOf(uncovered)), covered, factor);
}

/** Lightness of the paper at each place. */
function paperOf(picture: Raster): Raster {
  const reach = Math.ceil((widestStroke * pixelsOfPoint(picture)) / 2);
  const lightest = inBothDirections(picture, (line, into, scratch) => extremes(line, reach, true, into, scratch));
  return inBothDirections(lightest, (line, into, scratch) => extremes(line, reach, false, into, scratch));
}

/** Applied to each row, then to each column. */
function inBothDirections(picture: Raster, work: (line: Uint8Array, into: Uint8Array, scratch: Uint8Array) => void): Raster {
  let result = picture;
  for (let direction = 0; direction < 2; direction++) {
    const { width, height, pixels } = result;
    const worked = new Uint8Array(pixels.length);
    const scratch = new Uint8Array(2 * width);
    for (let y = 0; y < height; y++) work(pixels.subarray(y * width, (y + 1) * width), worked.subarray(y * width, (y + 1) * width), scratch);
    result = transposed({ ...result, pixels: worked });
  }
  return result;
}

/** Mean of 5 × 5 pixels. */
const blurred = (picture: Raster): Raster =>
  inBothDirections(picture, (line, into) => {
    const last = line.length - 1;
    for (let x = 0; x <= last; x++) {
      let sum = 0;
      for (let k = -2; k <= 2; k++) sum += line[Math.min(last, Math.max(0, x + k))] ?? 0;
      into[x] = sum / 5;
    }
  });

/** Of each pixel 1 where it is the lid: dark, wider than any rule, and connected with the edge of the picture. */
function lidOf(small: Raster): Uint8Array {
  const { width, height } = small;
  const scale = pixelsOfPoint(small);
  const reach = Math.max(1, Math.ceil((narrowestLid * scale) / 2));
  const massive = inBothDirections(small, (line, into, scratch) => closed(line, reach, into, scratch));
  const covered = new Uint8Array(width * height);
  const open: number[] = [];
  const visit = (at: number): void => {
    if (covered[at] === 1 || (massive.pixels[at] ?? 255) >= lid) return;
    covered[at] = 1;
    open.push(at);
  };
  for (let x = 0; x < width; x++) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < width * (height - 1)) visit(at + width);
  }
  if (!covered.includes(1)) return covered;
  const around = Math.ceil(rim * scale);
  return inBothDirections({ ...small, pixels: covered }, (line, into, scratch) => extremes(line, around, true, into, scratch)).pixels;
}

/** Each pixel divided by the lightness of the paper there (in proportion between the middles of the paper's pixels), the lid white, the ink black. */
function divided(page: Raster, paper: Raster, covered: Uint8Array, factor: number): Raster {
  const { width, height, pixels } = page;
  const result = new Uint8Array(pixels.length).fill(255);
  const lastRow = paper.height - 1;
  const light = new Float32Array(paper.width);
  const counts = new Uint32Array(256);
  for (let y = 0; y < height; y++) {
    const row = Math.min(lastRow, Math.max(0, (y + 0.5) / factor - 0.5));
    const above = Math.floor(row) * paper.width;
    const below = Math.min(lastRow, Math.floor(row) + 1) * paper.width;
    lightOf(paper.pixels, above, below, row - Math.floor(row), light);
    const lids = Math.min(lastRow, Math.floor(y / factor)) * paper.width;
    divideRow(pixels.subarray(y * width, (y + 1) * width), light, covered.subarray(lids, lids + paper.width), factor, result.subarray(y * width, (y + 1) * width), counts);
  }
  return { ...page, pixels: stretched(result, counts) };
}

/** Lightness below which there is ink, between two rows of paper. */
function lightOf(paper: Uint8Array, above: number, below: number, part: number, into: Float32Array): void {
  for (let c = 0; c < into.length; c++) into[c] = Math.max(16, (paper[above + c] ?? 255) * (1 - part) + (paper[below + c] ?? 255) * part) * nearWhite;
}

function divideRow(pixels: Uint8Array, light: Float32Array, covered: Uint8Array, factor: number, into: Uint8Array, counts: Uint32Array): void {
  const last = light.length - 1;
  for (let column = 0; column <= last; column++) {
    if (covered[column] === 1) continue;
    const from = column * factor;
    const to = column === last ? pixels.length : from + factor;
    const before = light[column === 0 ? 0 : column - 1] ?? 255;
    const after = light[column === last ? last : column + 1] ?? 255;
    // From the edge of this pixel of the paper to its other edge; its middle is the mean of both.
    let lightness = (before + (light[column] ?? 255)) / 2;
    const step = (after - before) / 2 / factor;
    for (let x = from; x < to; x++, lightness += step) {
      const value = pixels[x] ?? 255;
      // Most of a page is paper, and white before.
      if (value >= lightness) continue;
      const even = ((value * 255) / lightness) | 0;
      into[x] = even;
      counts[even] = (counts[even] ?? 0) + 1;
    }
  }
}

/** Pale ink made black, in place. `counts`: how many pixels have each value, but for white. */
function stretched(pixels: Uint8Array, counts: Uint32Array): Uint8Array {
  let left = inkPart * pixels.length;
  let black = 0;
  while (black < 255 && left > (counts[black] ?? 0)) left -= counts[black++] ?? 0;
  const stretch = Math.min(mostStretch, 255 / Math.max(1, 255 - black));
  if (stretch < 1.05) return pixels;
  const table = Uint8Array.from({ length: 256 }, (_, value) => Math.max(0, 255 - (255 - value) * stretch));
  for (let from = 0; from < pixels.length; from += atATime) lookUp(pixels.subarray(from, from + atATime), table);
  return pixels;
}

/** Pixels that are looked up by one call. */
const atATime = 4096;

function lookUp(pixels: Uint8Array, table: Uint8Array): void {
  for (let i = 0; i < pixels.length; i++) pixels[i] = table[pixels[i] ?? 255] ?? 255;
}
