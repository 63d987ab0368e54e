import type { Word } from '../../src/model/page.js';
import { alignedGrids } from '../../src/tables/aligned/aligned-grids.js';
import { page } from './drawn.js';
import { begins, centred, doubts, ends, nothingKnown, row, scoreOf } from './typeset.js';

const read = (words: readonly Word[], score = nothingKnown): string[][][] => alignedGrids.find(page(1, words, []), 'text', score).grids.map(doubts);
const head = [...begins('项目', 100, 100), ...ends('本年', 300, 100), ...ends('去年', 380, 100)];
const headRow = ['项目', '本年', '去年'];
const lines = (n: number, line: (y: number, i: number) => Word[]): Word[] => Array.from({ length: n }, (_, i) => line(100 + 14 * i, i)).flat();

describe('what is no table', () => {
  it.each([
    ['a paragraph', lines(8, (y) => begins('政府信息公开工作年度报告的正文在此处排成一栏', 60, y))],
    ['prose in two columns', lines(8, (y) => [...begins('政府信息公开工作年度报告的正文在此处排成了两栏', 60, y), ...begins('右边一栏也是同样的正文文字每行都是满行的排版样', 330, y)])],
    ['prose in two columns, with blanks between its words', lines(8, (y) => [...begins('the quick brown fox jumps over the lazy dog again', 60, y), ...begins('another column with text that runs on and on here', 330, y)])],
    ['the labels of a chart’s axes', [...[0, 20, 40, 60, 80].flatMap((n, i) => ends(String(n), 100, 300 - 40 * i)), ...['一季度', '二季度', '三季度', '四季度'].flatMap((t, i) => centred(t, 150 + 80 * i, 320))]],
    ['the labels of a chart’s axes and of its points', [...[0, 20, 40, 60, 80].flatMap((n, i) => ends(String(n), 100, 300 - 40 * i)), ...['2018', '2019', '2020', '2021'].flatMap((t, i) => centred(t, 150 + 80 * i, 320)), ...centred('37', 150, 230), ...centred('52', 230, 195), ...centred('12', 310, 280), ...centred('71', 390, 160)]],
    ['one line of a text and a number', row(100, '受理', [12])],
    ['a list with one text a line', lines(6, (y, i) => begins(`${String(i + 1)}.主动公开`, 100, y))],
    ['a list of contents with leaders', lines(6, (y, i) => [...begins(`${String(i + 1)}.主动公开政府信息`, 100, y), ...begins('…… …… …… ……', 250, y), ...ends(String(2 * i + 1), 500, y)])],
    ['narrow prose in two columns', lines(9, (y) => [...begins('政府信息公开年度报', 60, y), ...begins('右栏也是同样的文字', 330, y)])],
    ['an empty page', []],
  ])('is left alone: %s', (_, words) => {
    expect(alignedGrids.find(page(1, words, []), 'text', nothingKnown)).toEqual({ grids: [], taken: new Set() });
  });

  it('is left alone above and below a table', () => {
    const prose = (y: number): Word[] => [0, 1, 2, 3].flatMap((i) => begins('本机关依申请公开政府信息的情况统计如下表所示，', 100, y + 14 * i));
    const words = [...prose(30), ...head, ...row(120, '受理', [12, 3]), ...row(140, '办结', [9, 140]), ...prose(170)];
    const { grids, taken } = alignedGrids.find(page(1, words, []), 'text', nothingKnown);
    expect(grids.map(doubts)).toEqual([[headRow, ['受理', '12', '3'], ['办结', '9', '140']]]);
    expect([...taken].some((w) => w.text.startsWith('本机关'))).toBe(false);
  });
});

describe('one row of numbers', () => {
  const score = scoreOf(['办结的申请数', '新收的申请数']);

  it('is a table where its label is known: the rest of one that began on the page before', () => {
    expect(read(row(100, '办结的申请数', [1]), score)).toEqual([[['办结的申请数', '1']]]);
  });

  it('is none where it is not', () => {
    expect(read(row(100, '联系电话号码', [1]), score)).toEqual([]);
  });
});

describe('two tables, one above the other', () => {
  const upper = [...head, ...row(120, '受理申请数', [1, 2]), ...row(140, '办结数', [4, 5])];
  const lower = [...begins('结果维持', 100, 180), ...begins('结果纠正', 220, 180), ...begins('其他结果', 340, 180), ...begins('1', 110, 200), ...begins('2', 230, 200), ...begins('3', 350, 200)];
  const above = [headRow, ['受理申请数', '1', '2'], ['办结数', '4', '5']];

  it('are two where a line of prose stands between them', () => {
    const next = [...row(180, '维持', [12, 3]), ...row(200, '纠正', [9, 14])];
    expect(read([...upper, ...begins('以下是另外一张关于行政复议与行政诉讼的情况统计表格', 100, 160), ...next])).toEqual([above, [['维持', '12', '3'], ['纠正', '9', '14']]]);
  });

  it('are two where a known heading stands in the middle of a line, and each has columns of its own', () => {
    const score = scoreOf(['受理申请数', '办结数', '行政复议和行政诉讼情况', '结果维持', '结果纠正', '其他结果']);
    const [first, second] = read([...upper, ...centred('行政复议和行政诉讼情况', 300, 160), ...lower], score);
    expect(first).toEqual(above);
    expect(second?.slice(1)).toEqual([['结果维持', '结果纠正', '其他结果'], ['1', '2', '3']]);
  });

  it('are two where they stand far apart', () => {
    expect(read([...upper, ...row(220, '维持', [12, 3]), ...row(240, '纠正', [9, 14])])).toHaveLength(2);
  });
});
