import type { Line } from './rulings.js';

/** Pieces of one line lie no further off it than this. Points. */
const sameLine = 0.8;
/** They overlap by no more than this. Points. */
const overlap = 1;
/** Between pieces of a broken or dashed line is no more room than this… Points. */
const widestGap = 8;
/** …and than this part of the length of the shorter of the two, unless they are dashes. */
const gapToPiece = 0.25;
/** So many pieces of like length and like gaps are a dashed line. */
const fewestDashes = 5;
/** Dashes (and their gaps) differ by no more than this part. */
const likeness = 0.45;
/** A dash is no longer than this… Points. */
const longestDash = 24;
/** …nor it and its gap together longer than this: what is further from one to the next are the digits of row after row. Points. */
const longestPeriod = 8;
/** The sides of a ring, whose top and bottom look like dashes, are as near as this to its middle. Points. */
const ring = 4.5;
/** Where so many of the gaps lie between such sides, the dashes are those of 0, 8, 6 and 9 below one another. */
const someRings = 0.25;

/** Lines of one direction, with the pieces of broken and dashed lines put together. */
export function pieced(lines: readonly Line[]): Line[] {
  const rest = lines.toSorted((a, b) => a.from - b.from);
  const lanes = lanesOf(rest);
  const result: Line[] = [];
  const taken = new Set<Line>();
  for (const line of rest) {
    if (taken.has(line)) continue;
    taken.add(line);
    const chain = [line];
    let dashes = isShort(line);
    for (let last = line; ; ) {
      const [from, isDashed] = [last, dashes];
      const next = firstBehind(lanes, from, (r) => !taken.has(r) && goesOn(from, r) && (joins(from, r) || (isDashed && isShort(r))));
      if (!next) break;
      taken.add(next);
      chain.push(next);
      dashes &&= isShort(next);
      last = next;
    }
    if (chain.length === 1 || isOne(chain, lanes)) result.push(united(chain));
    else result.push(...chain);
  }
  return result;
}

/** By whole points across, and there by where they begin: noise makes thousands of traces, and only those in line with one another are compared. */
function lanesOf(sorted: readonly Line[]): ReadonlyMap<number, readonly Line[]> {
  const lanes = new Map<number, Line[]>();
  for (const line of sorted) {
    const lane = lanes.get(Math.floor(line.at));
    if (lane) lane.push(line);
    else lanes.set(Math.floor(line.at), [line]);
  }
  return lanes;
}

/** Of the lines that may go on from one the first that does, in its lane and the two beside it. */
function firstBehind(lanes: ReadonlyMap<number, readonly Line[]>, line: Line, isIt: (other: Line) => boolean): Line | undefined {
  let found: Line | undefined;
  for (let step = -1; step <= 1; step++) {
    const lane = lanes.get(Math.floor(line.at) + step) ?? [];
    for (let i = firstFrom(lane, line.to - overlap); i < lane.length; i++) {
      const other = lane[i];
      if (!other || other.from > line.to + widestGap || (found && other.from >= found.from)) break;
      if (isIt(other)) found = other;
    }
  }
  return found;
}

/** Where in a lane the lines begin at a place or behind it. */
function firstFrom(lane: readonly Line[], place: number): number {
  let [low, high] = [0, lane.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lane[middle]?.from ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

const length = ({ from, to }: Line): number => to - from;
const goesOn = (a: Line, b: Line): boolean => b.from >= a.to - overlap && b.from - a.to <= widestGap && Math.abs(a.at - b.at) <= sameLine;
const joins = (a: Line, b: Line): boolean => b.from - a.to <= gapToPiece * Math.min(length(a), length(b));
const isShort = (piece: Line): boolean => length(piece) <= longestDash;

/** Whether pieces make one line: broken here and there, or dashed evenly. */
function isOne(chain: readonly Line[], lanes: ReadonlyMap<number, readonly Line[]>): boolean {
  if (chain.slice(1).every((piece, i) => joins(chain[i] ?? piece, piece))) return true;
  if (chain.length < fewestDashes) return false;
  const inner = chain.slice(1, -1);
  const periods = chain.slice(1).map((piece, i) => piece.from - (chain[i]?.from ?? 0));
  return alike(inner.map(length)) && alike(chain.slice(1).map((piece, i) => piece.from - (chain[i]?.to ?? 0))) && middleOf(periods) <= longestPeriod && !areRings(chain, lanes);
}

/** Whether dashes are the tops and bottoms of rings. */
function areRings(chain: readonly Line[], lanes: ReadonlyMap<number, readonly Line[]>): boolean {
  const between = chain.slice(1).filter((piece, i) => {
    const from = chain[i]?.to ?? piece.from;
    return [-1, 1].every((side) => isBeside(lanes, piece.at, side, (from + piece.from) / 2));
  });
  return between.length >= someRings * (chain.length - 1);
}

/** Whether a line runs to one side of a place, as near as the side of a ring to its middle. */
function isBeside(lanes: ReadonlyMap<number, readonly Line[]>, at: number, side: number, along: number): boolean {
  for (let step = 0; step <= ring + 1; step++) {
    const lane = lanes.get(Math.floor(at) + side * step) ?? [];
    if (lane.some((line) => side * (line.at - at) > sameLine && side * (line.at - at) <= ring && line.from <= along && line.to >= along)) return true;
  }
  return false;
}

const middleOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

function alike(values: readonly number[]): boolean {
  const middle = middleOf(values);
  return values.filter((v) => Math.abs(v - middle) <= likeness * middle + 1).length >= 0.8 * values.length;
}

function united(chain: readonly Line[]): Line {
  const [first] = chain;
  if (!first) throw new Error('a chain has a piece');
  if (chain.length === 1) return first;
  const total = chain.reduce((sum, piece) => sum + length(piece), 0);
  const mean = (of: (piece: Line) => number): number => chain.reduce((sum, piece) => sum + of(piece) * length(piece), 0) / total;
  const at = mean((p) => p.at);
  const to = Math.max(...chain.map((p) => p.to));
  // The gaps of a line that was put together are its nature: they count for seen.
  return { ...first, at, to, covered: mean((p) => p.covered), blind: mean((p) => p.blind), clear: mean((p) => p.clear), alone: mean((p) => p.alone), thickness: mean((p) => p.thickness), uneven: mean((p) => p.uneven), stray: Math.sqrt(mean((p) => p.stray ** 2 + (p.at - at) ** 2)) };
}
