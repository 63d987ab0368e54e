import type { Raster } from '../../../src/model/picture.js';
import { withoutDirt } from '../../../src/ocr/picture/without-dirt.js';

/** A white picture at 200 dpi with black boxes: x, y, width, height in pixels. */
function picture(...boxes: readonly (readonly [number, number, number, number])[]): Raster {
  const [width, height] = [60, 40];
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [x, y, w, h] of boxes) for (let row = y; row < y + h; row++) pixels.fill(30, row * width + x, row * width + x + w);
  return { width, height, pixels, dpi: 200 };
}
const digit = [20, 10, 10, 18] as const;
const inkAt = ({ pixels, width }: Raster, x: number, y: number): boolean => (pixels[y * width + x] ?? 255) < 128;

describe('dirt in the picture of a cell', () => {
  it('is wiped out where it is smaller than any point and stands apart', () => {
    const clean = withoutDirt(picture(digit, [40, 25, 2, 2], [5, 5, 1, 1]));
    expect([inkAt(clean, 40, 25), inkAt(clean, 5, 5), inkAt(clean, 21, 11)]).toEqual([false, false, true]);
  });

  it('is no decimal point: one that is as large as in small print stays', () => {
    expect(inkAt(withoutDirt(picture(digit, [34, 25, 3, 3])), 35, 26)).toBe(true);
  });

  it('is not told from a faint decimal point where it stands between two characters', () => {
    expect(inkAt(withoutDirt(picture([5, 10, 10, 18], [22, 26, 2, 2], [30, 10, 10, 18])), 22, 26)).toBe(true);
  });

  it('is no part of a broken character: what stands right beside something larger stays', () => {
    expect(inkAt(withoutDirt(picture(digit, [31, 12, 2, 2])), 31, 12)).toBe(true);
  });

  it('is wiped out, however large, where it is off the line or too far from the characters for their point', () => {
    const clean = withoutDirt(picture(digit, [22, 1, 3, 3], [45, 25, 4, 4], [8, 36, 4, 4]));
    expect([inkAt(clean, 23, 2), inkAt(clean, 46, 26), inkAt(clean, 9, 37), inkAt(clean, 21, 11)]).toEqual([false, false, false, true]);
  });

  it('is no faint decimal point above two characters, though it stands between them', () => {
    expect(inkAt(withoutDirt(picture([5, 10, 10, 18], [22, 1, 2, 2], [30, 10, 10, 18])), 22, 1)).toBe(false);
  });

  it('is no sign that stands apart, and no piece of a character whose pieces go on from one another', () => {
    const clean = withoutDirt(picture(digit, [2, 18, 6, 2], [36, 12, 5, 5], [46, 20, 5, 5]));
    expect([inkAt(clean, 3, 18), inkAt(clean, 37, 13), inkAt(clean, 47, 21)]).toEqual([true, true, true]);
  });

  it('is not told from what thin print leaves of the bar of a 4: a dot left of a stem stays, one above that does not', () => {
    const stem = [30, 10, 4, 18] as const;
    const clean = withoutDirt(picture(stem, [22, 22, 2, 2], [24, 2, 2, 2]));
    expect([inkAt(clean, 22, 22), inkAt(clean, 24, 2)]).toEqual([true, false]);
  });

  it('is no piece of a broken character: specks below one another that are as high as one stay', () => {
    const clean = withoutDirt(picture(digit, [35, 12, 2, 2], [35, 25, 2, 2], [45, 25, 2, 2]));
    expect([inkAt(clean, 35, 12), inkAt(clean, 35, 25), inkAt(clean, 45, 25)]).toEqual([true, true, false]);
  });

  it('is what is left of a dotted rule: specks below one another that go on above and below the characters', () => {
    const clean = withoutDirt(picture(digit, ...[2, 8, 14, 20, 26, 36].map((y) => [36, y, 2, 2] as const)));
    expect([inkAt(clean, 36, 2), inkAt(clean, 36, 14), inkAt(clean, 36, 26), inkAt(clean, 36, 36), inkAt(clean, 21, 11)]).toEqual([false, false, false, false, true]);
  });

  it('is what is left of a dotted rule between two rows, below one character and above another', () => {
    const clean = withoutDirt(picture([20, 2, 10, 14], [20, 26, 10, 14], ...[12, 18, 24, 30, 36].map((x) => [x, 20, 2, 2] as const)));
    expect([12, 18, 24, 30, 36].map((x) => inkAt(clean, x, 20))).toEqual([false, false, false, false, false]);
  });

  it('is what is left of a rule along the edge, but not a 1 that was cut close', () => {
    const clean = withoutDirt(picture(digit, [0, 0, 4, 40]));
    expect([inkAt(clean, 1, 20), inkAt(clean, 21, 11)]).toEqual([false, true]);
    expect(inkAt(withoutDirt(picture([0, 8, 4, 22])), 1, 20)).toBe(true);
  });

  it('leaves a clean picture as it is', () => {
    const clean = picture(digit);
    expect(withoutDirt(clean)).toBe(clean);
  });
});
