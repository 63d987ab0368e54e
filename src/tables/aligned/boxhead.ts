import { centre } from '../../model/box.js';
import { isNumberEntry, type Entry } from './placed.js';

/** An entry of a boxhead with the rows and columns it covers; rows from the top of the head. */
export interface HeadCell {
  readonly entry: Entry;
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Arranges the entries of a boxhead: an entry with others below it is a spanner.
 * Spanners of one level share out the columns below them so that each is
 * centred over its own as well as can be; the lowest entries stand in the last
 * row. `edges`: left and right ends of the columns, in points.
 */
export function arrangeHead(entries: readonly Entry[], edges: readonly number[]): { cells: HeadCell[]; rows: number } {
  const spanners = entries.filter((e) => entries.some((o) => o !== e && isBelow(o, e)));
  const lowest = entries.filter((e) => !spanners.includes(e));
  const placed: HeadCell[] = [];
  for (const level of levelsOf(spanners)) {
    const row = 1 + Math.max(-1, ...placed.filter((p) => level.some((e) => isUnder(e, p))).map((p) => p.row));
    placed.push(...shareOut(level, { spanners, lowest }, placed, edges).map((s) => ({ ...s, row })));
  }
  const rows = 1 + Math.max(-1, ...placed.map((p) => p.row)) + (lowest.length > 0 ? 1 : 0);
  return { cells: [...placed, ...lowest.map((entry) => ({ entry, row: rows - 1, from: entry.from, to: entry.to }))], rows };
}

/** Whether an entry stands below another, over columns of it. */
function isBelow(lower: Entry, upper: Entry): boolean {
  return lower.box.y0 > centre(upper.box).y && centre(lower.box).y > upper.box.y1 && lower.from < upper.to && lower.to > upper.from;
}

/** Whether an entry stands below a spanner, over columns that it covers. */
const isUnder = (entry: Entry, spanner: HeadCell): boolean => isBelow(entry, { ...spanner.entry, from: spanner.from, to: spanner.to });

/** Spanners by level, the highest first: those that stand side by side. */
function levelsOf(spanners: readonly Entry[]): Entry[][] {
  const levels: Entry[][] = [];
  for (const entry of spanners.toSorted((a, b) => a.box.y0 - b.box.y0)) {
    const level = levels.find((l) => l.some((o) => Math.min(o.box.y1, entry.box.y1) - Math.max(o.box.y0, entry.box.y0) > 0.4 * (entry.box.y1 - entry.box.y0)) && !l.some((o) => isBelow(entry, o)));
    if (level) level.push(entry);
    else levels.push([entry]);
  }
  return levels;
}

/** Gives each spanner of a level the columns that it is centred over. */
function shareOut(level: readonly Entry[], { spanners, lowest }: { readonly spanners: readonly Entry[]; readonly lowest: readonly Entry[] }, above: readonly HeadCell[], edges: readonly number[]): { entry: Entry; from: number; to: number }[] {
  const isHeaded = (c: number): boolean => lowest.some((e) => e.from <= c && e.to > c);
  const top = Math.min(...level.map((e) => e.box.y0));
  const foot = Math.max(...level.map((e) => e.box.y1));
  // A column whose own head stands beside the spanners is under none of them.
  const beside = (c: number): boolean => lowest.some((e) => e.from <= c && e.to > c && centre(e.box).y < foot && e.box.y1 > top && !level.some((s) => isBelow(e, s)));
  /** Heads below one spanner stand on one line; one that stands higher is beside the spanner. */
  const isSibling = (c: number, spanner: Entry): boolean => {
    const own = lowest.filter((e) => isBelow(e, spanner));
    const heads = lowest.filter((e) => e.from <= c && e.to > c);
    return own.length === 0 || hasSpannerBelow(spanner) || heads.some((h) => own.some((o) => [centre(o.box).y - centre(h.box).y, o.box.y0 - h.box.y0, o.box.y1 - h.box.y1].some((d) => Math.abs(d) < 1.5)));
  };
  const hasSpannerBelow = (spanner: Entry): boolean => spanners.some((s) => s !== spanner && isBelow(s, spanner));
  const taken = level.toSorted((a, b) => a.box.x0 - b.box.x0);
  return taken.map((entry, i) => {
    const parent = above.findLast((p) => isUnder(entry, p) && p.from <= entry.from && p.to >= entry.to);
    const left = Math.max(parent?.from ?? 0, taken[i - 1]?.to ?? 0);
    const right = Math.min(parent?.to ?? edges.length - 1, taken[i + 1]?.from ?? edges.length - 1);
    let [from, to] = [entry.from, entry.to];
    const middle = centre(entry.box).x;
    const off = (f: number, t: number): number => Math.abs(((edges[f] ?? 0) + (edges[t] ?? 0)) / 2 - middle);
    let best = { from, to, off: off(from, to) };
    for (let f = entry.from; f >= left && (f === entry.from || (isHeaded(f) && !beside(f) && isSibling(f, entry))); f--) {
      for (let t = entry.to; t <= right && (t === entry.to || (isHeaded(t - 1) && !beside(t - 1) && isSibling(t - 1, entry))); t++) {
        const slack = 0.25 * ((edges[t] ?? 0) - (edges[f] ?? 0)) / (t - f);
        // Of ranges that it is centred over equally well, the widest.
        if (off(f, t) < best.off - slack || (off(f, t) < best.off + slack && t - f > best.to - best.from)) best = { from: f, to: t, off: Math.min(off(f, t), best.off + slack) };
      }
    }
    ({ from, to } = best);
    return { entry, from, to };
  });
}

/** Whether a number stands nearer to the head of another column than to that of its own: which of them it belongs to can't be told. */
export function isNearerAnotherHead(entry: Entry, head: readonly HeadCell[]): boolean {
  if (!isNumberEntry(entry) || entry.to > entry.from + 1) return false;
  const lowest = head.filter((h) => !head.some((o) => o.row > h.row && o.from < h.to && o.to > h.from) && h.entry.parts.every((p) => !p.isNumber));
  const distance = (h: HeadCell): number => Math.max(0, h.entry.box.x0 - entry.box.x1, entry.box.x0 - h.entry.box.x1);
  const own = lowest.filter((h) => h.from <= entry.from && h.to > entry.from).map(distance);
  const others = lowest.filter((h) => h.from > entry.from || h.to <= entry.from).map(distance);
  return Math.min(...others) < Math.min(...own) && (own.length > 0 || Math.min(...others) < 2 * (entry.parts[0]?.size ?? 0));
}
