import { cellPicture, fillingOf } from '../../../src/ocr/picture/cell.js';
import { inkIn, inkOf, withoutSpecks } from '../../../src/ocr/picture/ink.js';
import { rulingsOf } from '../../../src/ocr/picture/rulings.js';
import { withoutRulings } from '../../../src/ocr/picture/without-rulings.js';
import { grained, sheet, table, type Sheet } from './drawn.js';

/** A cell of the drawn table, in points. */
const cell = (row: number, column: number) => ({ x0: (101.5 + 200 * column) * 0.36, y0: (101.5 + 80 * row) * 0.36, x1: (301.5 + 200 * column) * 0.36, y1: (181.5 + 80 * row) * 0.36 });

function filling({ raster }: Sheet, row: number, column: number) {
  const page = withoutRulings(raster, rulingsOf(raster));
  return fillingOf(page, inkOf(page), cell(row, column));
}

describe('what fills a cell', () => {
  it('is nothing in a cell with rules around it, whatever the grain', () => {
    expect(filling(table(), 1, 1)).toBe('blank');
    expect(filling({ ...table(), raster: grained(table().raster, 40) }, 1, 1)).toBe('blank');
  });

  it('is ink where a digit or a dash stands', () => {
    const drawn = table();
    drawn.fill(395, 210, 399, 236);
    drawn.fill(190, 300, 206, 303);
    expect(filling(drawn, 1, 1)).toBe('inked');
    expect(filling(drawn, 2, 0)).toBe('inked');
  });

  it('is doubtful where a speck is too large for dirt, and where a trace is too pale for ink', () => {
    const drawn = table();
    drawn.fill(395, 210, 401, 216);
    drawn.fill(590, 205, 606, 230, 215);
    expect(filling(drawn, 1, 1)).toBe('doubtful');
    expect(filling(drawn, 1, 2)).toBe('doubtful');
  });
});

describe('a page without its rulings', () => {
  it('has all of the print that touched them', () => {
    const drawn = table();
    drawn.fill(395, 150, 399, 184);
    const page = withoutRulings(drawn.raster, rulingsOf(drawn.raster));
    const [digit] = inkIn(inkOf(page), { x0: 310, y0: 110, x1: 490, y1: 180 }).components;
    expect(digit?.box.y0).toBe(150);
    expect(digit?.box.y1).toBeGreaterThanOrEqual(178);
    expect(cellPicture(page, cell(2, 2)).pixels.every((value) => value === 255)).toBe(true);
  });
});

describe('the ink of a picture', () => {
  it('is without specks once they are removed, and has its full stops', () => {
    const drawn = sheet(300, 300);
    drawn.fill(100, 100, 101, 101);
    drawn.fill(150, 150, 153, 153);
    const ink = withoutSpecks(inkOf(drawn.raster));
    expect([...ink.ink].filter((value) => value === 1)).toHaveLength(9);
  });
});
