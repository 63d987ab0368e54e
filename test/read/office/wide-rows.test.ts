import { wideRows } from '../../../src/read/office/wide-rows.js';

const list = [
  ['指标', '单位', '数值', '指标', '单位', '数值'],
  ['一、主动公开情况', '', '', '1.当面申请数', '件', '2'],
  ['主动公开政府信息数', '条', '33', '2.传真申请数', '件', ''],
  ['制发规范性文件总数', '件', '8', '3.网络申请数', '件', '5'],
  ['二、回应解读情况', '', '', '', '', ''],
];
const run = (rows: readonly (readonly string[])[]): string[] => [...rows.flatMap((row) => [...row, '']), ''];

describe('the rows of a table in a .doc whose ends are lost', () => {
  it('are told by the empty text behind each, where all have as many cells', () => {
    expect(wideRows(run(list))).toEqual(list);
  });

  it.each([
    ['one has fewer, as cells are merged in it', run([...list, ['九、会议和培训情况']])],
    ['too few repeat to tell', run(list.slice(0, 3))],
    ['an end is filled', run(list).map((cell, at) => (at === 13 ? '7' : cell))],
    ['there are none', []],
  ])('are not told where %s', (_, cells) => {
    expect(wideRows(cells)).toBeNull();
  });
});
