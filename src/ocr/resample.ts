import sharp from 'sharp';
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
  for (let y = 0; y < raster.height; y++) weighRow(raster.pixels, y * raster.width, across, half.subarray(y * width, (y + 1) * width));
  const pixels = new Uint8Array(width * height);
  const sums = new Float32Array(width);
  for (let y = 0, k = 0; y < height; y++) {
    sums.fill(0.5);
    let from = (down.firsts[y] ?? 0) * width;
    for (; k < (down.ends[y] ?? 0); k++, from += width) addTimes(half, from, down.weights[k] ?? 0, sums);
    // A half was added before: what is cut off rounds.
    pixels.set(sums, y * width);
  }
  return { width, height, pixels, dpi: (raster.dpi * width) / raster.width };
}

/** A row, from a place on, in another width. */
function weighRow(pixels: Uint8Array, row: number, { firsts, ends, weights }: Weights, into: Float32Array): void {
  for (let x = 0, k = 0; x < into.length; x++) {
    let from = row + (firsts[x] ?? 0);
    let sum = 0;
    for (const end = ends[x] ?? 0; k < end; k++) sum += (weights[k] ?? 0) * (pixels[from++] ?? paper);
    into[x] = sum;
  }
}

/** Adds a row, times a weight, to sums. */
function addTimes(row: Float32Array, from: number, weight: number, sums: Float32Array): void {
  for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] ?? 0) + weight * (row[from + x] ?? paper);
}

/** The same of a large picture, by libvips, which is several times faster at that: its kernel of this name is the same triangle, placed in whole parts of a pixel, by which a pixel of sharp print differs by a few of 255. */
export async function resizedPage({ width: from, height: down, pixels, dpi }: Raster, width: number, height: number): Promise<Raster> {
  const raw = { width: from, height: down, channels: 1 } as const;
  const result = await sharp(pixels, { raw }).resize(width, height, { fit: 'fill', kernel: 'linear' }).toColourspace('b-w').raw().toBuffer();
  return { width, height, pixels: result, dpi: (dpi * width) / from };
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
