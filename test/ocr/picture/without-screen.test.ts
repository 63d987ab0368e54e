import type { Raster } from '../../../src/model/picture.js';
import { withoutScreen } from '../../../src/ocr/picture/without-screen.js';
import { sheet, type Sheet } from './drawn.js';

/** Single dots, four pixels apart, as a screen has them for light grey. */
function shade(drawn: Sheet, x0: number, y0: number, x1: number, y1: number): void {
  for (let y = y0; y < y1; y += 4) for (let x = x0 + (y % 8 ? 2 : 0); x < x1; x += 4) drawn.fill(x, y, x + 1, y + 1);
}

const inkIn = ({ pixels, width }: Raster, x0: number, y0: number, x1: number, y1: number): number =>
  Array.from({ length: y1 - y0 }, (_, y) => pixels.subarray((y0 + y) * width + x0, (y0 + y) * width + x1).filter((value) => value < 128).length).reduce((a, b) => a + b, 0);

describe('a picture of black and white', () => {
  it('loses the dots that stand for grey in a shaded boxhead, and keeps the rules and strokes among them', () => {
    const drawn = sheet(800, 500, 300);
    shade(drawn, 100, 100, 700, 300);
    drawn.fill(100, 199, 700, 203);
    drawn.fill(300, 120, 308, 180);
    const page = withoutScreen(drawn.raster);
    expect(inkIn(page, 320, 110, 690, 190)).toBe(0);
    expect(inkIn(page, 102, 199, 698, 203)).toBe(596 * 4);
    expect(inkIn(page, 300, 120, 308, 180)).toBe(8 * 60);
  });

  it('keeps dots where there are few of them: a dotted rule, stops, the pieces of pale characters', () => {
    const drawn = sheet(800, 500, 300);
    shade(drawn, 100, 300, 700, 460);
    for (let x = 100; x < 700; x += 8) drawn.fill(x, 100, x + 3, 103);
    for (let y = 150; y < 210; y += 6) drawn.fill(200 + (y % 4), y, 204 + (y % 4), y + 3);
    const before = inkIn(drawn.raster, 0, 0, 800, 250);
    expect(inkIn(withoutScreen(drawn.raster), 0, 0, 800, 250)).toBe(before);
  });
});

it('A picture in shades of grey is as it was', () => {
  const drawn = sheet(800, 500, 300);
  shade(drawn, 100, 100, 700, 300);
  drawn.fill(100, 320, 700, 420, 120);
  expect(withoutScreen(drawn.raster)).toBe(drawn.raster);
});
