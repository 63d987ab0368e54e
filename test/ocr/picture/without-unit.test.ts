import type { Raster } from '../../../src/model/picture.js';
import { withoutUnit } from '../../../src/ocr/picture/without-unit.js';
import { sheet } from './drawn.js';

/** A cell with digits of 10 by 20 pixels from x = 20 on, 4 apart, and behind them 件 as two pieces that are 20 pixels wide together, `gap` from the last digit. */
function cell(digits: number, gap = 4): { readonly raster: Raster; readonly unitFrom: number } {
  const drawn = sheet(160, 50);
  for (let i = 0; i < digits; i++) drawn.fill(20 + 14 * i, 14, 30 + 14 * i, 34);
  const unitFrom = 20 + 14 * digits - 4 + gap;
  drawn.fill(unitFrom, 13, unitFrom + 6, 35);
  drawn.fill(unitFrom + 9, 13, unitFrom + 20, 35);
  return { raster: drawn.raster, unitFrom };
}

const inkOf = (raster: Raster | null): number => (raster?.pixels ?? []).filter((value) => value < 150).length;

describe('the picture of a number with a unit', () => {
  it('without its unit holds the digits alone', () => {
    expect(inkOf(withoutUnit(cell(3).raster, 1))).toBe(3 * 10 * 20);
  });

  it('is left alone where a digit touches the unit: half of the number would be lost', () => {
    expect(withoutUnit(cell(3, 0).raster, 1)).toBeNull();
  });

  it('is left alone where there is nothing before the unit, or a second line', () => {
    expect(withoutUnit(cell(0).raster, 1)).toBeNull();
    const two = sheet(160, 80);
    two.fill(20, 10, 30, 30);
    two.fill(20, 45, 40, 65);
    expect(withoutUnit(two.raster, 1)).toBeNull();
  });
});
