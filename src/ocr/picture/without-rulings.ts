import type { Ruling } from '../../model/page.js';
import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';

/** Of an evened page what is darker than this is the rule or its edge. */
const dark = 205;
/** A rule is looked for as far as this from where it is said to be: the sides of a digit through which one was thought to run are further off. Points… */
const near = 0.8;
/** …and, where it is nowhere so near, as far as this. */
const astray = 2.5;
/** From pixel to pixel it wanders no further than this. Points, and at least so many pixels. */
const wandering = 0.4;
const wanderingPixels = 1.2;
/** How quickly it is followed. */
const following = 0.2;
/** Where it is thicker than so many times its middle thickness, something else touches it. */
const touched = 1.5;
/** So much beside a rule that is touched is rule still: its edge shades off. Pixels. */
const shading = 1;

/** A row or column of a picture, by its place. */
interface Line {
  readonly at: (along: number, across: number) => number;
  readonly length: number;
  readonly breadth: number;
}

/** The page (evened and levelled) with its rulings (points) wiped out, and nothing else: where a character touches a rule, no more than the thickness of the rule goes. */
export function withoutRulings(page: Raster, rulings: readonly Ruling[]): Raster {
  const pixels = page.pixels.slice();
  for (const ruling of rulings) wipe(page, ruling, pixels);
  return { ...page, pixels };
}

function wipe(page: Raster, ruling: Ruling, into: Uint8Array): void {
  const scale = pixelsOfPoint(page);
  const { width, height } = page;
  const line: Line = ruling.axis === 'horizontal' ? { at: (along, across) => across * width + along, length: width, breadth: height } : { at: (along, across) => along * width + across, length: height, breadth: width };
  const from = Math.max(0, Math.floor((ruling.from - astray / 2) * scale));
  const to = Math.min(line.length - 1, Math.ceil((ruling.to + astray / 2) * scale));
  const middle = Math.round((from + to) / 2);
  const expected = ruling.at * scale;
  const thickness = thicknessOf(page, line, from, to, expected, astray * scale);
  // The place of a ruling is that of the middle of its length: it is followed from there, or from where it is seen next, to both ends.
  const seen = seenNext(page, line, { from, to, middle }, expected, near * scale);
  const [start, around] = seen === undefined ? [middle, astray] : [seen, near];
  for (const step of [1, -1]) {
    let centre: number | undefined;
    for (let along = start; along >= from && along <= to; along += step) {
      const free = centre === undefined;
      const run = runAt(page, line, along, centre ?? expected, free ? around * scale : Math.max(wanderingPixels, wandering * scale));
      if (!run) continue;
      const isRule = run.to - run.from <= touched * thickness + 1;
      if (isRule) {
        const at = (run.from + run.to) / 2;
        centre = centre === undefined ? at : centre + following * (at - centre);
      }
      const here = centre ?? expected;
      const [first, last] = isRule ? [run.from - 1, run.to + 1] : [Math.max(run.from - 1, Math.round(here - thickness / 2 - shading)), Math.min(run.to + 1, Math.round(here + thickness / 2 + shading))];
      for (let across = Math.max(0, first); across < Math.min(line.breadth, last); across++) into[line.at(along, across)] = 255;
    }
  }
}

/** Where along a line something is dark within reach of a place, nearest to its middle. */
function seenNext(page: Raster, line: Line, { from, to, middle }: { readonly from: number; readonly to: number; readonly middle: number }, place: number, reach: number): number | undefined {
  for (let away = 0; middle - away >= from || middle + away <= to; away++) {
    const there = [middle - away, middle + away].find((along) => along >= from && along <= to && isWithin(runAt(page, line, along, place, reach), place, reach));
    if (there !== undefined) return there;
  }
  return undefined;
}

const isWithin = (run: { readonly from: number; readonly to: number } | null, place: number, reach: number): boolean => run !== null && run.from - reach <= place && run.to + reach >= place;

/** What is dark nearest to a place across a line, its end not included. Null where nothing is within reach. */
function runAt(page: Raster, line: Line, along: number, place: number, reach: number): { from: number; to: number } | null {
  const isDark = (across: number): boolean => across >= 0 && across < line.breadth && (page.pixels[line.at(along, across)] ?? 255) < dark;
  const start = Math.floor(place);
  for (let distance = 0; distance <= reach + 1; distance++) {
    const hit = isDark(start - distance) ? start - distance : isDark(start + distance) ? start + distance : undefined;
    if (hit === undefined) continue;
    let [from, to] = [hit, hit + 1];
    while (isDark(from - 1)) from--;
    while (isDark(to)) to++;
    return { from, to };
  }
  return null;
}

/** Middle thickness of what is dark along a ruling. Pixels. */
function thicknessOf(page: Raster, line: Line, from: number, to: number, place: number, reach: number): number {
  const found: number[] = [];
  const step = Math.max(1, Math.floor((to - from) / 200));
  for (let along = from; along <= to; along += step) {
    const run = runAt(page, line, along, place, reach);
    if (run) found.push(run.to - run.from);
  }
  return found.sort((a, b) => a - b)[found.length >> 1] ?? 1;
}
