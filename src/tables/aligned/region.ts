import { around, centre, width, type Box } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';
import { clusters } from '../lines.js';
import type { LabelScore } from '../mend.js';
import { guttersOf, type Gutter } from './gutters.js';
import { withHeadColumns } from './head-columns.js';
import { isFigure, type Segment } from './segment.js';

/** The segments of a part of a page that is set in columns. */
export interface Region {
  readonly segments: readonly Segment[];
  readonly gutters: readonly Gutter[];
}

interface Line {
  readonly segments: readonly Segment[];
  readonly box: Box;
  readonly size: number;
}

/** Lines whose middles are no further apart than this part of their size are one. */
const oneLine = 0.45;
/** So many lines with a single segment may stand between two with several… */
const mostBetween = 7;
/** …and so many that are labels of blank rows: left of all numbers. */
const mostBlank = 30;
/** Lines of a table are no further apart than this, in parts of the size… */
const widestPitch = 3.6;
/** …and a line that joins at its head or foot no further than this. */
const joiningPitch = 1.9;
/** A rule over this part of a table's width is one of its main rules. */
const mainRule = 0.7;

/** A text as like as this to a label is that label. */
const known = 0.78;

/** Parts of a page that are set in columns, from top to bottom. `segments` without prose; `rules`: the horizontal rulings outside of ruled tables. */
export function regionsOf(segments: readonly Segment[], rules: readonly Ruling[], score: LabelScore): Region[] {
  const lines = clusters(segments, (s) => centre(s.box).y, oneLine * Math.min(...segments.map((s) => s.size))).map(toLine);
  const left = [...lines];
  return runs(lines, score).flatMap((run) => cutBetweenRules(run, rules)).flatMap((run) => divide(run, score)).map((run, i, all) => {
    // What one table has taken is no other's; what another begins with, none takes.
    const region = grown(run, left.filter((l) => !all.some((other, k) => k !== i && other.includes(l))), rules, score);
    const taken = new Set(region.segments);
    left.splice(0, left.length, ...left.filter((l) => !l.segments.some((s) => taken.has(s))));
    return region;
  }).filter((r) => r.gutters.length > 0);
}

const toLine = (segments: readonly Segment[]): Line => ({
  segments: segments.toSorted((a, b) => a.box.x0 - b.box.x0),
  box: around(segments.map((s) => s.box)) ?? { x0: 0, y0: 0, x1: 0, y1: 0 },
  size: Math.max(...segments.map((s) => s.size)),
});

const hasColumns = (line: Line): boolean => line.segments.length > 1;

/** Stretches of lines from one with several segments to the last such, without a gap or too many others between. */
function runs(lines: readonly Line[], score: LabelScore): Line[][] {
  const all: Line[][] = [];
  let run: Line[] = [];
  let pending: Line[] = [];
  for (const line of lines) {
    const last = pending.at(-1) ?? run.at(-1);
    const isApart = last !== undefined && line.box.y0 - last.box.y1 > widestPitch * Math.max(line.size, last.size);
    if (isApart || (run.length > 0 && !hasColumns(line) && isOtherSize(line, run))) {
      all.push(run);
      run = [];
      pending = [];
    }
    if (hasColumns(line)) {
      run.push(...(run.length > 0 ? pending : []), line);
      pending = [];
    } else if (run.length > 0) {
      pending.push(line);
      if (pending.filter((l) => !isInStub(l, run)).length > mostBetween || pending.length > mostBlank) {
        all.push(run);
        run = [];
        pending = [];
      }
    }
  }
  return [...all, run].filter((r) => isEnough(r, score));
}

/** Whether a line stands left of all numbers of a run, and begins no further to the left than its lines do. */
function isInStub({ box, size }: Line, run: readonly Line[]): boolean {
  const numbers = run.flatMap((l) => l.segments.filter(isFigure).map((s) => s.box.x0));
  return numbers.length > 0 && box.x1 < Math.min(...numbers) && box.x0 > Math.min(...run.map((l) => l.box.x0)) - size;
}

/** Two lines with columns are enough for a table, and one that has a known label and a number or another label: the rest of a table that began on the page before, the head of one that goes on. */
function isEnough(run: readonly Line[], score: LabelScore): boolean {
  const lines = run.filter(hasColumns);
  return lines.length > 1 || lines.some(({ segments }) => score(segments[0]?.text ?? '') >= known && segments.slice(1).some((s) => s.isNumber || score(s.text) >= known));
}

/** A heading or prose is set larger or smaller than the table by this part. */
const otherSize = 0.18;

function isOtherSize(line: Line, run: readonly Line[]): boolean {
  const sizes = run.map((l) => l.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? line.size;
  return Math.abs(line.size - usual) > otherSize * usual;
}

/** The foot rule of a table and the head rule of the next are so far apart at least: two nearer ones are a double rule. Points. */
const apart = 4;

/** Cuts a run where two main rules stand between a table with numbers and a line of heads: the one ends it, the other begins the next. */
function cutBetweenRules(run: readonly Line[], rules: readonly Ruling[]): Line[][] {
  const box = around(run.map((l) => l.box)) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  const main = rules.filter((r) => Math.min(r.to, box.x1) - Math.max(r.from, box.x0) > mainRule * width(box)).map((r) => r.at).sort((a, b) => a - b);
  const numbers = run.flatMap((l) => l.segments.filter((s) => s.isNumber));
  const left = Math.min(...numbers.map((s) => s.box.x0));
  const isHead = ({ segments }: Line): boolean => !segments.some((s) => s.isNumber) && segments.some((s) => s.box.x1 > left);
  const parts: Line[][] = [];
  run.forEach((line, i) => {
    const above = isHead(line) && parts.at(-1)?.some((l) => l.segments.some((s) => s.isNumber)) ? run[i - 1] : undefined;
    const between = above ? main.filter((at) => at > above.box.y1 - 2 && at < line.box.y0 + 2) : [];
    if (i === 0 || (between.at(-1) ?? 0) - (between[0] ?? 0) > apart) parts.push([line]);
    else parts.at(-1)?.push(line);
  });
  return parts;
}

/** Cuts a run where a line of prose, or the heading of a table, stands between two tables. */
function divide(run: readonly Line[], score: LabelScore): Line[][] {
  const segments = run.filter(hasColumns).flatMap((l) => l.segments);
  const gutters = guttersOf(segments);
  const main = mainGutter(segments, gutters);
  const parts: Line[][] = [[]];
  run.forEach((line, i) => {
    if (isBetweenRows(run, i)) parts.at(-1)?.push(line);
    else if (isAcross(line, main, gutters)) parts.push([]);
    else if (hasRow(parts.at(-1) ?? [], main, score) && isHeading(line, main, score)) parts.push([line]);
    else parts.at(-1)?.push(line);
  });
  return parts.map((p) => trimmed(p)).filter((p) => isEnough(p, score));
}

/** Whether a line stands between two rows of numbers, and all that is between them left of their numbers: it is a label of theirs, whatever other tables of the run have there. */
function isBetweenRows(run: readonly Line[], at: number): boolean {
  const [above, below] = [run.findLastIndex((l, i) => i < at && hasNumber(l)), run.findIndex((l, i) => i > at && hasNumber(l))];
  if (above < 0 || below < 0) return false;
  const left = Math.min(...[run[above], run[below]].flatMap((l) => l?.segments.filter(isFigure) ?? []).map((s) => s.box.x0));
  return run.slice(above + 1, below).every((l) => l.box.x1 < left);
}

const hasNumber = ({ segments }: Line): boolean => segments.some(isFigure);

/** Whether lines hold a row: a number, or below the heads a known label that stands alone in the stub. */
function hasRow(lines: readonly Line[], main: Gutter | undefined, score: LabelScore): boolean {
  const isAlone = ({ segments: [only, more] }: Line): boolean => only !== undefined && more === undefined && only.box.x1 < (main?.to ?? 0) && score(only.text) >= known;
  return lines.some((l, i) => l.segments.some((s) => s.isNumber) || (isAlone(l) && lines.slice(0, i).some(hasColumns)));
}

/** A known label that stands alone in the middle of a line heads another table, with columns of its own. */
const isHeading = ({ segments: [only, more] }: Line, main: Gutter | undefined, score: LabelScore): boolean => only !== undefined && more === undefined && centre(only.box).x > (main?.to ?? Infinity) && score(only.text) >= known;

function trimmed(lines: readonly Line[]): Line[] {
  const first = lines.findIndex(hasColumns);
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(hasColumns) + 1);
}

/** The gutter between the labels of a table and its numbers; the first where it has none. */
function mainGutter(segments: readonly Segment[], gutters: readonly Gutter[]): Gutter | undefined {
  const numbers = segments.filter(isFigure);
  /** Heads have other heads beside them on the right, labels have numbers or nothing. */
  const isHead = (s: Segment): boolean => segments.some((o) => !o.isNumber && o.box.x0 > s.box.x1 && Math.abs(centre(o.box).y - centre(s.box).y) < oneLine * s.size);
  return gutters.findLast((g, i) => {
    const left = segments.filter((s) => s.box.x1 <= g.from + 1 && s.box.x0 >= (gutters[i - 1]?.to ?? -Infinity) - 1);
    return left.filter((s) => !isHead(s)).length > 0.5 * left.length && numbers.filter((n) => n.box.x0 < g.from).length <= 0.05 * numbers.length;
  }) ?? gutters[0];
}

/** Whether a line is one segment that runs over the gutter between labels and numbers, as heads of columns never do: a title, a note, prose. */
function isAcross(line: Line, main: Gutter | undefined, gutters: readonly Gutter[]): boolean {
  const [only, more] = line.segments;
  if (!only || more || !main || only.isNumber) return false;
  const crossed = gutters.filter((g) => only.box.x0 < g.from && only.box.x1 > g.to);
  return crossed.includes(main) && (crossed.length > 1 || gutters.length === 1 || only.text.length > 24);
}

/** Adds the lines above and below that stand in the columns and near enough; not beyond the outermost rules. */
function grown(run: readonly Line[], lines: readonly Line[], rules: readonly Ruling[], score: LabelScore): Region {
  const taken = run.flatMap((l) => l.segments);
  const gutters = guttersOf(taken);
  const main = mainGutter(taken, gutters);
  const box = around(run.map((l) => l.box)) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  const mainRules = rules.filter((r) => Math.min(r.to, box.x1) - Math.max(r.from, box.x0) > mainRule * width(box)).map((r) => r.at).sort((a, b) => a - b);
  const size = Math.max(...run.map((l) => l.size));
  const extend = (candidates: readonly Line[], isBeyond: (line: Line) => boolean, distance: (line: Line, edge: Box) => number): void => {
    let edge = box;
    for (const line of candidates) {
      const fits = line.segments.every((s) => (s.box.x0 > box.x0 - 2 * size && s.box.x1 < box.x1 + 2 * size) || (s.box.x1 < (main?.to ?? 0) && score(s.text) >= known));
      if (!fits || isBeyond(line) || isOtherSize(line, run) || isAcross(line, main, gutters) || distance(line, edge) > joiningPitch * size) break;
      taken.push(...line.segments);
      edge = line.box;
    }
  };
  const top = topRule(mainRules, box, size);
  const foot = footRule(mainRules, box, size);
  const [first, last] = [lines.findIndex((l) => l === run[0]), lines.findIndex((l) => l === run.at(-1))];
  extend(lines.slice(0, first).toReversed(), (l) => (top !== null && l.box.y1 < top + 1) || hasColumns(l), (l, e) => e.y0 - l.box.y1);
  extend(lines.slice(last + 1), (l) => (foot !== null && l.box.y0 > foot - 1) || l.size < 0.93 * size || isHeading(l, main, score) || hasColumns(l), (l, e) => l.box.y0 - e.y1);
  return { segments: taken, gutters: withHeadColumns(taken, guttersOf(taken), score) };
}

/** The highest of the main rules at the head of a table: nothing above it belongs to it. */
function topRule(main: readonly number[], box: Box, size: number): number | null {
  let top: number | null = null;
  for (const y of main.toReversed()) {
    if (y > box.y0 + 2) continue;
    if (y > (top ?? box.y0) - 6 * size) top = y;
  }
  return main.length >= 2 ? top : null;
}

/** The lowest of the main rules at the foot of a table. */
function footRule(main: readonly number[], box: Box, size: number): number | null {
  let foot: number | null = null;
  for (const y of main) {
    if (y < box.y1 - 2) continue;
    if (y < (foot ?? box.y1) + 6 * size) foot = y;
  }
  return main.length >= 2 ? foot : null;
}
