import type { Segment } from './segment.js';

/** A strip without text between two columns: from the end of what stands left of it to the begin of what stands right of it. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** The gap between two segments that stand side by side. */
interface Gap {
  readonly from: number;
  readonly to: number;
  /** No gap between words is like it: it is wide, or stands between two Chinese texts, which have no blanks. */
  readonly isSure: boolean;
  readonly isHan: boolean;
}

/** Two segments stand side by side where they share this part of the lower one's height. */
const sideBySide = 0.3;
/** A gap this wide, in parts of the size, is no gap between words. */
const wide = 1.6;
/** Text may reach into a gutter by so much and not cross it. Points. */
const touch = 0.6;

/**
 * The gutters between the columns of a table without vertical rules: the fewest
 * places that part all segments that stand side by side. Every such gap holds a
 * gutter, however the entries are aligned in their columns and however far
 * merged cells reach; the place that most gaps share, and that the fewest
 * segments cross, is taken first.
 */
export function guttersOf(segments: readonly Segment[]): Gutter[] {
  let open = gapsOf(segments);
  const gutters: Gutter[] = [];
  const places = placesAmong(segments);
  while (open.length > 0) {
    const best = bestPlace(open, segments, places);
    if (best === null) break;
    gutters.push(best.gutter);
    open = open.filter((g) => !(g.from <= best.at && g.to >= best.at));
  }
  return gutters.map((g) => trimmed(g, segments)).sort((a, b) => a.from - b.from);
}

/** The gutter less what segments reach into it that have nothing beside them on their line. */
function trimmed(gutter: Gutter, segments: readonly Segment[]): Gutter {
  let { from, to } = gutter;
  for (const { box } of segments) {
    if (box.x0 < from && box.x1 > from && box.x1 < to - touch) from = box.x1;
    else if (box.x1 > to && box.x0 < to && box.x0 > from + touch) to = box.x0;
  }
  return { from, to };
}

function gapsOf(segments: readonly Segment[]): Gap[] {
  const byLeft = segments.toSorted((a, b) => a.box.x0 - b.box.x0);
  return segments.flatMap((s): Gap[] => {
    // The nearest on the right, and what stands beside it where that is no taller.
    const right = byLeft.find((o) => o.box.x0 >= s.box.x1 - touch && o !== s && isBeside(s, o));
    if (!right || right.box.x0 <= s.box.x1) return [];
    const han = isHan(s.text) && isHan(right.text);
    return [{ from: s.box.x1, to: right.box.x0, isSure: han || right.box.x0 - s.box.x1 > wide * Math.max(s.size, right.size), isHan: han }];
  });
}

/** Several characters, of which at least one is Chinese and few are not. */
const isHan = (text: string): boolean => text.length > 1 && /\p{Script=Han}/u.test(text) && (text.match(/[\p{Script=Han}\p{P}\d]/gu) ?? []).length > 0.8 * text.length;

function isBeside(a: Segment, b: Segment): boolean {
  const shared = Math.min(a.box.y1, b.box.y1) - Math.max(a.box.y0, b.box.y0);
  return shared > sideBySide * Math.min(a.box.y1 - a.box.y0, b.box.y1 - b.box.y0);
}

function bestPlace(gaps: readonly Gap[], segments: readonly Segment[], places: readonly number[]): { at: number; gutter: Gutter } | null {
  let best: { at: number; value: number; width: number; held: Gap[] } | null = null;
  for (const at of places) {
    const held = gaps.filter((g) => g.from <= at && g.to >= at);
    if (held.length < (best?.value ?? 0)) continue;
    const crossed = segments.filter((s) => s.box.x0 + touch < at && s.box.x1 - touch > at);
    const value = held.length - crossingCost * crossed.length;
    const shared = Math.min(...held.map((g) => g.to)) - Math.max(...held.map((g) => g.from));
    if (!isWorth(held, crossed)) continue;
    if (best === null || value > best.value || (value === best.value && shared > best.width)) best = { at, value, width: shared, held };
  }
  if (best === null) return null;
  const from = Math.max(...best.held.map((g) => g.from));
  const to = Math.min(...best.held.map((g) => g.to));
  return { at: best.at, gutter: { from: Math.min(from, to), to: Math.max(from, to) } };
}

/** What it costs a gutter that a segment crosses it, in gaps: labels and heads that span columns do. */
const crossingCost = 0.45;

/** Whether so many gaps make a gutter that so many segments cross. */
function isWorth(held: readonly Gap[], segments: readonly Segment[]): boolean {
  const crossed = segments.length;
  if (held.some((g) => g.isHan) && !segments.some((s) => s.isNumber)) return true;
  const sure = held.filter((g) => g.isSure).length;
  return held.length > crossed || (sure >= 2 && sure > crossingCost * crossed) || (sure === 1 && crossed <= 1);
}

/** The middles of all stretches between neighbouring ends of segments: one of them is as good as any place. */
function placesAmong(segments: readonly Segment[]): number[] {
  const ends = [...new Set(segments.flatMap((s) => [Math.round(s.box.x0 * 4) / 4, Math.round(s.box.x1 * 4) / 4]))].sort((a, b) => a - b);
  return ends.slice(0, -1).map((e, i) => (e + (ends[i + 1] ?? e)) / 2);
}
