import { centre, height, width } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';
import type { LabelScore } from '../mend.js';
import { textOfParts, toEntry, type Entry, type Placed } from './placed.js';
import type { Segment } from './segment.js';

/** What is known of a table when the lines of its entries are put together. */
export interface Surroundings {
  /** Horizontal rulings within the table. */
  readonly rules: readonly Ruling[];
  /** y of the lines that numbers stand on, from top to bottom: each is a row of its own. */
  readonly dataLines: readonly number[];
  /** Whether rules part all rows, so that lines without a rule between them are of one row. */
  readonly isRuled: boolean;
  readonly score: LabelScore;
}

/** Lines of one entry follow one another in gaps of no more than this part of the size. */
const lineGap = 1.05;
/** Lines of one entry share this part of the narrower one's width. */
const sharedWidth = 0.4;
/** No entry has more lines than this. */
const mostLines = 24;
/** A text as like as this to a label is that label. */
const isLabel = 0.78;

/**
 * Puts the lines of entries together. Lines that follow one another in one
 * column are cut into entries where that explains the most: a run of lines that
 * is a known label, a line that is full before one that goes on. Numbers are
 * entries of their own, and no entry has two lines that numbers stand beside.
 */
export function entriesOf(pieces: readonly Placed[], around: Surroundings): Entry[] {
  const numbers = pieces.filter((p) => p.segment.isNumber);
  const upright = pieces.filter((p) => !p.segment.isNumber && p.segment.words.some((w) => w.vertical));
  const texts = pieces.filter((p) => !p.segment.isNumber && !upright.includes(p));
  const widest = widthsOf(texts);
  return [...wrappedNumbers(numbers, around.dataLines).map(toEntry), ...upright.map((p) => toEntry([p])), ...chains(texts).flatMap((chain) => cut(chain, widest, around))];
}

/** Lines of a number that is too wide for its column stand on no line of other numbers, one right under the other, around the line of its row. */
function wrappedNumbers(numbers: readonly Placed[], dataLines: readonly number[]): Placed[][] {
  const onLine = (p: Placed): boolean => dataLines.some((y) => Math.abs(y - centre(p.segment.box).y) < 0.2 * p.segment.size);
  const loose = numbers.filter((p) => !onLine(p)).sort((a, b) => a.segment.box.y0 - b.segment.box.y0);
  const stacks: Placed[][] = [];
  for (const p of loose) {
    const stack = stacks.find((s) => s.every((o) => o.from === p.from) && p.segment.box.y0 - (s.at(-1) ?? p).segment.box.y1 < 0.5 * p.segment.size);
    if (stack) stack.push(p);
    else stacks.push([p]);
  }
  return [...numbers.filter(onLine).map((p) => [p]), ...stacks];
}

/** The width of the widest line of each range of columns: what a line that is full has. Points. */
function widthsOf(pieces: readonly Placed[]): ReadonlyMap<string, number> {
  const widest = new Map<string, number>();
  for (const p of pieces) widest.set(rangeOf(p), Math.max(widest.get(rangeOf(p)) ?? 0, width(p.segment.box)));
  return widest;
}

const rangeOf = (p: Placed): string => `${String(p.from)}-${String(p.to)}`;

/** Runs of lines that stand under one another, each line in one run. */
function chains(pieces: readonly Placed[]): Placed[][] {
  const sorted = pieces.toSorted((a, b) => a.segment.box.y0 - b.segment.box.y0 || a.segment.box.x0 - b.segment.box.x0);
  const above = new Map<Placed, Placed>();
  const below = new Map<Placed, Placed>();
  sorted.forEach((piece, i) => {
    let best: Placed | null = null;
    for (let k = i - 1; k >= 0; k--) {
      const other = sorted[k];
      if (!other || below.has(other) || !isUnder(piece.segment, other.segment)) continue;
      if (best === null || likeness(other, piece) > likeness(best, piece)) best = other;
    }
    if (best === null) return;
    above.set(piece, best);
    below.set(best, piece);
  });
  return sorted.filter((p) => !above.has(p)).map((first) => {
    const chain = [first];
    for (let next = below.get(first); next; next = below.get(next)) chain.push(next);
    return chain;
  });
}

function isUnder(lower: Segment, upper: Segment): boolean {
  const gap = lower.box.y0 - upper.box.y1;
  const size = Math.max(lower.size, upper.size);
  if (gap > lineGap * size || gap < -0.45 * size) return false;
  return shared(lower, upper) > sharedWidth * Math.min(width(lower.box), width(upper.box));
}

const shared = (a: Segment, b: Segment): number => Math.min(a.box.x1, b.box.x1) - Math.max(a.box.x0, b.box.x0);

/** Of several lines above, the nearest that begins, ends or is centred as this one does. */
function likeness(upper: Placed, lower: Placed): number {
  const a = upper.segment.box;
  const b = lower.segment.box;
  const off = Math.min(Math.abs(a.x0 - b.x0), Math.abs(a.x1 - b.x1), Math.abs(centre(a).x - centre(b).x));
  return -off - 2 * (b.y0 - a.y1) - (rangeOf(upper) === rangeOf(lower) ? 0 : 4);
}

/** Cuts a run of lines into entries so that the sum of their values is greatest. */
function cut(chain: readonly Placed[], widest: ReadonlyMap<string, number>, around: Surroundings): Entry[] {
  const n = chain.length;
  const best = Array.from({ length: n + 1 }, () => -Infinity);
  const from = Array.from({ length: n + 1 }, () => 0);
  best[0] = 0;
  for (let end = 1; end <= n; end++) {
    for (let begin = Math.max(0, end - mostLines); begin < end; begin++) {
      const value = (best[begin] ?? -Infinity) + valueOf(chain.slice(begin, end), widest, around);
      if (value > (best[end] ?? -Infinity)) {
        best[end] = value;
        from[end] = begin;
      }
    }
  }
  const entries: Entry[] = [];
  for (let end = n; end > 0; end = from[end] ?? 0) entries.unshift(toEntry(chain.slice(from[end] ?? 0, end)));
  return entries;
}

/** What it is worth to take lines for one entry: characters of a known label, joints of lines that are full. */
function valueOf(lines: readonly Placed[], widest: ReadonlyMap<string, number>, around: Surroundings): number {
  const joints = lines.slice(1).map((next, i) => jointOf(lines[i] ?? next, next, widest, around));
  if (joints.includes(-Infinity)) return -Infinity;
  const text = textOfParts(lines.map((l) => l.segment)).replace(/\s+/g, '');
  const like = around.score(text);
  if (like >= isLabel) return (like - 0.5) * text.length;
  // A line that is of no known label explains nothing.
  return joints.reduce((a, b) => a + b, 0) - 0.02 * text.length;
}

/** What speaks for it (above 0) or against it that two lines are of one entry. */
function jointOf(upper: Placed, lower: Placed, widest: ReadonlyMap<string, number>, { rules, dataLines, isRuled }: Surroundings): number {
  const a = upper.segment;
  const b = lower.segment;
  const left = Math.max(a.box.x0, b.box.x0);
  const right = Math.min(a.box.x1, b.box.x1);
  const isParted = rules.some((r) => r.at > centre(a.box).y && r.at < centre(b.box).y && r.from <= left + 2 && r.to >= right - 2);
  if (isParted) return -Infinity;
  if (isRuled) return 1;
  const onData = (s: Segment): boolean => dataLines.some((y) => Math.abs(y - centre(s.box).y) < 0.35 * s.size);
  const sameRange = upper.from === lower.from && upper.to === lower.to;
  if (onData(a) && onData(b)) return -50;
  if (Math.abs(a.size - b.size) > 0.12 * a.size) return -1;
  const room = (widest.get(rangeOf(upper)) ?? 0) + 0.3 * a.size;
  const unit = /^\p{Script=Han}/u.test(b.text) ? b.size : width(b.words[0]?.box ?? b.box) + 0.25 * b.size;
  const isFull = width(a.box) + unit > room;
  const isTight = b.box.y0 - a.box.y1 < 0.5 * height(a.box);
  return isFull && isTight && sameRange ? 0.4 : -0.6;
}
