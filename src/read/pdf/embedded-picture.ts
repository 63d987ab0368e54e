import { ImageKind, OPS } from './pdfjs.js';
import sharp from 'sharp';
import type { PagePicture } from '../../model/picture.js';
import { twoPrints } from '../two-prints.js';
import type { Painted } from './page-content.js';
import { decodedOf, type PictureLookup, type Pixels } from './pictures.js';
import type { Matrix } from './matrix.js';

/** What was scanned finer or coarser is pictured so fine or coarse. Pixels to an inch. */
export const finest = 300;
export const coarsest = 150;
/** The pixels of a scan are squares: one way they are no larger than the other by more than this part. */
const square = 0.01;
/** A picture that is set askew by less than this, in pixels over all of it, stands straight. */
const straight = 0.5;
/** A clip that cuts less than this off a picture cuts nothing. Points. */
const sliver = 0.5;

/** Pixels of a page's picture, red, green and blue by turns, the first row uppermost. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly rgb: Uint8Array;
}

/**
 * The picture of a page on which nothing is seen but one picture, straight or
 * turned by quarters or mirrored: that picture's own pixels, as a scanner made
 * them, on white paper. Null where the page has to be drawn: for anything else
 * that is seen, or a picture that is too coarse, or of which one sees through.
 */
export async function embeddedPicture(painted: Painted, lookup: PictureLookup): Promise<PagePicture | null> {
  const { content, width, height } = painted;
  const [picture] = content.pictures;
  if (!picture || typeof picture.image !== 'string' || !isAlone(painted)) return null;
  const { box, clip } = picture;
  if (clip.x0 > Math.max(0, box.x0) + sliver || clip.y0 > Math.max(0, box.y0) + sliver || clip.x1 < Math.min(width, box.x1) - sliver || clip.y1 < Math.min(height, box.y1) - sliver) return null;
  const pixels = await decodedOf(picture, lookup);
  if (!pixels?.data || pixels.kind === ImageKind.RGBA_32BPP) return null;
  const lies = liesAt(picture.place, pixels);
  if (lies === null || lies.dpi < coarsest) return null;
  const sheet = await noFinerThan(finest, onPaper(pixels, picture.place, lies, width, height));
  return twoPrints(sheet.rgb, sheet.width, sheet.height, sheet.dpi, 3);
}

/** Whether nothing is seen on the page besides one picture: no text above it, no line, no area. */
function isAlone({ content, operators }: Painted): boolean {
  const { pictures, glyphs, areas, rulings, hasLostText } = content;
  const { fnArray, argsArray } = operators;
  const paints = fnArray.some((operator, i) => operator === OPS.shadingFill || (operator === OPS.constructPath && (argsArray[i] as readonly unknown[] | undefined)?.[0] !== OPS.endPath));
  return pictures.length === 1 && !paints && areas.length === 0 && rulings.length === 0 && !hasLostText && glyphs.every((g) => g.unpainted);
}

/** How a picture lies on the page: whether its rows run down the page, and its resolution there. Null where it lies askew, or is stretched. */
function liesAt([a, b, c, d]: Matrix, { width, height }: Pixels): { readonly sideways: boolean; readonly dpi: number } | null {
  const sideways = Math.abs(b) > Math.abs(a);
  const [along, across, askew] = sideways ? [Math.abs(b), Math.abs(c), Math.max(Math.abs(a), Math.abs(d))] : [Math.abs(a), Math.abs(d), Math.max(Math.abs(b), Math.abs(c))];
  const [byWidth, byHeight] = [(72 * width) / along, (72 * height) / across];
  const dpi = Math.sqrt(byWidth * byHeight);
  if (!Number.isFinite(dpi) || (askew * dpi) / 72 > straight || Math.abs(byWidth - byHeight) > square * dpi) return null;
  return { sideways, dpi };
}

/** The picture on a page of white paper, in its own resolution: each of its pixels is one of the page. */
function onPaper(pixels: Pixels, [a, b, c, d, e, f]: Matrix, { sideways, dpi }: { readonly sideways: boolean; readonly dpi: number }, pageWidth: number, pageHeight: number): Sheet {
  const k = dpi / 72;
  const [width, height] = [Math.max(1, Math.ceil(pageWidth * k)), Math.max(1, Math.ceil(pageHeight * k))];
  const rgb = new Uint8Array(3 * width * height).fill(255);
  const [columns, rows] = sideways ? [pixels.height, pixels.width] : [pixels.width, pixels.height];
  const [left, top] = [Math.round(Math.min(e, e + a + c) * k), Math.round(Math.min(f, f + b + d) * k)];
  // The first row of a picture is where the second coordinate of the unit square is 1.
  const [mirrored, flipped] = sideways ? [c > 0, b < 0] : [a < 0, d > 0];
  const isBits = pixels.kind === ImageKind.GRAYSCALE_1BPP;
  const bytesOfRow = (pixels.width + 7) >> 3;
  for (let y = Math.max(0, -top); y < rows && y + top < height; y++) {
    let to = 3 * ((y + top) * width + Math.max(0, left));
    if (pixels.data && !sideways && !mirrored) {
      const [row, first, end] = [flipped ? rows - 1 - y : y, Math.max(0, -left), Math.min(columns, width - left)];
      if (isBits) blacken(pixels.data.subarray(row * bytesOfRow, (row + 1) * bytesOfRow), first, end, rgb.subarray(to));
      else rgb.set(pixels.data.subarray(3 * (row * columns + first), 3 * (row * columns + end)), to);
      continue;
    }
    for (let x = Math.max(0, -left); x < columns && x + left < width; x++, to += 3) {
      const [across, down] = [mirrored ? columns - 1 - x : x, flipped ? rows - 1 - y : y];
      const [column, row] = sideways ? [down, across] : [across, down];
      if (isBits) {
        const isWhite = ((pixels.data?.[row * bytesOfRow + (column >> 3)] ?? 255) >> (7 - (column & 7))) & 1;
        if (!isWhite) rgb[to] = rgb[to + 1] = rgb[to + 2] = 0;
        continue;
      }
      const from = 3 * (row * pixels.width + column);
      for (let channel = 0; channel < 3; channel++) rgb[to + channel] = pixels.data?.[from + channel] ?? 255;
    }
  }
  return { width, height, dpi, rgb };
}

/** Pixels of a row of bits, from one to another, on white: those of which the bit is 0 are black. */
function blacken(bits: Uint8Array | Uint8ClampedArray, first: number, end: number, rgb: Uint8Array): void {
  for (let x = first, to = 0; x < end; x++, to += 3) {
    if ((((bits[x >> 3] ?? 255) >> (7 - (x & 7))) & 1) === 0) rgb[to] = rgb[to + 1] = rgb[to + 2] = 0;
  }
}

/** The picture made smaller, where it is finer than is of use. */
async function noFinerThan(dpi: number, sheet: Sheet): Promise<Sheet> {
  if (sheet.dpi <= dpi * (1 + square)) return sheet;
  const scale = dpi / sheet.dpi;
  const [width, height] = [Math.round(sheet.width * scale), Math.round(sheet.height * scale)];
  const rgb = await sharp(sheet.rgb, { raw: { width: sheet.width, height: sheet.height, channels: 3 } }).resize(width, height, { fit: 'fill', kernel: 'mitchell' }).raw().toBuffer();
  return { width, height, dpi, rgb };
}
