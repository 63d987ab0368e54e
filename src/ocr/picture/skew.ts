import type { Raster } from '../../model/picture.js';
import { reduced } from './reduced.js';

/** Furthest that a page is looked for askew. Degrees. */
const furthest = 5;
/** The search, each round about what the last one found, in a picture of so many dots to an inch. Degrees. */
const rounds = [
  { dpi: 50, reach: furthest, step: 0.15 },
  { dpi: 100, reach: 0.2, step: 0.05 },
  { dpi: 100, reach: 0.04, step: 0.01 },
] as const;
/** A picture that is longer yet is made smaller: places in it have 16 bits before the point. Pixels. */
const longest = 30_000;
/** Of an evened picture only what is darker than this counts. */
const dark = 200;
/** Below this nothing is gained by levelling. Degrees. */
const leastSkew = 0.03;

/**
 * How far a page in even light is askew: degrees, clockwise positive, within
 * ±5. The sum of the squared differences of neighbouring sums along lines of a
 * direction is greatest where lines of text and rulings lie in it (after Postl,
 * US 4723297); rows and columns vote together, so that a page may lie sideways.
 * 0 where nothing is on the page.
 */
export function skewOf(page: Raster): number {
  let best = 0;
  let points: Points | undefined;
  const factorAt = (dpi: number): number => Math.max(1, Math.round(page.dpi / dpi), Math.ceil(Math.max(page.width, page.height) / longest));
  const finest = Math.min(...rounds.map(({ dpi }) => factorAt(dpi)));
  const fine = reduced(page, finest, finest);
  for (const { dpi, reach, step } of rounds) {
    const factor = factorAt(dpi);
    if (points?.factor !== factor) points = darkPoints(factor % finest === 0 ? reduced(fine, factor / finest, factor / finest) : reduced(page, factor, factor), factor);
    if (points.xs.length === 0) return 0;
    const middle = best;
    let most = -1;
    for (let k = Math.round(-reach / step); k <= Math.round(reach / step); k++) {
      const score = sharpness(points, middle + k * step);
      if (score > most) [most, best] = [score, middle + k * step];
    }
  }
  return best;
}

/** Dark pixels of a reduced picture: their places from its middle, in halves of a pixel, and how dark they are. */
interface Points {
  readonly factor: number;
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  readonly weights: Int32Array;
  /** Half the diagonal of the picture. */
  readonly radius: number;
}

function darkPoints({ width, height, pixels }: Raster, factor: number): Points {
  const [xs, ys, weights] = [new Int32Array(pixels.length), new Int32Array(pixels.length), new Int32Array(pixels.length)];
  let count = 0;
  for (let y = 0; y < height; y++) {
    const found = darkIn(pixels, y * width, width, xs.subarray(count), weights.subarray(count));
    ys.fill(2 * y - height, count, count + found);
    count += found;
  }
  return { factor, xs: xs.subarray(0, count), ys: ys.subarray(0, count), weights: weights.subarray(0, count), radius: Math.ceil(Math.hypot(width, height) / 2) + 2 };
}

/** The dark pixels of a row; how many there are. */
function darkIn(pixels: Uint8Array, from: number, width: number, xs: Int32Array, weights: Int32Array): number {
  let count = 0;
  for (let x = 0; x < width; x++) {
    const value = pixels[from + x] ?? 255;
    if (value >= dark) continue;
    xs[count] = 2 * x - width;
    weights[count++] = 255 - value;
  }
  return count;
}

function sharpness({ xs, ys, weights, radius }: Points, degrees: number): number {
  // Places in 1/65536 of a pixel, shares in 1/256: whole numbers take a third of the time.
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.round(Math.sin(angle) * 32768), Math.round(Math.cos(angle) * 32768)];
  const middle = radius << 16;
  const rows = new Int32Array(2 * radius + 1);
  const columns = new Int32Array(2 * radius + 1);
  for (let from = 0; from < xs.length; from += atATime) {
    const to = Math.min(xs.length, from + atATime);
    addTo(rows, xs, ys, weights, from, to, -sine, cosine, middle);
    addTo(columns, xs, ys, weights, from, to, cosine, sine, middle);
  }
  let sum = 0;
  for (let i = 1; i < rows.length; i++) sum += ((rows[i] ?? 0) - (rows[i - 1] ?? 0)) ** 2 + ((columns[i] ?? 0) - (columns[i - 1] ?? 0)) ** 2;
  return sum;
}

/** Points that are added by one call. */
const atATime = 1024;

/** Adds the weights of some points to the sums along the lines that they lie between, shared between the two: whole pixels would favour angles at which they fall together. */
function addTo(sums: Int32Array, xs: Int32Array, ys: Int32Array, weights: Int32Array, from: number, to: number, byX: number, byY: number, middle: number): void {
  for (let i = from; i < to; i++) {
    const weight = weights[i] ?? 0;
    const place = (Math.imul(xs[i] ?? 0, byX) + Math.imul(ys[i] ?? 0, byY) + middle) | 0;
    const line = place >>> 16;
    const beyond = Math.imul((place >>> 8) & 255, weight);
    sums[line] = ((sums[line] ?? 0) + (weight << 8) - beyond) | 0;
    sums[line + 1] = ((sums[line + 1] ?? 0) + beyond) | 0;
  }
}

/** The page turned back by its skew (degrees, clockwise positive) about its middle, in a picture of the same size; what comes in from outside is white. In proportion between the four nearest pixels. */
export function levelled(page: Raster, skew: number): Raster {
  if (Math.abs(skew) < leastSkew) return page;
  const { width, height, pixels } = page;
  const angle = (skew * Math.PI) / 180;
  // Places in 1/65536 of a pixel: additions instead of multiplications along a row.
  const unit = 65536;
  const [sine, cosine] = [Math.round(Math.sin(angle) * unit), Math.round(Math.cos(angle) * unit)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const result = new Uint8Array(pixels.length).fill(255);
  for (let y = 0; y < height; y++) {
    const fromX = Math.round(middleX * unit - middleX * cosine - (y - middleY) * sine);
    const fromY = Math.round(middleY * unit - middleX * sine + (y - middleY) * cosine);
    turnRow(pixels, width, height, fromX, fromY, cosine, sine, result.subarray(y * width, (y + 1) * width));
  }
  return { ...page, pixels: result };
}

/** A row of the turned picture, from a place of the picture on, in steps. All in 1/65536 of a pixel. */
function turnRow(pixels: Uint8Array, width: number, height: number, fromX: number, fromY: number, stepX: number, stepY: number, into: Uint8Array): void {
  let x = fromX;
  let y = fromY;
  for (let at = 0; at < into.length; at++, x += stepX, y += stepY) {
    const left = x >> 16;
    const top = y >> 16;
    if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
    const partX = (x & 0xffff) >> 8;
    const partY = (y & 0xffff) >> 8;
    const from = top * width + left;
    const above = (pixels[from] ?? 255) * (256 - partX) + (pixels[from + 1] ?? 255) * partX;
    const below = (pixels[from + width] ?? 255) * (256 - partX) + (pixels[from + width + 1] ?? 255) * partX;
    into[at] = (above * (256 - partY) + below * partY + 0x8000) >> 16;
  }
}
