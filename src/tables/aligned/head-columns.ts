import type { LabelScore } from '../mend.js';
import { place, textOfParts } from './placed.js';
import type { Gutter } from './gutters.js';
import type { Segment } from './segment.js';

/** A text as like as this to a label is that label. */
const known = 0.78;

/** Text may reach into a gutter by so much and not cross it. Points. */
const touch = 0.6;

/**
 * The gutters with those between known heads that stand beside each other and
 * on no common line (其他 below a spanner, 总计 beside it): where a column is
 * empty, nothing but its head tells that it is there.
 */
export function withHeadColumns(segments: readonly Segment[], gutters: readonly Gutter[], score: LabelScore): Gutter[] {
  const split = gutters.flatMap((g) => dividedBy(g, segments, score));
  const pieces = place(segments, split).filter((p) => p.to === p.from + 1 && p.from > 0);
  const added = Array.from({ length: split.length + 1 }, (_, c) => c).flatMap((c): Gutter[] => {
    const own = pieces.filter((p) => p.from === c).map((p) => p.segment);
    const numbers = own.filter((s) => s.isNumber);
    const heads = stacks(own.filter((s) => !s.isNumber));
    if (heads.length < 2 || heads.some((h) => score(textOfParts(h)) < known)) return [];
    return heads.slice(1).flatMap((right, i): Gutter[] => {
      const from = Math.max(...(heads[i] ?? []).map((s) => s.box.x1));
      const to = Math.min(...right.map((s) => s.box.x0));
      const middle = (from + to) / 2;
      return numbers.some((n) => n.box.x0 < middle && n.box.x1 > middle) ? [] : [{ from, to }];
    });
  });
  return [...split, ...added].sort((a, b) => a.from - b.from);
}

/** A gutter with a known head within it is two, and an empty column. */
function dividedBy(gutter: Gutter, segments: readonly Segment[], score: LabelScore): Gutter[] {
  const inside = segments.filter((s) => !s.isNumber && s.box.x0 >= gutter.from - touch && s.box.x1 <= gutter.to + touch);
  const heads = stacks(inside).filter((h) => score(textOfParts(h)) >= known);
  const ends = heads.map((h) => ({ from: Math.min(...h.map((s) => s.box.x0)), to: Math.max(...h.map((s) => s.box.x1)) }));
  return [...ends.map((e, i) => ({ from: ends[i - 1]?.to ?? gutter.from, to: e.from })), { from: ends.at(-1)?.to ?? gutter.from, to: gutter.to }].map((g) => ({ from: Math.min(g.from, g.to), to: Math.max(g.from, g.to) }));
}

/** Segments that stand under one another, from left to right; each from top to bottom. */
function stacks(segments: readonly Segment[]): Segment[][] {
  const all: { right: number; segments: Segment[] }[] = [];
  for (const s of segments.toSorted((a, b) => a.box.x0 - b.box.x0)) {
    const last = all.at(-1);
    if (last && s.box.x0 < last.right) {
      last.segments.push(s);
      last.right = Math.max(last.right, s.box.x1);
    } else all.push({ right: s.box.x1, segments: [s] });
  }
  return all.map((stack) => stack.segments.sort((a, b) => a.box.y0 - b.box.y0));
}
