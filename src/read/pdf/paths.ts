import type { Box } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';
import { applyX, applyY, type Matrix } from './matrix.js';

/** Filled areas no thicker than this, in points, are lines: Word, WPS and browsers draw rules as thin rectangles. */
const thickestRule = 4;
/** Shorter lines are dots and joints. Points. */
const shortestRule = 2.5;
/** How far a line may lean and still be horizontal or vertical. Points over its length. */
const lean = 0.6;

/** pdf.js's compact path: a number for the kind of piece, then its coordinates. */
const piece = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;
const coordinates = [2, 2, 6, 4, 0];

interface Subpath {
  readonly xs: number[];
  readonly ys: number[];
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
        current = { xs: [], ys: [], curved: false, closed: false };
        all.push(current);
      }
      current.xs.push(applyX(m, x, y));
      current.ys.push(applyY(m, x, y));
      if (kind === piece.curve || kind === piece.quadratic) current.curved = true;
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
  if (dy <= lean && dx >= shortestRule) return { axis: 'horizontal', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1), thickness };
  if (dx <= lean && dy >= shortestRule) return { axis: 'vertical', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1), thickness };
  return null;
}

/** The straight lines of a stroked path. `thickness` in points. */
export function strokedLines(path: ArrayLike<number>, m: Matrix, thickness: number): Ruling[] {
  const rulings: Ruling[] = [];
  for (const s of subpaths(path, m)) {
    if (s.curved) continue;
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

/** What a filled path shows: thin areas are lines, the others areas (their bounding boxes), the smallest dots. Curved shapes are neither lines nor areas. */
export function filledAreas(path: ArrayLike<number>, m: Matrix): { rulings: Ruling[]; areas: Box[]; dots: Box[]; isRectangle: boolean } {
  const rulings: Ruling[] = [];
  const areas: Box[] = [];
  const dots: Box[] = [];
  const all = subpaths(path, m);
  for (const s of all) {
    if (s.xs.length < 2) continue;
    const box = bounds(s);
    if (box.x1 - box.x0 < shortestRule && box.y1 - box.y0 < shortestRule) {
      dots.push(box);
      continue;
    }
    if (s.curved) continue;
    const rule = thinArea(box);
    if (rule) rulings.push(rule);
    else if (box.x1 - box.x0 > thickestRule && box.y1 - box.y0 > thickestRule) areas.push(box);
  }
  return { rulings, areas, dots, isRectangle: all.length === 1 && all.every((s) => !s.curved && isUpright(s)) };
}
