import type { Ruling } from '../model/page.js';

/** Pieces of one line lie no further off it than this. Points. */
const sameLine = 0.9;
/** A gap in a line that a reader does not see as one. Points. */
const bridgedGap = 4;

/** A page with more lines than this in one direction is a drawing; only its longest lines are looked at, so that it costs no more than a table. */
const mostLines = 2000;

/** Joins the pieces that one line is drawn in. The result is sorted by axis. */
export function wholeLines(rulings: readonly Ruling[]): Ruling[] {
  const longest = (lines: readonly Ruling[]): Ruling[] => (lines.length <= mostLines ? [...lines] : lines.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, mostLines));
  return (['horizontal', 'vertical'] as const).flatMap((axis) => longest(wholeLinesOf(rulings.filter((r) => r.axis === axis))));
}

function wholeLinesOf(rulings: readonly Ruling[]): Ruling[] {
  const result: Ruling[] = [];
  for (const band of clusters(rulings, (r) => r.at, sameLine)) {
    let open: Ruling | undefined;
    for (const r of band.toSorted((a, b) => a.from - b.from)) {
      if (open && r.from <= open.to + bridgedGap) {
        open = { ...open, to: Math.max(open.to, r.to), thickness: Math.max(open.thickness, r.thickness) };
      } else {
        if (open) result.push(open);
        open = { ...r, at: mean(band.map((b) => b.at)) };
      }
    }
    if (open) result.push(open);
  }
  return result;
}

/** Groups items whose values follow one another in steps of at most `step`. */
export function clusters<T>(items: readonly T[], value: (item: T) => number, step: number): T[][] {
  const groups: T[][] = [];
  for (const item of items.toSorted((a, b) => value(a) - value(b))) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last && previous !== undefined && value(item) - value(previous) <= step) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Groups lines that touch or cross, directly or through others: each group is the frame of one table. `reach` in points. */
export function connected(lines: readonly Ruling[], reach: number): Ruling[][] {
  const parent = lines.map((_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r] ?? r;
    parent[i] = r;
    return r;
  };
  const horizontal = lines.flatMap((r, i) => (r.axis === 'horizontal' ? [i] : []));
  const vertical = lines.flatMap((r, i) => (r.axis === 'vertical' ? [i] : []));
  for (const i of horizontal) {
    for (const j of vertical) {
      const h = lines[i];
      const v = lines[j];
      if (h && v && v.at >= h.from - reach && v.at <= h.to + reach && h.at >= v.from - reach && h.at <= v.to + reach) parent[root(i)] = root(j);
    }
  }
  const groups = new Map<number, Ruling[]>();
  lines.forEach((line, i) => {
    const r = root(i);
    const group = groups.get(r);
    if (group) group.push(line);
    else groups.set(r, [line]);
  });
  return [...groups.values()];
}
