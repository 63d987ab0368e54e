import { centre, contains, height, width, type Box } from '../model/box.js';
import type { Finding } from '../model/finding.js';
import { finding } from '../model/findings.js';
import type { Cell, Grid, Place } from '../model/grid.js';
import type { Page, ReadDocument, Word } from '../model/page.js';
import type { Raster } from '../model/picture.js';
import { seesNothing, type Readings } from '../model/readings.js';
import { readCells } from '../ocr/cell-readings.js';
import { numberLines } from '../ocr/number-lines.js';
import { cutOut } from '../ocr/resample.js';
import { withoutUnit } from '../ocr/picture/without-unit.js';
import { scanPage, type ScannedPage, type CellPicture } from '../ocr/scan-page.js';
import type { NumberReader, PageReader } from '../ocr/text-reader.js';
import { toRead } from '../read/legibility.js';
import { findTables } from '../tables/grid-finders.js';
import { numberLinesOf, withAlignedFrames } from './aligned-frames.js';
import { numberCells } from './scanned-labels.js';
import { isTheSame, numberWithUnit, type NumberWithUnit } from './units-in-cells.js';
import { unreadInsets } from './unread-insets.js';

/** Who reads pictures: the first whole pages and cells, both the cells. */
export interface ScanReaders {
  readonly page: PageReader;
  readonly second: NumberReader;
}

/** What the forms know of words: how like a label one is, and the units of numbers. */
interface KnownWords {
  readonly likeLabel: (text: string) => number;
  readonly units: readonly string[];
}

/** A table cell that was read from its picture. */
interface ScannedCell {
  /** Points of the page as it was read: upright and level. */
  readonly frame: Box;
  /** It is bound by lines; else the frame is as near as can be told. */
  readonly isRuled: boolean;
  readonly readings: Readings;
}

interface PlacedCell extends ScannedCell {
  /** Where the middle of its number is: that of the frame, or where no lines bound it, of the other numbers of its row. Points. */
  readonly y: number;
  /** What is printed behind its number, as it was read with the line. */
  readonly unit: string;
}

/** What was read from the picture of a page, or of a part of it. */
interface Scan {
  readonly cells: readonly ScannedCell[];
  /** Where on the page the picture is that was read; null: all of it. */
  readonly region: Box | null;
  /** Of a picture in a source without pages: the line at which it stands. */
  readonly line?: number;
  toPage(box: Box): Box;
}

/** A document with the text of its pictures, and what is known of the cells in them. */
export interface ScannedDocument {
  readonly document: ReadDocument;
  /** By number of the page: one of all of it, or several of its parts. */
  readonly scans: ReadonlyMap<number, readonly Scan[]>;
  /** What could not be read. */
  readonly findings: readonly Finding[];
}

/** Reads the pages, and the parts of pages, that are pictures: words and rules, then the numbers of their tables, cell by cell. Without `openReaders`, which is asked when the first is met, nothing is read. `pageRead` is told of each page, with the number of all. */
export async function readScans(document: ReadDocument, words: KnownWords, openReaders?: () => Promise<ScanReaders>, pageRead?: (page: number, pages: number) => void): Promise<ScannedDocument> {
  const { pictures } = document;
  const scans = new Map<number, readonly Scan[]>();
  const findings: Finding[] = [];
  if (!pictures || !openReaders) return { document, scans, findings: unreadInsets(document) };
  const pages: Page[] = [];
  for (const page of document.pages) {
    const what = toRead(page);
    if (what === 'nothing') {
      pages.push(page);
      continue;
    }
    const picture = await pictures.pictureOf(page.number).catch((error: unknown) => {
      findings.push(finding('page-unreadable', `p${String(page.number)}`, { reason: error instanceof Error ? error.message : String(error) }));
      return 'unreadable' as const;
    });
    if (picture === null || picture === 'unreadable') {
      pages.push(picture === null ? page : { ...page, partial: true });
      continue;
    }
    const readers = await openReaders();
    let read = page;
    const own: Scan[] = [];
    for (const region of what === 'page' ? [null] : what.regions) {
      const all = cropped(picture.all, region);
      const scanned = await scanPage({ all, withoutRed: picture.withoutRed === picture.all ? all : cropped(picture.withoutRed, region) }, readers.page);
      const beside = await withNumbers(asPage(read, scanned, region), scanned, region, readers, words);
      read = beside.read;
      own.push({ cells: beside.cells, region, ...page.inset, toPage: inRegion(scanned.toPage, region) });
    }
    pages.push(read);
    scans.set(page.number, own);
    pageRead?.(page.number, document.pages.length);
  }
  const isScan = scans.size > 0 && [...scans.values()].flat().every((s) => s.region === null) && pages.every((p) => !p.inset);
  return { document: { ...document, method: isScan ? 'ocr' : document.method, pages }, scans, findings };
}

const cropped = (raster: Raster, region: Box | null): Raster => {
  const k = raster.dpi / 72;
  return region ? cutOut(raster, { x0: region.x0 * k, y0: region.y0 * k, x1: region.x1 * k, y1: region.y1 * k }) : raster;
};

const moved = (box: Box, region: Box | null, sign: 1 | -1): Box =>
  region ? { x0: box.x0 + sign * region.x0, x1: box.x1 + sign * region.x0, y0: box.y0 + sign * region.y0, y1: box.y1 + sign * region.y0 } : box;

/** The way of a box of a region's picture to the page. It must not know what else was read there: it is kept, and would keep the pictures. */
const inRegion = (toPage: (box: Box) => Box, region: Box | null): ((box: Box) => Box) => (box) => moved(toPage(moved(box, region, -1)), region, 1);

/** The page with what its picture says: alone, or beside the text around the picture. */
function asPage(page: Page, scanned: ScannedPage, region: Box | null): Page {
  const words = scanned.words.map((w) => ({ ...w, box: moved(w.box, region, 1) }));
  const [dx, dy] = [region?.x0 ?? 0, region?.y0 ?? 0];
  const rulings = scanned.rulings.map((r) => ({ ...r, at: r.at + (r.axis === 'horizontal' ? dy : dx), from: r.from + (r.axis === 'horizontal' ? dx : dy), to: r.to + (r.axis === 'horizontal' ? dx : dy) }));
  if (region) return { ...page, words: [...page.words, ...words], rulings: [...page.rulings, ...rulings] };
  return { ...page, width: scanned.width, height: scanned.height, words, hidden: page.words, rulings, areas: [], pictures: [] };
}

/** Reads the cells of tables that are no labels, and puts what they say in the place of the page's words for them. */
async function withNumbers(page: Page, scanned: ScannedPage, region: Box | null, readers: ScanReaders, { likeLabel, units }: KnownWords): Promise<{ read: Page; cells: PlacedCell[] }> {
  const { grids } = findTables({ mediaType: '', method: 'ocr', pageCount: 1, pages: [page] }, likeLabel, { join: false });
  const wanted = grids.map(withAlignedFrames).flatMap((g) => {
    const [isRuled, lines] = [g.method === 'ruled', numberLinesOf(g)];
    return numberCells(g, likeLabel).flatMap((c) => (c.frames?.[0]?.box ? [{ frame: c.frames[0].box, isRuled, told: numberWithUnit(c.text, units), y: isRuled ? centre(c.frames[0].box).y : (lines.get(c.row)?.y ?? centre(c.frames[0].box).y) }] : []));
  });
  const inside = wanted.filter(({ frame: f }) => region === null || contains(region, centre(f).x, centre(f).y));
  const pictures = inside.map(({ frame }) => scanned.cellAt(moved(frame, region, -1)));
  const seen = pictures.map((picture, i) => bareNumber(picture, inside[i]?.told ?? null));
  const readings = (await readCells(seen.map(({ picture }) => picture), [readers.page, readers.second])).map((own, i): Readings => {
    const isOneLine = inside[i]?.isRuled || numberLines(pictures[i]?.picture ?? nothing).length < 2;
    const told = seen[i]?.told ?? null;
    return isOneLine && (told === null || isTheSame(own.readers[0]?.text ?? '', told)) ? own : { readers: [], ink: 'some' };
  });
  const cells = inside.flatMap((cell, i): PlacedCell[] => (readings[i] ? [{ ...cell, unit: seen[i]?.told?.unit ?? '', readings: readings[i] }] : []));
  return { read: { ...page, words: [...page.words.filter((w) => !isRead(w, cells)), ...cells.flatMap((cell) => asWord(cell, page.words))] }, cells };
}

/** The picture of a number without the unit that stands behind it, where it is known to have one and that can be told from it. */
function bareNumber(cell: CellPicture, told: NumberWithUnit | null): { readonly picture: CellPicture; readonly told: NumberWithUnit | null } {
  const bare = told && withoutUnit(cell.picture, told.unit.length);
  return bare ? { picture: { ...cell, picture: bare }, told } : { picture: cell, told: null };
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

/** Cells are the same where their middles are no further apart: points, or where no lines bound them, this part of their breadth and height. */
const sameCell = 2;
const sameLooseCell = 0.35;

/**
 * The tables with what the readers say of each scanned cell, at their places on
 * the pages as shown. Of a cell that a page break divides all parts must have
 * been read, and no more than one of them hold anything. What was read from a
 * picture and has no such reading is unclear.
 */
export function withReadings(grids: readonly Grid[], scans: ReadonlyMap<number, readonly Scan[]>): Grid[] {
  if (scans.size === 0) return [...grids];
  const scanAt = ({ page, box }: Place): Scan | undefined => scans.get(page)?.find(({ region }) => region === null || (box !== null && contains(region, centre(box).x, centre(box).y)));
  const shown = (place: Place): Place => {
    const scan = place.box ? scanAt(place) : undefined;
    return scan && place.box ? { ...place, box: scan.toPage(place.box), ...(scan.line === undefined ? {} : { line: scan.line }) } : place;
  };
  return grids.map(withAlignedFrames).map((grid) => ({
    ...grid,
    places: grid.places.map(shown),
    cells: grid.cells.map((cell): Cell => {
      if (!cell.places.some((place) => scanAt(place))) return cell;
      const found = (cell.frames ?? []).flatMap((f) => readingsAt(scanAt(f), f.box));
      const isWhole = found.length === cell.frames?.length;
      const filled = found.filter((readings) => !seesNothing(readings));
      const [only] = filled.length === 0 ? found : filled;
      const places = cell.places.map(shown);
      return only && isWhole && filled.length < 2 ? { ...cell, places, readings: only } : { ...cell, places, unclear: true };
    }),
  }));
}

function readingsAt(scan: Scan | undefined, frame: Box | null): Readings[] {
  if (!scan || !frame) return [];
  const { x, y } = centre(frame);
  const isSame = ({ frame: f, isRuled }: ScannedCell): boolean =>
    Math.abs(centre(f).x - x) < (isRuled ? sameCell : sameLooseCell * Math.min(width(f), width(frame))) && Math.abs(centre(f).y - y) < (isRuled ? sameCell : sameLooseCell * Math.min(height(f), height(frame)));
  return scan.cells.filter(isSame).map((c) => c.readings);
}
