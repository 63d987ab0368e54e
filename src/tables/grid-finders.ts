import { around, contains, type Box } from '../model/box.js';
import type { Grid } from '../model/grid.js';
import type { Method, ReadDocument, Ruling, Word } from '../model/page.js';
import { anySheet, turns } from '../model/turn.js';
import { alignedGrids } from './aligned/aligned-grids.js';
import { furnitureOf } from './furniture.js';
import type { GridFinder } from './grid-finder.js';
import { joinOverPages, type PageGrids } from './join.js';
import { mendSeams, type LabelScore } from './mend.js';
import { markupGrids } from './markup-grids.js';
import { ruledGrids } from './ruled-grids.js';
import { aloneInStack, onItsPages, stackPages, type Stack } from './stacked-pages.js';
import { textOf, linesOf, lineText } from './cell-text.js';
import { byDirection, gridAsShown, viewsOf } from './turned-view.js';

/** Asked after the ruled tables, in this order; a later one sees only the words that the earlier ones left. */
const unruledFinders: readonly GridFinder[] = [markupGrids, alignedGrids];

/** A line of text outside of any table. */
export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** Font height in points; 0 where unknown. */
  readonly size: number;
  /** Points, on the page as shown; absent without geometry, and of text that is turned. */
  readonly box?: Box;
  /** Of a source without geometry: its line, from 1. */
  readonly line?: number;
}

export interface FoundTables {
  /** In reading order; a table over several pages is one grid. */
  readonly grids: Grid[];
  /** What is not in a table, without page furniture. */
  readonly lines: TextLine[];
}

/**
 * Finds the tables of a document, joins those that run over page breaks and
 * mends the cells that the breaks cut. `score` says how like a text is to a
 * label that is known (0 to 1); it decides whether two halves are one label.
 * Without `join` each page's tables are apart.
 */
export function findTables(document: ReadDocument, score: LabelScore, { join }: { readonly join: boolean } = { join: true }): FoundTables {
  const ruled = document.pages.flatMap(viewsOf).map(({ page, turn }) => {
    const { grids, taken } = ruledGrids.find(page, document.method, score);
    return { page, turn, grids, words: page.words.filter((w) => !taken.has(w)) };
  });
  const furniture = furnitureOf(ruled, score);
  const leftovers = ruled.map(({ page, turn, grids, words }) => ({ page, turn, grids, words: words.filter((w) => !furniture.has(w)), rulings: page.rulings.filter((r) => !grids.some((g) => isWithin(r, g))) }));
  const unruled = turns.flatMap((turn) => {
    const views = leftovers.filter((l) => l.turn === turn);
    return (join ? stackPages(views) : views.map(aloneInStack)).map((stack) => ({ turn, ...findUnruled(stack, document.method, score) }));
  });
  const pages = leftovers.map(({ page, turn, grids, words }): PageGrids => {
    const own = unruled.filter((u) => u.turn === turn).flatMap((u) => u.grids.filter((g) => g.places[0]?.page === page.number));
    const sorted = [...grids, ...own].sort((a, b) => topOf(a) - topOf(b));
    return { page, turn, grids: turn === 0 ? sorted : sorted.map((grid) => ({ ...grid, turn })), prose: words.filter((w) => !unruled.some((u) => u.taken.has(w))) };
  });
  const grids = join ? joinOverPages(pages).map((grid) => mendSeams(grid, score)) : pages.flatMap((page) => page.grids);
  const sheets = new Map(document.pages.map((page) => [page.number, page] as const));
  return { grids: grids.map((grid) => gridAsShown(grid, (page) => sheets.get(page) ?? anySheet)), lines: pages.flatMap(proseLines) };
}

/** The tables that are not ruled, with their places on the pages, and the words of the pages that stand in them. */
function findUnruled(stack: Stack, method: Method, score: LabelScore): { readonly grids: readonly Grid[]; readonly taken: ReadonlySet<Word> } {
  const grids: Grid[] = [];
  const taken = new Set<Word>();
  let { words } = stack.page;
  for (const finder of unruledFinders) {
    const found = finder.find({ ...stack.page, words }, method, score);
    grids.push(...found.grids.map((grid) => onItsPages(grid, stack)));
    words = words.filter((w) => !found.taken.has(w));
    for (const word of found.taken) taken.add(stack.originals.get(word) ?? word);
  }
  for (const word of stack.repeated) taken.add(word);
  return { grids, taken };
}

const topOf = (grid: Grid): number => grid.places[0]?.box?.y0 ?? 0;

/** Whether a ruling is one of a table's. */
function isWithin({ axis, at, from, to }: Ruling, grid: Grid): boolean {
  const box = grid.places[0]?.box;
  if (!box) return false;
  const [x, y] = axis === 'horizontal' ? [(from + to) / 2, at] : [at, (from + to) / 2];
  return contains(box, x, y, 2);
}

/** The box of a line of text that stands upright on the page as shown. */
function boxOf(line: readonly Word[]): { readonly box?: Box } {
  const box = around(line.map((w) => w.box));
  return box === null ? {} : { box };
}

function proseLines({ page, prose, turn }: PageGrids): TextLine[] {
  const isUpright = !prose.some((w) => w.turn);
  const printed = byDirection(prose.filter((w) => !w.vertical)).flatMap(linesOf).map((line): TextLine => ({ text: lineText(line), page: page.number, size: Math.max(...line.map((w) => w.size)), ...boxOf(turn === 0 && isUpright ? line : []) }));
  const upright = textOf(prose.filter((w) => w.vertical), null).text.split('\n').filter((t) => t !== '');
  const blocks = page.blocks.flatMap((b) => (b.kind === 'text' ? [{ text: b.text, page: page.number, size: 0, line: b.line }] : []));
  return [...printed, ...upright.map((text) => ({ text, page: page.number, size: 0 })), ...blocks];
}
