import type { Page, Word } from '../../src/model/page.js';
import { furnitureOf } from '../../src/tables/furniture.js';
import { page } from './drawn.js';
import { begins, centred, ends, nothingKnown, scoreOf } from './typeset.js';

/** A page of 600 × 800 points: its head ends at 96, its foot begins at 704. */
const sheet = (number: number, ...words: Word[][]): Page => page(number, words.flat(), []);
const read = (pages: readonly Page[], score = nothingKnown): string[] => [...furnitureOf(pages.map((p) => ({ page: p, words: p.words })), score)].map((w) => w.text);

describe('page numbers', () => {
  it.each(['7', '- 7 -', '— 12 —', '第7页', '第 7 页', '7/12', '第7页/共12页', '１２'])('are of the page and not of the text: %s', (text) => {
    expect(read([sheet(1, centred('正文', 300, 400), centred(text, 300, 770))]).join('')).toBe(text.replaceAll(' ', ''));
  });

  it('stand at the head of a page, too', () => {
    expect(read([sheet(1, ends('3', 540, 40))])).toEqual(['3']);
  });

  it.each([
    ['in the middle of the page', [centred('7', 300, 400)]],
    ['with text beside them', [centred('7', 300, 770), begins('结转', 100, 770)]],
    ['with the lines of a label beside them', [centred('7', 300, 770), begins('上年结转的', 100, 766), begins('申请', 100, 778)]],
    ['far apart on one line', [ends('7', 300, 770), ends('8', 380, 770)]],
    ['with a unit', [centred('7件', 300, 770)]],
    ['too long', [centred('20211', 300, 770)]],
  ])('are not numbers %s', (_, words) => {
    expect(read([sheet(1, ...words)])).toEqual([]);
  });
});

describe('heads and feet', () => {
  it('are of the page where they return at the same place, whatever their numbers', () => {
    expect(read([1, 2, 3].map((n) => sheet(n, centred(`某某市年度报告第${String(n)}部分`, 300, 40))))).toHaveLength(3);
  });

  it('are text where they differ in their years: each is the title of a report', () => {
    expect(read([2021, 2022].map((year, i) => sheet(i + 1, centred(`某某市${String(year)}年年度报告`, 300, 40))))).toEqual([]);
    expect(read([1, 2].map((n) => sheet(n, centred('某某市2021年年度报告', 300, 40))))).toHaveLength(2);
  });

  it('are no lines of a boxhead that the printer prints again, whose known heads stand beside them', () => {
    const boxhead = [...centred('全市合', 300, 40), ...begins('统计指标', 100, 46), ...centred('计', 300, 52)];
    expect(read([1, 2, 3].map((n) => sheet(n, boxhead)), scoreOf(['统计指标']))).toEqual([]);
    expect(read([1, 2, 3].map((n) => sheet(n, centred('某某市', 300, 30), begins('统计指标', 100, 46))), scoreOf(['统计指标']))).toHaveLength(3);
  });

  it('are text where they stand on one page alone, at other places, or in the middle', () => {
    expect(read([sheet(1, centred('某某市年度报告', 300, 40)), sheet(2, centred('一、总体情况', 300, 40))])).toEqual([]);
    expect(read([sheet(1, centred('某某市年度报告', 300, 40)), sheet(2, centred('某某市年度报告', 300, 70))])).toEqual([]);
    expect(read([1, 2].map((n) => sheet(n, centred('某某市年度报告', 300, 400))))).toEqual([]);
  });

  it('are text where they have a known label: a boxhead returns, too', () => {
    expect(read([1, 2].map((n) => sheet(n, centred('商业企业', 300, 60))), scoreOf(['商业企业']))).toEqual([]);
  });

  it('are none of numbers alone', () => {
    expect(read([1, 2].map((n) => sheet(n, ends('17', 300, 780), ends('18', 380, 780))))).toEqual([]);
  });
});

describe('a note that a table goes on', () => {
  it.each(['续上表', '（续下页）', '接上页'])('is of the page: %s', (text) => {
    expect(read([sheet(1, ends(text, 540, 760))])).toEqual([text]);
  });

  it('is text where it stands within the page', () => {
    expect(read([sheet(1, ends('续上表', 540, 400))])).toEqual([]);
  });
});
