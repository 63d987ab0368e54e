import { blocksOf } from '../../../src/read/plain-text/blocks.js';

const rowsOf = (text: string): (readonly (readonly string[])[])[] => blocksOf(text).flatMap((b) => (b.kind === 'table' ? [b.rows.map((row) => row.cells)] : []));
const textsOf = (text: string): string[] => blocksOf(text).flatMap((b) => (b.kind === 'text' ? [b.text] : []));

describe('a table of Markdown', () => {
  it('has a row for each line between bars, without the dashes below its head', () => {
    expect(rowsOf('| 信息内容 | **本年制发件数** |\n| :--- | ---: |\n| 规章 |  |\n\n|规范性文件|12|\n以上。\n| 行政许可 | 5 |')).toEqual([
      [['信息内容', '本年制发件数'], ['规章', ''], ['规范性文件', '12']],
      [['行政许可', '5']],
    ]);
  });

  it('keeps the lines of a cell apart', () => {
    expect(rowsOf('| 其他<br/>结果 | 5 <br> 3 |')).toEqual([[['其他\n结果', '5\n3']]]);
  });

  it('stands below headings without their marks', () => {
    expect(textsOf('# 某某县2022年政府信息公开工作年度报告\n## 一、总体情况\n#1')).toEqual(['某某县2022年政府信息公开工作年度报告', '一、总体情况', '#1']);
  });

  it.each(['首页 | 政务公开 | 年报', '|某某县|', '|', '||', '| 一 | 二', '| --- | --- |'])('is none: %s', (line) => {
    expect(rowsOf(line)).toEqual([]);
  });

  it('takes no time over a long line that is nearly one', () => {
    const from = performance.now();
    for (const line of [`|${'-'.repeat(200_000)}x|`, `${'|'.repeat(200_000)}x`, `|${'- '.repeat(100_000)}x|1|`]) blocksOf(line);
    expect(performance.now() - from).toBeLessThan(2000);
  });
});
