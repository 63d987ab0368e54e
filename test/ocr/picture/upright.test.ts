import { evened } from '../../../src/ocr/picture/ground.js';
import { levelled, skewOf } from '../../../src/ocr/picture/skew.js';
import { turned } from '../../../src/ocr/picture/turn.js';
import { sheet, table, type Sheet } from './drawn.js';

/** A page of A4 at 200 dpi with a ruled form and lines of text. */
function form(): Sheet {
  const drawn = sheet(1650, 2340);
  for (let y = 600; y <= 1800; y += 100) drawn.fill(200, y, 1450, y + 3);
  for (let x = 200; x <= 1450; x += 250) drawn.fill(x, 600, x + 3, 1803);
  for (let y = 100; y < 500; y += 60) for (let x = 200; x < 1400; x += 34) for (let k = 0; k < 28; k += 9) drawn.fill(x, y + k, x + 28, y + k + 3);
  return drawn;
}

describe('a picture that is turned', () => {
  it('comes back after four quarters, and by way of three', () => {
    const { raster } = table();
    expect(turned(turned(raster, 90), 270)).toEqual(raster);
    expect(turned(turned(raster, 180), 180)).toEqual(raster);
    expect(turned(turned(raster, 90), 90)).toEqual(turned(raster, 180));
  });

  it('has at the top right what was at the top left, after a quarter clockwise', () => {
    const drawn = sheet(4, 3);
    drawn.fill(0, 0, 1, 1);
    expect([...turned(drawn.raster, 90).pixels].indexOf(0)).toBe(2);
  });
});

describe('a page that is askew', () => {
  it.each([-4.3, -1.2, 0.35, 2.6])('by %d degrees is found so to 0.05 degree, and is level afterwards', (degrees) => {
    const askew = levelled(form().raster, -degrees);
    expect(Math.abs(skewOf(askew) - degrees)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(skewOf(levelled(askew, degrees)))).toBeLessThanOrEqual(0.05);
  });

  it('is not where nothing is on it', () => {
    expect(skewOf(sheet(300, 300).raster)).toBe(0);
  });

  it('is level where a picture of many pages below one another has print at its foot alone', () => {
    const height = 38_000;
    const drawn = sheet(500, height);
    // No margin tells anything: lines begin and end where they may.
    for (let y = height - 1200, k = 1; y < height - 200; y += 40, k++) drawn.fill(20 + ((k * 37) % 61), y, 480 - ((k * 53) % 59), y + 4);
    expect(Math.abs(skewOf({ ...drawn.raster, dpi: 100 }))).toBeLessThan(0.05);
  });
});

describe('a page in uneven light', () => {
  it('is white where it is paper and dark where it is ink, the black border of the scanner gone', () => {
    const { raster } = table();
    const pixels = Uint8Array.from(raster.pixels, (value, at) => value * (0.4 + 0.6 * ((at % 800) / 800)));
    for (let y = 0; y < 500; y++) pixels.fill(5, y * 800 + 770, y * 800 + 800);
    const page = evened({ ...raster, pixels });
    expect(page.pixels[50 * 800 + 30]).toBeGreaterThan(245);
    expect(page.pixels[50 * 800 + 600]).toBeGreaterThan(245);
    expect(page.pixels[50 * 800 + 790]).toBe(255);
    expect(page.pixels[181 * 800 + 200]).toBeLessThan(60);
  });
});
