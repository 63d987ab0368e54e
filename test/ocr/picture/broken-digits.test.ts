import type { Raster } from '../../../src/model/picture.js';
import { mayBeBroken } from '../../../src/ocr/picture/broken-digits.js';
import { sheet } from './drawn.js';

/** A line of 30 pixels with boxes of ink: left, top, right, foot. */
function line(...boxes: readonly (readonly [number, number, number, number])[]): Raster {
  const picture = sheet(80, 30);
  for (const box of boxes) picture.fill(...box);
  return picture.raster;
}

const one = [30, 5, 34, 25] as const;
const oneWithFlagAndFoot = [one, [26, 7, 30, 10], [27, 22, 37, 25]] as const;
const leftOfZero = [42, 5, 45, 25] as const;
const rightOfZero = [50, 5, 53, 25] as const;

describe('a digit that may have lost strokes', () => {
  it('is a 1 beside ink that is no digit: of a thin 4 its bar loses all but a dot', () => {
    expect(mayBeBroken(line(one, [23, 18, 25, 20]), '1')).toBe(true);
    expect(mayBeBroken(line([20, 5, 24, 17], one, leftOfZero, rightOfZero), '10')).toBe(true);
  });

  it('is a 1 from whose stem something goes left below its flag', () => {
    expect(mayBeBroken(line(one, [25, 17, 30, 19]), '1')).toBe(true);
  });

  it('is one of fewer than the ink is wide', () => {
    expect(mayBeBroken(line([20, 5, 23, 25], one, [38, 5, 48, 25]), '5')).toBe(true);
  });

  it('is no 1 with its flag and foot, nor a 0 of which the sides alone are left', () => {
    expect(mayBeBroken(line(...oneWithFlagAndFoot), '1')).toBe(false);
    expect(mayBeBroken(line(...oneWithFlagAndFoot, leftOfZero, rightOfZero), '10')).toBe(false);
    expect(mayBeBroken(line(leftOfZero, rightOfZero), '0')).toBe(false);
  });

  it('is not told of a number with a sign, which is ink beside the digits', () => {
    expect(mayBeBroken(line(one, [37, 22, 39, 25], [42, 5, 53, 25]), '1.8')).toBe(false);
  });

  it('is none of full-width digits, however far from one to the next', () => {
    expect(mayBeBroken(line([5, 5, 15, 25], [33, 5, 43, 25], [61, 5, 71, 25]), '808')).toBe(false);
  });
});
