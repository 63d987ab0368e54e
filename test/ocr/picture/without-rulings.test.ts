import type { Ruling } from '../../../src/model/page.js';
import { withoutRulings } from '../../../src/ocr/picture/without-rulings.js';
import { sheet } from './drawn.js';

const upright = (x: number, from: number, to: number): Ruling => ({ axis: 'vertical', at: (x * 72) / 200, from: (from * 72) / 200, to: (to * 72) / 200, thickness: 0.7 });
const dark = (pixels: Uint8Array): number => pixels.filter((value) => value < 200).length;

describe('a page without its rulings', () => {
  it('has nothing left of a rule, also where it is broken in the middle and beside what is printed there', () => {
    const drawn = sheet(400, 400);
    drawn.fill(200, 50, 202, 180);
    drawn.fill(200, 220, 202, 350);
    drawn.fill(206, 190, 208, 210);
    expect(dark(withoutRulings(drawn.raster, [upright(201, 50, 350)]).pixels)).toBe(40);
  });

  it('keeps the sides of digits through which a ruling was thought to run', () => {
    const drawn = sheet(400, 400);
    for (let y = 60; y < 340; y += 46) {
      drawn.fill(196, y, 207, y + 2);
      drawn.fill(196, y + 20, 206, y + 22);
      drawn.fill(194, y + 2, 197, y + 20);
      drawn.fill(205, y + 2, 208, y + 20);
    }
    const sides = 7 * 2 * 3 * 18;
    expect(dark(withoutRulings(drawn.raster, [upright(201, 50, 350)]).pixels)).toBeGreaterThanOrEqual(sides);
  });
});
