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
  for (const { dpi, reach, step } of rounds) {
    const factor = Math.max(1, Math.round(page.dpi / dpi));
    if (points?.factor !== factor) points = darkPoints(reduced(page, factor, factor), factor);
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

/** Dark pixels of a reduced picture: their places from its middle, and how dark they are. */
interface Points {
  readonly factor: number;
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly weights: Float32Array;
  /** Half the diagonal of the picture. */
  readonly radius: number;
}

function darkPoints({ width, height, pixels }: Raster, factor: number): Points {
  let count = 0;
  for (const value of pixels) if (value < dark) count++;
  const [xs, ys, weights] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  let i = 0;
  for (let at = 0; at < pixels.length; at++) {
    const value = pixels[at] ?? 255;
    if (value >= dark) continue;
    xs[i] = (at % width) - width / 2;
    ys[i] = Math.floor(at / width) - height / 2;
    weights[i++] = 255 - value;
  }
  return { factor, xs, ys, weights, radius: Math.ceil(Math.hypot(width, height) / 2) + 2 };
}

function sharpness({ xs, ys, weights, radius }: Points, degrees: number): number {
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const rows = new Float32Array(2 * radius + 1);
  const columns = new Float32Array(2 * radius + 1);
  for (let i = 0; i < xs.length; i++) {
    const [x, y, weight] = [xs[i] ?? 0, ys[i] ?? 0, weights[i] ?? 0];
    // Each pixel is shared between the two lines that it lies between: whole pixels would favour angles at which they fall together.
    const down = y * cosine - x * sine + radius;
    const row = down | 0;
    const below = (down - row) * weight;
    rows[row] = (rows[row] ?? 0) + weight - below;
    rows[row + 1] = (rows[row + 1] ?? 0) + below;
    const across = x * cosine + y * sine + radius;
    const column = across | 0;
    const beside = (across - column) * weight;
    columns[column] = (columns[column] ?? 0) + weight - beside;
    columns[column + 1] = (columns[column + 1] ?? 0) + beside;
  }
  let sum = 0;
  for (let i = 1; i < rows.length; i++) sum += ((rows[i] ?? 0) - (rows[i - 1] ?? 0)) ** 2 + ((columns[i] ?? 0) - (columns[i - 1] ?? 0)) ** 2;
  return sum;
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
    let fromX = Math.round(middleX * unit - middleX * cosine - (y - middleY) * sine);
    let fromY = Math.round(middleY * unit - middleX * sine + (y - middleY) * cosine);
    for (let at = y * width; at < (y + 1) * width; at++, fromX += cosine, fromY += sine) {
      const [left, top] = [fromX >> 16, fromY >> 16];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [partX, partY] = [(fromX & 0xffff) >> 8, (fromY & 0xffff) >> 8];
      const from = top * width + left;
      const above = (pixels[from] ?? 255) * (256 - partX) + (pixels[from + 1] ?? 255) * partX;
      const below = (pixels[from + width] ?? 255) * (256 - partX) + (pixels[from + width + 1] ?? 255) * partX;
      result[at] = (above * (256 - partY) + below * partY + 0x8000) >> 16;
    }
  }
  return { ...page, pixels: result };
}
