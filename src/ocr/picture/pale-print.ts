import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import { reduced } from './reduced.js';

/** Pale traces are looked for in the mean of squares of this side. Points. */
const square = 1.44;
/** They are darker than the paper around by this at least (of 255), and by so many times the spread of its grain. */
const palest = 26;
const aboveGrain = 5;
/** So many squares with a trace are more than a grain of dirt. */
const fewestSquares = 2;
/** From one character to the next is less room than this part of their height. */
const pitch = 0.6;

/** Pixels from an edge to another that is not included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A picture in squares of `side` pixels, row by row: 1 where something is darker than the paper. */
interface Traces {
  readonly side: number;
  readonly columns: number;
  readonly marks: Uint8Array;
}

/** Whether there is a trace of print in a picture (evened), however pale. */
export const hasTraces = (picture: Raster): boolean => tracesIn(picture).marks.filter((m) => m === 1).length >= fewestSquares;

/**
 * The columns of a line of a number, with what of it is pale: of light print
 * one digit is darker than the next, and a number without the digit that is
 * not dark enough is another. `rows`: those of the line. `dark`: columns with
 * dark ink. What goes on to the edge of the picture is none of it: it is of a rule.
 */
export function withPale(picture: Raster, rows: Stretch, dark: Stretch): Stretch {
  const { side, columns, marks } = tracesIn(picture);
  const isPale = (column: number): boolean => marks.some((m, i) => m === 1 && i % columns === column && isWithin(Math.floor(i / columns) * side, side, rows));
  const pale = runsOf(Array.from({ length: columns }, (_, c) => isPale(c))).map(({ from, to }) => ({ from: from * side, to: to * side }));
  const own = pale.filter(({ from, to }) => from > 0 && to + side <= picture.width && to - from >= fewestSquares * side);
  const reach = pitch * (rows.to - rows.from);
  let line = dark;
  // A square that is half on dark ink is the edge of that.
  const isMore = (further: number): boolean => further >= fewestSquares * side;
  for (const run of own.toReversed()) if (isMore(line.from - run.from) && line.from - run.to <= reach) line = { ...line, from: run.from };
  for (const run of own) if (isMore(run.to - line.to) && run.from - line.to <= reach) line = { ...line, to: run.to };
  return line;
}

const isWithin = (from: number, side: number, rows: Stretch): boolean => from + side > rows.from && from < rows.to;

function tracesIn(picture: Raster): Traces {
  const side = Math.max(1, Math.round(square * pixelsOfPoint(picture)));
  const { width: columns, pixels } = reduced(picture, side, side);
  const values = [...pixels].sort((a, b) => a - b);
  const paper = values[values.length >> 1] ?? 255;
  // Between the quartile and the middle of a normal distribution lie 0.67 spreads.
  const spread = (paper - (values[values.length >> 2] ?? paper)) / 0.67;
  const least = Math.max(palest, aboveGrain * spread);
  return { side, columns, marks: pixels.map((value) => (paper - value > least ? 1 : 0)) };
}

/** Where things are that follow one another, from left to right. */
function runsOf(marked: readonly boolean[]): Stretch[] {
  const runs: { from: number; to: number }[] = [];
  marked.forEach((is, at) => {
    const last = runs.at(-1);
    if (is && last?.to === at) last.to = at + 1;
    else if (is) runs.push({ from: at, to: at + 1 });
  });
  return runs;
}
