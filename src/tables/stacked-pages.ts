import { around, centre, width, type Box } from '../model/box.js';
import type { Grid, Place } from '../model/grid.js';
import type { Page, Ruling, Word } from '../model/page.js';
import { proseAmong } from './aligned/prose.js';
import { segmentsOf, type Segment } from './aligned/segment.js';
import { clusters } from './lines.js';

/** A page with what is left on it once the ruled tables are found. */
export interface Leftover {
  readonly page: Page;
  /** Words outside of ruled tables, without page furniture. */
  readonly words: readonly Word[];
  /** Rulings outside of ruled tables. */
  readonly rulings: readonly Ruling[];
  /** The ruled tables, from top to bottom. */
  readonly grids: readonly Grid[];
}

/** Pages one below the other, as one tall page: a table that runs over page breaks stands on it in one piece. */
export interface Stack {
  readonly page: Page;
  /** The word of a page that a word of the stack is. */
  readonly originals: ReadonlyMap<Word, Word>;
  /** Words of the pages that are not on the stack: boxheads that a page break made the printer print again. */
  readonly repeated: readonly Word[];
  /** Where each page's text begins and ends on the stack, and by how much it was moved down. Points. */
  readonly parts: readonly Part[];
}

interface Part {
  readonly page: number;
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

/** The last line of a page and the first of the next are so far apart on a stack, in parts of the size: lines of one label are, and rows may be. */
const seam = 0.6;
/** No more pages are stacked than this, so that the work stays in proportion. */
const mostPages = 16;
/** So many segments tell where a page's text begins and ends. */
const atEnd = 12;
/** A line that is printed again stands as far to the right as before, give or take this. Points. */
const samePlace = 4;

/** Stacks pages of one width that follow one another, except where prose ends the one or begins the other. */
export function stackPages(pages: readonly Leftover[]): Stack[] {
  const runs: Leftover[][] = [];
  const ends = pages.map(({ words }) => endsOf(segmentsOf(words)));
  pages.forEach((next, i) => {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn = run && last && run.length < mostPages && next.page.number === last.page.number + 1 && Math.abs(next.page.width - last.page.width) < 1;
    if (goesOn && meet(ends[i - 1]?.foot, ends[i]?.head)) run.push(next);
    else runs.push([next]);
  });
  return runs.map(toStack);
}

/** From where to where the first and the last lines of a page reach; null where they are prose, or there are none. */
interface Ends {
  readonly head: Box | null;
  readonly foot: Box | null;
}

function endsOf(segments: readonly Segment[]): Ends {
  const prose = proseAmong(segments);
  const sorted = segments.toSorted((a, b) => a.box.y1 - b.box.y1);
  const extent = (some: readonly Segment[]): Box | null => (some[0] === undefined || prose.has(some[0]) ? null : around(some.filter((s) => !prose.has(s)).map((s) => s.box)));
  return { head: extent(sorted.slice(0, atEnd)), foot: extent(sorted.slice(-atEnd).reverse()) };
}

/** Whether lines at the foot of a page and at the head of the next stand below one another by half. */
function meet(foot: Box | null | undefined, head: Box | null | undefined): boolean {
  if (!foot || !head) return false;
  return Math.min(foot.x1, head.x1) - Math.max(foot.x0, head.x0) >= 0.5 * Math.min(width(foot), width(head));
}

/** One page by itself, as a stack of one. */
export const aloneInStack = (page: Leftover): Stack => toStack([page]);

function toStack(pages: readonly Leftover[]): Stack {
  const [first] = pages;
  if (!first) throw new RangeError('a stack of no pages');
  const originals = new Map<Word, Word>();
  const repeated: Word[] = [];
  const parts: Part[] = [];
  const words: Word[] = [];
  const rulings: Ruling[] = [];
  pages.forEach((leftover, i) => {
    const { page } = leftover;
    const head = repeatedHead(leftover.words, pages.slice(0, i));
    const kept = leftover.words.filter((w) => !head.has(w));
    repeated.push(...head);
    const extent = around([...kept.map((w) => w.box), ...leftover.grids.flatMap((g) => g.places.flatMap((p) => p.box ?? []))]);
    const above = parts.at(-1);
    const gap = seam * Math.max(0, ...kept.map((w) => w.size));
    const shift = above && extent ? above.to + gap - extent.y0 : 0;
    parts.push({ page: page.number, from: (extent?.y0 ?? 0) + shift, to: Math.max(above?.to ?? 0, (extent?.y1 ?? 0) + shift), shift });
    for (const word of kept) {
      const moved = { ...word, box: down(word.box, shift) };
      originals.set(moved, word);
      words.push(moved);
    }
    rulings.push(...leftover.rulings.map((r) => (r.axis === 'horizontal' ? { ...r, at: r.at + shift } : { ...r, from: r.from + shift, to: r.to + shift })));
  });
  return { page: { ...first.page, words, rulings }, originals, repeated, parts };
}

const down = (box: Box, by: number): Box => ({ ...box, y0: box.y0 + by, y1: box.y1 + by });

/** The words of a boxhead at the top of a page that stands on a page before it too: the same lines at the same places, and no numbers. */
function repeatedHead(words: readonly Word[], before: readonly Leftover[]): Set<Word> {
  if (before.length === 0) return new Set();
  const lines = linesAcross(words);
  for (const { words: above } of before.toReversed()) {
    const others = linesAcross(above);
    for (let start = 0; start < others.length; start++) {
      let same = 0;
      while (same < lines.length && isSameLine(lines[same] ?? [], others[start + same])) same++;
      const head = lines.slice(0, same).flat();
      const isOther = isLike(others.at(-1), others[start - 1]);
      if (head.length > 2 && lines.slice(0, same).some((l) => l.length > 1) && !isOther) return new Set(head.flatMap((s) => s.words));
    }
  }
  return new Set();
}

/** Lines of segments, from top to bottom, each from left to right. */
const linesAcross = (words: readonly Word[]): Segment[][] =>
  clusters(segmentsOf(words), (s) => centre(s.box).y, 2).map((line) => line.toSorted((a, b) => a.box.x0 - b.box.x0));

/** Whether two lines are headings of a kind, as 第二十条第（五）项 and 第二十条第（六）项: one at the foot of a page begins another table than the one that the other heads. */
function isLike(last: readonly Segment[] | undefined, above: readonly Segment[] | undefined): boolean {
  const [a, moreOfA] = last ?? [];
  const [b, moreOfB] = above ?? [];
  if (!a || !b || a === b || moreOfA || moreOfB || a.text.length !== b.text.length || a.isNumber) return false;
  const same = Array.from(a.text).filter((c, i) => c === Array.from(b.text)[i]).length;
  return same > 0.7 * a.text.length && Math.abs(a.size - b.size) < 0.1 * a.size;
}

function isSameLine(line: readonly Segment[], other: readonly Segment[] | undefined): boolean {
  return line.length > 0 && line.length === other?.length && line.every((s, i) => {
    const o = other[i];
    return o !== undefined && !s.isNumber && s.text === o.text && Math.abs(s.box.x0 - o.box.x0) < samePlace && Math.abs(width(s.box) - width(o.box)) < samePlace;
  });
}

/** A grid that was found on a stack, with its places on the pages. */
export function onItsPages(grid: Grid, { parts }: Stack): Grid {
  const split = (place: Place): Place[] => {
    const { box } = place;
    if (!box) return [place];
    const touched = parts.filter((p) => box.y0 < p.to && box.y1 > p.from);
    if (touched.length === 0) return [place];
    return touched.map(({ page, from, to, shift }) => ({ page, box: down({ ...box, y0: Math.max(box.y0, from), y1: Math.min(box.y1, to) }, -shift) }));
  };
  return { ...grid, cells: grid.cells.map((c) => ({ ...c, places: c.places.flatMap(split) })), places: grid.places.flatMap(split) };
}
