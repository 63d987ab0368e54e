import type { Raster } from '../../src/model/picture.js';
import { numberLines } from '../../src/ocr/number-lines.js';
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
