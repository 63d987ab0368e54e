import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import type { Line } from './rulings.js';

/** Two lines are in line with one another where they are no further apart across. Points. */
const inLine = 0.5;
/** A piece is at least so long: its place tells where the other goes on. Points. */
const shortestPiece = 36;
/** Nothing that is printed over a ruling runs along it for longer; the ring of a seal does for so long. Points. */
const longestCover = 60;
/** Darker than this is not paper. */
const dark = 215;
/** Between the two, so much of the way is dark: where a ruling ends and another begins there is paper. */
const covered = 0.97;

/** The lines, and one more in each gap between two in line with one another that is dark all the way: there something is printed along the ruling, the ring of a seal for one. */
export function alsoBeneathSeals(lines: readonly Line[], page: Raster): Line[] {
  const long = lines.filter((line) => line.to - line.from >= shortestPiece);
  const hidden = long.flatMap((line) => {
    const [next] = long.filter((l) => l.axis === line.axis && l.from > line.to && l.from - line.to <= longestCover && Math.abs(l.at - line.at) <= inLine).toSorted((a, b) => a.from - b.from);
    return next && isDarkBetween(line, next, page) ? [{ ...line, from: line.to, to: next.from, at: (line.at + next.at) / 2 }] : [];
  });
  return hidden.length > 0 ? [...lines, ...hidden] : [...lines];
}

function isDarkBetween(line: Line, next: Line, page: Raster): boolean {
  const scale = pixelsOfPoint(page);
  const [from, to] = [Math.round(line.to * scale), Math.round(next.from * scale)];
  let count = 0;
  for (let along = from; along < to; along++) {
    const across = Math.round((line.at + ((next.at - line.at) * (along - from)) / (to - from)) * scale - 0.5);
    const at = line.axis === 'horizontal' ? across * page.width + along : along * page.width + across;
    if ((page.pixels[at] ?? 255) < dark) count++;
  }
  return count >= covered * (to - from);
}
