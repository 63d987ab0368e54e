import type { Ruling, Word } from '../../src/model/page.js';
import { alignedGrids } from '../../src/tables/aligned/aligned-grids.js';
import { guttersOf } from '../../src/tables/aligned/gutters.js';
import { place } from '../../src/tables/aligned/placed.js';
import { segmentsOf } from '../../src/tables/aligned/segment.js';
import { across, page } from './drawn.js';
import { begins, centred, doubts, ends, nothingKnown, row, scoreOf } from './typeset.js';

const read = (words: readonly Word[], score = nothingKnown, rulings: readonly Ruling[] = []): string[][][] => alignedGrids.find(page(1, words, rulings), 'text', score).grids.map(doubts);
const head = [...begins('项目', 100, 100), ...ends('本年', 300, 100), ...ends('去年', 380, 100)];
const headRow = ['项目', '本年', '去年'];

describe('a table without any rules', () => {
  it('is read in rows and columns', () => {
    const { grids, taken } = alignedGrids.find(page(1, [...head, ...row(120, '受理', [12, 3]), ...row(140, '办结', [9, 140])], []), 'text', nothingKnown);
    expect(grids.map(doubts)).toEqual([[headRow, ['受理', '12', '3'], ['办结', '9', '140']]]);
    expect(grids[0]).toMatchObject({ method: 'aligned', rows: 3, columns: 3, source: 'text', places: [{ page: 1, box: { x0: 100, y0: 95, x1: 380, y1: 145 } }] });
    expect(taken.size).toBe(9);
  });

  it.each([
    ['their beginnings', begins],
    ['their middles', centred],
    ['their ends', ends],
  ])('has the same columns where entries stand under one another by %s', (_, set) => {
    const line = (y: number, texts: readonly string[]): Word[] => texts.flatMap((t, i) => set(t, [140, 280, 380][i] ?? 0, y));
    const rows = [['项目', '本年', '去年'], ['受理', '12', '3'], ['办结申请', '9', '14056'], ['结转', '130000', '0']];
    expect(read(rows.flatMap((texts, i) => line(100 + 20 * i, texts)))).toEqual([rows]);
  });

  it('keeps a blank place blank, in a row of numbers and in a row without any', () => {
    expect(read([...head, ...row(120, '受理', [12, 3]), ...row(140, '办结', ['', 140]), ...row(160, '结转', []), ...row(180, '撤销', [1, 0])])).toEqual([[headRow, ['受理', '12', '3'], ['办结', '', '140'], ['结转', '', ''], ['撤销', '1', '0']]]);
  });

  it('is read where dashes, percentages and counted things stand for numbers', () => {
    expect(read([...head, ...row(120, '受理', ['12件', '—']), ...row(140, '占比', ['12.5%', '/']), ...row(160, '结转', ['-', 0])])).toEqual([[headRow, ['受理', '12件', '—'], ['占比', '12.5%', '/'], ['结转', '-', '0']]]);
  });

  it('is read where all of its entries are words', () => {
    const rows = [['部门', '联系人', '地址'], ['公安局', '张三', '人民路'], ['教育局', '李四', '中山路'], ['卫生局', '王五', '解放路']];
    expect(read(rows.flatMap((texts, i) => texts.flatMap((t, k) => begins(t, 100 + 100 * k, 100 + 20 * i))))).toEqual([rows]);
  });

  it('holds a number that stands left of its head, beside the label of its row', () => {
    const words = [...begins('信息内容', 100, 100), ...centred('本年处理决定数量', 350, 100), ...row(120, '行政许可', []), ...begins('351', 215, 120), ...row(140, '行政处罚', []), ...begins('343', 215, 140)];
    expect(read(words)).toEqual([[['信息内容', '本年处理决定数量'], ['行政许可', '351'], ['行政处罚', '343']]]);
  });

  it('is in doubt as a whole where a column of numbers has no head and a head has no numbers', () => {
    const words = [...begins('项目', 100, 100), ...begins('本年', 280, 100), ...begins('去年', 400, 100), ...row(120, '受理', [12, 3], { columns: [210, 300] }), ...row(140, '办结', [9, 140], { columns: [210, 300] })];
    const [grid] = read(words);
    expect(grid?.slice(-2).flat().filter((text) => /\d/.test(text) && !text.endsWith('?'))).toEqual([]);
    expect(grid?.flat().filter((text) => /\d/.test(text))).toHaveLength(4);
  });

  it('says of a number that a rule strikes out that it is unclear', () => {
    expect(read([...head, ...row(120, '受理', [12, 3]), ...row(140, '办结', [9, 140])], nothingKnown, [across(140, 285, 310)])[0]?.[2]).toEqual(['办结', '9?', '140']);
  });
});

describe('a number that stands between two columns', () => {
  it.each(['7', '7654321'])('belongs to none of them: %s', (number) => {
    const words = [...head, ...row(120, '受理', [12, 3]), ...row(140, '办结', [9, 140]), ...row(160, '结转', []), ...centred(number, 330, 160), ...row(180, '撤销', [3, 4])];
    expect(read(words)[0]?.[3]).toEqual(['结转?', `${number}? >2`]);
  });
});

describe('a column without numbers', () => {
  it('is a column where its head stands on the line of the others', () => {
    const heads = [...begins('项目', 100, 100), ...ends('机构', 300, 100), ...ends('个人', 380, 100), ...ends('总计', 460, 100)];
    expect(read([...heads, ...row(120, '受理', [1, '', 3]), ...row(140, '办结', [2, '', 2])])).toEqual([[['项目', '机构', '个人', '总计'], ['受理', '1', '', '3'], ['办结', '2', '', '2']]]);
  });

  it('is a column where its head is known, and stands on a line of its own', () => {
    const heads = [...begins('项目', 100, 100), ...centred('机构', 250, 110), ...centred('其他', 410, 92), ...centred('总计', 490, 110)];
    const body = [130, 150].flatMap((y) => [...begins('受理', 100, y), ...centred('11', 250, y), ...centred('61', 490, y)]);
    expect(read([...heads, ...body], scoreOf(['机构', '其他', '总计', '受理']))).toEqual([[['项目', '机构', '其他', '总计'], ['受理', '11', '', '61'], ['受理', '11', '', '61']]]);
  });
});

describe('a label', () => {
  it.each([0.3, 1, 2, 3])('is one with %d em of blank between its two characters', (em) => {
    const body = [...row(120, '本年新收政府信息公开申请', [1, 2]), ...row(140, '上年结转政府信息公开申请', [3, 2])];
    expect(read([...head, ...body, ...begins('总', 100, 160), ...begins('计', 110 + 10 * em, 160), ...row(160, '', [4, 4])])[0]?.[3]).toEqual(['总计', '4', '4']);
  });

  it('is one where its characters are set apart from each other', () => {
    const apart = (text: string, y: number): Word[] => Array.from(text).flatMap((c, i) => begins(c, 100 + 16 * i, y));
    expect(read([...head, ...apart('本年受理', 120), ...row(120, '', [12, 3]), ...apart('本年办结', 140), ...row(140, '', [9, 140])])).toEqual([[headRow, ['本年受理', '12', '3'], ['本年办结', '9', '140']]]);
  });

  it('ends where the dots begin that lead to its number', () => {
    const lines = [['受理', '11', '21'], ['办结', '12', '22'], ['结转', '13', '23']].map(([label = '', a = '', b = ''], i) => [...begins(label, 100, 120 + 20 * i), ...begins('……………………', 130, 120 + 20 * i), ...ends(a, 400, 120 + 20 * i), ...ends(b, 500, 120 + 20 * i)]);
    expect(read([...begins('项目', 100, 100), ...ends('本年', 400, 100), ...ends('去年', 500, 100), ...lines.flat()])).toEqual([[headRow, ['受理', '11', '21'], ['办结', '12', '22'], ['结转', '13', '23']]]);
  });
});

describe('a label with blanks in it', () => {
  const table = (label: (y: number) => Word[], words = label(140)): string[][][] => read([...head, ...row(120, '受理', [12, 3]), ...words, ...row(140, '', [9, 140]), ...row(160, '结转', [3, 0])], scoreOf(['总计', '受理', '结转', '行政许可']));

  it('is one where its two characters stand far apart', () => {
    expect(table((y) => [...begins('总', 100, y), ...begins('计', 130, y)])[0]?.[2]).toEqual(['总计', '9', '140']);
  });

  it('is one where its characters are spread over the width of the stub', () => {
    expect(table((y) => Array.from('行政许可').flatMap((c, i) => begins(c, 100 + 22 * i, y)))[0]?.[2]).toEqual(['行政许可', '9', '140']);
  });

  it('is one where a number stands in its sentence', () => {
    const note = (y: number): Word[] => [...begins('申请（两个以上机关的只计', 100, y), ...begins('1', 225, y), ...begins('件）', 235, y)];
    expect(table(note)[0]?.[2]).toEqual(['申请（两个以上机关的只计1件）', '9', '140']);
  });
});

describe('rows far apart', () => {
  it('are of one table up to two and a half times the size of the text', () => {
    const rows = ['受理', '办结', '结转', '撤销'].flatMap((label, i) => row(130 + 30 * i, label, [i, 2 * i]));
    expect(read([...head, ...rows])[0]).toHaveLength(5);
  });
});

describe('columns that are blank but for their heads', () => {
  it('belong to the numbers, not to the labels', () => {
    const words = [...begins('项目', 100, 100), ...ends('个人', 260, 100), ...ends('机构', 320, 100), ...ends('合计', 380, 100), ...['受理', '办结', '结转'].flatMap((l, i) => row(120 + 20 * i, l, ['', '', i], { columns: [260, 320, 380] }))];
    expect(read(words, scoreOf(['个人', '机构', '合计', '受理', '办结', '结转']))).toEqual([[['项目', '个人', '机构', '合计'], ['受理', '', '', '0'], ['办结', '', '', '1'], ['结转', '', '', '2']]]);
  });
});

describe('full-width digits', () => {
  it('stand in their columns as they are printed', () => {
    expect(read([...head, ...row(120, '受理', ['１２', 3]), ...row(140, '办结', ['１，２３４', 140])])).toEqual([[headRow, ['受理', '１２', '3'], ['办结', '１，２３４', '140']]]);
  });
});

describe('the segments of a line', () => {
  const texts = (words: readonly Word[]): string[] => segmentsOf(words).map((s) => s.text);

  it('are parted by wide gaps, and between two Chinese texts by narrow ones', () => {
    expect(texts([...begins('freedom of information', 100, 100), ...begins('requests', 250, 100)])).toEqual(['freedom of information', 'requests']);
    expect(texts([...begins('结果维持', 100, 100), ...begins('结果纠正', 144, 100)])).toEqual(['结果维持', '结果纠正']);
  });

  it('are lines of one height each, where half lines lead from head to head', () => {
    const heads = [...centred('自然', 250, 94), ...centred('人', 250, 106), ...centred('商业', 290, 98), ...centred('企业', 290, 110), ...centred('总计', 330, 102)];
    expect(texts(heads).sort()).toEqual(['人', '企业', '商业', '总计', '自然'].sort());
  });

  it('keep a number with its sign, its unit and its mark', () => {
    expect(segmentsOf(['12', '1,234', '-5', '12.5%', '3件', '¥100', '(4)', '7*', '—'].flatMap((t, i) => begins(t, 100, 100 + 20 * i))).filter((s) => !s.isNumber)).toEqual([]);
  });

  it('are no numbers where a label begins with one', () => {
    expect(segmentsOf(['1.属于国家秘密', '（一）予以公开', '3.补正后申请内容仍不明确', '2021年受理的申请'].flatMap((t, i) => begins(t, 100, 100 + 20 * i))).some((s) => s.isNumber)).toBe(false);
  });
});

describe('a segment that runs over a gutter', () => {
  const placed = (words: readonly Word[]): string[] => place(segmentsOf(words), [{ from: 140, to: 147 }]).map((p) => p.segment.text);
  it('is cut between a text and the last character of another', () => {
    expect(placed([...begins('三不予公', 100, 100), ...begins('益', 147, 100)])).toEqual(['三不予公', '益']);
  });
  it('is one where its characters stand apart by a blank', () => {
    expect(placed([...begins('其他三类', 100, 100), ...begins('数', 144, 100)])).toEqual(['其他三类数']);
  });
});

describe('the gutters between columns', () => {
  const between = (words: readonly Word[]): number[][] => guttersOf(segmentsOf(words)).map((g) => [g.from, g.to]);

  it('run from the end of what stands left to the begin of what stands right', () => {
    expect(between([...row(100, '受理', [12, 3]), ...row(120, '上年结转', [1234, 140])])).toEqual([[140, 280], [300, 365]]);
  });

  it('are there where a title crosses them', () => {
    expect(between([...centred('政府信息公开申请情况统计表', 240, 80), ...row(100, '受理', [12, 3]), ...row(120, '办结', [9, 4])])).toHaveLength(2);
  });

  it('are none in lines of one text each', () => {
    expect(between([...begins('受理', 100, 100), ...begins('办结', 100, 120)])).toEqual([]);
  });
});
