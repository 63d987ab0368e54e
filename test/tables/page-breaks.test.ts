import { findTables } from '../../src/tables/grid-finders.js';
import { document, down, across, lattice, page, shown, word } from './drawn.js';

const known = ['（四）无法提供', '3.补正后申请内容仍不明确', '2.没有现成信息需要另行制作', '商业企业', '科研机构', '（六）其他处理', '（七）总计', '1.属于国家秘密', '（三）不予公开'];
/** As good as the real measure for these tests: how much of a known label a text is. */
const score = (text: string): number => Math.max(...known.map((k) => (k === text ? 1 : k.includes(text) || text.includes(k) ? Math.min(k.length, text.length) / Math.max(k.length, text.length) : 0)));
const xs = [100, 250, 350, 450];
const find = (...pages: ReturnType<typeof page>[]) => findTables(document(...pages), score);

describe('a table over a page break', () => {
  it('is one table where the break falls between two rows', () => {
    const upper = page(1, [word('项目', 175, 710), word('甲', 300, 710), word('（六）其他处理', 175, 730), word('4', 300, 730)], lattice(xs, [700, 720, 740]));
    const lower = page(2, [word('（七）总计', 175, 110), word('5', 300, 110)], lattice(xs, [100, 120]));
    const { grids } = find(upper, lower);
    expect(grids.map(shown)).toEqual([[['项目', '甲', ''], ['（六）其他处理', '4', ''], ['（七）总计', '5', '']]]);
    expect(grids[0]?.places.map((p) => p.page)).toEqual([1, 2]);
  });

  it('has one row where the break cuts a row, whichever half holds its numbers', () => {
    const upper = page(1, [word('3.补正后申请内', 175, 710), word('4', 300, 710)], lattice(xs, [690, 700, 740]));
    const lower = page(2, [word('容仍不明确', 175, 110), word('5', 400, 110), word('（七）总计', 175, 130), word('9', 300, 130)], lattice(xs, [100, 120, 140]));
    expect(find(upper, lower).grids.map(shown)).toEqual([[['', '', ''], ['3.补正后申请内|容仍不明确', '4', '5'], ['（七）总计', '9', '']]]);
  });

  it('has one row where all of the label stands on one page and all of the numbers on the other', () => {
    const upper = page(1, [word('1.属于国家秘密', 175, 710)], lattice(xs, [690, 700, 740]));
    const lower = page(2, [word('4', 300, 110), word('5', 400, 110), word('（七）总计', 175, 130)], lattice(xs, [100, 120, 140]));
    expect(find(upper, lower).grids.map(shown)).toEqual([[['', '', ''], ['1.属于国家秘密', '4', '5'], ['（七）总计', '', '']]]);
  });

  it('keeps two rows that both have numbers apart', () => {
    const upper = page(1, [word('（六）其他处理', 175, 710), word('4', 300, 710)], lattice(xs, [690, 700, 740]));
    const lower = page(2, [word('（七）总计', 175, 110), word('4', 300, 110)], lattice(xs, [100, 120]));
    expect(shown(find(upper, lower).grids[0])).toHaveLength(3);
  });

  it('makes a merged label whole that the break cuts', () => {
    const group = [100, 170, 300, 400];
    const rows = (from: number, n: number): number[] => Array.from({ length: n + 1 }, (_, i) => from + 20 * i);
    const upper = page(1, [word('（四）无', 135, 730), word('1.属于国家秘密', 235, 730), word('1', 350, 730)], lattice(group, rows(700, 2)));
    const merged = [...[100, 140, 160].map((y) => across(y, 100, 400)), across(120, 170, 400), ...group.map((x) => down(x, 100, 160))];
    const lower = page(2, [word('法提供', 135, 120), word('2.没有现成信息需要另行制作', 235, 110), word('2', 350, 110), word('3.补正后申请内容仍不明确', 235, 130), word('3', 350, 130)], merged);
    const [grid] = find(upper, lower).grids;
    expect(grid?.cells.find((c) => c.text.startsWith('（四）'))).toMatchObject({ text: '（四）无\n法提供', row: 1, rowSpan: 3 });
  });

  it('makes a boxhead whole that the break cuts', () => {
    const upper = page(1, [word('商业', 300, 730), word('科研', 400, 730)], lattice(xs, [700, 720, 740]));
    const lower = page(2, [word('企业', 300, 110), word('机构', 400, 110), word('（七）总计', 175, 130), word('1', 300, 130)], lattice(xs, [100, 120, 140]));
    expect(shown(find(upper, lower).grids[0])[1]).toEqual(['', '商业|企业', '科研|机构']);
  });

  it('keeps a row that is printed empty below the break, and leaves the head above it alone', () => {
    const upper = page(1, [word('商业企业', 300, 730), word('科研机构', 400, 730)], lattice(xs, [700, 720, 740]));
    expect(shown(find(upper, page(2, [], lattice(xs, [100, 120]))).grids[0])).toEqual([['', '', ''], ['', '商业企业', '科研机构'], ['', '', '']]);
  });

  it('keeps the text of a narrow merged cell that runs on below its last rule', () => {
    const edges = [100, 130, 300, 400];
    const upper = page(1, [word('（四', 115, 735), word('）无', 115, 745), word('1.属于国家秘密', 215, 730), word('1', 350, 730)], lattice(edges, [700, 720, 740]));
    const lower = page(2, [word('法提供', 115, 110), word('（七）总计', 215, 110), word('2', 350, 110)], lattice(edges, [100, 120]));
    const { grids, lines } = find(upper, lower);
    expect(lines).toEqual([]);
    expect(grids).toHaveLength(1);
    expect(grids[0]?.cells.map((c) => c.text.replace(/\n/g, ''))).toContain('（四）无法提供');
  });

  it('drops a boxhead that is printed again', () => {
    const head = (n: number, y: number) => [word('项目', 175, y), word(`商业企业`, 300, y), word('科研机构', 400, y), word(`（七）总计`, 175, y + 20), word(String(n), 300, y + 20)];
    const { grids } = find(page(1, head(1, 710), lattice(xs, [700, 720, 740])), page(2, head(2, 110), lattice(xs, [100, 120, 140])));
    expect(grids.map(shown)).toEqual([[['项目', '商业企业', '科研机构'], ['（七）总计', '1', ''], ['（七）总计', '2', '']]]);
  });

  it('goes on over three pages, past page numbers', () => {
    const part = (n: number) => page(n, [word(String(n), 300, 110), word('-', 290, 780), word(String(n), 300, 780), word('-', 310, 780)], lattice(xs, [100, 120]));
    const { grids, lines } = find(part(1), part(2), part(3));
    expect(grids.map((g) => g.places.map((p) => p.page))).toEqual([[1, 2, 3]]);
    expect(lines).toEqual([]);
  });

  it('ends where prose stands between the halves, or where the next table is of another width', () => {
    const upper = page(1, [word('1', 300, 110), word('以下为说明', 200, 300)], lattice(xs, [100, 120]));
    const lower = page(2, [word('2', 300, 110)], lattice(xs, [100, 120]));
    expect(find(upper, lower).grids).toHaveLength(2);
    expect(find(page(1, [word('1', 300, 110)], lattice(xs, [100, 120])), page(2, [word('2', 150, 110)], lattice([100, 200, 300], [100, 120]))).grids).toHaveLength(2);
  });
});
