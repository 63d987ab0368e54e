import type { Box } from '../../model/box.js';
import type { Area, Ruling } from '../../model/page.js';
import { contrast, isWhite } from './graphics-state.js';

/** An area as it is painted. */
export interface PaintedArea {
  readonly box: Box;
  /** `#rrggbb` as it is seen on its ground; another word for a paint of several colours. */
  readonly colour: string;
  /** The number of glyphs painted before it. */
  readonly before: number;
  /** Whether it hides what is under it. */
  readonly covers: boolean;
  /** Whether all of its box is painted, but for round corners. */
  readonly upright: boolean;
}

const paper = '#ffffff';
/** Colours that differ by less (of 1, the most that one of red, green and blue can) are one to the eye: #f8f8f8 on white. */
const leastContrast = 0.03;
/** Smaller areas are no ground for a line, nor anything of a table. Points. */
const smallest = 4;
/** A page with more areas is a drawing; of those only the last so many are looked at as grounds, and the largest as areas. */
const mostAreas = 3000;

/** The colour at a place of the page. */
export function groundAt(areas: readonly PaintedArea[], x: number, y: number): string {
  return areas.findLast(({ box: b }) => x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1)?.colour ?? paper;
}

/** The parts of a ruling that are seen on what is painted so far: of a white one those that lie on a colour. */
export function seenParts(ruling: Ruling, colour: string, painted: readonly PaintedArea[]): Ruling[] {
  if (!isWhite(colour)) return [ruling];
  const upright = ruling.axis === 'vertical';
  const extent = (b: Box): [number, number, number, number] => (upright ? [b.x0, b.x1, b.y0, b.y1] : [b.y0, b.y1, b.x0, b.x1]);
  const grounds = painted.slice(-mostAreas).filter((a) => {
    const [low, high, from, to] = extent(a.box);
    return low <= ruling.at && high >= ruling.at && from < ruling.to && to > ruling.from;
  });
  if (grounds.length === 0) return [];
  const inner = grounds.flatMap(({ box }) => extent(box).slice(2)).filter((at) => at > ruling.from && at < ruling.to);
  const cuts = [ruling.from, ...inner.sort((a, b) => a - b), ruling.to];
  const parts: Ruling[] = [];
  cuts.slice(0, -1).forEach((from, i) => {
    const to = cuts[i + 1] ?? from;
    const middle = (from + to) / 2;
    if (to === from || contrast(colour, upright ? groundAt(grounds, ruling.at, middle) : groundAt(grounds, middle, ruling.at)) < leastContrast) return;
    const last = parts.at(-1);
    if (last?.to === from) parts[parts.length - 1] = { ...last, to };
    else parts.push({ ...ruling, from, to });
  });
  return parts;
}

/** The areas that a reader of the page sees, in painting order: those of another colour than the paper, and the white ones that lie on them. */
export function seenAreas(painted: readonly PaintedArea[]): Area[] {
  const large = painted.filter((a) => a.upright && a.box.x1 - a.box.x0 > smallest && a.box.y1 - a.box.y0 > smallest);
  const areas = large.length <= mostAreas ? large : largest(large);
  const coloured: Box[] = [];
  return areas.flatMap(({ box, colour }): Area[] => {
    const white = contrast(colour, paper) < leastContrast;
    if (white && !coloured.some((c) => c.x0 < box.x1 && c.x1 > box.x0 && c.y0 < box.y1 && c.y1 > box.y0)) return [];
    if (!white) coloured.push(box);
    return [{ box, colour }];
  });
}

function largest(areas: readonly PaintedArea[]): PaintedArea[] {
  const size = ({ box: b }: PaintedArea): number => (b.x1 - b.x0) * (b.y1 - b.y0);
  const kept = new Set(areas.toSorted((a, b) => size(b) - size(a)).slice(0, mostAreas));
  return areas.filter((a) => kept.has(a));
}

/** The sides of areas, as far as words of neighbouring ones end at them: between two numbers that stand side by side on different grounds. */
export function sidesOf(areas: readonly Area[]): Ruling[] {
  return areas.flatMap(({ box: b }) => [b.x0, b.x1].map((at): Ruling => ({ axis: 'vertical', at, from: b.y0, to: b.y1, thickness: 0 })));
}
