import type { Grid } from '../model/grid.js';
import type { ReadDocument } from '../model/page.js';
import { furnitureOf } from './furniture.js';
import type { GridFinder } from './grid-finder.js';
import { joinOverPages, type PageGrids } from './join.js';
import { mendSeams, type LabelScore } from './mend.js';
import { markupGrids } from './markup-grids.js';
import { ruledGrids } from './ruled-grids.js';
import { textOf, linesOf, lineText } from './cell-text.js';

/** Asked after the ruled tables, in this order; a later one sees only the words that the earlier ones left. */
const unruledFinders: readonly GridFinder[] = [markupGrids];

/** A line of text outside of any table. */
export interface TextLine {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** Font height in points; 0 where unknown. */
  readonly size: number;
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
 */
export function findTables(document: ReadDocument, score: LabelScore): FoundTables {
  const ruled = document.pages.map((page) => {
    const { grids, taken } = ruledGrids.find(page, document.method);
    return { page, grids, words: page.words.filter((w) => !taken.has(w)) };
  });
  const furniture = furnitureOf(ruled);
  const pages = ruled.map(({ page, grids, words }): PageGrids => {
    let prose = words.filter((w) => !furniture.has(w));
    const all = [...grids];
    for (const finder of unruledFinders) {
      const found = finder.find({ ...page, words: prose }, document.method);
      all.push(...found.grids);
      prose = prose.filter((w) => !found.taken.has(w));
    }
    return { page, grids: all, prose };
  });
  const grids = joinOverPages(pages).map((grid) => mendSeams(grid, score));
  return { grids, lines: pages.flatMap(proseLines) };
}

function proseLines({ page, prose }: PageGrids): TextLine[] {
  const printed = linesOf(prose.filter((w) => !w.vertical)).map((line): TextLine => ({ text: lineText(line), page: page.number, size: Math.max(...line.map((w) => w.size)) }));
  const upright = textOf(prose.filter((w) => w.vertical), null).text.split('\n').filter((t) => t !== '');
  const blocks = page.blocks.flatMap((b) => (b.kind === 'text' ? [{ text: b.text, page: page.number, size: 0 }] : []));
  return [...printed, ...upright.map((text) => ({ text, page: page.number, size: 0 })), ...blocks];
}
