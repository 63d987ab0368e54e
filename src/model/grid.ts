import type { Box } from './box.js';
import type { Method } from './page.js';
import type { Readings } from './readings.js';
import type { Turn } from './turn.js';

/** Where something stands: a page (from 1) and a box on it; in a format without geometry no box, and the line of the source (from 1). */
export interface Place {
  readonly page: number;
  readonly box: Box | null;
  readonly line?: number;
}

/** A cell of a grid. Rows and columns count from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Lines joined with `\n`; words of one line with one blank, or two where the gap is wide; nothing between Chinese characters. */
  readonly text: string;
  /** True where every line break in `text` is one that the width of the cell forced. */
  readonly wrapped: boolean;
  /** Its text is struck out, pale, runs over its edge or changes its size in a number, or a picture stands in place of text: what it says can't be told from its characters. */
  readonly unclear?: true;
  /** The text's place; where the cell is empty, the cell's. One for each page that the cell stands on. */
  readonly places: readonly Place[];
  /** Of a ruled table: the cell as its lines bound it. One for each page that the cell stands on. */
  readonly frames?: readonly Place[];
  /** Of a cell that was read from a picture: by whom, and as what. `text` has the first of it. */
  readonly readings?: Readings;
}

/** How a table was found. */
export type GridMethod = 'ruled' | 'aligned' | 'markup';

/** A table: cells that cover `rows` × `columns` without overlap. It may run over several pages. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  readonly method: GridMethod;
  readonly source: Method;
  /** The source does not tell how far cells span: a blank cell may be the rest of its neighbour. */
  readonly unspanned?: true;
  /** The parts of the table, one for each page it stands on, in order. */
  readonly places: readonly Place[];
  /** Left and right edge of each column in points, on the page of the first part; empty without geometry. */
  readonly columnEdges: readonly number[];
  /** Clockwise degrees by which the table is turned on the page as shown, and never 0. Its column edges are those of the page turned back. */
  readonly turn?: Exclude<Turn, 0>;
  /** Of an aligned grid: the strips without text between its columns, one for each inner edge; the edge may stand anywhere in them. Points. */
  readonly gutters?: readonly { readonly from: number; readonly to: number }[];
  /** The first row after each page break. */
  readonly seams: readonly number[];
}
