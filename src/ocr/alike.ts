import type { Raster } from '../model/picture.js';

/** Pictures are laid on one another as they are, and with so many pixels more to each side. */
const furthest = 1;
/** Differences are looked at in the mean of squares of this side, in parts of the height: grain and edges that fall otherwise on the pixels go, the stroke that tells a 6 from a 5 stays. */
const square = 1 / 7;
/** …and at least so many pixels. */
const smallestSquare = 2;
/** In no square may they differ by more than this (of 255). */
const most = 40;
/** Of lower pictures none is like another: in so few pixels a 1 with a long flag may be a 4. Pixels. */
const lowest = 17;

/**
 * Whether two pictures of print, cut to their ink in the same way, show the
 * same but for grain. Not where in any place as large as a stroke is wide one
 * is darker than the other: so 0 is never like 8, nor 5 like 6.
 */
export function areAlike(a: Raster, b: Raster): boolean {
  if (Math.min(a.height, b.height) < lowest || Math.abs(a.width - b.width) > furthest || Math.abs(a.height - b.height) > furthest) return false;
  let best = { dx: 0, dy: 0, apart: Infinity };
  for (const [dx, dy] of [[0, 0], [-1, 0], [1, 0], [0, -1], [0, 1]] as const) {
    const apart = apartAt(a, b, dx, dy, best.apart);
    if (apart < best.apart) best = { dx, dy, apart };
  }
  return !differ(a, b, best.dx, best.dy);
}

/** Sum of the differences where `b` lies so much to the right of `a` and below; given up when it is more than `limit`. */
function apartAt(a: Raster, b: Raster, dx: number, dy: number, limit: number): number {
  let sum = 0;
  for (let y = 0; y < a.height && sum < limit; y++) for (let x = 0; x < a.width; x++) sum += Math.abs(at(a, x, y) - at(b, x - dx, y - dy));
  return sum;
}

function differ(a: Raster, b: Raster, dx: number, dy: number): boolean {
  const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
  const side = Math.max(smallestSquare, Math.round(height * square));
  const limit = most * side * side;
  // Sums of the differences over everything above and to the left.
  const sums = new Int32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += at(a, x, y) - at(b, x - dx, y - dy);
      const here = (y + 1) * (width + 1) + x + 1;
      sums[here] = (sums[here - width - 1] ?? 0) + row;
      if (x + 1 < side || y + 1 < side) continue;
      const over = (sums[here] ?? 0) - (sums[here - side] ?? 0) - (sums[here - side * (width + 1)] ?? 0) + (sums[here - side * (width + 1) - side] ?? 0);
      if (Math.abs(over) > limit) return true;
    }
  }
  return false;
}

const at = ({ width, height, pixels }: Raster, x: number, y: number): number => (x < 0 || y < 0 || x >= width || y >= height ? 255 : (pixels[y * width + x] ?? 255));
