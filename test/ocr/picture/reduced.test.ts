import { fromAfar, reduced, sumsOf, transposed } from '../../../src/ocr/picture/reduced.js';
import type { Raster } from '../../../src/model/picture.js';
import { resized, resizedPage } from '../../../src/ocr/resample.js';

/** A picture of strokes and grain: nothing in it repeats with the width of a word of memory. */
function grained(width: number, height: number): Raster {
  let state = 7;
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return i % 11 < 2 ? state % 90 : 255 - (state % 30);
  });
  return { width, height, pixels, dpi: 200 };
}

/** The mean of the pixels of one square, pixel by pixel. */
function meanOf({ width, pixels }: Raster, left: number, top: number, across: number, down: number): number {
  let sum = 0;
  for (let y = top; y < top + down; y++) for (let x = left; x < left + across; x++) sum += pixels[y * width + x] ?? NaN;
  return sum / (across * down);
}

describe('a picture that is looked at from afar', () => {
  it.each([[4, 4], [2, 2], [3, 3], [6, 6], [4, 1], [1, 4], [5, 2], [1, 1]])('has the mean of each %i × %i pixels, whatever its width', (across, down) => {
    for (const [width, height] of [[40, 24], [41, 25], [43, 30], [7, 9]] as const) {
      const page = grained(width, height);
      const small = reduced(page, across, down);
      expect([small.width, small.height, small.dpi]).toEqual([Math.floor(width / across), Math.floor(height / down), 200 / across]);
      for (let y = 0; y < small.height; y++) {
        for (let x = 0; x < small.width; x++) expect(small.pixels[y * small.width + x]).toBe(Math.floor(meanOf(page, x * across, y * down, across, down) + 0.5));
      }
    }
  });

  it('has the mean of any number of rows', () => {
    const page = { width: 5, height: 1300, pixels: new Uint8Array(6500).fill(255), dpi: 43_000 };
    expect([...reduced(page, 4, 600).pixels]).toEqual([255, 255]);
    expect([...reduced(page, 1, 1300).pixels]).toEqual([255, 255, 255, 255, 255]);
  });

  it('is one pixel, where the picture is smaller than that', () => {
    expect(reduced({ width: 2, height: 1, pixels: Uint8Array.of(100, 200), dpi: 200 }, 4, 4)).toEqual({ width: 1, height: 1, pixels: Uint8Array.of(150), dpi: 50 });
  });

  it('is made once for all who look', () => {
    const page = grained(40, 24);
    expect(fromAfar(page, 4)).toBe(fromAfar(page, 4));
    expect(fromAfar(page, 2)).not.toBe(fromAfar(page, 4));
  });

  it('is told with the number of pixels in each of its sums', () => {
    const { columns, rows, sums, pixels } = sumsOf({ width: 9, height: 5, pixels: new Uint8Array(45).fill(255), dpi: 200 }, 4, 4);
    expect([columns, rows, pixels, [...sums]]).toEqual([2, 1, 16, [16 * 255, 16 * 255]]);
  });

  it('has its columns as rows where it is laid on its side, and back', () => {
    const page = grained(41, 70);
    const side = transposed(page);
    expect(side.pixels[5 * 70 + 33]).toBe(page.pixels[33 * 41 + 5]);
    expect(transposed(side)).toEqual(page);
  });
});

describe('a page in another size', () => {
  it('is the same by libvips as by our own triangle, but for how finely it is placed', async () => {
    const page = grained(330, 460);
    const [own, theirs] = [resized(page, 173, 241), await resizedPage(page, 173, 241)];
    expect([theirs.width, theirs.height, theirs.dpi, theirs.pixels.length]).toEqual([173, 241, own.dpi, 173 * 241]);
    const apart = [...own.pixels].map((value, i) => Math.abs(value - (theirs.pixels[i] ?? NaN)));
    expect(Math.max(...apart)).toBeLessThanOrEqual(8);
    expect(apart.reduce((sum, d) => sum + d, 0) / apart.length).toBeLessThan(1);
  });
});
