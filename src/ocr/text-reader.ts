import type { Box } from '../model/box.js';
import type { Raster } from '../model/picture.js';

/** What a reader takes a character for, and how sure it is of it: 0 to 1. */
export interface Guess {
  /** One character; empty: there is none. */
  readonly text: string;
  readonly confidence: number;
}

export interface ReadCharacter extends Guess {
  /** Where it stands, from the left of the picture that was read. Pixels, as near as the reader knows. */
  readonly x0: number;
  readonly x1: number;
  /** What else it may be, the likeliest first. */
  readonly others: readonly Guess[];
}

/** One line as a reader reads it. */
export interface Reading {
  readonly text: string;
  /** That of the character it is least sure of; of no text at all, how sure it is that there is none. 0 to 1. */
  readonly confidence: number;
  readonly characters: readonly ReadCharacter[];
}

/** How sure a reader is of a line on the whole: 0 to 1. */
export const sureness = ({ characters }: Reading): number => characters.reduce((sum, c) => sum + c.confidence, 0) / Math.max(1, characters.length);

/** A line of text that was found on a page, and what it says. */
export interface FoundLine {
  /** Pixels of the page. */
  readonly box: Box;
  readonly reading: Reading;
}

/** One way of reading the numbers of table cells. Nothing of it needs the network. */
export interface NumberReader {
  readonly name: string;
  /** What pictures of single table cells say, black on white, each a number or nothing, in the order given. */
  readNumbers(cells: readonly Raster[]): Promise<Reading[]>;
  /** Gives back memory and threads. Nothing can be read after it. */
  close(): Promise<void>;
}

/** A reader of whole pages too. */
export interface PageReader extends NumberReader {
  /** The lines of a page that stands upright, from top to bottom. */
  readPage(page: Raster): Promise<FoundLine[]>;
  /** What pictures of single lines of text say, black on white, in the order given. */
  readLines(lines: readonly Raster[]): Promise<Reading[]>;
}
