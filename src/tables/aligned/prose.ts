import { centre, width } from '../../model/box.js';
import type { Segment } from './segment.js';

/** A line of prose has at least so many times its size in width. */
const longLine = 13;
/** So many lines make a paragraph. */
const fewestLines = 3;
/** Lines of a paragraph follow one another in gaps of no more than this part of the size. */
const leading = 1.3;
/** A line of a paragraph is full when it is this part of the longest… */
const fullLine = 0.86;
/** …and a paragraph has this part of its lines full: labels under one another are of any length. */
const fullPart = 0.55;
/** Narrow lines of so many times their size at least are prose where so many follow one another, and so many are full. */
const narrow = { line: 6, lines: 6, part: 0.85 };
/** Beside numbers, where labels stand, it takes more to be a paragraph. */
const besideNumbers = { lines: 10, part: 0.8 };
/** An indented first line begins no further in than this, in parts of the size. */
const indent = 3;

/** The segments that are lines of paragraphs: long, under one another with one left edge, most of them full. */
export function proseAmong(segments: readonly Segment[]): Set<Segment> {
  const prose = new Set<Segment>();
  const long = segments.filter((s) => !s.isNumber && width(s.box) > narrow.line * s.size).sort((a, b) => a.box.y0 - b.box.y0);
  const numbers = segments.filter((s) => s.isNumber);
  const used = new Set<Segment>();
  for (const first of long) {
    if (used.has(first)) continue;
    const block = [first];
    for (const next of long) {
      const last = block.at(-1) ?? first;
      if (next !== last && !used.has(next) && follows(last, next)) block.push(next);
    }
    block.forEach((s) => used.add(s));
    const longest = Math.max(...block.map((s) => width(s.box)));
    const full = block.filter((s) => width(s.box) > fullLine * longest).length;
    const isBeside = block.some((s) => numbers.some((n) => standsBeside(s, n)));
    const least = width(first.box) > longLine * first.size ? { lines: fewestLines, part: fullPart } : narrow;
    const isProse = isBeside ? block.length >= besideNumbers.lines && full >= besideNumbers.part * block.length : block.length >= least.lines && full >= least.part * block.length;
    if (isProse) block.forEach((s) => prose.add(s));
  }
  for (const s of segments) if (!prose.has(s) && isLastLine(s, prose)) prose.add(s);
  return prose;
}

const standsBeside = (a: Segment, b: Segment): boolean => Math.abs(centre(a.box).y - centre(b.box).y) < 0.4 * a.size;

function follows(upper: Segment, lower: Segment): boolean {
  const gap = lower.box.y0 - upper.box.y1;
  const isAligned = Math.abs(lower.box.x0 - upper.box.x0) < indent * upper.size;
  return gap > -0.3 * upper.size && gap < leading * upper.size && isAligned && Math.abs(lower.size - upper.size) < 0.1 * upper.size;
}

/** The short last line of a paragraph. */
function isLastLine(segment: Segment, prose: ReadonlySet<Segment>): boolean {
  if (segment.isNumber) return false;
  for (const s of prose) {
    const gap = segment.box.y0 - s.box.y1;
    if (gap > -0.3 * s.size && gap < 0.6 * s.size && Math.abs(segment.box.x0 - s.box.x0) < 0.3 * s.size && Math.abs(segment.size - s.size) < 0.1 * s.size) return true;
  }
  return false;
}
