import type { Raster } from '../../../src/model/picture.js';
import { streaksOf } from '../../../src/ocr/picture/streaks.js';
import { hiding, runsThrough, withoutStreaks } from '../../../src/ocr/picture/without-streaks.js';
import { turned } from '../../../src/ocr/picture/turn.js';
import { grained, sheet, table, type Sheet } from './drawn.js';

/** The table of `drawn.ts` with a character in each cell, and lines of text above and below it, but for the margins. */
function page(): Sheet {
  const drawn = table();
  for (const y of [70, 365, 390, 415]) for (let x = 110; x < 690; x += 18) drawn.fill(x, y, x + 12, y + 14);
  for (let row = 0; row < 3; row++) for (let column = 0; column < 3; column++) drawn.fill(182 + 200 * column, 130 + 80 * row, 194 + 200 * column, 154 + 80 * row);
  return drawn;
}

/** From the top of the sheet to its foot. */
const streak = (drawn: Sheet, x: number, width: number, lightness: number): void => {
  for (let y = 0; y < drawn.raster.height; y++) for (let at = x; at < x + width; at++) drawn.raster.pixels[y * drawn.raster.width + at] = Math.min(lightness, drawn.raster.pixels[y * drawn.raster.width + at] ?? 0);
};

const places = (raster: Raster): (readonly [string, number])[] => streaksOf(raster).map(({ axis, at }) => [axis, Math.round(at[0] ?? 0)]);

describe('A streak', () => {
  it.each([[40, 3], [150, 3], [210, 5]])('runs over all of a page, over its margins too (lightness %i, %i pixels)', (lightness, width) => {
    const drawn = page();
    streak(drawn, 260, width, lightness);
    const found = streaksOf(grained(drawn.raster, 8));
    expect(found.map(({ axis }) => axis)).toEqual(['vertical']);
    for (const at of found[0]?.at ?? []) expect(Math.abs(at - 259.5 - width / 2)).toBeLessThanOrEqual(width / 2);
  });

  it('lies across a page that was fed sideways', () => {
    const drawn = page();
    streak(drawn, 260, 3, 60);
    expect(places(turned(drawn.raster, 90))).toEqual([['horizontal', 261]]);
  });

  it('is found beside another one, and askew as the page is after it was levelled', () => {
    const drawn = page();
    streak(drawn, 253, 2, 90);
    for (let y = 0; y < 500; y++) drawn.fill(265 + Math.floor(y / 100), y, 268 + Math.floor(y / 100), y + 1, 90);
    expect(places(drawn.raster)).toEqual([['vertical', 254], ['vertical', 266]]);
  });
});

describe('No streak', () => {
  it('is a rule of a table, though it runs on to one edge of the page', () => {
    const drawn = page();
    drawn.fill(300, 100, 303, 500);
    expect(places(drawn.raster)).toEqual([]);
  });

  it('is a rule that a picture of a table alone cuts at both ends, where other print is cut with it', () => {
    const drawn = sheet(800, 500);
    for (let x = 100; x <= 700; x += 200) drawn.fill(x, 0, x + 3, 500);
    for (let y = 15; y < 500; y += 80) drawn.fill(100, y, 703, y + 3);
    for (let y = 40; y < 500; y += 80) for (let x = 190; x < 700; x += 200) drawn.fill(x, y, x + 12, y + 24);
    expect(places(drawn.raster)).toEqual([]);
  });
});

describe('A page without its streaks', () => {
  it('is what it was before, characters that were crossed joined again', () => {
    const before = page();
    const drawn = page();
    streak(drawn, 187, 3, 0);
    const wiped = withoutStreaks(drawn.raster, streaksOf(drawn.raster));
    const differs = wiped.pixels.filter((value, i) => Math.abs(value - (before.raster.pixels[i] ?? 0)) > 100).length;
    expect(differs).toBeLessThan(8);
  });

  it('shows what was seen through a pale one: a 1 that stands in it', () => {
    const drawn = page();
    drawn.fill(260, 130, 263, 154, 30);
    streak(drawn, 259, 5, 150);
    const wiped = withoutStreaks(drawn.raster, streaksOf(drawn.raster));
    expect([wiped.pixels[140 * 800 + 261], wiped.pixels[160 * 800 + 261]]).toEqual([30, 255]);
  });
});

it('A streak as dark as print hides what stands in it, a pale one nothing', () => {
  const drawn = page();
  streak(drawn, 260, 3, 50);
  streak(drawn, 460, 3, 150);
  expect(hiding(streaksOf(drawn.raster), drawn.raster).map(({ at }) => Math.round(at[0] ?? 0))).toEqual([261]);
});

it('The shadow of a fold is wider than a streak', () => {
  const drawn = page();
  for (let x = 0; x < 16; x++) streak(drawn, 250 + x, 1, 190 + 4 * Math.abs(x - 8));
  expect(places(drawn.raster)).toEqual([]);
});

it('A streak runs through a box that it crosses, and not through one beside it', () => {
  const drawn = page();
  streak(drawn, 260, 3, 60);
  const [found] = streaksOf(drawn.raster);
  const box = (x0: number, x1: number): { x0: number; y0: number; x1: number; y1: number } => ({ x0: x0 * 0.36, x1: x1 * 0.36, y0: 40, y1: 60 });
  expect([box(240, 280), box(200, 255), box(268, 300)].map((b) => found && runsThrough(found, b, drawn.raster))).toEqual([true, false, false]);
});
