import type { Page } from '../../src/model/page.js';
import { findTables } from '../../src/tables/grid-finders.js';
import type { LabelScore } from '../../src/tables/mend.js';
import { document, lattice, page, word } from './drawn.js';
import { begins, centred, doubts, ends, nothingKnown, row, scoreOf } from './typeset.js';

const read = (score: LabelScore, ...pages: Page[]) => {
  const { grids, lines } = findTables(document(...pages), score);
  return { grids: grids.map(doubts), pages: grids.map((g) => g.places.map((p) => p.page)), seams: grids.map((g) => g.seams), lines: lines.map((l) => l.text) };
};
const head = (y: number) => [...begins('项目', 100, y), ...ends('本年', 300, y), ...ends('去年', 380, y)];
const headRow = ['项目', '本年', '去年'];
const rowsFrom = (y: number, ...rows: [string, (string | number)[]][]) => rows.flatMap(([label, numbers], i) => row(y + 20 * i, label, numbers));
const known = scoreOf(['受理申请数', '上年度结转的政府信息公开申请的数量总数', '办结数', '本年新收']);

describe('a table without rules over a page break', () => {
  const upper = page(1, [...head(600), ...rowsFrom(620, ['受理', [1, 2]], ['办结', [3, 4]])], []);
  const whole = [headRow, ['受理', '1', '2'], ['办结', '3', '4'], ['结转', '5', '6'], ['撤销', '7', '8']];

  it('is one table where the next page begins within it, without a head', () => {
    expect(read(nothingKnown, upper, page(2, rowsFrom(120, ['结转', [5, 6]], ['撤销', [7, 8]]), []))).toEqual({ grids: [whole], pages: [[1, 2]], seams: [[]], lines: [] });
  });

  it('loses a head that is printed again', () => {
    expect(read(nothingKnown, upper, page(2, [...head(100), ...rowsFrom(120, ['结转', [5, 6]], ['撤销', [7, 8]])], [])).grids).toEqual([whole]);
  });

  it('loses a head whose first line is a lone spanner', () => {
    const spanned = (y: number) => [...centred('申请人情况', 330, y), ...head(y + 16)];
    const { grids } = read(nothingKnown, page(1, [...spanned(584), ...rowsFrom(620, ['受理', [1, 2]], ['办结', [3, 4]])], []), page(2, [...spanned(100), ...rowsFrom(136, ['结转', [5, 6]], ['撤销', [7, 8]])], []));
    expect(grids.map((g) => g.slice(1))).toEqual([whole]);
  });

  it('keeps the head of another table of which the page before holds the heading', () => {
    const headings = scoreOf(['第二十条第五项', '第二十条第六项', '信息内容', '本年', '去年']);
    const first = [...centred('第二十条第五项', 250, 600), ...head(620), ...rowsFrom(640, ['许可', [1, 2]], ['服务', [3, 4]]), ...centred('第二十条第六项', 250, 680)];
    const { grids } = read(headings, page(1, first, []), page(2, [...head(100), ...rowsFrom(120, ['处罚', [5, 6]], ['强制', [7, 8]])], []));
    expect(grids.flat().filter((r) => r[0] === '项目')).toHaveLength(2);
  });

  it('keeps its columns where one of them is blank on the next page', () => {
    expect(read(nothingKnown, upper, page(2, rowsFrom(120, ['结转', ['', 6]], ['撤销', ['', 8]]), [])).grids).toEqual([[...whole.slice(0, 3), ['结转', '', '6'], ['撤销', '', '8']]]);
  });

  it('is one table where a column is blank on the first page, and its head is on neither', () => {
    const { grids } = read(nothingKnown, page(1, rowsFrom(620, ['受理', ['', 2]], ['办结', ['', 4]]), []), page(2, rowsFrom(120, ['结转', [5, 6]], ['撤销', [7, 8]]), []));
    expect(grids).toEqual([[['受理', '', '2'], ['办结', '', '4'], ['结转', '5', '6'], ['撤销', '7', '8']]]);
  });

  it('has the columns of its head where the first page holds the head alone, and columns are blank', () => {
    const { grids, pages } = read(nothingKnown, page(1, head(700), []), page(2, rowsFrom(120, ['受理', [1, '']], ['办结', [3, '']]), []), page(3, rowsFrom(120, ['结转', [5, '']], ['撤销', ['', 8]]), []));
    expect(grids).toEqual([[headRow, ['受理', '1', ''], ['办结', '3', ''], ['结转', '5', ''], ['撤销', '', '8']]]);
    expect(pages).toEqual([[1, 2, 3]]);
  });

  it('has each cell at its place on its own page', () => {
    const { grids } = findTables(document(upper, page(2, rowsFrom(120, ['结转', [5, 6]], ['撤销', [7, 8]]), [])), nothingKnown);
    const placeOf = (text: string) => grids[0]?.cells.find((c) => c.text === text)?.places.map((p) => [p.page, p.box?.y0, p.box?.y1]);
    const [y0, y1] = [ends('6', 380, 120)[0]?.box.y0, ends('6', 380, 120)[0]?.box.y1];
    expect(placeOf('6')).toEqual([[2, y0, y1]]);
    expect(placeOf('4')?.map(([p]) => p)).toEqual([1]);
  });

  it('is two tables where a paragraph stands between the halves, or the columns are others', () => {
    const prose = begins('以下是另外一张关于行政复议与行政诉讼的情况统计表格', 100, 95);
    expect(read(nothingKnown, upper, page(2, [...prose, ...rowsFrom(140, ['结转', [5, 6]], ['撤销', [7, 8]])], [])).grids).toHaveLength(2);
    const elsewhere = { stub: 420, columns: [490, 540] };
    expect(read(nothingKnown, upper, page(2, [...row(120, '结转', [5, 6], elsewhere), ...row(140, '撤销', [7, 8], elsewhere)], [])).grids).toHaveLength(2);
  });

  it('has one row where the break cuts the label of a row, whichever half its numbers stand beside', () => {
    const first = [...head(600), ...row(620, '受理申请数', [1, 2]), ...begins('上年度结转的政府信', 100, 640)];
    const rest = [...rowsFrom(120, ['办结数', [5, 6]], ['本年新收', [7, 8]])];
    const rows = [headRow, ['受理申请数', '1', '2'], ['上年度结转的政府信|息公开申请的数量总数', '3', '4'], ['办结数', '5', '6'], ['本年新收', '7', '8']];
    expect(read(known, page(1, [...first, ...row(640, '', [3, 4])], []), page(2, [...begins('息公开申请的数量总数', 100, 100), ...rest], [])).grids).toEqual([rows]);
    const { grids } = read(known, page(1, first, []), page(2, [...begins('息公开申请的数量总数', 100, 100), ...row(100, '', [3, 4]), ...rest], []));
    expect(grids.map((g) => g.map((r) => r.map((t) => t.replace('?', ''))))).toEqual([rows]);
  });

  it('never vouches for blank places beside a label whose numbers may stand on the next page', () => {
    const { grids } = read(known, page(1, [...head(600), ...row(620, '受理申请数', [1, 2]), ...begins('上年度结转的政府信', 100, 640)], []), page(2, [...begins('以下为本机关对上述数字所作的说明与解释文字', 100, 100)], []));
    const last = grids[0]?.at(-1) ?? [];
    expect(last.length).toBeGreaterThan(1);
    expect(last.filter((text) => !text.includes('?'))).toEqual([]);
  });
});

describe('a number at the foot of a page', () => {
  const table = [...head(700), ...rowsFrom(720, ['受理', [1, 2]], ['办结', [3, 4]])];
  const rows = [headRow, ['受理', '1', '2'], ['办结', '3', '4']];

  it('is the number of the page where it stands alone', () => {
    expect(read(nothingKnown, page(1, [...table, ...centred('12', 300, 780)], []))).toMatchObject({ grids: [rows], lines: [] });
    expect(read(nothingKnown, page(1, [...table, ...begins('- 12 -', 290, 780)], []))).toMatchObject({ grids: [rows], lines: [] });
  });

  it('is a row’s where another stands beside it', () => {
    expect(read(nothingKnown, page(1, [...table, ...row(760, '', [5, 6])], [])).grids).toEqual([[...rows, ['', '5', '6']]]);
  });

  it('is a row’s where a label stands beside it', () => {
    expect(read(nothingKnown, page(1, [...table, ...row(760, '结转', [5])], [])).grids).toEqual([[...rows, ['结转', '5', '']]]);
  });
});

describe('a page with both kinds of tables', () => {
  it('has each word in one of them', () => {
    const ruled = [word('甲', 175, 110), word('1', 300, 110), word('乙', 175, 130), word('2', 300, 130)];
    const { grids } = findTables(document(page(1, [...ruled, ...head(300), ...rowsFrom(320, ['受理', [1, 2]], ['办结', [3, 4]])], lattice([100, 250, 350], [100, 120, 140]))), nothingKnown);
    expect(grids.map((g) => [g.method, doubts(g)])).toEqual([['ruled', [['甲', '1'], ['乙', '2']]], ['aligned', [headRow, ['受理', '1', '2'], ['办结', '3', '4']]]]);
  });
});
