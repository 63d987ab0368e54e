import { findTables } from '../../src/tables/grid-finders.js';
import { across, document, down, lattice, page, shown, word } from './drawn.js';

const none = (): number => 0;
const find = (...args: Parameters<typeof page>) => findTables(document(page(...args)), none);

describe('a ruled table', () => {
  it('has a cell for each of its fields', () => {
    const { grids } = find(1, [word('a', 150, 110), word('b', 250, 110), word('1', 150, 130), word('2', 250, 130)], lattice([100, 200, 300], [100, 120, 140]));
    expect(shown(grids[0])).toEqual([['a', 'b'], ['1', '2']]);
  });

  it('has cells that span where a line is left out', () => {
    const rulings = [across(100, 100, 300), across(120, 200, 300), across(140, 100, 300), across(160, 100, 300), down(100, 100, 160), down(300, 100, 160), down(200, 100, 140)];
    const { grids } = find(1, [word('组', 150, 120), word('1', 250, 110), word('2', 250, 130), word('共', 200, 150)], rulings);
    expect(shown(grids[0])).toEqual([['组 v2', '1'], ['2'], ['共 >2']]);
  });

  it('is one table though its lines are drawn cell by cell, overshoot or leave hair gaps', () => {
    const pieces = [100, 120, 140].flatMap((y) => [across(y, 99, 199), across(y + 0.4, 200.5, 301)]).concat([100, 200, 300].flatMap((x) => [down(x, 98.5, 119.4), down(x - 0.3, 120.6, 141)]));
    const { grids } = find(1, [word('1', 150, 110), word('2', 250, 130)], pieces);
    expect(grids).toHaveLength(1);
    expect(shown(grids[0])).toEqual([['1', ''], ['', '2']]);
  });

  it('keeps double rules as one edge', () => {
    const rulings = lattice([100, 200, 300], [100, 120, 140]).flatMap((r) => [r, { ...r, at: r.at + 1.8 }]);
    expect(shown(find(1, [word('7', 150, 110)], rulings).grids[0])).toEqual([['7', ''], ['', '']]);
  });

  it('stands beside prose and page furniture, which are no part of it', () => {
    const words = [word('说明文字', 400, 110), word('7', 150, 110), word('-', 280, 780), word('3', 290, 780), word('-', 300, 780)];
    const { grids, lines } = find(1, words, lattice([100, 200, 300], [100, 120, 140]));
    expect(shown(grids[0])).toEqual([['7', ''], ['', '']]);
    expect(lines.map((l) => l.text)).toEqual(['说明文字']);
  });

  it('keeps a row of lone digits at the foot of the page, which is no page number', () => {
    const { grids } = find(1, [word('0', 150, 770), word('0', 250, 770)], lattice([100, 200, 300], [740, 760, 780]));
    expect(shown(grids[0])).toEqual([['', ''], ['0', '0']]);
  });

  it('is each its own where several stand on a page', () => {
    const { grids } = find(1, [word('1', 150, 110), word('2', 150, 310)], [...lattice([100, 200, 300], [100, 120, 140]), ...lattice([100, 200, 300], [300, 320])]);
    expect(grids.map(shown)).toEqual([[['1', ''], ['', '']], [['2', '']]]);
  });

  it('has its outer columns though the sides are open', () => {
    const rulings = [across(100, 100, 400), across(120, 100, 400), across(140, 100, 400), down(200, 100, 140), down(300, 100, 140)];
    expect(shown(find(1, [word('甲', 150, 110), word('9', 350, 130)], rulings).grids[0])).toEqual([['甲', '', ''], ['', '', '9']]);
  });

  it('keeps its first column on a page that a merged cell passes through whole', () => {
    const rulings = [...lattice([200, 300, 400], [100, 120, 140]), down(100, 100, 140)];
    expect(shown(find(1, [word('5', 250, 110)], rulings).grids[0])).toEqual([[' v2', '5', ''], ['', '']]);
  });

  it.each([
    ['struck out', [word('7', 250, 110), word('8', 270, 110)], [across(110, 246, 255)]],
    ['printed over by a watermark', [word('7', 250, 110), word('2022', 252, 111, 18)], []],
    ['beside a smaller one, as a footnote’s mark is', [word('12', 250, 110), word('1', 258, 107, 7)], []],
    ['partly under a picture', [word('15', 250, 110), { ...word('12', 264, 110), under: true as const }], []],
    ['cut by the edge of its cell', [{ ...word('123', 290, 110), runsOn: true as const }], []],
  ])('says of a number that it is unclear where it is %s', (_, words, strokes) => {
    const { grids } = find(1, words, [...lattice([100, 200, 300], [100, 120, 140]), ...strokes]);
    expect(grids[0]?.cells.find((c) => c.text !== '')?.unclear).toBe(true);
  });

  it('is no table where a frame only surrounds the page', () => {
    expect(find(1, [word('全文', 300, 400)], lattice([20, 580], [20, 780])).grids).toEqual([]);
  });
});
