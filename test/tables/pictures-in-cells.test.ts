import { findTables } from '../../src/tables/grid-finders.js';
import { document, lattice, page, shown, word } from './drawn.js';

const table = page(1, [word('甲', 150, 110), word('7', 250, 110), word('乙', 150, 130)], lattice([100, 200, 300], [100, 120, 140]));
const unclear = (pictures: { x0: number; y0: number; x1: number; y1: number }[]): (string | undefined)[] => {
  const [grid] = findTables(document({ ...table, pictures: pictures.map((box) => ({ box })) }), () => 0).grids;
  expect(shown(grid)).toEqual([['甲', '7'], ['乙', '']]);
  return (grid?.cells ?? []).filter((c) => c.unclear).map((c) => c.text);
};

describe('a cell without text', () => {
  it('is unclear where a picture stands in it, which may be one of a number', () => {
    expect(unclear([{ x0: 240, y0: 122, x1: 260, y1: 138 }])).toEqual(['']);
  });

  it('is empty where the picture is one of the whole page or of another cell', () => {
    expect(unclear([{ x0: 0, y0: 0, x1: 600, y1: 800 }, { x0: 110, y0: 122, x1: 130, y1: 138 }])).toEqual([]);
  });
});
