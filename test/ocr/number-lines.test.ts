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

/** A cell of 100 × 40 pixels with two digits in two shades. */
function twoDigits(first: number, second: number): Raster {
  const { raster } = sheet(100, 40);
  for (const [x, shade] of [[30, first], [48, second]] as const) for (let y = 10; y < 28; y++) raster.pixels.fill(shade, y * 100 + x, y * 100 + x + 11);
  return raster;
}

/** How wide all is that is darker than the paper. */
function breadthOf({ width, pixels }: Raster | undefined = sheet(1, 1).raster): number {
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) => pixels.some((value, i) => i % width === x && value < 240));
  return (columns.at(-1) ?? 0) + 1 - (columns[0] ?? 0);
}

describe('the line of a number in light print', () => {
  it.each([[40, 190], [190, 40]])('has its pale digits: a number without them is another (%d, %d)', (first, second) => {
    expect(numberLines(twoDigits(first, second)).map(breadthOf)).toEqual([29]);
  });

  it('has all of them where the darkest is hardly ink', () => {
    expect(numberLines(twoDigits(140, 160)).map(breadthOf)).toEqual([29]);
  });

  it('has no pale rest of a rule at the edge of the cell', () => {
    const cell = twoDigits(40, 40);
    for (let y = 0; y < 40; y++) cell.pixels.fill(200, y * 100 + 62, y * 100 + 100);
    expect(numberLines(cell).map((line) => line.pixels.filter((value) => value === 200).length > 18 * 11)).toEqual([false]);
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
