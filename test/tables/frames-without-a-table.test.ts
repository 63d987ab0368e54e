import type { Area, Ruling, Word } from '../../src/model/page.js';
import { ruledGrids } from '../../src/tables/ruled-grids.js';
import { across, down, lattice, page, shown, word } from './drawn.js';

const found = (words: readonly Word[], rulings: readonly Ruling[], areas: readonly Area[] = []): string[][][] => ruledGrids.find(page(1, words, rulings, areas), 'text', () => 0).grids.map(shown);
const area = (x0: number, y0: number, x1: number, y1: number, colour = '#eeeeee'): Area => ({ box: { x0, y0, x1, y1 }, colour });
const prose = (from: number, lines: number): Word[] => Array.from({ length: lines }, (_, i) => word('本年度主动公开政府信息若干条', 300, from + 16 * i));
const rows = (from: number, n: number): Word[] => Array.from({ length: n }, (_, i) => [word(`项目${String(i)}`, 140, from + 20 * i), word(String(10 + i), 250, from + 20 * i), word(String(30 + i), 350, from + 20 * i), word(String(50 + i), 450, from + 20 * i)]).flat();

describe('a frame whose columns are not ruled', () => {
  const edges = [100, 120, 140, 160, 180];

  it.each([
    ['an outer frame with rules across', [...edges.map((y) => across(y, 100, 500)), down(100, 100, 180), down(500, 100, 180)]],
    ['rules across, and one line beside the labels', [...edges.map((y) => across(y, 100, 500)), down(190, 100, 180)]],
    ['a frame around all of it', [...lattice([100, 500], [100, 180]), across(120, 100, 500)]],
  ])('is left to those who look at the text: %s', (_, rulings) => {
    expect(found(rows(110, 4), rulings)).toEqual([]);
  });

  it('is claimed where the one column beside the labels is ruled', () => {
    const words = [110, 130, 150].flatMap((y, i) => [word(`项 目${String(i)}`, 140, y), word(String(i), 300, y)]);
    expect(found(words, [100, 120, 140, 160].map((y) => across(y, 100, 400)).concat(down(190, 100, 160)))[0]).toHaveLength(3);
  });

  it('is claimed though some labels are spaced out', () => {
    const words = [word('合', 120, 110), word('计', 170, 110), word('项目', 145, 130), word('7', 250, 110), word('8', 250, 130), word('9', 250, 150), word('其', 120, 150), word('他', 170, 150)];
    expect(found(words, lattice([100, 200, 300], [100, 120, 140, 160, 180]))).toHaveLength(1);
  });
});

describe('lines and fills that are no table', () => {
  it.each([
    ['underlined prose', prose(100, 4), [across(106, 230, 370), across(122, 230, 370)], []],
    ['lines to sign on', [word('签字：', 100, 700)], [across(706, 120, 220), across(706, 300, 400)], []],
    ['a box around prose', prose(110, 6), lattice([200, 400], [100, 220]), []],
    ['a box around prose with a title', prose(110, 6), lattice([200, 400], [100, 120, 220]), []],
    ['a double border around the page', prose(100, 20), [...lattice([20, 580], [20, 780]), ...lattice([28, 572], [28, 772])], []],
    ['a coloured box around prose', prose(110, 6), [], [area(200, 100, 400, 220)]],
    ['prose that is marked line by line', prose(110, 3), [], [area(225, 102, 375, 118), area(225, 118, 375, 134), area(225, 134, 310, 150)]],
    ['axes of a chart, and its grid', [word('0', 90, 200), word('10', 90, 150)], [down(100, 100, 200), ...[120, 140, 160, 180, 200].map((y) => across(y, 100, 300))], []],
    ['bars of a chart', [word('甲', 120, 210), word('乙', 160, 210)], [across(200, 100, 300)], [area(110, 150, 130, 200, '#4472c4'), area(130, 120, 150, 200, '#ed7d31'), area(160, 170, 180, 200, '#4472c4'), area(180, 130, 200, 200, '#ed7d31')]],
  ] as const)('stay what they are: %s', (_, words, rulings, areas) => {
    expect(found(words, rulings, areas)).toEqual([]);
  });

  it('give their words to the tables within: a border with a head line around a page', () => {
    const table = [word('7', 150, 310), word('8', 250, 310), word('甲', 150, 330), word('乙', 250, 330)];
    const border = [...lattice([20, 580], [20, 780]), across(60, 20, 580)];
    const { grids, taken } = ruledGrids.find(page(1, [...table, ...prose(400, 2)], [...border, ...lattice([100, 200, 300], [300, 320, 340])]), 'text', () => 0);
    expect(grids.map(shown)).toEqual([[['7', '8'], ['甲', '乙']]]);
    expect(taken.size).toBe(4);
  });

  it('leave a table in a cell of another its own', () => {
    const words = [word('外', 150, 150), word('1', 330, 130), word('2', 370, 130), word('3', 330, 150), word('4', 370, 150), word('下', 150, 220)];
    const grids = found(words, [...lattice([100, 200, 500], [100, 200, 240]), ...lattice([310, 350, 390], [120, 140, 160])]);
    expect(grids).toContainEqual([['1', '2'], ['3', '4']]);
    expect(grids).toContainEqual([['外', ''], ['下', '']]);
  });
});
