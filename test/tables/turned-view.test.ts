import type { Box } from '../../src/model/box.js';
import type { Page, Ruling, Word } from '../../src/model/page.js';
import { asShown, uprightRuling, uprightSheet, type Turn } from '../../src/model/turn.js';
import { findTables } from '../../src/tables/grid-finders.js';
import { document, down, lattice, page, shown, word } from './drawn.js';

const none = (): number => 0;
const turns = [90, 180, 270] as const;
/** The page as shown, 600 × 800 points, that `drawn.ts` makes. */
const sheet = { width: 600, height: 800 };

/** What is drawn upright, as it stands on a page once it is turned clockwise. */
const turnedWord = (w: Word, turn: Exclude<Turn, 0>): Word => ({ ...w, box: asShown(w.box, turn, sheet), turn });
const turnedRuling = (r: Ruling, turn: Exclude<Turn, 0>): Ruling => uprightRuling(r, ((360 - turn) % 360) as Turn, uprightSheet(turn, sheet));

const words = [word('项目', 150, 110), word('件数', 250, 110), word('本年新收', 150, 130), word('295', 250, 130), word('上年结转', 150, 150), word('17', 250, 150)];
const rulings = lattice([100, 200, 300], [100, 120, 140, 160]);
const table = [['项目', '件数'], ['本年新收', '295'], ['上年结转', '17']];

function lying(turn: Exclude<Turn, 0>, number = 1, more: readonly Word[] = [], upright: readonly Word[] = []): Page {
  return page(number, [...upright, ...[...words, ...more].map((w) => turnedWord(w, turn))], rulings.map((r) => turnedRuling(r, turn)));
}

const find = (...pages: Page[]) => findTables(document(...pages), none);

describe('a table that lies on its side', () => {
  it.each(turns)('is read as if it stood upright: turned by %s degrees', (turn) => {
    const { grids } = find(lying(turn));
    expect(grids.map(shown)).toEqual([table]);
    expect(grids[0]?.turn).toBe(turn);
  });

  it.each(turns)('has its places on the page as a viewer shows it: turned by %s degrees', (turn) => {
    const cell = find(lying(turn)).grids[0]?.cells.find((c) => c.text === '295');
    expect(cell?.places[0]?.box).toEqual(asShown(word('295', 250, 130).box, turn, sheet));
  });

  it('leaves the upright number of its page at the foot, and its title before it', () => {
    const { grids, lines } = find(lying(90, 1, [word('某县年度报告', 200, 60, 16)], [word('3', 300, 780)]));
    expect(grids.map(shown)).toEqual([table]);
    expect(lines).toEqual([{ text: '某县年度报告', page: 1, size: 16 }]);
  });

  it('leaves the number of its page that is turned with it', () => {
    expect(find(lying(270, 1, [word('3', 400, 580)])).lines).toEqual([]);
  });

  it('goes on over the page break, with upright page numbers between', () => {
    const { grids } = find(lying(90, 1, [], [word('1', 300, 780)]), lying(90, 2, [], [word('2', 300, 780)]));
    expect(grids.map(shown)).toEqual([[...table, ...table.slice(1)]]);
    expect(grids[0]?.places.map((p) => p.page)).toEqual([1, 2]);
  });

  it('is no part of an upright table before it, though equally wide', () => {
    expect(find(page(1, words, rulings), lying(90, 2)).grids).toHaveLength(2);
  });

  it('stands beside an upright one on the same page', () => {
    const upright: Box = { x0: 100, y0: 600, x1: 300, y1: 640 };
    const below = [word('9', 150, 610), word('甲', 250, 610), word('8', 150, 630), word('乙', 250, 630)];
    const both = lying(90, 1, [], below);
    const { grids } = find({ ...both, rulings: [...both.rulings, ...lattice([upright.x0, 200, upright.x1], [upright.y0, 620, upright.y1])] });
    expect(grids.map(shown)).toEqual([[['9', '甲'], ['8', '乙']], table]);
  });
});

describe('a head that is set sideways in an upright table', () => {
  it.each(turns)('is a label of its column: turned by %s degrees', (turn) => {
    const head = { ...word('商业企业', 250, 75), box: { x0: 245, y0: 55, x1: 255, y1: 95 }, turn };
    const { grids } = find(page(1, [head, ...words.slice(2)], [...lattice([100, 200, 300], [120, 140, 160]), ...lattice([100, 200, 300], [50, 120])]));
    expect(shown(grids[0])).toEqual([['', '商业企业'], ...table.slice(1)]);
  });

  it('keeps the order of its lines', () => {
    const head = [
      { ...word('商业', 245, 80), box: { x0: 240, y0: 70, x1: 250, y1: 90 }, turn: 270 as const },
      { ...word('企业', 257, 80), box: { x0: 252, y0: 70, x1: 262, y1: 90 }, turn: 270 as const },
    ];
    const { grids } = find(page(1, [...head, ...words.slice(2)], lattice([100, 200, 300], [50, 120, 140, 160])));
    expect(shown(grids[0])[0]).toEqual(['', '商业|企业']);
  });
});

describe('sideways text beside an upright table', () => {
  it('is prose, with its size', () => {
    const note = { ...word('附件', 40, 300, 14), box: { x0: 33, y0: 280, x1: 47, y1: 308 }, turn: 90 as const };
    const { grids, lines } = find(page(1, [note, ...words], rulings));
    expect(grids.map(shown)).toEqual([table]);
    expect(lines).toEqual([{ text: '附件', page: 1, size: 14 }]);
  });

  it('is furniture where it returns in the margin of each page', () => {
    const note = { ...word('内部资料', 20, 300), box: { x0: 15, y0: 280, x1: 25, y1: 320 }, turn: 90 as const };
    expect(find(page(1, [note, ...words], rulings), page(2, [note, ...words], rulings)).lines).toEqual([]);
  });

  it('does not take the lines of a table with it that has no number', () => {
    const { grids } = find(page(1, [{ ...word('附', 40, 300), turn: 90 as const }, word('甲', 150, 110)], [...rulings, down(250, 100, 160)]));
    expect(grids).toHaveLength(1);
    expect(grids[0]?.turn).toBeUndefined();
  });
});
