import { findTables } from '../../src/tables/grid-finders.js';
import { document, lattice, page, shown, word } from './drawn.js';

const half = (number: number, top: number, texts: readonly [string, string]) =>
  page(number, [word(texts[0], 150, top + 15), word(texts[1], 150, top + 45)], lattice([100, 200, 300], [top, top + 30, top + 60]));

describe('a table that runs over a page break', () => {
  const halves = document(half(1, 700, ['fish', 'fowl']), half(2, 50, ['flesh', 'fruit']));

  it('is one table', () => {
    expect(findTables(halves, () => 0).grids.map((grid) => grid.rows)).toEqual([4]);
  });

  it('is a table on each page where they are to be kept apart', () => {
    const { grids } = findTables(halves, () => 0, { join: false });
    expect(grids.map((grid) => grid.places.map((place) => place.page))).toEqual([[1], [2]]);
    expect(grids.map(shown)).toEqual([[['fish', ''], ['fowl', '']], [['flesh', ''], ['fruit', '']]]);
  });
});
