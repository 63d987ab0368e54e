import { alignedGrids } from '../../src/tables/aligned/aligned-grids.js';
import type { Word } from '../../src/model/page.js';
import { page } from './drawn.js';
import { begins, centred, doubts, ends, nothingKnown, scoreOf } from './typeset.js';

const read = (words: readonly Word[], score = nothingKnown): string[][] => alignedGrids.find(page(1, words, []), 'text', score).grids.map(doubts)[0] ?? [];

const known = scoreOf(['主动公开情况', '主动公开信息数', '规范性文件数', '依申请公开情况', '收到申请数', '当面申请数', '网络申请数', '行政复议数量']);
const head = [...begins('指标', 100, 100), ...centred('单位', 300, 100), ...ends('数量', 380, 100)];
/** A row of a long list: a label, its unit and its number, each on one line. */
const listed = (y: number, label: string, unit: string, number: string): Word[] => [...begins(label, 100, y), ...(unit === '' ? [] : centred(unit, 300, y)), ...(number === '' ? [] : ends(number, 380, y))];

describe('a list with units and without rules', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['主动公开情况', '', ''], ['主动公开信息数', '条', '33'], ['规范性文件数', '条', '88'], ['依申请公开情况', '', ''], ['收到申请数', '件', ''], ['当面申请数', '件', '5'], ['网络申请数', '件', '7'], ['行政复议数量', '件', '0'],
  ];
  const words = rows.flatMap(([label, unit, number], i) => listed(120 + 20 * i, label, unit, number));

  it.each([['known', known], ['known to nobody', nothingKnown]])('has every number beside its label, headings beside nothing, a row without a number by its unit: labels are %s', (_, score) => {
    expect(read([...head, ...words], score).slice(1)).toEqual(rows);
  });
});

describe('an outer label on the line of a row', () => {
  it('is never vouched for beside another row', () => {
    const outer = ['甲类事项', '', '乙类事项', '', '丙类事项', '', '丁类事项', '戊类事项'];
    const inner = ['', '受理数', '办理数', '', '答复数', '公开数', '复议数', '诉讼数'];
    const words = outer.flatMap((label, i) => [...begins(label, 100, 120 + 20 * i), ...begins(inner[i] ?? '', 200, 120 + 20 * i), ...(inner[i] === '' ? [] : ends(String(11 + i), 380, 120 + 20 * i))]);
    const rows = read([...begins('类别', 100, 100), ...begins('事项', 200, 100), ...ends('数量', 380, 100), ...words]);
    for (const [label, of, number] of rows.slice(1)) {
      if (label === '' || label === undefined || label.endsWith('?') || number === '') continue;
      expect(outer[inner.indexOf(of ?? '')]).toBe(label);
    }
    expect(rows.length).toBeGreaterThan(6);
  });
});
