import type { ReadDocument } from '../../src/model/page.js';
import type { FoundLine, PageReader, Reading } from '../../src/ocr/text-reader.js';
import { readScans } from '../../src/pipeline/read-scans.js';
import type { ScanReaders } from '../../src/pipeline/scanned-numbers.js';
import { withReadings } from '../../src/pipeline/with-readings.js';
import { findTables } from '../../src/tables/grid-finders.js';
import { sheet } from '../ocr/picture/drawn.js';

const dpi = 200;
const points = 72 / dpi;
const noLabel = (): number => 0;
const says = (text: string): Reading => ({ text, confidence: 0.99, characters: Array.from(text, (c, i) => ({ text: c, confidence: 0.99, x0: 10 * i, x1: 10 * i + 10, others: [] })) });

/** A page of text with two pictures of tables on it, 3 rows and 3 columns each, a dash in every cell of the last two columns. Pixels. */
const tops = [300, 900];
function page(): ReturnType<typeof sheet> {
  const drawn = sheet(1000, 1400, dpi);
  for (const top of tops) {
    for (let i = 0; i <= 3; i++) {
      drawn.fill(100, top + 80 * i, 803, top + 80 * i + 3);
      drawn.fill(100 + 233 * i, top, 103 + 233 * i, top + 243);
    }
    for (let row = 0; row < 3; row++) for (const x of [430, 660]) drawn.fill(x, top + 80 * row + 35, x + 25, top + 80 * row + 45);
  }
  return drawn;
}

/** Reads a label at the left of each row of a picture, and the same number in every cell. */
const reader = (number: string): PageReader => ({
  name: number,
  readPage: () => Promise.resolve([0, 1, 2].map((row): FoundLine => ({ box: { x0: 60, y0: 45 + 80 * row, x1: 200, y1: 75 + 80 * row }, reading: says('收到申请数') }))),
  readLines: () => Promise.resolve([]),
  readNumbers: (cells) => Promise.resolve(cells.map(() => says(number))),
  close: () => Promise.resolve(),
});
const readers = (): Promise<ScanReaders> => Promise.resolve({ page: reader('17'), second: reader('17') });

/** The document, whose pictures are a little larger than the tables in them. */
function document(): ReadDocument {
  const raster = page().raster;
  const words = Array.from({ length: 3 }, (_, i) => ({ text: '本年度主动公开政府信息情况如下，另有说明的除外', box: { x0: 60, y0: 20 + 20 * i, x1: 320, y1: 30 + 20 * i }, size: 10, vertical: false }));
  const pictures = tops.map((top) => ({ box: { x0: 80 * points, x1: 830 * points, y0: (top - 20) * points, y1: (top + 260) * points } }));
  return {
    mediaType: 'application/pdf', method: 'text', pageCount: 1,
    pages: [{ number: 1, width: 1000 * points, height: 1400 * points, words, hidden: [], rulings: [], areas: [], pictures, blocks: [] }],
    pictures: { pictureOf: () => Promise.resolve({ all: raster, withoutRed: raster }), close: () => Promise.resolve() },
  };
}

describe('a page of text with two tables that are pictures', () => {
  it('has the numbers of both, each at its place on the page', async () => {
    const { document: read, scans } = await readScans(document(), { likeLabel: noLabel, units: [] }, readers);
    expect(read.method).toBe('text');
    const grids = withReadings(findTables(read, noLabel).grids, scans);
    expect(grids).toHaveLength(2);
    const cells = grids.flatMap((g, i) => g.cells.filter((c) => c.readings?.readers.length === 2).map((c) => ({ i, column: c.column, y: (c.places[0]?.box?.y0 ?? 0) / points })));
    expect(cells).toHaveLength(12);
    for (const { i, column, y } of cells) {
      expect(column).toBeGreaterThan(0);
      expect(y).toBeGreaterThan((tops[i] ?? 0) - 30);
      expect(y).toBeLessThan((tops[i] ?? 0) + 250);
    }
  });
});

describe('a web page in which a table is a picture', () => {
  it('stays a web page, and has the numbers of the picture with the line at which it stands', async () => {
    const { pages: [sheetOfPictures], ...scan } = document();
    if (!sheetOfPictures) throw new Error('there is no page');
    const text = { ...sheetOfPictures, width: 0, height: 0, words: [], pictures: [], blocks: [{ kind: 'text' as const, text: '某县年度报告', line: 1 }] };
    const inset = { ...sheetOfPictures, number: 2, words: [], inset: { line: 7 } };
    const { document: read, scans } = await readScans({ ...scan, method: 'html', pageCount: 0, pages: [text, inset] }, { likeLabel: noLabel, units: [] }, readers);
    expect(read.method).toBe('html');
    const cells = withReadings(findTables(read, noLabel).grids, scans).flatMap((g) => g.cells.filter((c) => c.readings));
    expect(cells.length).toBeGreaterThan(0);
    expect(new Set(cells.flatMap((c) => c.places.map((p) => `${p.page} ${p.line ?? ''}`)))).toEqual(new Set(['2 7']));
  });
});
