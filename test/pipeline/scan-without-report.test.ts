import type { Page, ReadDocument } from '../../src/model/page.js';
import { scanWithoutReport } from '../../src/pipeline/scan-without-report.js';
import type { FoundTables } from '../../src/tables/grid-finders.js';

const pageOf = (number: number, ...texts: readonly string[]): Page => ({
  number, width: 595, height: 842, rulings: [], areas: [], pictures: [], blocks: [],
  words: texts.map((text, i) => ({ text, box: { x0: 50, x1: 150, y0: 20 * i, y1: 20 * i + 10 }, size: 10, vertical: false })),
} as unknown as Page);
const documentOf = (...pages: readonly Page[]): ReadDocument => ({ mediaType: 'application/pdf', method: 'ocr', pageCount: pages.length, pages });
const found = (...lines: FoundTables['lines']): FoundTables => ({ grids: [], lines });

describe('pictures that were read and hold no report', () => {
  it('are told with their pages, their tables, and the words that they begin with', () => {
    const why = scanWithoutReport(documentOf(pageOf(1, '关于召开会议的通知'), pageOf(2, '特此通知')), new Set([1, 2]), found({ text: '关于召开会议的通知', page: 1, size: 10 }));
    expect(why).toMatchObject({ code: 'scan-without-report', severity: 'warning' });
    expect(why?.message).toContain('2 pages, 0 tables, mostly Chinese; they begin “关于召开会议的通知”');
  });

  it('are told apart from those in another language, or not read as they are printed', () => {
    const why = scanWithoutReport(documentOf(pageOf(1, 'Patient', 'Name', '一')), new Set([1]), found({ text: 'Patient Name and the date of the first examination', page: 1, size: 10 }));
    expect(why?.message).toContain('hardly any Chinese; they begin “Patient Name and the dat…”');
  });

  it('are told by what stands in a table where nothing stands outside', () => {
    expect(scanWithoutReport(documentOf(pageOf(1, '12', '34')), new Set([1]), found())?.message).toContain('no letters; they begin “1234”');
  });

  it('are no matter of a document without pictures', () => {
    expect(scanWithoutReport(documentOf(pageOf(1, '通知')), new Set(), found({ text: '通知', page: 1, size: 10 }))).toBeNull();
  });
});
