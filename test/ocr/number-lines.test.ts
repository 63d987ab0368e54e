import type { Raster } from '../../src/model/picture.js';
import { inkKeyOf, numberLines } from '../../src/ocr/number-lines.js';
import { sheet } from './picture/drawn.js';

const inkOf = ({ pixels }: Raster): number => pixels.filter((value) => value < 150).length;

describe('the lines of a number', () => {
  it('are one where the thin stroke of a digit is broken: no digit stands twice', () => {
    const cell = sheet(60, 50);
    cell.fill(24, 12, 36, 22);
    // What light print leaves of a 2 and its foot.
    cell.fill(22, 26, 38, 29);
    const lines = numberLines(cell.raster);
    expect(lines).toHaveLength(1);
    expect(lines.map(inkOf)).toEqual([12 * 10 + 16 * 3]);
  });

  it('are two where the number is wrapped, and what is in one is not seen in the other', () => {
    const cell = sheet(60, 60);
    cell.fill(20, 10, 40, 25);
    cell.fill(20, 33, 30, 48);
    expect(numberLines(cell.raster).map(inkOf)).toEqual([20 * 15, 10 * 15]);
  });

  it('do not hold what stands above or below them, be it a line or not', () => {
    const cell = sheet(60, 60);
    cell.fill(24, 10, 36, 26);
    // A dash, with the room of a digit around it.
    cell.fill(24, 34, 36, 37);
    expect(numberLines(cell.raster).map(inkOf)).toEqual([12 * 16, 12 * 3]);
  });
});

describe('the key of a line', () => {
  const drawn = (width: number, height: number, x: number, y: number, foot: number): Raster => {
    const page = sheet(width, height);
    page.fill(x, y, x + 8, y + 14);
    page.fill(x, y + 14, x + foot, y + 16);
    return page.raster;
  };

  it('is the same for the same ink in other margins', () => {
    expect(inkKeyOf(drawn(40, 40, 10, 12, 5))).toBe(inkKeyOf(drawn(24, 30, 3, 2, 5)));
  });

  it('is another where a pixel of the ink is another', () => {
    expect(inkKeyOf(drawn(40, 40, 10, 12, 5))).not.toBe(inkKeyOf(drawn(40, 40, 10, 12, 6)));
  });
});
