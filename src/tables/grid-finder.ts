import type { LabelScore } from './mend.js';
import type { Grid } from '../model/grid.js';
import type { Method, Page, Word } from '../model/page.js';

/** One way of finding tables on a page. */
export interface GridFinder {
  readonly name: string;
  /** Grids from top to bottom, and the words that stand in them. */
  find(page: Page, source: Method, score: LabelScore): { grids: Grid[]; taken: ReadonlySet<Word> };
}
