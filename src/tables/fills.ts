import type { Area, Page, Ruling } from '../model/page.js';
import { clusters, mean } from './lines.js';

/** Sides of areas that lie this near to each other are one. Points. */
const oneSide = 0.6;
/** Colours that differ by less (of 255, in one of red, green and blue) are one to the eye. */
const leastContrast = 8;
/** More fields than this, cut by the sides of all areas, are a drawing. */
const mostFields = 1_500_000;
const paper = '#ffffff';

/** Where the colour of the ground changes: as good as a drawn line. Thickness 0. */
export function fillEdges({ areas }: Pick<Page, 'areas'>): Ruling[] {
  const ground = paint(areas);
  return ground ? [...edgesAlong(ground, 'horizontal'), ...edgesAlong(ground, 'vertical')] : [];
}

/** The upper and lower edges of what is filled: of the bands of a table whose every second row is shaded, for one. From top to bottom. */
export function bandEdges(page: Pick<Page, 'areas'>): Ruling[] {
  return fillEdges(page).filter((edge) => edge.axis === 'horizontal');
}

/** The page cut into fields by the sides of all areas, and the colour of each. */
interface Ground {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Numbers of colours, row after row; 0 is the paper. */
  readonly fields: Uint16Array;
  readonly differ: (a: number, b: number) => boolean;
}

function paint(areas: readonly Area[]): Ground | null {
  if (areas.length === 0) return null;
  const xs = sides(areas.flatMap(({ box }) => [box.x0, box.x1]));
  const ys = sides(areas.flatMap(({ box }) => [box.y0, box.y1]));
  const columns = xs.length - 1;
  if (columns * (ys.length - 1) > mostFields) return null;
  const colours = [...new Set([paper, ...areas.map((a) => a.colour)])];
  const numberOf = new Map(colours.map((c, i) => [c, i]));
  const fields = new Uint16Array(columns * (ys.length - 1));
  for (const { box, colour } of areas) {
    const [from, to] = [nearest(xs, box.x0), nearest(xs, box.x1)];
    for (let r = nearest(ys, box.y0); r < nearest(ys, box.y1); r++) fields.fill(numberOf.get(colour) ?? 0, r * columns + from, r * columns + to);
  }
  const known = new Map<number, boolean>();
  const differ = (a: number, b: number): boolean => {
    if (a === b) return false;
    const key = a * colours.length + b;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = areTwo(colours[a] ?? paper, colours[b] ?? paper);
    known.set(key, answer);
    return answer;
  };
  return { xs, ys, fields, differ };
}

const sides = (values: readonly number[]): number[] => clusters(values, (v) => v, oneSide).map(mean);

function nearest(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value - oneSide) low = middle + 1;
    else high = middle;
  }
  return Math.abs((sorted[low + 1] ?? Infinity) - value) < Math.abs((sorted[low] ?? Infinity) - value) ? low + 1 : low;
}

function areTwo(a: string, b: string): boolean {
  const [p, q] = [a, b].map((c) => (/^#[0-9a-f]{6}$/i.test(c) ? [1, 3, 5].map((i) => Number.parseInt(c.slice(i, i + 2), 16)) : null));
  return !p || !q || p.some((v, i) => Math.abs(v - (q[i] ?? 0)) >= leastContrast);
}

/** The edges of one direction, those that follow one another in one piece. */
function edgesAlong({ xs, ys, fields, differ }: Ground, axis: Ruling['axis']): Ruling[] {
  const columns = xs.length - 1;
  const lies = axis === 'horizontal';
  const [places, steps] = lies ? [ys, xs] : [xs, ys];
  const field = (place: number, step: number): number => {
    if (place < 0 || place >= places.length - 1) return 0;
    return fields[lies ? place * columns + step : step * columns + place] ?? 0;
  };
  const edges: Ruling[] = [];
  places.forEach((at, place) => {
    let start = -1;
    for (let step = 0; step < steps.length; step++) {
      const isEdge = step < steps.length - 1 && differ(field(place - 1, step), field(place, step));
      if (isEdge && start < 0) start = step;
      if (isEdge || start < 0) continue;
      edges.push({ axis, at, from: steps[start] ?? 0, to: steps[step] ?? 0, thickness: 0 });
      start = -1;
    }
  });
  return edges;
}
