import { centre, contains, type Box } from '../model/box.js';
import type { Grid } from '../model/grid.js';
import type { Page, Word } from '../model/page.js';
import type { Raster } from '../model/picture.js';
import type { Readings } from '../model/readings.js';
import { readCells } from '../ocr/cell-readings.js';
import { inkBoxOf, numberLines } from '../ocr/number-lines.js';
import { withoutUnit } from '../ocr/picture/without-unit.js';
import type { ScannedPage } from '../ocr/scan-page.js';
import type { NumberReader, PageReader } from '../ocr/text-reader.js';
import { findTables } from '../tables/grid-finders.js';
import { numberLinesOf, withAlignedFrames } from './aligned-frames.js';
import { numberCells } from './scanned-labels.js';
import { isTheSame, numberWithUnit, type NumberWithUnit } from './units-in-cells.js';

/** Who reads pictures: the first whole pages and cells, both the cells. */
export interface ScanReaders {
  readonly page: PageReader;
  readonly second: NumberReader;
}

/** What the forms know of words: how like a label one is, and the units of numbers. */
export interface KnownWords {
  readonly likeLabel: (text: string) => number;
  readonly units: readonly string[];
}

/** A table cell that was read from its picture. */
export interface ScannedCell {
  /** Points of the page as it was read: upright and level. */
  readonly frame: Box;
  /** It is bound by lines; else the frame is as near as can be told. */
  readonly isRuled: boolean;
  /** From where to where in the frame ink is; null where none is. Points. */
  readonly ink: { readonly from: number; readonly to: number } | null;
  readonly readings: Readings;
}

interface PlacedCell extends ScannedCell {
  /** Where the middle of its number is: that of the frame, or where no lines bound it, of the other numbers of its row. Points. */
  readonly y: number;
  /** What is printed behind its number, as it was read with the line. */
  readonly unit: string;
}

/** A picture that is read, and what is known beside it. */
export interface Scanning {
  readonly scanned: ScannedPage;
  /** Where on the page it stands; null: it is all of it. */
  readonly region: Box | null;
  /** The pages before it. */
  readonly before: readonly Page[];
  readonly readers: ScanReaders;
  readonly words: KnownWords;
}

/** A table has its columns from all of its pages, of which there are no more than these before one, as a rule. */
const pagesBefore = 2;

/** A box of a region on its page; with a `sign` of -1, of the page in the region. Points. */
export const moved = (box: Box, region: Box | null, sign: 1 | -1): Box =>
  region ? { x0: box.x0 + sign * region.x0, x1: box.x1 + sign * region.x0, y0: box.y0 + sign * region.y0, y1: box.y1 + sign * region.y0 } : box;

/** The tables of a page as it was read, each page's apart, or with `join` over the pages. */
export const tablesOn = (pages: readonly Page[], likeLabel: (text: string) => number, join = false): Grid[] =>
  findTables({ mediaType: '', method: 'ocr', pageCount: pages.length, pages }, likeLabel, { join }).grids;

/** Reads the cells of tables that are no labels, and puts what they say in the place of the page's words for them. */
export async function withNumbers(page: Page, { scanned, region, before, readers, words: { likeLabel, units } }: Scanning): Promise<{ read: Page; cells: ScannedCell[] }> {
  const wanted = gridsOf(page, before, likeLabel).map(withAlignedFrames).flatMap((g) => {
    const [isRuled, lines] = [g.method === 'ruled', numberLinesOf(g)];
    return numberCells(g, likeLabel).flatMap((c) => {
      const [frame] = c.frames ?? [];
      return frame?.box && frame.page === page.number ? [{ frame: frame.box, isRuled, told: numberWithUnit(c.text, units), y: isRuled ? centre(frame.box).y : (lines.get(c.row)?.y ?? centre(frame.box).y) }] : [];
    });
  });
  const inside = wanted.filter(({ frame: f }) => region === null || contains(region, centre(f).x, centre(f).y));
  const pictures = inside.map(({ frame }) => scanned.cellAt(moved(frame, region, -1)));
  const bare = pictures.map((picture, i) => ({ ...picture, picture: withoutUnitOf(inside[i]?.told ?? null, picture.picture) }));
  const readings = (await readCells(bare, [readers.page, readers.second])).map((own, i): Readings => {
    const isOneLine = inside[i]?.isRuled || numberLines(pictures[i]?.picture ?? nothing).length < 2;
    const told = inside[i]?.told ?? null;
    return isOneLine && (told === null || isTheSame(own.readers[0]?.text ?? '', told)) ? own : { readers: [], ink: 'some' };
  });
  const cells = inside.flatMap((cell, i): PlacedCell[] => (readings[i] && pictures[i] ? [{ ...cell, unit: cell.told?.unit ?? '', ink: inkIn(cell.frame, pictures[i].picture), readings: readings[i] }] : []));
  return { read: { ...page, words: [...page.words.filter((w) => !isRead(w, cells)), ...cells.flatMap((cell) => asWord(cell, page.words))] }, cells };
}

/** The picture of a cell without the unit behind its number, where it is known to have one that can be told from it. */
const withoutUnitOf = (told: NumberWithUnit | null, cell: Raster): Raster => (told && withoutUnit(cell, told.unit.length)) ?? cell;

/** The tables of a page; those without rules with their parts on the pages before, which tell more columns. */
function gridsOf(page: Page, before: readonly Page[], likeLabel: (text: string) => number): Grid[] {
  const own = tablesOn([page], likeLabel);
  if (before.length === 0 || own.every((g) => g.method === 'ruled')) return own;
  return [...own.filter((g) => g.method === 'ruled'), ...tablesOn([...before.slice(-pagesBefore), page], likeLabel, true).filter((g) => g.method !== 'ruled')];
}

/** Where ink is in a frame, of which the picture shows the middle. Points. */
function inkIn(frame: Box, picture: Raster): ScannedCell['ink'] {
  const { x0, x1 } = inkBoxOf(picture);
  const [k, left] = [72 / picture.dpi, centre(frame).x - (picture.width / 2) * (72 / picture.dpi)];
  return x1 === x0 ? null : { from: left + x0 * k, to: left + x1 * k };
}

/** A picture of nothing. */
const nothing: Raster = { width: 1, height: 1, pixels: Uint8Array.of(255), dpi: 72 };

const isIn = ({ frame }: ScannedCell, { box }: Word): boolean => contains(frame, centre(box).x, centre(box).y);

/** Whether a word of the page gives way to what was read cell by cell: what no reader could read stays where there are no lines, for there the words tell where the rows are. */
const isRead = (word: Word, cells: readonly ScannedCell[]): boolean => cells.some((c) => isIn(c, word) && (c.isRuled || textOf(c) !== ''));

const textOf = ({ readings }: ScannedCell): string => readings.readers.find((r) => r.text !== '')?.text ?? '';

/** What was read in a cell as a word: in the middle of what lines bound, else where the page has its word, or on the line of its row. */
function asWord(cell: PlacedCell, words: readonly Word[]): Word[] {
  if (textOf(cell) === '') return [];
  const text = textOf(cell) + cell.unit;
  const [{ x }, { y }] = [centre(cell.frame), cell];
  const [seen] = cell.isRuled ? [] : words.filter((w) => isIn(cell, w));
  return [seen ? { ...seen, text } : { text, box: { x0: x - 2, x1: x + 2, y0: y - 4, y1: y + 4 }, size: 8, vertical: false }];
}
