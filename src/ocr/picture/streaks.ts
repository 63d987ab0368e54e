import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import { sumsOf } from './reduced.js';

/** A line that dirt on the glass or the drum drew over all of a page, along the way that it was fed. */
export interface Streak {
  /** Of the picture: `vertical` ones run from its top to its foot. */
  readonly axis: 'horizontal' | 'vertical';
  /** Along it: pixels of a band. The last band goes on to the edge. */
  readonly band: number;
  /** Across, its middle in the middle of each band. Pixels. */
  readonly at: readonly number[];
  /** On either side of its middle so many pixels are darkened… */
  readonly half: number;
  /** …to this lightness at the middle, about each band, where it runs over paper. */
  readonly level: readonly number[];
}

/** Lightness is measured in bands of this height, line by line. Points. */
const bandHeight = 12;
/** A streak is no thicker than this. Points. */
const thickest = 3;
/** It is darker than what is lightest on either side by so much of 255 at least. */
const least = 20;
/** From band to band it moves by no more than this: points, and at least so many pixels. */
const drift = 0.3;
const driftPixels = 1.3;
/** It is seen in so many of all bands… */
const mostlySeen = 0.85;
/** …and in one of so many next to each edge of the page. */
const atEdge = 2;
/** Between the edge of a page, where the lid may be seen, and its print is clear paper: from here to there, and so far on either side; no rule crosses there or nearer to the edge. Points. */
const margin = { from: 6, to: 24, beside: 20 };
/** Of 255: what is darker than the lightest there by more than this is print, and no more than this part of it is. */
const print = 60;
const clear = 0.004;
/** Nearer to an edge that it runs along it is the edge. Points. */
const fromEdge = 6;
/** It is over paper somewhere in so many bands each way. */
const toPaper = 2;
/** Its foot is where it darkens by less than this part of what it does at its middle. */
const foot = 0.1;

/**
 * The streaks of a page as it was scanned, in pixels. They run off the page at
 * both ends, over margins that are clear else: no rule of a table does, and
 * where a picture is cut so close that its rules do, other print is there, too.
 */
export const streaksOf = (page: Raster): Streak[] => [...streaksAlong(page, 'vertical'), ...streaksAlong(page, 'horizontal')];

/** Mean lightness of a page in bands: of each, line by line. */
interface Bands {
  readonly count: number;
  /** Lines across. */
  readonly width: number;
  readonly mean: (band: number, line: number) => number;
}

function streaksAlong(page: Raster, axis: Streak['axis']): Streak[] {
  const scale = pixelsOfPoint(page);
  const band = Math.max(1, Math.round(bandHeight * scale));
  const bands = bandsOf(page, axis, band);
  const reach = Math.ceil(thickest * scale);
  const edge = Math.ceil(fromEdge * scale) + reach;
  if (bands.count < 4 * atEdge || bands.width < 3 * edge) return [];
  const starts: { at: number; band: number }[] = [];
  for (let b = 0; b < atEdge; b++) {
    for (let x = edge; x < bands.width - edge; x++) {
      if (isDarkest(bands, b, x, reach) && contrast(bands, b, x, reach) >= least && !starts.some((s) => Math.abs(s.at - x) <= reach)) starts.push({ at: x, band: b });
    }
  }
  const found = starts.flatMap((start) => followed(bands, start, reach, Math.max(driftPixels, drift * scale))).map((streak): Streak => ({ axis, band, ...streak }));
  // What is wider is the shadow of a fold, beneath which all is seen.
  return found.filter((streak) => streak.half <= reach / 2 + 1 && isOverMargins(page, streak, found));
}

function bandsOf(page: Raster, axis: Streak['axis'], band: number): Bands {
  const { columns, rows, sums, pixels } = axis === 'vertical' ? sumsOf(page, 1, band) : sumsOf(page, band, 1);
  return axis === 'vertical' ? { count: rows, width: columns, mean: (b, x) => (sums[b * columns + x] ?? 0) / pixels } : { count: columns, width: rows, mean: (b, x) => (sums[x * columns + b] ?? 0) / pixels };
}

/** Whether no line near another is darker in a band. */
function isDarkest({ mean }: Bands, band: number, x: number, reach: number): boolean {
  const own = mean(band, x);
  for (let o = 1; o <= reach; o++) if (mean(band, x - o) <= own || mean(band, x + o) < own) return false;
  return true;
}

/** By how much a line is darker than the lightest near it, on either side. */
function contrast({ mean }: Bands, band: number, x: number, reach: number): number {
  let [left, right] = [0, 0];
  for (let o = 1; o <= reach; o++) [left, right] = [Math.max(left, mean(band, x - o)), Math.max(right, mean(band, x + o))];
  return Math.min(left, right) - mean(band, x);
}

/** The streak that begins at a place, if it goes on to the other edge. */
function followed(bands: Bands, start: { readonly at: number; readonly band: number }, reach: number, near: number): Pick<Streak, 'at' | 'half' | 'level'>[] {
  const seen: { band: number; at: number }[] = [];
  let expected = start.at;
  for (let b = start.band; b < bands.count; b++) {
    const middle = darkestAt(bands, b, Math.round(expected), reach, Math.ceil(near));
    if (middle === null) continue;
    expected += (middle - expected) / 2;
    seen.push({ band: b, at: middle });
  }
  const last = seen.at(-1)?.band ?? 0;
  if (seen.length < mostlySeen * bands.count || last < bands.count - atEdge) return [];
  const at = Array.from({ length: bands.count }, (_, b) => placeIn(seen, b));
  return [{ at, half: halfOf(bands, seen, reach), level: at.map((_, b) => lightestAbout(bands, at, b)) }];
}

/** The middle of what is darkest in a band about a place; null where nothing is dark enough. */
function darkestAt(bands: Bands, band: number, about: number, reach: number, near: number): number | null {
  const dark = (x: number): number => (x > reach && x < bands.width - reach ? contrast(bands, band, x, reach) : 0);
  const around = Array.from({ length: 2 * near + 1 }, (_, i) => about - near + i);
  const darkest = around.reduce((best, x) => (dark(x) > dark(best) ? x : best), about);
  const most = dark(darkest);
  if (most < least) return null;
  let [from, to] = [darkest, darkest];
  while (dark(from - 1) > most / 2) from--;
  while (dark(to + 1) > most / 2) to++;
  return (from + to) / 2;
}

/** Its lightness where it runs over paper about a band. */
function lightestAbout({ count, mean }: Bands, at: readonly number[], band: number): number {
  let result = 0;
  for (let b = Math.max(0, band - toPaper); b <= Math.min(count - 1, band + toPaper); b++) result = Math.max(result, mean(b, Math.round(at[b] ?? 0)));
  return result;
}

/** The place of a streak in a band: the mean of the three that were seen nearest to it. */
function placeIn(seen: readonly { readonly band: number; readonly at: number }[], band: number): number {
  const nearest = [...seen].sort((a, b) => Math.abs(a.band - band) - Math.abs(b.band - band)).slice(0, 3);
  return nearest.reduce((sum, s) => sum + s.at, 0) / nearest.length;
}

/** How far a streak darkens on either side: over print, too, but seldom as little as over paper. */
function halfOf(bands: Bands, seen: readonly { readonly band: number; readonly at: number }[], reach: number): number {
  const darkness = (offset: number): number => {
    const all = seen.map(({ band, at }) => contrast(bands, band, Math.round(at), reach) - bands.mean(band, Math.round(at) + offset) + bands.mean(band, Math.round(at))).sort((a, b) => a - b);
    return all[Math.floor(all.length / 5)] ?? 0;
  };
  const most = darkness(0);
  let half = 0;
  while (half < reach && (darkness(half + 1) > foot * most || darkness(-half - 1) > foot * most)) half++;
  return half + 1;
}

/** Whether there is nothing but paper, and other lines like it, beside a streak where it comes to the edges of the page. */
function isOverMargins(page: Raster, { axis, at }: Streak, all: readonly Streak[]): boolean {
  const scale = pixelsOfPoint(page);
  const [length, width, along, across] = axis === 'vertical' ? [page.height, page.width, page.width, 1] : [page.width, page.height, 1, page.width];
  const [from, to, beside] = [margin.from, margin.to, margin.beside].map((points) => Math.round(points * scale)) as [number, number, number];
  return [0, at.length - 1].every((end) => {
    const middle = Math.round(at[end] ?? 0);
    const columns = Array.from({ length: 2 * beside }, (_, i) => middle - beside + i).filter((c) => c >= 0 && c < width && !all.some((s) => Math.abs(c - (s.at[end] ?? 0)) <= s.half + 1));
    const rows = Array.from({ length: Math.min(to, length) }, (_, a) => columns.map((c) => page.pixels[(end === 0 ? a : length - 1 - a) * along + c * across] ?? 0));
    const values = rows.slice(from).flat().sort((a, b) => a - b);
    const dark = (values[Math.floor(0.9 * values.length)] ?? 0) - print;
    return (values[Math.floor(clear * values.length)] ?? 0) >= dark && !hasRule(rows, dark);
  });
}

/** Whether a line runs across rows from the edge of a page, half of the way at least; what is dark from the edge on is the lid. */
function hasRule(rows: readonly (readonly number[])[], dark: number): boolean {
  const isDark = rows.map((row) => row.filter((value) => value < dark).length >= 0.4 * row.length);
  return isDark.slice(isDark.indexOf(false)).includes(true);
}
