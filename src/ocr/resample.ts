import type { Raster } from '../model/picture.js';

/** White margin that is put around a picture of text, and the box that is cut out of a page. Pixels. */
export interface Cut {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const paper = 255;

/** A part of a picture; what lies outside of it is white. Edges in whole pixels, the later ones not included. */
export function cutOut(raster: Raster, { x0, y0, x1, y1 }: Cut): Raster {
  const [left, top] = [Math.floor(x0), Math.floor(y0)];
  const [width, height] = [Math.max(1, Math.ceil(x1) - left), Math.max(1, Math.ceil(y1) - top)];
  const pixels = new Uint8Array(width * height).fill(paper);
  const from = Math.max(0, left);
  const to = Math.min(raster.width, left + width);
  for (let y = Math.max(0, top); y < Math.min(raster.height, top + height) && to > from; y++) {
    pixels.set(raster.pixels.subarray(y * raster.width + from, y * raster.width + to), (y - top) * width + from - left);
  }
  return { width, height, pixels, dpi: raster.dpi };
}

/**
 * A picture in another size: each pixel is the mean of the area it covers where
 * the picture shrinks, and between its four neighbours where it grows.
 */
export function resized(raster: Raster, width: number, height: number): Raster {
  const across = weightsOf(raster.width, width);
  const down = weightsOf(raster.height, height);
  const half = new Float32Array(width * raster.height);
  for (let y = 0; y < raster.height; y++) {
    const row = y * raster.width;
    const to = y * width;
    for (let x = 0; x < width; x++) {
      let from = row + (across.firsts[x] ?? 0);
      const end = across.ends[x] ?? 0;
      let sum = 0;
      for (let k = across.ends[x - 1] ?? 0; k < end; k++) sum += (across.weights[k] ?? 0) * (raster.pixels[from++] ?? paper);
      half[to + x] = sum;
    }
  }
  const pixels = new Uint8Array(width * height);
  const sums = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0.5);
    let from = (down.firsts[y] ?? 0) * width;
    for (let k = down.ends[y - 1] ?? 0; k < (down.ends[y] ?? 0); k++, from += width) {
      const weight = down.weights[k] ?? 0;
      for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + weight * (half[from + x] ?? paper);
    }
    // A half was added before: what is cut off rounds.
    for (let x = 0, to = y * width; x < width; x++) pixels[to + x] = sums[x] ?? paper;
  }
  return { width, height, pixels, dpi: (raster.dpi * width) / raster.width };
}

/** Which source pixels make up each target pixel, and by how much. */
interface Weights {
  /** Of each target pixel the first source pixel. */
  readonly firsts: Int32Array;
  /** Of each target pixel where its weights end; they begin where those of the one before end. */
  readonly ends: Int32Array;
  readonly weights: Float32Array;
}

/** A triangle as wide as the step between two target pixels, and no narrower than two source pixels. */
function weightsOf(from: number, to: number): Weights {
  const step = from / to;
  const reach = Math.max(1, step);
  const [firsts, ends] = [new Int32Array(to), new Int32Array(to)];
  const weights: number[] = [];
  for (let i = 0; i < to; i++) {
    const middle = (i + 0.5) * step - 0.5;
    const first = Math.max(0, Math.ceil(middle - reach));
    const last = Math.min(from - 1, Math.floor(middle + reach));
    const start = weights.length;
    let sum = 0;
    for (let k = first; k <= last; k++) {
      const weight = Math.max(0, 1 - Math.abs(k - middle) / reach);
      sum += weight;
      weights.push(weight);
    }
    for (let k = start; k < weights.length; k++) weights[k] = (weights[k] ?? 0) / sum;
    [firsts[i], ends[i]] = [first, weights.length];
  }
  return { firsts, ends, weights: Float32Array.from(weights) };
}
