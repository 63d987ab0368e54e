import { ImageKind, type PDFPageProxy } from './pdfjs.js';
import type { Box } from '../../model/box.js';
import { applyX, applyY, inverse, type Matrix } from './matrix.js';

/** A picture as it is painted. */
export interface PaintedPicture {
  /** Points, on the page as shown. */
  readonly box: Box;
  /** The number of glyphs painted before it. */
  readonly before: number;
  /** From the unit square to the page as shown. */
  readonly place: Matrix;
  /** What pdf.js calls the picture by, or the picture; null where it is painted so that one sees through it. */
  readonly image: unknown;
  readonly clip: Box;
}

/** How much a picture hides at a point of the page as shown: 0 nothing, 1 all of it; null where it can't be told. */
export type Opacity = (x: number, y: number) => number | null;

/** A picture as pdf.js decodes it. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray | null;
}

/** Looks up a decoded picture by pdf.js's name, as soon as it is decoded; null where it never will be. */
export type PictureLookup = (name: string) => Promise<unknown>;

/** Pictures by pdf.js's name: they are decoded while the operators are read, and may come after them. */
export function pictureLookup(page: PDFPageProxy): PictureLookup {
  const { objs, commonObjs } = page as unknown as Record<'objs' | 'commonObjs', { get(name: string, callback: (picture: unknown) => void): void }>;
  return (name) => new Promise((resolve) => (name.startsWith('g_') ? commonObjs : objs).get(name, resolve));
}

/** How much each of the pictures hides. */
export async function opacityOf(picture: PaintedPicture, lookup: PictureLookup): Promise<Opacity> {
  const image = await decodedOf(picture, lookup);
  const toSquare = inverse(picture.place);
  if (image === null || toSquare === null) return () => null;
  const { width, height, kind, data } = image;
  const { clip } = picture;
  return (x, y) => {
    if (x < clip.x0 || x > clip.x1 || y < clip.y0 || y > clip.y1) return 0;
    const u = applyX(toSquare, x, y);
    const v = applyY(toSquare, x, y);
    if (u < 0 || u >= 1 || v <= 0 || v > 1) return 0;
    if (kind !== ImageKind.RGBA_32BPP) return 1;
    // The first row of a picture is its upper one.
    const pixel = Math.floor((1 - v) * height) * width + Math.floor(u * width);
    return data === null ? null : (data[4 * pixel + 3] ?? 0) / 255;
  };
}

/** The pixels of a picture; null where there are none, or one sees through it. */
export async function decodedOf({ image }: PaintedPicture, lookup: PictureLookup): Promise<Pixels | null> {
  const decoded = typeof image === 'string' ? await lookup(image) : image;
  return isPixels(decoded) ? decoded : null;
}

function isPixels(image: unknown): image is Pixels {
  const { width, height, kind } = (image ?? {}) as Partial<Pixels>;
  return typeof width === 'number' && typeof height === 'number' && (kind === ImageKind.GRAYSCALE_1BPP || kind === ImageKind.RGB_24BPP || kind === ImageKind.RGBA_32BPP);
}
