import { withoutDarkFields } from '../../../src/ocr/picture/dark-fields.js';
import { grained, sheet, type Sheet } from './drawn.js';

/** A page with text in black, and a field from 200 to 700 across and from 100 to 160 down with strokes on it. */
function page(ground: number, print: number): Sheet {
  const drawn = sheet(1000, 600);
  drawn.fill(200, 100, 700, 160, ground);
  for (let x = 300; x < 400; x += 10) drawn.fill(x, 115, x + 4, 145, print);
  for (let x = 300; x < 400; x += 10) drawn.fill(x, 215, x + 4, 245);
  return drawn;
}
const at = ({ pixels, width }: { pixels: Uint8Array; width: number }, x: number, y: number): number => pixels[y * width + x] ?? -1;

describe('a dark field of a scanned page', () => {
  it('is white, and what is printed light on it dark, as the text around it stays', () => {
    const { raster } = page(110, 250);
    const { page: turned } = withoutDarkFields(raster, raster);
    expect(at(turned, 301, 130)).toBeLessThan(20);
    expect(at(turned, 307, 130)).toBeGreaterThan(235);
    expect([at(turned, 250, 102), at(turned, 198, 130), at(turned, 702, 130), at(turned, 450, 159)]).toEqual([255, 255, 255, 255]);
    expect(at(turned, 301, 230)).toBe(0);
  });

  it('is the same in the picture without red, in which the field may be nowhere to be seen', () => {
    const { raster } = page(110, 250);
    const { inked } = withoutDarkFields(raster, sheet(1000, 600).raster);
    expect(at(inked, 301, 130)).toBeLessThan(20);
    expect(at(inked, 301, 230)).toBe(255);
  });

  it('keeps the rules that are darker than it', () => {
    const drawn = page(110, 250);
    drawn.fill(450, 100, 453, 160);
    const { page: turned } = withoutDarkFields(drawn.raster, drawn.raster);
    expect([at(turned, 451, 101), at(turned, 451, 130), at(turned, 447, 130)]).toEqual([0, 0, 255]);
  });

  it.each([
    ['whose print is darker than it', page(150, 20)],
    ['on which nothing is printed', page(110, 110)],
    ['that is light', page(200, 255)],
  ])('stays as it is where it is one %s', (_, { raster }) => {
    const drawn = grained(raster, 8);
    expect(withoutDarkFields(drawn, drawn).page).toBe(drawn);
  });

  it('stays as it is where it is the lid of the scanner, at the edge of the picture', () => {
    const drawn = page(110, 250);
    drawn.fill(0, 100, 220, 160, 110);
    expect(withoutDarkFields(drawn.raster, drawn.raster).page).toBe(drawn.raster);
  });
});
