import { alignedGrids } from '../../src/tables/aligned/aligned-grids.js';
import type { Word } from '../../src/model/page.js';
import { page } from './drawn.js';
import { begins, centred, doubts, ends, scoreOf } from './typeset.js';

const known = scoreOf(['主动公开情况', '主动公开政府信息数', '规范性文件数', '收到申请数', '当面申请数', '网络申请数', '行政复议数量']);
const read = (words: readonly Word[]): string[][] => alignedGrids.find(page(1, words, []), 'text', known).grids.map(doubts)[0] ?? [];

const head = [...centred('序号', 70, 100), ...centred('统计指标', 200, 100), ...ends('合计', 380, 100), ...ends('本级', 440, 100), ...ends('下级', 500, 100)];
const rows: readonly (readonly string[])[] = [
  ['主动公开情况', '', '', ''], ['主动公开政府信息数', '33', '', ''], ['规范性文件数', '88', '80', '8'], ['收到申请数', '9', '0', '9'], ['当面申请数', '', '1', '2'], ['网络申请数', '7', '5', '2'], ['行政复议数量', '0', '0', '0'],
];
const counted = (numberOf: (row: number) => string): Word[] => rows.flatMap(([label = '', ...numbers], i) => [
  ...centred(numberOf(i), 70, 130 + 24 * i), ...begins(label, 95, 130 + 24 * i), ...numbers.flatMap((n, k) => (n === '' ? [] : ends(n, 380 + 60 * k, 130 + 24 * i))),
]);

describe('a column that counts the rows of a table without rules', () => {
  it('stands beside the labels, and takes part in no number', () => {
    expect(read([...head, ...counted((i) => String(i + 1))])).toEqual([['序号', '统计指标', '合计', '本级', '下级'], ...rows.map((row, i) => [String(i + 1), ...row])]);
  });

  it('tells the first row, whose label has two lines and whose only number stands between them', () => {
    const words = [...head, ...counted((i) => String(i + 1)).filter((w) => !(w.text === '主动公开政府信息数' || w.text === '主动公开情况')), ...begins('主动公开情况', 95, 130), ...begins('主动公开政府信息数（不同渠道和方式公开相同', 95, 149), ...begins('信息计1条）', 95, 159)];
    expect(read(words).slice(0, 4).map((row) => row.slice(2))).toEqual([['合计', '本级', '下级'], ['', '', ''], ['33', '', ''], ['88', '80', '8']]);
  });

  it('goes on on the next page without a head', () => {
    expect(read(counted((i) => String(i + 41)))).toEqual(rows.map((row, i) => [String(i + 41), ...row]));
  });
});
