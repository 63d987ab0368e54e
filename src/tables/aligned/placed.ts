import { around, type Box } from '../../model/box.js';
import type { Gutter } from './gutters.js';
import { toSegment, type Segment } from './segment.js';

/** A segment with the columns it stands in: `from` up to, not including, `to`. */
export interface Placed {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

/** Segments that are one entry, from top to bottom, with the columns they stand in. */
export interface Entry {
  readonly parts: readonly Segment[];
  readonly from: number;
  readonly to: number;
  readonly box: Box;
}

/** Text may reach over the middle of a gutter by so much and stay in its column. Points. */
const touch = 0.6;
/** The least gap between two words at which a gutter may cut them apart, in parts of the size. */
const cuttable = 0.2;
/** …and between Chinese text and a single character, which may be one of a label that is spread out. */
const cuttableCharacter = 0.5;

const middle = (g: Gutter): number => (g.from + g.to) / 2;

/** Places segments in the columns that the gutters leave; one that joins a label and the number beside it is cut where a gutter runs between them. */
export function place(segments: readonly Segment[], gutters: readonly Gutter[]): Placed[] {
  return segments.flatMap((s) => cutAtGutters(s, gutters)).map((segment) => {
    const { x0, x1 } = segment.box;
    const from = gutters.filter((g) => middle(g) <= x0 + touch).length;
    return { segment, from, to: Math.max(from + 1, gutters.filter((g) => middle(g) < x1 - touch).length + 1) };
  });
}

function cutAtGutters(segment: Segment, gutters: readonly Gutter[]): Segment[] {
  const { words } = segment;
  const cuts = words.flatMap((word, i) => {
    const last = words[i - 1];
    if (!last || word.vertical) return [];
    const gap = (word.box.x0 - last.box.x1) / segment.size;
    const isCut = gap > cuttable && gutters.some((g) => g.from < word.box.x0 + touch && g.to > last.box.x1 - touch && middle(g) > last.box.x1 - touch && middle(g) < word.box.x0 + touch);
    return isCut && (/\d/.test(word.text) || /\d/.test(last.text) || (isText(last.text) && isText(word.text)) || (gap > cuttableCharacter && (isText(last.text) || isText(word.text)))) ? [i] : [];
  });
  if (cuts.length === 0) return [segment];
  return [0, ...cuts].map((from, k) => toSegment(words.slice(from, cuts[k] ?? words.length)));
}

/** Chinese text of several characters, which has no gaps within it. */
const isText = (text: string): boolean => /\p{Script=Han}/u.test(text) && Array.from(text).length > 1;

export function toEntry(parts: readonly Placed[]): Entry {
  return {
    parts: parts.map((p) => p.segment),
    from: Math.min(...parts.map((p) => p.from)),
    to: Math.max(...parts.map((p) => p.to)),
    box: around(parts.map((p) => p.segment.box)) ?? { x0: 0, y0: 0, x1: 0, y1: 0 },
  };
}

export const isNumberEntry = (entry: Entry): boolean => entry.parts.every((p) => p.isNumber);
export const textOfParts = (parts: readonly Segment[]): string => parts.map((p) => p.text).join('');
