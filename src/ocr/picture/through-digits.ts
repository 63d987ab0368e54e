import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import type { Line } from './rulings.js';

/** Darker than this is not paper. */
const dark = 215;
/** A ruling that meets another is dark right up to it; digits stand off the rulings of their row by more than this. Points. */
const off = 0.45;
/** So much beside a ruling belongs to it: its edge shades off. Points. */
const shading = 0.25;
/** A line is no further than this from where its middle and its slope say. Points, and at least so many pixels. */
const astray = 0.45;
const astrayPixels = 1;
/** An end as near as this to a ruling meets it. Points. */
const meeting = 2;
/** Where more than this part of the places at which a line meets rulings is open, it is none. */
const most = 0.5;

/**
 * Whether a line is made of digits that stand below (or beside) one another: it
 * leaves paper between itself and most of the rulings that it meets. Such a line
 * is straight, even and long in rows that are hardly higher than their digits,
 * and what tells it from a ruling is that it does not touch the others.
 */
export function isThroughDigits(line: Line, rulings: readonly Line[], page: Raster): boolean {
  const scale = pixelsOfPoint(page);
  const places = rulings.filter((r) => r.axis !== line.axis && r.at >= line.from - meeting && r.at <= line.to + meeting && r.from <= line.at && r.to >= line.at);
  const sides = places.flatMap((r) => [-1, 1].filter((side) => (side < 0 ? r.at - line.from : line.to - r.at) > meeting).map((side) => isOpen(line, r, side, page, scale)));
  return sides.length > 1 && sides.filter((open) => open).length > most * sides.length;
}

/** Whether there is paper between a line and the ruling that it meets, on one side of it. */
function isOpen(line: Line, ruling: Line, side: number, page: Raster, scale: number): boolean {
  const slack = Math.max(astrayPixels, astray * scale);
  const first = (ruling.thickness / 2 + shading) * scale;
  const middle = (line.from + line.to) / 2;
  const there = (ruling.at + ruling.slope * (line.at - (ruling.from + ruling.to) / 2)) * scale;
  let blank = 0;
  for (let step = 0; step < meeting * scale; step++) {
    const along = Math.round(there + side * (first + step) - 0.5);
    const across = (line.at + line.slope * (along / scale - middle)) * scale;
    blank = isDark(page, line.axis, along, across, slack) ? 0 : blank + 1;
    if (blank >= off * scale) return true;
  }
  return false;
}

function isDark({ width, height, pixels }: Raster, axis: Line['axis'], along: number, across: number, slack: number): boolean {
  for (let at = Math.floor(across - slack); at <= across + slack; at++) {
    const [x, y] = axis === 'vertical' ? [at, along] : [along, at];
    if (x >= 0 && y >= 0 && x < width && y < height && (pixels[y * width + x] ?? 255) < dark) return true;
  }
  return false;
}
