import sharp from 'sharp';
import type { PagePictures } from '../../model/picture.js';
import type { Matrix } from '../pdf/matrix.js';
import { twoPrints } from '../two-prints.js';

/** An image as a page paints it. */
export interface PaintedImage {
  /** From the unit square, its first row at 0, to the page: points. */
  readonly place: Matrix;
  /** The name of its part. */
  readonly part: string;
}

/** A page and its images in the order they are painted. Points. */
export interface PaintedSheet {
  readonly width: number;
  readonly height: number;
  readonly images: readonly PaintedImage[];
}

/** Pages are pictured as fine as the finest of their images, within these. Pixels to an inch. */
const finest = 300;
const coarsest = 150;
/** No image with more pixels is decoded, and no page pictured with more: 4 bytes each. A4 at 300 dpi has 8.7 million. */
const mostDecoded = 120_000_000;
const mostPixels = 36_000_000;

/** The pictures of pages whose images stand upright on white paper; what else is painted there is not in them. */
export function ofdPictures(sheets: readonly PaintedSheet[], bytesOf: (part: string) => Promise<Uint8Array>): PagePictures {
  return {
    async pictureOf(number) {
      const sheet = sheets[number - 1];
      if (!sheet || sheet.images.length === 0) return null;
      const images = await Promise.all(sheet.images.map(async ({ place, part }) => ({ place, bytes: await bytesOf(part) })));
      const { width, height } = sheet;
      const dpi = Math.min(await resolutionOf(images), 72 * Math.sqrt(mostPixels / (width * height)));
      const k = dpi / 72;
      const [columns, rows] = [Math.max(1, Math.round(width * k)), Math.max(1, Math.round(height * k))];
      const canvas = new Uint8Array(4 * columns * rows).fill(255);
      for (const image of images) await lay(image, k, canvas, columns, rows);
      return twoPrints(canvas, columns, rows, dpi);
    },
    async close() {
      await Promise.resolve();
    },
  };
}

interface Image {
  readonly place: Matrix;
  readonly bytes: Uint8Array;
}

/** The resolution of the finest image where it is painted. Throws where one is too large, or of no kind that is decoded. */
async function resolutionOf(images: readonly Image[]): Promise<number> {
  const all = await Promise.all(images.map(async ({ place, bytes }) => {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostDecoded) throw new Error(`a picture of ${String(width)} × ${String(height)} pixels is more than is decoded (${String(mostDecoded)})`);
    return (72 * width) / Math.max(1, Math.abs(place[0]));
  }));
  return Math.min(finest, Math.max(coarsest, ...all));
}

/** Paints an image over what is on the canvas (red, green, blue and opacity by turns). `k`: pixels of a point. */
async function lay({ place, bytes }: Image, k: number, canvas: Uint8Array, columns: number, rows: number): Promise<void> {
  const [across, b, c, down, x, y] = place;
  if (b !== 0 || c !== 0 || across <= 0 || down <= 0) throw new Error('a picture on it is turned or mirrored');
  const [left, top, width, height] = [x * k, y * k, across * k, down * k].map(Math.round) as [number, number, number, number];
  if (width < 1 || height < 1) return;
  if (width * height > 4 * mostPixels) throw new Error('a picture on it is far larger than the page');
  const { data } = await sharp(bytes, { limitInputPixels: mostDecoded }).resize(width, height, { fit: 'fill' }).toColourspace('srgb').ensureAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  for (let row = Math.max(0, -top); row < height && top + row < rows; row++) {
    for (let column = Math.max(0, -left); column < width && left + column < columns; column++) {
      const from = 4 * (row * width + column);
      const to = 4 * ((top + row) * columns + left + column);
      const opacity = (data[from + 3] ?? 255) / 255;
      for (let i = 0; i < 3; i++) canvas[to + i] = Math.round((data[from + i] ?? 255) * opacity + (canvas[to + i] ?? 255) * (1 - opacity));
    }
  }
}
