import type { Mark, Strips } from './strips.js';
import { thickestRule } from './strips.js';

/** A trace ends where nothing goes on for longer than this. Points. */
const longestGap = 1.5;
/** It is lost where it runs through something wider than a rule for longer than this. Points. */
const longestBlind = 16;
/** A mark belongs to a trace when its middle is this near to where the trace is expected: points, and at least so many pixels. */
const nearTrace = 0.5;
const nearPixels = 1.3;
/** How quickly a trace follows its marks: part of the way to the next one. */
const following = 0.25;
/** Clear paper beside a rule. Points. */
const clearBeside = 1.4;

/** A row of marks that follow one another along a direction. Pixels. */
export interface Trace {
  readonly from: number;
  readonly to: number;
  /** Across, at the middle of its length. */
  readonly at: number;
  /** Change of `at` with each pixel of length. */
  readonly slope: number;
  /** Root of the mean squared distance of its marks from a straight line. */
  readonly stray: number;
  /** Strips with a mark of its own, of all. */
  readonly covered: number;
  /** Strips in which it can't be told from something wider, of all. */
  readonly blind: number;
  /** Of its marks, those with clear paper on one side at least. */
  readonly clear: number;
  /** Of its marks, those with clear paper on both sides. */
  readonly alone: number;
  /** Middle thickness of its marks. */
  readonly thickness: number;
  /** How far its marks' thicknesses differ: half the range of the middle 80 in 100. */
  readonly uneven: number;
}

interface Open {
  first: number;
  /** Last strip with a mark of its own. */
  last: number;
  expected: number;
  blind: number;
  /** Blind strips since the last mark. */
  blindly: number;
  clear: number;
  alone: number;
  readonly strips: number[];
  readonly marks: Mark[];
}

/** Follows marks from strip to strip. `scale`: pixels of a point. Traces of less than `shortest` points are left out. */
export function tracesOf({ length, width, marks }: Strips, scale: number, shortest: number): Trace[] {
  const near = Math.max(nearPixels, nearTrace * scale);
  const thickest = thickestRule * scale;
  const beside = clearBeside * scale;
  const gap = Math.round((longestGap * scale) / length);
  const blindness = Math.ceil((longestBlind * scale) / length);
  const fewest = Math.max(2, Math.floor((shortest * scale) / length));
  const found: Trace[] = [];
  // Of each place across, the open trace that is expected there.
  const at: (Open | undefined)[] = Array.from({ length: width }, () => undefined);
  let open: Open[] = [];
  const close = (trace: Open): void => {
    if (trace.last - trace.first + 1 >= fewest) found.push(toTrace(trace, length));
  };
  const place = (trace: Open): void => {
    at[Math.floor(trace.expected)] = trace;
  };
  marks.forEach((row, strip) => {
    const next: Open[] = [];
    row.forEach((mark, i) => {
      if (mark.to - mark.from > thickest) return;
      const free = [mark.from - (row[i - 1]?.to ?? -Infinity) >= beside, (row[i + 1]?.from ?? Infinity) - mark.to >= beside].filter((side) => side).length;
      const trace = nearest(at, mark.at, near, strip) ?? { first: strip, last: strip, expected: mark.at, blind: 0, blindly: 0, clear: 0, alone: 0, strips: [], marks: [] };
      if (trace.marks.length > 0) {
        at[Math.floor(trace.expected)] = undefined;
        trace.expected += following * (mark.at - trace.expected);
        trace.blind += trace.blindly;
      } else open.push(trace);
      trace.blindly = 0;
      trace.last = strip;
      if (free > 0) trace.clear++;
      if (free > 1) trace.alone++;
      trace.strips.push(strip);
      trace.marks.push(mark);
      place(trace);
    });
    const thick = row.filter((mark) => mark.to - mark.from > thickest);
    for (const trace of open) {
      if (trace.last !== strip && thick.some((mark) => mark.from <= trace.expected && mark.to >= trace.expected)) trace.blindly++;
      const missing = strip - trace.last - trace.blindly;
      if (missing > gap || trace.blindly > blindness) {
        if (at[Math.floor(trace.expected)] === trace) at[Math.floor(trace.expected)] = undefined;
        close(trace);
      } else next.push(trace);
    }
    open = next;
  });
  for (const trace of open) close(trace);
  return found;
}

/** The trace that is expected nearest to a place and has no mark in this strip yet. */
function nearest(at: readonly (Open | undefined)[], place: number, near: number, strip: number): Open | undefined {
  let found: Open | undefined;
  for (let i = Math.max(0, Math.floor(place - near)); i <= place + near; i++) {
    const trace = at[i];
    if (!trace || trace.last === strip || Math.abs(trace.expected - place) > near) continue;
    if (!found || Math.abs(trace.expected - place) < Math.abs(found.expected - place)) found = trace;
  }
  return found;
}

function toTrace({ first, last, strips, marks, blind, clear, alone }: Open, length: number): Trace {
  const count = marks.length;
  let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0];
  marks.forEach((mark, i) => {
    const x = strips[i] ?? 0;
    sumX += x;
    sumY += mark.at;
    sumXX += x * x;
    sumXY += x * mark.at;
  });
  const spread = count * sumXX - sumX * sumX;
  const slope = spread > 0 ? (count * sumXY - sumX * sumY) / spread : 0;
  const start = (sumY - slope * sumX) / count;
  const stray = Math.sqrt(marks.reduce((sum, mark, i) => sum + (mark.at - start - slope * (strips[i] ?? 0)) ** 2, 0) / count);
  const sorted = marks.map((mark) => mark.black).sort((a, b) => a - b);
  const part = (share: number): number => sorted[Math.floor(share * (count - 1))] ?? 0;
  const all = last - first + 1;
  return {
    from: first * length,
    to: (last + 1) * length,
    at: start + (slope * (first + last)) / 2,
    slope: slope / length,
    stray,
    covered: count / all,
    blind: blind / all,
    clear: clear / count,
    alone: alone / count,
    thickness: part(0.5),
    uneven: (part(0.9) - part(0.1)) / 2,
  };
}
