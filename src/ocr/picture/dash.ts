import { centre, height, width, type Box } from '../../model/box.js';
import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import { piecesOf } from './components.js';
import { hasTraces } from './pale-print.js';

/** A dash is a bar of these widths and no higher than this. Points. */
const narrowest = 2.2;
const widest = 26;
const highest = 2.2;
/** It is so many times as wide as it is high, and fills this part of its box. */
const long = 1.45;
const full = 0.66;
/** It stands in the middle of its cell, where the foot of a 1 or the bar of a 7 doesn't. Points. */
const offMiddle = 2.2;
/** No bar of a digit is as wide as this. Points. */
const widerThanDigits = 7.5;
/** The blur of a bar reaches so far. Points. */
const blur = 0.7;

/** What all the ink in the picture of a cell (evened, without rulings) is: one bar, as the dash of an empty cell. `wide`: wider than a part of any digit. */
export type Bar = 'wide' | 'short';

/** The bar that is all there is in a cell; null where there is anything else, however pale. */
export function barIn(cell: Raster): Bar | null {
  const [bar, ...others] = piecesOf(cell);
  if (!bar || others.length > 0) return null;
  const scale = pixelsOfPoint(cell);
  const [w, h] = [width(bar.box) / scale, height(bar.box) / scale];
  const isBar = w >= narrowest && w <= widest && h <= highest && w >= long * h && bar.pixels >= full * width(bar.box) * height(bar.box);
  if (!isBar || hasTraces(without(cell, bar.box, scale)) || Math.abs(centre(bar.box).y - cell.height / 2) > offMiddle * scale) return null;
  return w >= widerThanDigits ? 'wide' : 'short';
}

/** The picture without what is in a box of it and close around it. */
function without(cell: Raster, { x0, x1, y0, y1 }: Box, scale: number): Raster {
  const around = Math.ceil(blur * scale);
  const pixels = cell.pixels.slice();
  for (let y = Math.max(0, y0 - around); y < Math.min(cell.height, y1 + around); y++) pixels.fill(255, y * cell.width + Math.max(0, x0 - around), y * cell.width + Math.min(cell.width, x1 + around));
  return { ...cell, pixels };
}
