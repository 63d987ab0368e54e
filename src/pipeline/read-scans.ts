import type { Box } from '../model/box.js';
import type { Finding } from '../model/finding.js';
import { finding } from '../model/findings.js';
import type { Page, ReadDocument } from '../model/page.js';
import type { PagePicture, Raster } from '../model/picture.js';
import { cutOut } from '../ocr/resample.js';
import { scanPage, type ScannedPage } from '../ocr/scan-page.js';
import { toRead } from '../read/legibility.js';
import { hasLabels } from './scanned-labels.js';
import { moved, tablesOn, withNumbers, type KnownWords, type ScanReaders, type Scanning } from './scanned-numbers.js';
import { unreadInsets } from './unread-insets.js';
import type { Scan } from './with-readings.js';

/** A document with the text of its pictures, and what is known of the cells in them. */
export interface ScanRead {
  readonly document: ReadDocument;
  /** By number of the page: one of all of it, or several of its parts. */
  readonly scans: ReadonlyMap<number, readonly Scan[]>;
}

/** A document as its pictures were read. */
export interface ScannedDocument extends ScanRead {
  /** The same, with the text of tables without rules parted by its ink: another way to see them, better for some. Null where no page has any; a page that has none is the same in both. */
  readonly apart: ScanRead | null;
  /** What could not be read. */
  readonly findings: readonly Finding[];
}

/** Reads the pages, and the parts of pages, that are pictures: words and rules, then the numbers of their tables, cell by cell. Without `openReaders`, which is asked when the first is met, nothing is read. `pageRead` is told of each page, with the number of all. */
export async function readScans(document: ReadDocument, words: KnownWords, openReaders?: () => Promise<ScanReaders>, pageRead?: (page: number, pages: number) => void): Promise<ScannedDocument> {
  const { pictures } = document;
  const findings: Finding[] = [];
  if (!pictures || !openReaders) return { document, scans: new Map(), apart: null, findings: unreadInsets(document) };
  const [found, apart]: [Way, Way] = [{ pages: [], scans: new Map() }, { pages: [], scans: new Map() }];
  for (const page of document.pages) {
    const what = toRead(page);
    const picture = what === 'nothing' ? null : await pictures.pictureOf(page.number).catch((error: unknown) => {
      findings.push(finding('page-unreadable', `p${String(page.number)}`, { reason: error instanceof Error ? error.message : String(error) }));
      return 'unreadable' as const;
    });
    if (what === 'nothing' || picture === null || picture === 'unreadable') {
      for (const way of [found, apart]) way.pages.push(picture === 'unreadable' ? { ...page, partial: true } : page);
      continue;
    }
    await readPage(page, picture, what === 'page' ? [null] : what.regions, { found, apart, readers: await openReaders(), words });
    pageRead?.(page.number, document.pages.length);
  }
  const isSame = apart.pages.every((page, i) => page === found.pages[i]);
  return { ...asRead(document, found), apart: isSame ? null : asRead(document, apart), findings };
}

/** The pages so far, read in one way. */
interface Way {
  readonly pages: Page[];
  readonly scans: Map<number, readonly Scan[]>;
}

interface Reading extends Pick<Scanning, 'readers' | 'words'> {
  /** By the lines that the reader finds. */
  readonly found: Way;
  /** By the ink, where that is another way. */
  readonly apart: Way;
}

/** Reads the picture of a page, or parts of it, in both ways. `regions`: where on the page; null: all of it. */
async function readPage(page: Page, picture: PagePicture, regions: readonly (Box | null)[], { found, apart, readers, words }: Reading): Promise<void> {
  let [read, other] = [page, page];
  const [scans, others]: [Scan[], Scan[]] = [[], []];
  for (const region of regions) {
    const all = cropped(picture.all, region);
    const scanned = await scanPage({ all, withoutRed: picture.withoutRed === picture.all ? all : cropped(picture.withoutRed, region) }, readers.page);
    const scanning = { scanned, region, before: found.pages, readers, words };
    const scanOf = ({ cells }: Pick<Scan, 'cells'>): Scan => ({ cells, region, ...page.inset, toPage: inRegion(scanned.toPage, region) });
    const seen = await withNumbers(asPage(read, scanned, region), scanning);
    const parted = await scanned.wordsApart(unruledOn(seen.read, region, words));
    const again = parted || other !== read ? await withNumbers(asPage(other, { ...scanned, words: parted ?? scanned.words }, region), { ...scanning, before: apart.pages }) : seen;
    [read, other] = [seen.read, again.read];
    scans.push(scanOf(seen));
    others.push(scanOf(again));
  }
  found.pages.push(read);
  found.scans.set(page.number, scans);
  apart.pages.push(other);
  apart.scans.set(page.number, read === other ? scans : others);
}

/** Where in a region tables without rules between their columns stand that have known labels. Points of the region. */
const unruledOn = (page: Page, region: Box | null, { likeLabel }: KnownWords): Box[] =>
  tablesOn([page], likeLabel).filter((g) => g.method === 'aligned' && !g.turn && hasLabels(g, likeLabel)).flatMap((g) => g.places.flatMap(({ box }) => (box ? [moved(box, region, -1)] : [])));

/** The document with its pages as they were read in one way. */
function asRead(document: ReadDocument, { pages, scans }: Way): ScanRead {
  const isScan = scans.size > 0 && [...scans.values()].flat().every((s) => s.region === null) && pages.every((p) => !p.inset);
  return { document: { ...document, method: isScan ? 'ocr' : document.method, pages }, scans };
}

const cropped = (raster: Raster, region: Box | null): Raster => {
  const k = raster.dpi / 72;
  return region ? cutOut(raster, { x0: region.x0 * k, y0: region.y0 * k, x1: region.x1 * k, y1: region.y1 * k }) : raster;
};

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
