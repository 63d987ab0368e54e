import type { Box } from '../../model/box.js';
import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import type { Streak } from './streaks.js';

/** Of 255: what is darker than a streak by more than this is print beneath it. */
const beneath = 30;

/** The page without its streaks: print that goes on from one side to the other is joined, and what is seen through a pale one stays. */
export function withoutStreaks(page: Raster, streaks: readonly Streak[]): Raster {
  if (streaks.length === 0) return page;
  const pixels = page.pixels.slice();
  for (const streak of streaks) wipe({ ...page, pixels }, streak);
  return { ...page, pixels };
}

function wipe({ width, height, pixels }: Raster, { axis, band, at, half, level }: Streak): void {
  const [length, lines, along, across] = axis === 'vertical' ? [height, width, width, 1] : [width, height, 1, width];
  for (let a = 0; a < length; a++) {
    const own = level[Math.min(at.length - 1, Math.floor(a / band))] ?? 0;
    const middle = placeAt(at, band, a);
    const [first, last] = [Math.max(1, Math.round(middle) - half), Math.min(lines - 2, Math.round(middle) + half)];
    const [before, behind] = [pixels[a * along + (first - 1) * across] ?? 255, pixels[a * along + (last + 1) * across] ?? 255];
    for (let c = first; c <= last; c++) {
      const here = a * along + c * across;
      const bridged = before + ((behind - before) * (c - first + 1)) / (last - first + 2);
      const seen = pixels[here] ?? 255;
      pixels[here] = seen < own - beneath ? Math.min(seen, bridged) : bridged;
    }
  }
}

/** The middle of a streak across, at a place along it. */
function placeAt(at: readonly number[], band: number, along: number): number {
  const between = Math.max(0, Math.min(at.length - 1, along / band - 0.5));
  const [low, high] = [at[Math.floor(between)] ?? 0, at[Math.ceil(between)] ?? 0];
  return low + (high - low) * (between - Math.floor(between));
}

/** Of 255: a streak that is lighter than print by so much hides none of it. */
const pale = 80;
/** The darkest 5 in 1000 of a page are print. */
const inkPart = 0.005;

/** The streaks of a page that print can't be seen through for sure. */
export function hiding(streaks: readonly Streak[], page: Raster): readonly Streak[] {
  if (streaks.length === 0) return streaks;
  const ink = inkLevel(withoutStreaks(page, streaks));
  return streaks.filter(({ level }) => Math.min(...level) < ink + pale);
}

/** The lightness that the darkest part of a page is no lighter than. */
function inkLevel({ pixels }: Raster): number {
  const counts = new Uint32Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  let [level, sum] = [0, counts[0] ?? 0];
  while (level < 255 && sum < inkPart * pixels.length) sum += counts[++level] ?? 0;
  return level;
}

/** Whether a streak runs through a box (points of the picture). */
export function runsThrough({ axis, band, at, half }: Streak, box: Box, picture: Pick<Raster, 'dpi'>): boolean {
  const scale = pixelsOfPoint(picture);
  const [from, to, low, high] = (axis === 'vertical' ? [box.y0, box.y1, box.x0, box.x1] : [box.x0, box.x1, box.y0, box.y1]).map((points) => points * scale) as [number, number, number, number];
  return [from, (from + to) / 2, to].some((along) => placeAt(at, band, along) + half >= low && placeAt(at, band, along) - half <= high);
}
