import type { Finding } from './finding.js';
import type { Grid } from './grid.js';
import type { Page } from './page.js';
import type { Source } from './report.js';

/** The tables of one document, whatever they are about, or the findings that say why there are none. */
export interface DocumentTables {
  readonly source: Source;
  /** In reading order. */
  readonly grids: readonly Grid[];
  /** What the tables were found on. */
  readonly pages: readonly Page[];
  readonly findings: readonly Finding[];
  /** `failed`: it could not be read to its end; `not-read`: it is of no format that is read. A document that was read may hold no table. */
  readonly outcome: 'read' | 'not-read' | 'failed';
}
