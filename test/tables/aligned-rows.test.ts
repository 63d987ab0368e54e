import type { Ruling, Word } from '../../src/model/page.js';
import { alignedGrids } from '../../src/tables/aligned/aligned-grids.js';
import { across, page } from './drawn.js';
import { begins, centred, doubts, ends, nothingKnown, row, scoreOf } from './typeset.js';

const read = (words: readonly Word[], score = nothingKnown, rulings: readonly Ruling[] = []): string[][] => alignedGrids.find(page(1, words, rulings), 'text', score).grids.map(doubts)[0] ?? [];
const head = [...begins('项目', 100, 100), ...ends('本年', 300, 100), ...ends('去年', 380, 100)];
const known = scoreOf(['受理申请数', '上年度结转的政府信息公开申请的数量总数合计', '办结数', '本年新收']);
/** The lines of a label, 12 points from one to the next, the first at `y`. */
const lines = (y: number, ...texts: string[]): Word[] => texts.flatMap((t, i) => begins(t, 100, y + 12 * i));

describe('a label of several lines', () => {
  const table = (y: number): Word[] => [...head, ...row(120, '受理申请数', [12, 3]), ...lines(145, '上年度结转的', '政府信息公开', '申请的数量总', '数合计'), ...row(y, '', [4, 5]), ...row(205, '办结数', [9, 140])];
  const rows = (doubt: string): string[][] => [['项目', '本年', '去年'], ['受理申请数', '12', '3'], [`上年度结转的|政府信息公开|申请的数量总|数合计${doubt}`, `4${doubt}`, `5${doubt}`], ['办结数', '9', '140']];

  it.each([['the middle', 163], ['the first line', 145], ['the last line', 181]])('is one cell beside the numbers at %s of it', (_, y) => {
    expect(read(table(y), known)).toEqual(rows(''));
  });

  it.each([154, 172])('leaves its row in doubt where the numbers stand at none of these: %d', (y) => {
    expect(read(table(y), known)).toEqual(rows('?'));
  });

  it('is one cell where nobody knows it and its lines are full', () => {
    expect(read([...head, ...row(120, '受理申请数量', [12, 3]), ...lines(145, '上年度结转的', '政府信息公开', '申请的数'), ...row(157, '', [4, 5]), ...row(195, '办结数', [9, 140])])[2]).toEqual(['上年度结转的|政府信息公开|申请的数', '4', '5']);
  });

  it('is never two rows of numbers', () => {
    expect(read([...head, ...row(120, '上年度结转的', [1, 2]), ...row(132, '政府信息公开', [3, 4]), ...row(144, '申请的数', [5, 6])])).toHaveLength(4);
  });

  it('is one cell where rules part the rows, however its lines are filled', () => {
    const words = [...head, ...lines(118, '上年度结转', '申请'), ...row(124, '', [1, 2]), ...lines(148, '本年', '受理的申请'), ...row(154, '', [3, 4]), ...row(184, '办结', [5, 6])];
    expect(read(words, nothingKnown, [90, 110, 139, 169, 199].map((y) => across(y, 98, 385)))).toEqual([['项目', '本年', '去年'], ['上年度结转|申请', '1', '2'], ['本年|受理的申请', '3', '4'], ['办结', '5', '6']]);
  });
});

describe('a label between two rows of numbers', () => {
  it('is of their table, wherever another table above has its numbers', () => {
    const top = [...begins('项目', 100, 20), ...['本年', '去年', '前年'].flatMap((t, i) => ends(t, 190 + 70 * i, 20)), ...[35, 50, 65].flatMap((y) => row(y, '办结数', [3, 14, 15], { columns: [190, 260, 330] }))];
    const long = ['上年度结转的政府信息公开申请件数', '以及本年新收到的一共有多少件为好'];
    const words = [...top, ...begins('二、收到和处理申请的情况如下表所示', 100, 85), ...head, ...row(120, '受理申请数', [12, 3]), ...lines(140, ...long), ...row(146, '', [4, 5]), ...row(172, '办结数', [9, 140])];
    const grids = alignedGrids.find(page(1, words, []), 'text', scoreOf(['受理申请数', long.join(''), '办结数'])).grids.map(doubts);
    expect(grids.at(-1)?.slice(-3)).toEqual([['受理申请数', '12', '3'], [long.join('|'), '4', '5'], ['办结数', '9', '140']]);
  });

  it('is in doubt where one of them has a label across it that is none that is known', () => {
    const labels = scoreOf(['不予公开申请', '保护合法权益', '受理申请数', '办结数']);
    const groups = [...begins('全部', 100, 120), ...begins('其中', 100, 170), ...begins('其中', 100, 190)];
    const words = [...begins('项目', 100, 100), ...ends('本年', 300, 100), ...groups, ...row(120, '', [12]), ...begins('受理申请数', 160, 120), ...begins('保护合法权', 160, 138), ...begins('不予公开申', 120, 150), ...row(150, '', [4]), ...begins('办结数', 160, 170), ...row(170, '', [9]), ...begins('受理申请数', 160, 190), ...row(190, '', [9])];
    expect(read(words, labels).find((r) => r.includes('保护合法权?'))?.at(-1)).toBe('?');
  });
});

describe('a row between two rules', () => {
  it('is one row, wherever between them its texts stand', () => {
    const rules = [90, 110, 139, 169].map((y) => across(y, 98, 365));
    const words = [...begins('项目', 100, 100), ...begins('说明', 200, 100), ...ends('数', 360, 100), ...begins('甲', 100, 124), ...begins('第一行文字', 200, 118), ...begins('次行', 200, 130), ...ends('1', 360, 124), ...begins('乙', 100, 154), ...begins('又一行', 200, 148), ...begins('末行', 200, 160), ...ends('2', 360, 154)];
    expect(read(words, nothingKnown, rules)).toEqual([['项目', '说明', '数'], ['甲', '第一行文字|次行', '1'], ['乙', '又一行|末行', '2']]);
  });
});

describe('a label without numbers', () => {
  it('has blank places where every row of numbers has its label', () => {
    expect(read([...head, ...row(120, '受理申请数', [1, 2]), ...row(140, '办结数', []), ...row(160, '本年新收', [3, 4])], known)[2]).toEqual(['办结数', '', '']);
  });

  it('is unclear, and its places are, where a row of numbers lacks a label', () => {
    expect(read([...head, ...row(120, '受理申请数', [1, 2]), ...row(140, '办结数', []), ...row(160, '', [3, 4]), ...row(180, '本年新收', [5, 6])], known).slice(2, 4)).toEqual([['办结数?', '?', '?'], ['', '3', '4']]);
  });

  it('is unclear where it is the last of the page and not whole: its numbers may be on the next', () => {
    expect(read([...head, ...row(120, '受理申请数', [1, 2]), ...row(140, '办结数', [4, 5]), ...row(160, '上年度结转的政府信息', [])], known)[3]).toEqual(['上年度结转的政府信息?', '?', '?']);
  });

  it('is clear where it is the last of the page and whole', () => {
    expect(read([...head, ...row(120, '受理申请数', [1, 2]), ...row(140, '办结数', [4, 5]), ...row(160, '本年新收', [])], known)[3]).toEqual(['本年新收', '', '']);
  });
});

describe('numbers without a label', () => {
  it('are a row of their own', () => {
    expect(read([...head, ...row(120, '受理', [1, 2]), ...row(140, '', [3, 4]), ...row(160, '办结', [5, 6])])[2]).toEqual(['', '3', '4']);
  });
});

describe('a number that is too wide for its column', () => {
  it('is one over two lines, in the row that it is centred in, with the break that makes it doubtful', () => {
    const { grids } = alignedGrids.find(page(1, [...head, ...row(120, '受理', [12, 3]), ...row(150, '办结', ['', 140]), ...ends('1234', 300, 144), ...ends('56', 300, 156), ...row(180, '结转', [3, 0])], []), 'text', nothingKnown);
    expect(grids[0]?.cells.filter((c) => c.row === 2 && c.column === 1)).toMatchObject([{ text: '1234\n56', wrapped: false, rowSpan: 1 }]);
    expect(grids[0]?.rows).toBe(4);
  });

  it.each([['has no room for one more digit', '1234', true], ['has room for more', '12', false]])('is without doubt only where its column %s', (_, first, wrapped) => {
    const columns = [222, 250, 278];
    const at = (y: number, label: string, numbers: readonly (string | number)[]): Word[] => row(y, label, numbers, { columns });
    const words = [...begins('项目', 100, 100), ...['本年', '去年', '前年'].flatMap((t, i) => ends(t, columns[i] ?? 0, 100)), ...at(120, '受理', [2, 12, 3]), ...at(150, '办结', [1, '', 140]), ...ends(first, 250, 144), ...ends('5', 250, 156), ...at(180, '结转', [1, 3, 0])];
    expect(alignedGrids.find(page(1, words, []), 'text', nothingKnown).grids[0]?.cells.filter((c) => c.row === 2 && c.column === 2)).toMatchObject([{ text: `${first}\n5`, wrapped }]);
  });

  it('is one beside a label of two lines, in the first row, too', () => {
    const score = scoreOf(['本年新收的申请数量', '办结数']);
    const words = [...head, ...lines(124, '本年新收的申', '请数量'), ...ends('1234', 300, 124), ...ends('5', 300, 136), ...row(130, '', ['', 140]), ...row(160, '办结数', [12, 3])];
    expect(read(words, score)).toEqual([['项目', '本年', '去年'], ['本年新收的申|请数量', '1234|5', '140'], ['办结数', '12', '3']]);
  });
});

describe('two numbers that fall on one place', () => {
  it('are both shown, and unclear', () => {
    const [, , row2] = read([...head, ...row(120, '受理', [12, 3]), ...row(140, '办结', ['', 140]), ...ends('12', 288, 140), ...ends('34', 304, 140), ...row(160, '结转', [2000, 1]), ...row(180, '撤销', [1000, 2])]);
    expect(row2?.[1]).toMatch(/^12 {1,2}34\?$/);
  });
});

describe('a group of rows', () => {
  const groups = (labels: readonly [string, number][], rows: readonly string[]): Word[] => [
    ...begins('类别', 40, 100),
    ...head,
    ...labels.flatMap(([text, y]) => begins(text, 40, y)),
    ...rows.flatMap((label, i) => row(120 + 20 * i, label, [i + 1, i + 11])),
  ];

  it('has its label beside the rows that it is centred beside', () => {
    expect(read(groups([['申请', 130], ['诉讼', 170]], ['受理', '办结', '维持', '纠正'])).slice(1)).toEqual([['申请 v2', '受理', '1', '11'], ['办结', '2', '12'], ['诉讼 v2', '维持', '3', '13'], ['纠正', '4', '14']]);
    expect(read(groups([['申请', 150], ['诉讼', 230]], ['甲一', '甲二', '甲三', '甲四', '乙一', '乙二', '乙三', '乙四'])).map((r) => r[0])).toEqual(['类别', '申请 v4', '甲二', '甲三', '甲四', '诉讼 v4', '乙二', '乙三', '乙四']);
  });

  it.each([[[2, 3]], [[4, 2]], [[1, 4, 3]], [[3, 2, 5]]])('shares out the rows with the groups beside it, however many each has: %j', (sizes) => {
    const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((a, b) => a + b, 0));
    const labels = sizes.map((n, i): [string, number] => [`组${String(i)}`, 120 + 20 * ((starts[i] ?? 0) + (n - 1) / 2)]);
    const rows = sizes.flatMap((n, i) => Array.from({ length: n }, (_, k) => `第${String(i)}${String(k)}行`));
    const expected = sizes.map((n, i) => [(starts[i] ?? 0) + 1, n > 1 ? `组${String(i)} v${String(n)}` : `组${String(i)}`]);
    const got = read(groups(labels, rows));
    expect(expected.map(([at]) => [at, got[Number(at)]?.[0]])).toEqual(expected);
  });

  it('has no other rows where its label stands beside the first of them', () => {
    expect(read(groups([['申请', 120], ['诉讼', 160]], ['受理', '办结', '维持', '纠正'])).slice(1).map((r) => r[0])).toEqual(['申请', '', '诉讼', '']);
  });
});

describe('a table whose rows are blank', () => {
  const known = scoreOf(['规章', '规范性文件', '行政许可', '行政处罚', '第二十条第五项', '信息内容', '制作数量', '公开数量']);
  const heads = (y: number): Word[] => [...centred('信息内容', 130, y), ...centred('制作数量', 260, y), ...centred('公开数量', 360, y)];

  it('has the rows of its known labels, though these stand left of its heads', () => {
    expect(read([...heads(100), ...begins('规章', 72, 122), ...begins('规范性文件', 72, 144)], known)).toEqual([['信息内容', '制作数量', '公开数量'], ['规章', '', ''], ['规范性文件', '', '']]);
  });

  it('leaves the next table its own', () => {
    const words = [...heads(100), ...begins('规章', 72, 122), ...centred('第二十条第五项', 300, 144), ...heads(166), ...begins('行政许可', 72, 188), ...centred('7', 260, 188), ...begins('行政处罚', 72, 210)];
    const grids = alignedGrids.find(page(1, words, []), 'text', known).grids.map(doubts);
    expect(grids.map((g) => g.map((r) => r[0]))).toEqual([['信息内容', '规章'], ['', '信息内容', '行政许可', '行政处罚']]);
  });

  it('goes on below any number of blank rows', () => {
    const labels = Array.from({ length: 10 }, (_, i) => `第${String(i)}项申请`);
    expect(read([...head, ...row(120, '受理', [1, 2]), ...labels.flatMap((l, i) => begins(l, 100, 140 + 20 * i)), ...row(340, '办结', [3, 4])])).toHaveLength(13);
  });
});

describe('a first row with few numbers', () => {
  it('is no part of the head where its label is known', () => {
    const score = scoreOf(['行政处罚', '行政强制', '上年项目', '本年增减', '处理决定']);
    const words = [...begins('内容', 100, 100), ...ends('上年项目', 280, 100), ...ends('本年增减', 360, 100), ...ends('处理决定', 440, 100), ...row(120, '行政处罚', ['', '', 11], { columns: [280, 360, 440] }), ...row(140, '行政强制', [11, -13, ''], { columns: [280, 360, 440] })];
    expect(read(words, score).slice(1)).toEqual([['行政处罚', '', '', '11'], ['行政强制', '11', '-13', '']]);
  });
});

describe('two tables with the foot rule of one and the head rule of the next between them', () => {
  it('are two', () => {
    const upper = [...head, ...row(120, '受理', [12, 3]), ...row(140, '办结', [9, 140])];
    const lower = [...begins('项目', 100, 180), ...ends('维持', 260, 180), ...ends('纠正', 320, 180), ...row(200, '复议', [1, 2], { columns: [260, 320] }), ...row(220, '诉讼', [3, 4], { columns: [260, 320] })];
    const rules = [90, 110, 150, 170, 190, 230].map((y) => across(y, 98, 385));
    expect(alignedGrids.find(page(1, [...upper, ...lower], rules), 'text', nothingKnown).grids).toHaveLength(2);
  });
});
