import { height, width, type Box } from '../../model/box.js';
import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint, type Bitmap } from './bitmap.js';
import { componentsOf, type Component } from './components.js';
import { sumsOf } from './reduced.js';

/** Lightness is measured in squares of about this side… Points. */
const square = 1.44;
/** …and its mean and spread over so many squares each way from one: a little more than a line of text. */
const reach = 4;
/** Sauvola and Pietikäinen, Adaptive document image binarization (2000): how far a place must be darker than the mean around it, and the greatest spread there is. */
const sensitivity = 0.3;
const widestSpread = 128;
/** Ink smaller than this is dirt; a full stop of the smallest print has twice as much. Square points. */
const speck = 0.4;

/** The ink of a page in even light, by Sauvola's threshold: of the mean and the spread around each place. */
export function inkOf(page: Raster): Bitmap {
  const side = Math.max(1, Math.round(square * pixelsOfPoint(page)));
  const { columns, rows, limits } = thresholds(page, side);
  const { width: across, height: down, pixels, dpi } = page;
  const ink = new Uint8Array(pixels.length);
  for (let y = 0; y < down; y++) {
    const from = Math.min(rows - 1, Math.floor(y / side)) * columns;
    inkOfRow(pixels.subarray(y * across, (y + 1) * across), limits.subarray(from, from + columns), side, ink.subarray(y * across, (y + 1) * across));
  }
  return { width: across, height: down, ink, dpi };
}

function inkOfRow(pixels: Uint8Array, limits: Uint8Array, side: number, ink: Uint8Array): void {
  let at = 0;
  for (let column = 0; column < limits.length; column++) {
    const limit = limits[column] ?? 0;
    const end = column === limits.length - 1 ? pixels.length : at + side;
    for (; at < end; at++) if ((pixels[at] ?? 255) < limit) ink[at] = 1;
  }
}

/** The lightness below which there is ink, for each square. */
function thresholds(page: Raster, side: number): { columns: number; rows: number; limits: Uint8Array } {
  const { columns, rows, sums: own, pixels: area } = sumsOf(page, side, side);
  // Sums over everything above and to the left, one column and one row wider than the squares.
  const sums = new Float64Array((columns + 1) * (rows + 1));
  const squares = new Float64Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    let sumOfSquares = 0;
    for (let column = 0; column < columns; column++) {
      const here = own[row * columns + column] ?? 0;
      sum += here;
      // Most of a page is white.
      sumOfSquares += here === 255 * area ? 255 * here : squaresIn(page, column * side, row * side, side);
      const at = (row + 1) * (columns + 1) + column + 1;
      sums[at] = (sums[at - columns - 1] ?? 0) + sum;
      squares[at] = (squares[at - columns - 1] ?? 0) + sumOfSquares;
    }
  }
  const limits = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const [top, foot] = [Math.max(0, row - reach) * (columns + 1), Math.min(rows, row + reach + 1) * (columns + 1)];
    for (let column = 0; column < columns; column++) {
      const [left, right] = [Math.max(0, column - reach), Math.min(columns, column + reach + 1)];
      const over = (table: Float64Array): number => (table[foot + right] ?? 0) - (table[top + right] ?? 0) - (table[foot + left] ?? 0) + (table[top + left] ?? 0);
      const count = (right - left) * ((foot - top) / (columns + 1)) * area;
      const mean = over(sums) / count;
      const spread = Math.sqrt(Math.max(0, over(squares) / count - mean * mean));
      limits[row * columns + column] = mean * (1 + sensitivity * (spread / widestSpread - 1));
    }
  }
  return { columns, rows, limits };
}

/** The sum of the squares of the pixels in a square of a page. */
function squaresIn({ width, height, pixels }: Raster, left: number, top: number, side: number): number {
  let sum = 0;
  for (let y = top; y < Math.min(height, top + side); y++) {
    for (let at = y * width + left; at < y * width + Math.min(width, left + side); at++) {
      const value = pixels[at] ?? 255;
      sum += value * value;
    }
  }
  return sum;
}

const isSpeck = (component: Component, bitmap: Bitmap): boolean => component.pixels < speck * pixelsOfPoint(bitmap) ** 2;

/** The bitmap without ink that is too small for anything printed. */
export function withoutSpecks(bitmap: Bitmap): Bitmap {
  const ink = bitmap.ink.slice();
  for (const component of componentsOf(bitmap)) {
    if (!isSpeck(component, bitmap)) continue;
    for (let i = 0; i < component.runs.length; i += 3) {
      const row = (component.runs[i] ?? 0) * bitmap.width;
      ink.fill(0, row + (component.runs[i + 1] ?? 0), row + (component.runs[i + 2] ?? 0));
    }
  }
  return { ...bitmap, ink };
}

/** The ink in a part of a bitmap, specks left out. */
export interface InkMeasure {
  /** How many pixels are ink. */
  readonly pixels: number;
  /** Around all of the ink: pixels of the bitmap. Null where there is none. */
  readonly box: Box | null;
  /** From left to right. */
  readonly components: readonly Component[];
  /** The one with the greatest extent across or down. */
  readonly largest: Component | null;
}

export function inkIn(bitmap: Bitmap, within: Box): InkMeasure {
  const components = componentsOf(bitmap, within).filter((c) => !isSpeck(c, bitmap)).sort((a, b) => a.box.x0 - b.box.x0);
  const largest = components.reduce<Component | null>((best, c) => (best && extent(best) >= extent(c) ? best : c), null);
  const [first] = components;
  if (!first) return { pixels: 0, box: null, components, largest };
  const box = { x0: first.box.x0, y0: Math.min(...components.map((c) => c.box.y0)), x1: Math.max(...components.map((c) => c.box.x1)), y1: Math.max(...components.map((c) => c.box.y1)) };
  return { pixels: components.reduce((sum, c) => sum + c.pixels, 0), box, components, largest };
}

/** The greater of a component's width and height. Pixels. */
export const extent = ({ box }: Component): number => Math.max(width(box), height(box));
