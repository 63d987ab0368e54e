import type { Box } from './box.js';
import type { PagePictures } from './picture.js';
import type { Turn } from './turn.js';

/**
 * A run of characters on one line, cut wherever there is a gap or a ruling
 * between two characters. `text` is what the text layer says, with radicals
 * turned into characters and without white space; it is not normalised further.
 */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** Height of the font in points. */
  readonly size: number;
  /** Set in a vertical writing mode: characters run downwards, lines from right to left. */
  readonly vertical: boolean;
  /** The text is set turned: clockwise degrees on the page as shown, and never 0. `vertical` speaks of the text once it is upright. */
  readonly turn?: Exclude<Turn, 0>;
  /** Far paler than most of the page's text, and large or across it, as a watermark is. */
  readonly faint?: true;
  /** A ruling cuts it off from digits that go on without a gap, or its digits run over the side of a filled area: a number too wide for its cell, or two numbers. */
  readonly runsOn?: true;
  /** A picture is painted over it later, and may hide it. */
  readonly under?: true;
}

/** A straight horizontal or vertical line that is drawn on the page. */
export interface Ruling {
  readonly axis: 'horizontal' | 'vertical';
  /** y of a horizontal ruling, x of a vertical one: the middle of its thickness. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** A filled rectangle that is seen: its colour is another than that of its ground. */
export interface Area {
  readonly box: Box;
  /** `#rrggbb`; any other word for a paint of several colours (a pattern, a gradient). */
  readonly colour: string;
}

/** A picture that is painted on the page. */
export interface Picture {
  readonly box: Box;
}

/** One row of a table that the source itself marks up (a line of tab-separated text, `<tr>`): its cells from left to right. */
export interface MarkupRow {
  readonly cells: readonly string[];
  /** Line of the source, from 1. */
  readonly line: number;
}

/** A cell of a table whose source tells how far it spans (`<td colspan>`, `w:gridSpan`). Rows and columns count from 0. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Lines parted by `\n`. */
  readonly text: string;
  /** What it says can't be told from its characters: a picture stands in it, or it is struck out. */
  readonly unclear?: true;
}

/** A piece of a source without geometry, in reading order. `line`: of the source, from 1. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  /** Rows of which nobody tells how far their cells span. */
  | { readonly kind: 'table'; readonly rows: readonly MarkupRow[] }
  /** A table with its spans; the cells do not overlap. */
  | { readonly kind: 'grid'; readonly rows: number; readonly columns: number; readonly cells: readonly PlacedCell[]; readonly line: number };

/**
 * One page as it was read. Pages count from 1. A source without pages (plain
 * text) is one page with `blocks` and neither words nor size; pictures in it
 * that may hold a table are further pages, each as large as it is shown.
 */
export interface Page {
  readonly number: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** What a reader of the page sees, in the order of the file. */
  readonly words: readonly Word[];
  /** In the text layer, and not seen: invisible, white on white, outside the page. */
  readonly hidden: readonly Word[];
  /** Seen, and no part of the text: set askew, or large and pale across it. */
  readonly watermarks?: readonly Word[];
  readonly rulings: readonly Ruling[];
  /** In painting order: a later one covers an earlier one. A white one is a hole in a coloured one. */
  readonly areas: readonly Area[];
  readonly pictures: readonly Picture[];
  readonly blocks: readonly Block[];
  /** Something of it is lost, or nobody can tell: a number on it may be a part of what was printed. */
  readonly partial?: true;
  /** It is a picture that stands in a source without pages: at which line. */
  readonly inset?: { readonly line: number };
}

/** A file that a web page links to, or a picture that it shows. */
export interface Link {
  /** As the page writes it, often relative to its own. */
  readonly address: string;
  /** What the page calls it; empty where it does not. */
  readonly text: string;
}

/** Who publishes a page, as its publishing system tells it; empty where it does not. */
export interface Publisher {
  /** Offices that it names as the page's own, the surest first, as printed. */
  readonly offices: readonly string[];
  /** Name of the site: of the government or office that runs it, which may be above that of the page. */
  readonly site: string;
  /** Code of the division whose site it is: the first six digits of its 网站标识码. */
  readonly siteDivision: string;
}

/** How a value came to be known. */
export type Method = 'text' | 'ocr' | 'html' | 'office' | 'plain';

/** Everything the rooms after `read` know of a document. */
export interface ReadDocument {
  readonly mediaType: string;
  readonly method: Method;
  /** Number of pages of the document, 0 where the format has none. */
  readonly pageCount: number;
  readonly pages: readonly Page[];
  /** What a page links to and shows, of the kinds that reports are attached as. Absent where the format has no links. */
  readonly links?: readonly Link[];
  /** Of a web page. */
  readonly publisher?: Publisher;
  /** What the pages look like; to be closed by whoever reads the document. Absent where the format has no look. */
  readonly pictures?: PagePictures;
}
