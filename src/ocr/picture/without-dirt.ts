import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import { componentsOf, type Component } from './components.js';

/** Darker than this is ink, on paper that has been evened to white. */
const dark = 190;
/** Dirt is no larger than this both ways; a decimal point of small print is. Points, and at least so many pixels. */
const largestSpeck = 0.75;
const speckPixels = 2;
/** What stands nearer than this to something larger may be a part of it. Pixels. */
const apart = 3;

/**
 * The picture of a cell (evened, without rulings) less its specks of dirt:
 * dots smaller than any that is printed, apart from all else, and not between
 * two characters, where a faint decimal point may stand: without it both
 * readers would be sure of another number. Readers take dirt for points, and
 * are unsure of the number.
 */
export function withoutDirt(picture: Raster): Raster {
  const { width, height } = picture;
  const components = componentsOf({ width, height, dpi: picture.dpi, ink: picture.pixels.map((value) => (value < dark ? 1 : 0)) });
  const most = Math.max(speckPixels, largestSpeck * pixelsOfPoint(picture));
  const isSmall = ({ box }: Component): boolean => box.x1 - box.x0 <= most && box.y1 - box.y0 <= most;
  const large = components.filter((c) => !isSmall(c));
  const isBetween = ({ box }: Component): boolean => large.some((l) => l.box.x1 <= box.x0) && large.some((l) => l.box.x0 >= box.x1);
  const specks = components.filter((c) => isSmall(c) && !isBetween(c) && !large.some((l) => gap(c, l) < apart));
  if (specks.length === 0) return picture;
  const pixels = picture.pixels.slice();
  for (const { box } of specks) {
    for (let y = Math.max(0, box.y0 - 1); y < Math.min(height, box.y1 + 1); y++) pixels.fill(255, y * width + Math.max(0, box.x0 - 1), y * width + Math.min(width, box.x1 + 1));
  }
  return { ...picture, pixels };
}

/** Pixels between the boxes of two components, the wider way. */
const gap = ({ box: a }: Component, { box: b }: Component): number => Math.max(a.x0 - b.x1, b.x0 - a.x1, a.y0 - b.y1, b.y0 - a.y1);
