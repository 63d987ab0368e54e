import type { Page } from '../../src/model/page.js';
import type { Report, Status, Value } from '../../src/model/report.js';
import { betterWay } from '../../src/pipeline/better-way.js';
import type { ScannedDocument, ScanRead } from '../../src/pipeline/read-scans.js';

const page = (number: number, way: string): Page => ({ number, width: 600, height: 800, words: [{ text: way, box: { x0: 0, x1: 1, y0: 0, y1: 1 }, size: 10, vertical: false }], hidden: [], rulings: [], areas: [], pictures: [], blocks: [] });
const read = (way: string): ScanRead => ({ document: { mediaType: 'application/pdf', method: 'ocr', pageCount: 2, pages: [page(1, way), page(2, way)] }, scans: new Map([[1, []], [2, []]]) });
const wayOf = ({ document }: ScanRead): string[] => document.pages.flatMap((p) => p.words.map((w) => w.text));

const value = (row: string, number: number, of: string, status: Status): Value => ({ table: 'requests', row, column: 'total', value: of, unit: '', status, raw: of, method: 'ocr', confidence: 0.9, place: { page: number, box: null } });
/** How many values each way vouches for on each page. */
type Counts = Readonly<Record<string, readonly [number, number]>>;
const telling = (counts: Counts, more: (way: string) => Value[] = () => []) => (way: ScanRead): Report[] => {
  const values = wayOf(way).flatMap((name, i) => Array.from({ length: counts[name]?.[i] ?? 0 }, (_, n) => value(`row.${String(n)}`, i + 1, '3', 'read')));
  return [{ values: [...values, ...new Set(wayOf(way))].flatMap((v) => (typeof v === 'string' ? more(v) : [v])), findings: [] } as unknown as Report];
};
const scanned: ScannedDocument = { ...read('found'), apart: read('apart'), findings: [] };
const chosen = (counts: Counts, more?: (way: string) => Value[]): string[] => wayOf(betterWay(scanned, telling(counts, more)).way);

describe('a scan that was read in two ways', () => {
  it('is told in the way that vouches for more values', () => {
    expect(chosen({ found: [4, 4], apart: [9, 9] })).toEqual(['apart', 'apart']);
    expect(chosen({ found: [9, 9], apart: [4, 4] })).toEqual(['found', 'found']);
  });

  it('is told as its lines were found where both vouch for as many', () => {
    expect(chosen({ found: [4, 4], apart: [4, 4] })).toEqual(['found', 'found']);
  });

  it('is told page by page in the better way where that vouches for more', () => {
    expect(chosen({ found: [9, 4], apart: [4, 9] })).toEqual(['found', 'apart']);
  });

  it('is told in no way for what is suspect or missing, nor for rows that the form does not have', () => {
    const much = (way: string): Value[] => (way === 'apart' ? [value('a', 1, '', 'missing'), value('b', 1, '5', 'suspect'), value('extra.注', 1, '5', 'read')] : []);
    expect(chosen({ found: [1, 0], apart: [0, 0] }, much)).toEqual(['found', 'found']);
  });

  it('has a value suspect for which the two ways vouch differently, and says so', () => {
    const differing = (way: string): Value[] => [value('a', 1, way === 'apart' ? '65' : '165', 'read'), value('b', 1, '2', 'read')];
    const [report] = betterWay(scanned, telling({ found: [0, 0], apart: [5, 5] }, differing)).reports;
    expect(report?.values.filter((v) => v.row === 'a' || v.row === 'b').map((v) => [v.row, v.value, v.status])).toEqual([['a', '65', 'suspect'], ['b', '2', 'read']]);
    expect(report?.findings).toMatchObject([{ code: 'seen-differently', place: 'requests/a/total' }]);
  });

  it('is told once where there is one way alone', () => {
    let times = 0;
    betterWay({ ...scanned, apart: null }, () => {
      times++;
      return [];
    });
    expect(times).toBe(1);
  });
});
