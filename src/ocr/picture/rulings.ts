import type { Raster } from '../../model/picture.js';
import type { Ruling } from '../../model/page.js';
import { alsoBeneathSeals } from './beneath-seals.js';
import { pixelsOfPoint } from './bitmap.js';
import { overlaid } from './overlaid.js';
import { pieced } from './pieces.js';
import { snapped } from './snapped.js';
import { smoothing, stripLength, stripsOf, type Strips } from './strips.js';
import { isThroughDigits } from './through-digits.js';
import { tracesOf, type Trace } from './traces.js';
import { withoutFolds } from './without-folds.js';
import { withoutRulings } from './without-rulings.js';

/** A line in points, with what tells a ruling from a row of strokes. */
export interface Line extends Ruling {
  readonly covered: number;
  readonly blind: number;
  readonly clear: number;
  readonly alone: number;
  readonly stray: number;
  readonly uneven: number;
  /** A pixel, in points. */
  readonly grain: number;
  /** Found in the mean of several strips. */
  readonly smooth: boolean;
  /** Change of `at` with each point of length. */
  readonly slope: number;
}

/** No stroke of a character is longer; a longer straight line is a ruling by itself. Points. */
const longerThanStrokes = 36;
/** One beside something else all along is a row of strokes, if it isn't as long as this… Points. */
const longerThanWords = 90;
/** …where less than this part of it has clear paper on both sides, … */
const mostlyAlone = 0.6;
/** …or its marks stray further than this, in points and in pixels, … */
const ruled = 0.13;
const ruledPixels = 0.33;
/** …or its thickness differs by more than this part, up or down. */
const even = 0.33;
/** That of strips of a dashed line differs more, as a dash or a gap falls on them. */
const dashed = 0.75;
/** A row of strokes that all but touch strays from a straight line; none is as long as this… Points. */
const longerThanLines = 250;
/** …nor clear of anything on one side for so much of its way, where for so much the other rule of a double one is on the other side. */
const clearOfText = 0.9;
const besideItsDouble = 0.4;
/** The two rules of a double one are no further apart than this. Points. */
const double = 3;
/** A line found in the mean of several strips is known already where lines of single strips lie on this part of it. */
const mostlyTold = 0.7;
/** A shorter one is a ruling where it runs from one ruling to another. Points. */
const shortest = 6;
/** In rows that are hardly higher than their digits, a 1 or the side of a 0 runs from one ruling to the next as well; none is as long as this. Points. */
const higherThanDigits = 12;
/** It ends as near as this to them. Points. */
const meeting = 1.5;
/** A ruling is straight: its marks stray less than this from it. Points… */
const straight = 0.32;
/** …and so much more for each point of its length, for paper is not flat. */
const wave = 0.0008;
/** Steeper than this is not a ruling of a levelled page. */
const steepest = 0.03;
/** Of a ruling this part has marks of its own or is hidden by what touches it; … */
const mostlySeen = 0.85;
/** … and of its marks this part has clear paper beside it: it runs neither through characters nor along a seal. */
const mostlyClear = 0.7;

/**
 * The rulings of an upright, levelled page, in points of the page. Neither the
 * light nor the ground need be even. Rulings are long against the text, or run
 * from one ruling to another, or to the end of a table that the page cuts; dashes
 * and dots are joined; ends that nearly meet a crossing ruling are put on it; what
 * the ring of a seal hides goes on beneath it. Folds of the paper are left out.
 */
export function rulingsOf(page: Raster): Ruling[] {
  const found = foundIn(page);
  const rulings = snapped(overlaid(alsoBeneathSeals(found, page)));
  // One of a double rule is hard to see beside the other.
  const doubles = found.some(isOneOfTwo) ? foundIn(withoutRulings(page, rulings)).filter((line) => rulings.some((r) => isBeside(line, r))) : [];
  return snapped([...rulings, ...overlaid(doubles)]).map(({ axis, at, from, to, thickness }) => ({ axis, at, from, to, thickness }));
}

function foundIn(page: Raster): Line[] {
  const scale = pixelsOfPoint(page);
  const seen = (['horizontal', 'vertical'] as const).flatMap((axis) => linesOf(page, axis, scale));
  const long = seen.filter(isRulingByItself);
  const joins = (line: Line, rulings: readonly Line[]): boolean => meets(line, line.from, rulings) && meets(line, line.to, rulings);
  const likely = withoutFolds(seen, long, page, (line) => joins(line, long));
  let found = likely.filter(isRulingByItself);
  for (;;) {
    const more = likely.filter((line) => line.to - line.from >= higherThanDigits && !found.includes(line) && (joins(line, found) || isCutOff(line, found)));
    if (more.length === 0) break;
    found = [...found, ...more];
  }
  return found.filter((line) => !isThroughDigits(line, found, page));
}

/** Whether a long line has another right beside it, and nothing on its other side. */
const isOneOfTwo = ({ from, to, clear, alone }: Line): boolean => to - from >= longerThanWords && clear >= clearOfText && alone <= 1 - besideItsDouble;

/** Whether a line is the other one of a double rule. */
const isBeside = (line: Line, ruling: Ruling): boolean => line.axis === ruling.axis && Math.abs(line.at - ruling.at) <= double && line.from < ruling.to && line.to > ruling.from;

/** What may be a ruling of one direction: of the strips one by one, and of their means, where dashes run together and end later than they do. */
function linesOf(page: Raster, axis: Ruling['axis'], scale: number): Line[] {
  const { fine, smooth } = stripsOf(page, axis);
  const lines = (strips: Strips): Line[] => {
    const traces = tracesOf(strips, scale, shortest / 4).map((trace) => toLine(trace, axis, scale, strips === smooth));
    const pieces = traces.filter((line) => line.to > line.from);
    // A stroke that goes on where a ruling ends spoils the line of the two, but not the ruling.
    const wholes = pieces.filter((line) => line.to - line.from >= shortest);
    return [...new Set([...pieced(pieces), ...wholes])].filter(isLikely);
  };
  const each = lines(fine);
  return [...each, ...lines(smooth).filter((line) => !isTold(line, each))];
}

function toLine({ from, to, at, slope, stray, covered, blind, clear, alone, thickness, uneven }: Trace, axis: Ruling['axis'], scale: number, smooth: boolean): Line {
  const blur = smooth ? (smoothing >> 1) * stripLength * scale : 0;
  return { axis, at: at / scale, from: (from + blur) / scale, to: (to - blur) / scale, slope, stray: stray / scale, covered, blind, clear, alone, thickness: thickness / scale, uneven: uneven / scale, grain: 1 / scale, smooth };
}

/** Whether lines tell most of another one that lies on them. */
function isTold(line: Line, by: readonly Line[]): boolean {
  const told = by.filter((b) => Math.abs(b.at - line.at) <= meeting).reduce((sum, b) => sum + Math.max(0, Math.min(b.to, line.to) - Math.max(b.from, line.from)), 0);
  return told >= mostlyTold * (line.to - line.from);
}

/** Whether a line is a ruling whatever it meets: too long for a row of strokes, or long, and drawn as with a ruler. */
function isRulingByItself(line: Line): boolean {
  const { from, to, alone, stray, uneven, thickness, grain } = line;
  const length = to - from;
  const most = Math.max(ruled, ruledPixels * grain);
  if (length >= longerThanWords) return length >= longerThanLines || stray <= most + wave * length || isOneOfTwo(line);
  return length >= longerThanStrokes && alone >= mostlyAlone && stray <= most && uneven <= even * thickness + grain / 10;
}

function isLikely({ from, to, covered, blind, clear, stray, slope, uneven, thickness, grain, smooth }: Line): boolean {
  if (Math.abs(slope) > steepest && to - from > shortest) return false;
  if (uneven > (smooth ? even : dashed) * thickness + grain / 10) return false;
  return covered + blind >= mostlySeen && covered >= 0.4 && clear >= mostlyClear && stray <= straight + wave * (to - from);
}

/** Whether a line runs from one ruling to where the rulings on either side of it end as well: the end of a page cut the row. */
function isCutOff(line: Line, rulings: readonly Line[]): boolean {
  const beside = rulings.filter((r) => r.axis === line.axis && Math.abs(r.at - line.at) > meeting);
  const isLevel = (end: 'from' | 'to'): boolean => [-1, 1].every((side) => beside.some((r) => Math.sign(r.at - line.at) === side && Math.abs(r[end] - line[end]) <= meeting));
  return (meets(line, line.from, rulings) && isLevel('to')) || (meets(line, line.to, rulings) && isLevel('from'));
}

/** Whether an end of a line lies on a ruling across it. */
const meets = (line: Line, end: number, rulings: readonly Line[]): boolean =>
  rulings.some((r) => r.axis !== line.axis && Math.abs(r.at - end) <= meeting + r.thickness / 2 && r.from - meeting <= line.at && r.to + meeting >= line.at);
