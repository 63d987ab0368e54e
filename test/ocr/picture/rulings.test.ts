import type { Ruling } from '../../../src/model/page.js';
import type { Raster } from '../../../src/model/picture.js';
import { rulingsOf } from '../../../src/ocr/picture/rulings.js';
import { withoutRulings } from '../../../src/ocr/picture/without-rulings.js';
import { grained, sheet, table } from './drawn.js';

const places = (raster: Raster, axis: Ruling['axis']): number[] => rulingsOf(raster).filter((r) => r.axis === axis).map((r) => Math.round((r.at * raster.dpi) / 72)).sort((a, b) => a - b);

describe('the rulings of a picture', () => {
  it.each([
    ['black', table().raster],
    ['thick', table(9).raster],
    ['a hairline', table(1, 110).raster],
    ['faint', table(2, 170).raster],
    ['black in grain', grained(table().raster, 60)],
  ])('are all found where they are %s, and where they are', (_, raster) => {
    const near = (expected: readonly number[], found: readonly number[]): void => {
      expect(found).toHaveLength(expected.length);
      expected.forEach((place, i) => expect(Math.abs((found[i] ?? 0) - place)).toBeLessThanOrEqual(5));
    };
    near([101, 181, 261, 341], places(raster, 'horizontal'));
    near([101, 301, 501, 701], places(raster, 'vertical'));
  });

  it('end on the rulings that they meet', () => {
    for (const { axis, from, to } of rulingsOf(table().raster)) {
      const [first, last] = axis === 'horizontal' ? [101.5, 701.5] : [101.5, 341.5];
      expect(Math.abs((from * 200) / 72 - first)).toBeLessThan(3);
      expect(Math.abs((to * 200) / 72 - last)).toBeLessThan(3);
    }
  });

  it('are whole where they are broken and dashed', () => {
    const drawn = sheet(800, 300);
    for (let x = 100; x < 700; x += 10) drawn.fill(x, 100, x + 6, 103);
    drawn.fill(100, 200, 380, 203);
    drawn.fill(384, 200, 700, 203);
    expect(rulingsOf(drawn.raster).map((r) => Math.round(((r.to - r.from) * 200) / 72 / 20))).toEqual([30, 30]);
  });

  it('end where they end, though a stroke of a character goes on beneath', () => {
    const drawn = table(1);
    // What stands below the table, right beneath the inner rules.
    for (let i = 0; i < 12; i++) {
      drawn.fill(302 + Math.round(0.2 * i), 341 + i, 304 + Math.round(0.2 * i), 342 + i);
      drawn.fill(502 + Math.round(0.2 * i), 341 + i, 504 + Math.round(0.2 * i), 342 + i);
    }
    expect(rulingsOf(drawn.raster).filter((r) => r.axis === 'vertical').map((r) => Math.round((r.to * 200) / 72))).toEqual([341, 341, 341, 341]);
  });

  it('are not made of strokes: a dash, a one, a row of them', () => {
    const drawn = table();
    drawn.fill(180, 140, 205, 143);
    drawn.fill(390, 125, 394, 155);
    for (const [x, end] of [[520, 548], [562, 571], [580, 612], [630, 641]] as const) drawn.fill(x, 220, end, 223);
    expect(rulingsOf(drawn.raster)).toHaveLength(8);
  });

  it('are not made of a line of characters whose strokes all but touch', () => {
    const drawn = table();
    [0, 1, -1, 1, 0, -1, -1, 1, 0, 1, -1, 0].forEach((off, i) => {
      drawn.fill(310 + 15 * i, 140 + off, 324 + 15 * i, 142 + off);
      drawn.fill(420 + 23 * i, 230 + off, 441 + 23 * i, 232 + off);
    });
    expect(rulingsOf(drawn.raster)).toHaveLength(8);
  });

  it('are not made of digits below one another', () => {
    const drawn = sheet(800, 900);
    for (let i = 0; i <= 10; i++) drawn.fill(100, 100 + 46 * i, 703, 103 + 46 * i);
    for (const x of [100, 250, 400, 550, 700]) drawn.fill(x, 100, x + 3, 563);
    for (let row = 0; row < 10; row++) {
      const y = 111 + 46 * row;
      // Narrow zeros, then ones.
      drawn.fill(170, y, 178, y + 5);
      drawn.fill(170, y + 20, 178, y + 25);
      drawn.fill(166, y + 4, 169, y + 21);
      drawn.fill(179, y + 4, 182, y + 21);
      drawn.fill(320, y, 323, y + 25);
    }
    expect(places(drawn.raster, 'vertical').map((x) => Math.round(x / 10))).toEqual([10, 25, 40, 55, 70]);
  });

  it('are not made of ones in rows that are hardly higher than they are', () => {
    const drawn = sheet(800, 400);
    for (let i = 0; i <= 6; i++) drawn.fill(100, 100 + 26 * i, 703, 102 + 26 * i);
    for (const x of [100, 400, 700]) drawn.fill(x, 100, x + 2, 258);
    drawn.fill(250, 131, 252, 151);
    drawn.fill(550, 209, 552, 229);
    expect(places(drawn.raster, 'vertical').map((x) => Math.round(x / 10))).toEqual([10, 40, 70]);
  });

  it('are not made of the sides of zeros in such rows, which all but touch from row to row', () => {
    const drawn = sheet(800, 700);
    for (let i = 0; i <= 16; i++) drawn.fill(100, 100 + 29 * i, 703, 102 + 29 * i);
    for (const x of [100, 400, 700]) drawn.fill(x, 100, x + 2, 566);
    for (let row = 0; row < 16; row++) {
      const y = 104 + 29 * row;
      drawn.fill(250, y, 253, y + 23);
      drawn.fill(262, y, 265, y + 23);
      drawn.fill(253, y, 262, y + 2);
      drawn.fill(253, y + 21, 262, y + 23);
    }
    expect(places(drawn.raster, 'vertical').map((x) => Math.round(x / 10))).toEqual([10, 40, 70]);
  });

  it('are not made of the sides of a shaded cell', () => {
    const drawn = sheet(800, 500);
    drawn.fill(100, 100, 500, 300, 210);
    expect(rulingsOf(drawn.raster)).toEqual([]);
  });

  it('are not made of a fold that runs off the page, nor of its pieces', () => {
    const drawn = table();
    for (let x = 0; x < 800; x++) {
      // Where the table has its digits, the fold is not seen.
      if (x < 350 || x > 450) drawn.fill(x, 205 + Math.round(0.02 * x), x + 1, 208 + Math.round(0.02 * x), 90);
    }
    drawn.fill(403, 0, 405, 500, 90);
    expect(places(drawn.raster, 'horizontal')).toEqual(places(table().raster, 'horizontal'));
    expect(places(drawn.raster, 'vertical')).toEqual(places(table().raster, 'vertical'));
  });

  it('are found both where they are double, and the light of a scan makes one of the two here and there', () => {
    const drawn = sheet(900, 600);
    for (let i = 0; i <= 4; i++) {
      drawn.fill(100, 100 + 100 * i, 803, 101 + 100 * i, 120);
      drawn.fill(100, 104 + 100 * i, 803, 105 + 100 * i, 120);
      // For a part of the way there is no light between them.
      for (let x = 160; x < 760; x += 140) drawn.fill(x, 101 + 100 * i, x + 60, 104 + 100 * i, 150);
    }
    for (const x of [100, 800]) drawn.fill(x, 100, x + 3, 505);
    const across = rulingsOf(drawn.raster).filter((r) => r.axis === 'horizontal');
    expect(across).toHaveLength(10);
    // What stays of 7,000 pixels lies between the two, where there is no light.
    expect(withoutRulings(drawn.raster, across).pixels.filter((value) => value === 120).length).toBeLessThan(50);
  });

  it('end with the others where the end of the page cuts a row', () => {
    const drawn = sheet(800, 400);
    drawn.fill(100, 100, 703, 103);
    drawn.fill(100, 180, 703, 183);
    for (const [x, top] of [[100, 100], [250, 180], [400, 180], [550, 180], [700, 100]] as const) drawn.fill(x, top, x + 3, 231);
    drawn.fill(470, 190, 473, 215);
    expect(places(drawn.raster, 'vertical').map((x) => Math.round(x / 10))).toEqual([10, 25, 40, 55, 70]);
  });

  it('run off the picture where it was cut within the table', () => {
    const drawn = sheet(700, 300);
    for (const y of [40, 120, 200, 280]) drawn.fill(0, y, 700, y + 3);
    for (const x of [180, 360, 540]) drawn.fill(x, 0, x + 3, 300);
    // Strokes of characters are no rules that end within the picture.
    for (let y = 60; y < 260; y += 10) if (y % 80 > 50 || y % 80 < 30) drawn.fill(220, y, 240, y + 2);
    expect(rulingsOf(drawn.raster)).toHaveLength(7);
  });
});
