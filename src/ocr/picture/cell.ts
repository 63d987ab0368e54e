import type { Box } from '../../model/box.js';
import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint, type Bitmap } from './bitmap.js';
import { extent, inkIn } from './ink.js';
import { hasTraces } from './pale-print.js';

/** Off the edge of a cell nothing is read: what the rule leaves there would be a 1 or a dash. Points. */
const edge = 1;
/** Nothing printed in a cell is smaller both ways; a full stop alone is no entry. Points. */
const smallestMark = 1.7;
/** A digit, a dash or a stroke is larger one way or the other. Points. */
const smallestEntry = 3.2;

/** A cell in whole pixels of a picture, off its edges. `cell`: points, its sides in the middle of its rules. */
export function insideOf({ width, height, dpi }: { readonly width: number; readonly height: number; readonly dpi: number }, cell: Box): Box {
  const scale = pixelsOfPoint({ dpi });
  const x0 = Math.min(width - 1, Math.max(0, Math.ceil((cell.x0 + edge) * scale)));
  const y0 = Math.min(height - 1, Math.max(0, Math.ceil((cell.y0 + edge) * scale)));
  return { x0, y0, x1: Math.max(x0 + 1, Math.min(width, Math.floor((cell.x1 - edge) * scale))), y1: Math.max(y0 + 1, Math.min(height, Math.floor((cell.y1 - edge) * scale))) };
}

/** A part of a picture; whole pixels. */
export function cropped({ width, pixels, dpi }: Raster, { x0, y0, x1, y1 }: Box): Raster {
  const result = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++) result.set(pixels.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0));
  return { width: x1 - x0, height: y1 - y0, pixels: result, dpi };
}

/** The picture of a cell, of a page from which the rulings are wiped out. */
export const cellPicture = (page: Raster, cell: Box): Raster => cropped(page, insideOf(page, cell));

/** Whether something stands in a cell. `doubtful`: a speck too large for dirt and too small for an entry, or a trace too pale for ink; nobody can say that the cell is blank. */
export type Filling = 'blank' | 'doubtful' | 'inked';

/** What fills a cell (points) of an evened, levelled page without its rulings; `ink` is that page's. */
export function fillingOf(page: Raster, ink: Bitmap, cell: Box): Filling {
  const within = insideOf(page, cell);
  const { largest } = inkIn(ink, within);
  const scale = pixelsOfPoint(page);
  const size = largest ? extent(largest) / scale : 0;
  if (size >= smallestEntry) return 'inked';
  return size < smallestMark && !hasTraces(cropped(page, within)) ? 'blank' : 'doubtful';
}
