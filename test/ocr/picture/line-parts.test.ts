import { lineParts } from '../../../src/ocr/picture/line-parts.js';
import { sheet, type Sheet } from './drawn.js';

/** Strokes like those of characters, 25 pixels high and wide, from there on. */
function write(on: Sheet, x: number, y: number, count: number): void {
  for (let i = 0; i < count; i++) {
    on.fill(x + 27 * i, y, x + 27 * i + 25, y + 3);
    on.fill(x + 27 * i, y + 22, x + 27 * i + 25, y + 25);
    on.fill(x + 27 * i + 11, y, x + 27 * i + 14, y + 25);
  }
}

/** Most lines of the page are as high as their characters want. */
const others = [1, 2, 3].map((i) => ({ x0: 300, y0: 20 * i, x1: 340, y1: 20 * i + 36 }));

describe('a line of a scanned page', () => {
  it('is cut between the heads of two columns that are not quite on one height, each part as high as it is', () => {
    const drawn = sheet(400, 120);
    write(drawn, 50, 40, 3);
    write(drawn, 160, 28, 3);
    const parts = lineParts(drawn.raster, [{ x0: 44, y0: 18, x1: 250, y1: 76 }, ...others]);
    expect(parts).toHaveLength(2 + others.length);
    expect(parts[0]?.x1).toBeLessThan(parts[1]?.x0 ?? 0);
    expect(parts[0]?.y0).toBeGreaterThan(parts[1]?.y0 ?? Infinity);
  });
  it('is cut at a rule between two cells, and no rule is a part', () => {
    const drawn = sheet(400, 120);
    write(drawn, 50, 40, 3);
    drawn.fill(142, 0, 145, 120);
    write(drawn, 156, 40, 3);
    expect(lineParts(drawn.raster, [{ x0: 44, y0: 32, x1: 246, y1: 73 }])).toHaveLength(2);
  });
  it('loses what its box has of the line beside it', () => {
    const drawn = sheet(400, 120);
    write(drawn, 20, 40, 1);
    write(drawn, 80, 40, 3);
    const [part, more] = lineParts(drawn.raster, [{ x0: 36, y0: 32, x1: 170, y1: 73 }]);
    expect(part?.x0).toBeGreaterThan(60);
    expect(more).toBeUndefined();
  });
  it('is one where a comma leaves less than a character of white', () => {
    const drawn = sheet(400, 120);
    write(drawn, 50, 40, 3);
    write(drawn, 148, 40, 3);
    const box = { x0: 44, y0: 32, x1: 240, y1: 73 };
    expect(lineParts(drawn.raster, [box])).toEqual([box]);
  });
  it('is one where a thin stroke is all that stands between two characters', () => {
    const drawn = sheet(400, 120);
    write(drawn, 50, 40, 1);
    drawn.fill(80, 52, 104, 53, 150);
    write(drawn, 107, 40, 3);
    const box = { x0: 44, y0: 32, x1: 200, y1: 73 };
    expect(lineParts(drawn.raster, [box])).toEqual([box]);
  });
  it('is as it was found where nothing is in it', () => {
    const box = { x0: 44, y0: 32, x1: 240, y1: 73 };
    expect(lineParts(sheet(400, 120).raster, [box])).toEqual([box]);
  });
});
