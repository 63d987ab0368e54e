import type { Raster } from '../../../src/model/picture.js';
import { rulingsOf } from '../../../src/ocr/picture/rulings.js';
import { sheet } from './drawn.js';

/** A table of two columns, 800 pixels high at 200 dpi, the rule between them left out from row 400 to 520, and something grey there. */
function parted(...over: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[]): Raster {
  const drawn = sheet(700, 1000);
  for (const y of [100, 900]) drawn.fill(100, y, 502, y + 2);
  for (const x of [100, 500]) drawn.fill(x, 100, x + 2, 902);
  drawn.fill(300, 100, 302, 400);
  drawn.fill(300, 520, 302, 902);
  for (const [x0, y0, x1, y1] of over) drawn.fill(x0, y0, x1, y1, 150);
  return drawn.raster;
}

/** Which part of the middle rule's place has rulings. */
function told(raster: Raster): number {
  const middle = rulingsOf(raster).filter((r) => r.axis === 'vertical' && Math.abs((r.at * 200) / 72 - 301) < 3);
  return middle.reduce((sum, r) => sum + ((r.to - r.from) * 200) / 72, 0) / 800;
}

describe('a ruling along which something is printed', () => {
  it('goes on beneath the ring of a seal that covers it', () => {
    expect(told(parted([290, 395, 312, 525]))).toBeCloseTo(1, 1);
  });

  it('does not where paper is seen between its ends, or characters: there is a cell that spans', () => {
    expect(told(parted())).toBeLessThan(0.9);
    expect(told(parted([270, 420, 330, 450], [270, 470, 330, 500]))).toBeLessThan(0.9);
  });
});
