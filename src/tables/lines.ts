import type { Ruling } from '../model/page.js';

/** Pieces of one line lie no further off it than this. Points. */
const sameLine = 0.9;
/** A gap in a line that a reader does not see as one. Points. */
const bridgedGap = 4;
/** Boxes of cells that are drawn each for itself stand no further apart than this. Points. */
const boxGap = 7;
/** So many gaps of that width in the lines of each direction are between such boxes; tables that stand closely above each other have gaps in one direction. */
const fewestBoxGaps = 3;
/** A wider gap, up to this, is bridged between dashes, or where a line crosses in it. Points. */
const widestGap = 10.5;
/** Dashes are no longer than this. Points. */
const longestDash = 40;
/** Gaps between dashes differ by no more than this, points… */
const likeGap = 1.5;
/** …for this part of them; where they differ more, a dash is at most so many times as long as the gap beside it. */
const mostGaps = 0.6;
const dashToGap = 1.5;
/** So many pieces in a row are dashes. */
const fewestDashes = 3;
/** Parallel lines that follow one another with no more room between them are one line, double or thick… Points. */
const doubleStep = 4;
/** …up to this thickness. Points. */
const thickest = 12;
/** Lines run beside each other over this part of the shorter. */
const beside = 0.6;

/** A page with more lines than this in one direction is a drawing; only its longest lines are looked at, so that it costs no more than a table. */
const mostLines = 2000;

/** Joins the pieces that one line is drawn in, and the lines of a double rule. The result is sorted by axis. */
export function wholeLines(rulings: readonly Ruling[]): Ruling[] {
  const longest = (lines: readonly Ruling[]): Ruling[] => (lines.length <= mostLines ? [...lines] : lines.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, mostLines));
  const bands = (['horizontal', 'vertical'] as const).map((axis) => bandsOf(rulings.filter((r) => r.axis === axis)));
  const boxes = bands.every((each) => boxGaps(each) >= fewestBoxGaps);
  const [horizontal = [], vertical = []] = bands.map((each) => longest(each.flatMap((band) => wholeLinesOf(band, boxes ? boxGap : bridgedGap))));
  return [bridged(horizontal, vertical), bridged(vertical, horizontal)].flatMap((lines) => single(lines, boxes ? boxGap : doubleStep));
}

/** Pieces (of one direction) that lie on one line, from its beginning on. */
const bandsOf = (pieces: readonly Ruling[]): Ruling[][] => clusters(pieces, (r) => r.at, sameLine).map((band) => band.sort((a, b) => a.from - b.from));

/** How many gaps in lines are as wide as between boxes. */
function boxGaps(bands: readonly (readonly Ruling[])[]): number {
  let gaps = 0;
  for (const band of bands) {
    let end = Infinity;
    for (const { from, to } of band) {
      if (from - end > bridgedGap && from - end <= boxGap) gaps++;
      end = end === Infinity ? to : Math.max(end, to);
    }
  }
  return gaps;
}

function wholeLinesOf(pieces: readonly Ruling[], gap: number): Ruling[] {
  const result: Ruling[] = [];
  const at = mean(pieces.map((p) => p.at));
  const dashed = dashesOf(pieces);
  let open: Ruling | undefined;
  pieces.forEach((r, i) => {
    if (open && r.from <= open.to + (dashed[i] ? widestGap : gap)) {
      open = { ...open, to: Math.max(open.to, r.to), thickness: Math.max(open.thickness, r.thickness) };
    } else {
      if (open) result.push(open);
      open = { ...r, at };
    }
  });
  if (open) result.push(open);
  return result;
}

/** Of each piece of a line whether it is one of a run of short pieces that follow one another, and not its first. */
function dashesOf(pieces: readonly Ruling[]): boolean[] {
  const dashed = pieces.map(() => false);
  const isShort = (r: Ruling): boolean => r.to - r.from <= longestDash;
  let start = 0;
  for (let i = 1; i <= pieces.length; i++) {
    const [before, piece] = [pieces[i - 1], pieces[i]];
    if (before && piece && isShort(before) && isShort(piece) && piece.from - before.to <= widestGap) continue;
    if (i - start >= fewestDashes) markDashes(pieces, start, i, dashed);
    start = i;
  }
  return dashed;
}

/** Marks those of a run of short pieces whose gap before them is as wide as most, or no shorter than they are: the sides of rows have neither. */
function markDashes(pieces: readonly Ruling[], from: number, to: number, dashed: boolean[]): void {
  const gaps = pieces.slice(from, to - 1).map((p, k) => (pieces[from + k + 1]?.from ?? 0) - p.to);
  gaps.forEach((gap, k) => {
    const [before, after] = [pieces[from + k], pieces[from + k + 1]];
    if (!before || !after || gap <= bridgedGap) return;
    const isRegular = gaps.filter((g) => Math.abs(g - gap) <= likeGap).length >= mostGaps * gaps.length;
    dashed[from + k + 1] = isRegular || Math.max(before.to - before.from, after.to - after.from) <= dashToGap * gap;
  });
}

/** Closes the wider gaps of lines (in one direction) in which a line of the other direction crosses. */
function bridged(lines: readonly Ruling[], crossing: readonly Ruling[]): Ruling[] {
  const result: Ruling[] = [];
  lines.forEach((line) => {
    const last = result.at(-1);
    if (last?.at === line.at && line.from - last.to <= widestGap && crossedOnce(last, line, crossing)) result[result.length - 1] = { ...last, to: line.to, thickness: Math.max(last.thickness, line.thickness) };
    else result.push(line);
  });
  return result;
}

/** Whether exactly one line passes through the gap between two pieces, at neither end of it: they fall short of a crossing. */
function crossedOnce(before: Ruling, after: Ruling, crossing: readonly Ruling[]): boolean {
  const through = crossing.filter((c) => c.at > before.to - sameLine && c.at < after.from + sameLine && c.from <= before.at && c.to >= before.at);
  const places = clusters(through, (c) => c.at, sameLine);
  return places.length === 1 && through.every((c) => c.at - before.to > 1 && after.from - c.at > 1);
}

/** Makes one line of those that run closely beside each other (of one direction, in any order), and of two that face each other over a gap (points) between boxes, unless they are some of several rows that are as low. */
function single(lines: readonly Ruling[], facing: number): Ruling[] {
  const close = grouped(lines, (line, group) => between(group.at(-1), line) <= doubleStep && line.at - (group[0]?.at ?? 0) <= thickest).map(merged);
  if (facing <= doubleStep) return close;
  const isRow = (line: Ruling, i: number, sorted: readonly Ruling[]): boolean => {
    const next = (step: 1 | -1): boolean => {
      for (let k = i + step; Math.abs((sorted[k]?.at ?? Infinity) - line.at) <= facing; k += step) if (runBeside(line, sorted[k] ?? line)) return true;
      return false;
    };
    return next(1) && next(-1);
  };
  const sorted = close.toSorted((a, b) => a.at - b.at);
  const rows = new Set(sorted.filter(isRow));
  return grouped(sorted, (line, group) => between(group[0], line) <= facing && !rows.has(line) && group.every((l) => !rows.has(l))).map(merged);
}

/** Groups of lines that run beside one another and belong together. */
function grouped(lines: readonly Ruling[], belongs: (line: Ruling, group: readonly Ruling[]) => boolean): Ruling[][] {
  const groups: Ruling[][] = [];
  let open: Ruling[][] = [];
  for (const line of lines.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    open = open.filter((g) => line.at - (g[0]?.at ?? 0) <= thickest);
    const group = open.find((g) => belongs(line, g) && g.some((l) => runBeside(l, line)));
    if (group) group.push(line);
    else {
      const own = [line];
      groups.push(own);
      open.push(own);
    }
  }
  return groups;
}

/** One line for several beside each other. A drawn one keeps its place before the mere edge of a filled area. */
function merged(group: readonly Ruling[]): Ruling {
  const [first] = group;
  if (!first) throw new Error('a group has a line');
  if (group.length === 1) return first;
  const drawn = group.filter((l) => l.thickness > 0);
  const told = drawn.length > 0 ? drawn : group;
  const length = told.reduce((sum, l) => sum + l.to - l.from, 0);
  const at = told.reduce((sum, l) => sum + l.at * (l.to - l.from), 0) / length;
  return { ...first, at, from: Math.min(...group.map((l) => l.from)), to: Math.max(...group.map((l) => l.to)), thickness: drawn.length === 0 ? 0 : (group.at(-1) ?? first).at - first.at + Math.max(...group.map((l) => l.thickness)) };
}

/** The room between two parallel lines. Points. */
const between = (a: Ruling | undefined, b: Ruling): number => (a ? b.at - a.at - (a.thickness + b.thickness) / 2 : Infinity);

function runBeside(a: Ruling, b: Ruling): boolean {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from) >= beside * Math.min(a.to - a.from, b.to - b.from);
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
