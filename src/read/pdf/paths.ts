import type { Box } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';
import { applyX, applyY, type Matrix } from './matrix.js';

/** Filled areas no thicker than this, in points, are lines: Word, WPS and browsers draw rules as thin rectangles. */
const thickestRule = 4;
/** Shorter lines are dots and joints. Points. */
const shortestRule = 2.5;
/** How far a line may lean and still be horizontal or vertical: points over its length… */
const lean = 0.6;
/** …or parts of its length, for a long line on a page that was put in a little askew. */
const slant = 0.004;
/** Squares and rounds no larger than this are the dots of a dotted rule. Points. */
const largestDot = 4.5;
/** A dot is at most so many times as long as it is thick; what is longer is a piece of a line. */
const roundish = 1.6;

/** pdf.js's compact path: a number for the kind of piece, then its coordinates. */
const piece = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;
const coordinates = [2, 2, 6, 4, 0];

interface Subpath {
  readonly xs: number[];
  readonly ys: number[];
  /** Whether the piece that ends at each point is a curve. */
  readonly bent: boolean[];
  curved: boolean;
  closed: boolean;
}

/** The subpaths of a path, on the page as shown. */
function subpaths(path: ArrayLike<number>, m: Matrix): Subpath[] {
  const all: Subpath[] = [];
  let current: Subpath | null = null;
  for (let i = 0; i < path.length; ) {
    const kind = path[i++] ?? piece.close;
    const count = coordinates[kind];
    if (count === undefined) break;
    if (kind === piece.close) {
      if (current) current.closed = true;
    } else {
      const x = path[i + count - 2] ?? 0;
      const y = path[i + count - 1] ?? 0;
      if (kind === piece.move || current === null || current.closed) {
        current = { xs: [], ys: [], bent: [], curved: false, closed: false };
        all.push(current);
      }
      current.xs.push(applyX(m, x, y));
      current.ys.push(applyY(m, x, y));
      const bent = kind === piece.curve || kind === piece.quadratic;
      current.bent.push(bent);
      if (bent) current.curved = true;
    }
    i += count;
  }
  return all;
}

function bounds(s: Subpath): Box {
  return { x0: Math.min(...s.xs), y0: Math.min(...s.ys), x1: Math.max(...s.xs), y1: Math.max(...s.ys) };
}

/** A thin area as the line it is seen as; null where it is none. */
export function thinArea(box: Box): Ruling | null {
  const w = box.x1 - box.x0;
  const h = box.y1 - box.y0;
  if (h <= thickestRule && w >= shortestRule && w > h) return { axis: 'horizontal', at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1, thickness: h };
  if (w <= thickestRule && h >= shortestRule) return { axis: 'vertical', at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1, thickness: w };
  return null;
}

function segment(x0: number, y0: number, x1: number, y1: number, thickness: number): Ruling | null {
  const dx = Math.abs(x1 - x0);
  const dy = Math.abs(y1 - y0);
  const most = Math.max(lean, slant * Math.max(dx, dy));
  if (dy <= most && dx >= shortestRule) return { axis: 'horizontal', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1), thickness };
  if (dx <= most && dy >= shortestRule) return { axis: 'vertical', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1), thickness };
  return null;
}

/** The straight lines of a stroked path; the sides of a box, though its corners are round. `thickness` in points. */
export function strokedLines(path: ArrayLike<number>, m: Matrix, thickness: number): Ruling[] {
  const rulings: Ruling[] = [];
  for (const s of subpaths(path, m)) {
    if (s.curved) {
      if (isRounded(s)) rulings.push(...sidesOf(bounds(s), thickness));
      continue;
    }
    const n = s.xs.length;
    const last = s.closed ? n : n - 1;
    // A stroke far thicker than it is long is an area: a rule drawn across instead of along.
    for (let i = 0; i < last; i++) {
      const j = (i + 1) % n;
      const [x0, y0, x1, y1] = [s.xs[i] ?? 0, s.ys[i] ?? 0, s.xs[j] ?? 0, s.ys[j] ?? 0];
      if (thickness > thickestRule && n === 2) {
        const across = thinArea(strokeArea(x0, y0, x1, y1, thickness));
        if (across) rulings.push(across);
        continue;
      }
      const line = segment(x0, y0, x1, y1, thickness);
      if (line) rulings.push(line);
    }
  }
  return rulings;
}

function sidesOf({ x0, y0, x1, y1 }: Box, thickness: number): Ruling[] {
  const corners = [[x0, y0, x1, y0], [x0, y1, x1, y1], [x0, y0, x0, y1], [x1, y0, x1, y1]] as const;
  return corners.flatMap(([a, b, c, d]) => segment(a, b, c, d, thickness) ?? []);
}

function strokeArea(x0: number, y0: number, x1: number, y1: number, thickness: number): Box {
  const half = thickness / 2;
  const flat = Math.abs(y1 - y0) <= Math.abs(x1 - x0);
  return {
    x0: Math.min(x0, x1) - (flat ? 0 : half),
    x1: Math.max(x0, x1) + (flat ? 0 : half),
    y0: Math.min(y0, y1) - (flat ? half : 0),
    y1: Math.max(y0, y1) + (flat ? half : 0),
  };
}

/** Whether all of a subpath's points are corners of its bounding box. */
function isUpright(s: Subpath): boolean {
  const { x0, y0, x1, y1 } = bounds(s);
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.1;
  return s.xs.length >= 4 && s.xs.every((x, i) => (near(x, x0) || near(x, x1)) && (near(s.ys[i] ?? NaN, y0) || near(s.ys[i] ?? NaN, y1)));
}

/** So much of the way around a box with round corners is straight. */
const straightPart = 0.5;

/** Whether a curved subpath is a box with round corners. */
function isRounded(s: Subpath): boolean {
  const { x0, y0, x1, y1 } = bounds(s);
  let straight = 0;
  for (let i = 0; i < s.xs.length; i++) {
    const j = (i + 1) % s.xs.length;
    if (s.bent[j] && j !== 0) continue;
    const [dx, dy] = [Math.abs((s.xs[j] ?? 0) - (s.xs[i] ?? 0)), Math.abs((s.ys[j] ?? 0) - (s.ys[i] ?? 0))];
    if (Math.min(dx, dy) > lean) return false;
    straight += dx + dy;
  }
  return straight >= straightPart * 2 * (x1 - x0 + y1 - y0);
}

/** What a filled path shows. */
export interface FilledPath {
  /** Its thin areas, and the sides of thin rings. */
  readonly rulings: Ruling[];
  /** Its other areas, and whether they are all of their bounding boxes, but for round corners. No others that are round. */
  readonly areas: { readonly box: Box; readonly upright: boolean }[];
  readonly dots: Box[];
  /** It is one upright rectangle: all of its box is painted. */
  readonly isRectangle: boolean;
}

/** The lines, areas and dots of a filled path, on the page as shown. */
export function filledAreas(path: ArrayLike<number>, m: Matrix): FilledPath {
  const rulings: Ruling[] = [];
  const areas: FilledPath['areas'][number][] = [];
  const dots: Box[] = [];
  const all = subpaths(path, m);
  const shapes = all.filter((s) => s.xs.length >= 2).map((s) => ({ box: bounds(s), round: s.curved && !isRounded(s), upright: s.curved || isUpright(s) }));
  const ring = ringSides(shapes.map((s) => s.box));
  if (ring) return { rulings: ring, areas, dots, isRectangle: false };
  for (const { box, round, upright } of shapes) {
    if (isDot(box)) dots.push(box);
    if (isDot(box) || round) continue;
    const rule = thinArea(box);
    if (rule) rulings.push(rule);
    else if (box.x1 - box.x0 > thickestRule && box.y1 - box.y0 > thickestRule) areas.push({ box, upright });
  }
  return { rulings, areas, dots, isRectangle: all.length === 1 && all.every((s) => !s.curved && isUpright(s)) };
}

function isDot(box: Box): boolean {
  const [w, h] = [box.x1 - box.x0, box.y1 - box.y0];
  return Math.max(w, h) < shortestRule || (Math.max(w, h) <= largestDot && Math.max(w, h) <= roundish * Math.min(w, h));
}

/** The inner one of two boxes that a path is made of, where it lies in the other; null where the path is anything else. */
export function holeOf(path: ArrayLike<number>, m: Matrix): Box | null {
  const shapes = subpaths(path, m).filter((s) => s.xs.length >= 2);
  return shapes.every((s) => !s.curved || isRounded(s)) ? (nested(shapes.map(bounds))?.inner ?? null) : null;
}

function nested(boxes: readonly Box[]): { outer: Box; inner: Box } | null {
  const [a, b] = boxes;
  if (boxes.length !== 2 || !a || !b) return null;
  const [outer, inner] = a.x1 - a.x0 >= b.x1 - b.x0 ? [a, b] : [b, a];
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1 ? { outer, inner } : null;
}

/** The sides of a box that is painted as two rectangles, one in the other, with the paint between them; null where the path is no such ring. */
export function ringSides(boxes: readonly Box[]): Ruling[] | null {
  const ring = nested(boxes);
  if (!ring) return null;
  const { outer, inner } = ring;
  const sides: Box[] = [
    { ...outer, x1: inner.x0 }, { ...outer, x0: inner.x1 }, { ...outer, y1: inner.y0 }, { ...outer, y0: inner.y1 },
  ];
  const thick = [inner.x0 - outer.x0, outer.x1 - inner.x1, inner.y0 - outer.y0, outer.y1 - inner.y1];
  if (thick.some((t) => t > thickestRule) || inner.x1 - inner.x0 <= thickestRule || inner.y1 - inner.y0 <= thickestRule) return null;
  return sides.flatMap((side, i) => (thick[i] === 0 ? [] : (thinArea(side) ?? [])));
}
