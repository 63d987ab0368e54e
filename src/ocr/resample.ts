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
    for (let x = 0; x < width; x++) {
      const { first, weights } = across[x] ?? none;
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (raster.pixels[row + first + k] ?? paper);
      half[y * width + x] = sum;
    }
  }
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const { first, weights } = down[y] ?? none;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (half[(first + k) * width + x] ?? paper);
      pixels[y * width + x] = Math.round(sum);
    }
  }
  return { width, height, pixels, dpi: (raster.dpi * width) / raster.width };
}

interface Weights {
  readonly first: number;
  readonly weights: readonly number[];
}

const none: Weights = { first: 0, weights: [] };

/** Which source pixels make up each target pixel, and by how much: a triangle as wide as the step between them. */
function weightsOf(from: number, to: number): Weights[] {
  const step = from / to;
  const reach = Math.max(1, step);
  return Array.from({ length: to }, (_, i): Weights => {
    const middle = (i + 0.5) * step - 0.5;
    const first = Math.max(0, Math.ceil(middle - reach));
    const last = Math.min(from - 1, Math.floor(middle + reach));
    const raw = Array.from({ length: last - first + 1 }, (__, k) => Math.max(0, 1 - Math.abs(first + k - middle) / reach));
    const sum = raw.reduce((a, b) => a + b, 0);
    return sum > 0 ? { first, weights: raw.map((w) => w / sum) } : { first: Math.min(from - 1, Math.max(0, Math.round(middle))), weights: [1] };
  });
}
