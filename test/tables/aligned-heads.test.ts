import type { Ruling, Word } from '../../src/model/page.js';
import { alignedGrids } from '../../src/tables/aligned/aligned-grids.js';
import { arrangeHead } from '../../src/tables/aligned/boxhead.js';
import { place, toEntry } from '../../src/tables/aligned/placed.js';
import { segmentsOf } from '../../src/tables/aligned/segment.js';
import { across, page } from './drawn.js';
import { begins, centred, doubts, ends, nothingKnown, row, scoreOf } from './typeset.js';

const find = (words: readonly Word[], rulings: readonly Ruling[] = [], score = nothingKnown) => {
  const { grids, taken } = alignedGrids.find(page(1, words, rulings), 'text', score);
  return { grids: grids.map(doubts), left: words.filter((w) => !taken.has(w)).map((w) => w.text) };
};
const read = (words: readonly Word[], score = nothingKnown): string[][] => find(words, [], score).grids[0] ?? [];
const columns = [250, 330, 410, 490];
/** Heads centred over the columns, one for each; '' leaves one out. */
const heads = (y: number, ...texts: string[]): Word[] => texts.flatMap((t, i) => (t === '' ? [] : centred(t, columns[i] ?? 0, y)));
const body = [['受理', '11', '21', '31', '61'], ['办结', '12', '22', '32', '62'], ['结转', '13', '23', '33', '63']];
const bodyWords = body.flatMap(([label = '', ...numbers], i) => [...begins(label, 100, 130 + 20 * i), ...heads(130 + 20 * i, ...numbers)]);

describe('a spanner', () => {
  it('covers the columns that it is centred over, and no head that stands beside it', () => {
    expect(read([...begins('项目', 100, 100), ...centred('按对象', 330, 90), ...heads(110, '机构', '个人', '其他'), ...heads(100, '', '', '', '总计'), ...bodyWords])).toEqual([['', '按对象 >3', ''], ['项目', '机构', '个人', '其他', '总计'], ...body]);
    expect(read([...begins('项目', 100, 100), ...centred('按对象', 290, 90), ...heads(110, '机构', '个人'), ...heads(100, '', '', '其他', '总计'), ...bodyWords])).toEqual([['', '按对象 >2', '', ''], ['项目', '机构', '个人', '其他', '总计'], ...body]);
  });

  it('shares out the columns with the one beside it', () => {
    expect(read([...begins('项目', 100, 100), ...centred('法人', 290, 90), ...centred('自然人', 450, 90), ...heads(110, '机构', '个人', '其他', '总计'), ...bodyWords]).slice(0, 2)).toEqual([['', '法人 >2', '自然人 >2'], ['项目', '机构', '个人', '其他', '总计']]);
  });

  it('covers the columns of heads that are set to the right', () => {
    const right = (y: number, ...texts: string[]): Word[] => texts.flatMap((t, i) => (t === '' ? [] : ends(t, (columns[i] ?? 0) + 12, y)));
    const words = [...begins('项目', 100, 100), ...centred('按对象分', 325, 90), ...right(110, '机构', '个人', '其他'), ...right(100, '', '', '', '总计'), ...body.flatMap(([label = '', ...numbers], i) => [...begins(label, 100, 130 + 20 * i), ...right(130 + 20 * i, ...numbers)])];
    expect(read(words)).toEqual([['', '按对象分 >3', ''], ['项目', '机构', '个人', '其他', '总计'], ...body]);
  });

  it('may stand above a head that stands between the lines of the others', () => {
    expect(read([...begins('项目', 100, 100), ...centred('按对象', 330, 84), ...heads(106, '机构', '个人', '其他'), ...heads(95, '', '', '', '总计'), ...bodyWords]).slice(0, 2)).toEqual([['', '按对象 >3', ''], ['项目', '机构', '个人', '其他', '总计']]);
  });

  it('may stand below another, over columns of it', () => {
    expect(read([...begins('项目', 100, 90), ...centred('申请人', 370, 70), ...centred('法人', 290, 90), ...centred('自然人', 450, 90), ...heads(110, '机构', '个人', '其他', '总计'), ...bodyWords]).slice(0, 3)).toEqual([['', '申请人 >4'], ['', '法人 >2', '自然人 >2'], ['项目', '机构', '个人', '其他', '总计']]);
  });

  it('covers an empty column that its head alone tells of', () => {
    const score = scoreOf(['按照对象分别', '机构', '个人', '其他', '总计', '受理', '办结']);
    const rows = [['受理', '11', '21', '', '61'], ['办结', '12', '22', '', '62']];
    const words = [...begins('项目', 100, 100), ...centred('按照对象分别', 330, 90), ...heads(110, '机构', '个人', '其他'), ...heads(98, '', '', '', '总计'), ...rows.flatMap(([label = '', ...numbers], i) => [...begins(label, 100, 130 + 20 * i), ...heads(130 + 20 * i, ...numbers)])];
    expect(read(words, score)).toEqual([['', '按照对象分别 >3', ''], ['项目', '机构', '个人', '其他', '总计'], ...rows]);
  });
});

describe('the entries of a boxhead', () => {
  const arrange = (words: readonly Word[], edges: readonly number[]): string[] => {
    const gutters = edges.slice(1, -1).map((x) => ({ from: x - 2, to: x + 2 }));
    const { cells, rows } = arrangeHead(place(segmentsOf(words), gutters).map((p) => toEntry([p])), edges);
    return [`${String(rows)} rows`, ...cells.map((c) => `${c.entry.parts.map((p) => p.text).join('')} ${String(c.row)} ${String(c.from)}-${String(c.to)}`)];
  };

  it('are one row where none stands below another', () => {
    expect(arrange([...begins('项目', 100, 100), ...centred('机构', 250, 100), ...centred('个人', 350, 100)], [100, 200, 300, 400])).toEqual(['1 rows', '项目 0 0-1', '机构 0 1-2', '个人 0 2-3']);
  });

  it('stand in the last row, however high, where nothing stands below them', () => {
    expect(arrange([...begins('项目', 100, 90), ...centred('按对象', 300, 80), ...centred('机构', 250, 100), ...centred('个人', 350, 100)], [100, 200, 300, 400])).toEqual(['2 rows', '按对象 0 1-3', '项目 1 0-1', '机构 1 1-2', '个人 1 2-3']);
  });

  it('are none in a table without a head', () => {
    expect(arrangeHead([], [100, 200, 300])).toEqual({ cells: [], rows: 0 });
  });
});

describe('the lines of a boxhead', () => {
  it('are one cell where a head is broken to the width of its column', () => {
    expect(read([...begins('项目', 100, 100), ...heads(94, '社会公益', '法律服务', '商业企业'), ...heads(106, '组织机构', '机构部门', '其他组织'), ...heads(100, '', '', '', '总计'), ...bodyWords])[0]).toEqual(['项目', '社会公益|组织机构', '法律服务|机构部门', '商业企业|其他组织', '总计']);
  });

  it('are of the head where they are years, or count the columns', () => {
    expect(read([...begins('项目', 100, 110), ...centred('年份', 330, 90), ...heads(110, '2019', '2020', '2021'), ...heads(100, '', '', '', '总计'), ...bodyWords]).slice(0, 3)).toEqual([['', '年份 >3', ''], ['项目', '2019', '2020', '2021', '总计'], body[0]]);
    expect(read([...begins('项目', 100, 90), ...heads(90, '机构', '个人', '其他', '总计'), ...begins('栏次', 100, 110), ...heads(110, '1', '2', '3', '4'), ...bodyWords])).toEqual([['项目', '机构', '个人', '其他', '总计'], ['栏次', '1', '2', '3', '4'], ...body]);
  });
});

describe('a table with three rules, at its head, below its boxhead and at its foot', () => {
  const head = [...begins('项目', 100, 100), ...ends('本年', 300, 100), ...ends('去年', 380, 100)];
  const words = [...head, ...row(125, '受理', [12, 3]), ...row(140, '办结', [9, 140])];
  const rules = [90, 112, 150].map((y) => across(y, 98, 385));
  const whole = [['项目', '本年', '去年'], ['受理', '12', '3'], ['办结', '9', '140']];

  it('has the same cells', () => {
    expect(find(words, rules)).toEqual({ grids: [whole], left: [] });
  });

  it('has neither the title above the first nor the note below the last', () => {
    expect(find([...begins('表一', 100, 80), ...words, ...begins('注：不含转办', 100, 160)], rules)).toEqual({ grids: [whole], left: ['表一', '注：不含转办'] });
  });

  it('has in its first row the label that begins above its numbers, and below the second rule', () => {
    const wrapped = [...head, ...begins('上年结转的', 100, 120), ...begins('申请数量', 100, 132), ...row(132, '', [12, 3]), ...row(145, '办结', [9, 140])];
    expect(find(wrapped, rules).grids).toEqual([[['项目', '本年', '去年'], ['上年结转的|申请数量', '12', '3'], ['办结', '9', '140']]]);
  });
});
