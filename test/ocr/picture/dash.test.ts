import { barIn } from '../../../src/ocr/picture/dash.js';
import { sheet } from './drawn.js';

/** A cell of 60 × 20 points at 200 dpi with a bar in it: points, from the middle of the cell to that of the bar. */
function cellWith({ wide, high, below = 0 }: { readonly wide: number; readonly high: number; readonly below?: number }): ReturnType<typeof sheet> {
  const k = 200 / 72;
  const cell = sheet(Math.round(60 * k), Math.round(20 * k));
  const at = (points: number): number => Math.round(points * k);
  cell.fill(at(30 - wide / 2), at(10 + below - high / 2), at(30 + wide / 2), at(10 + below + high / 2));
  return cell;
}

describe('All that is in a cell is a dash', () => {
  it.each([
    ['a hyphen', { wide: 3.4, high: 0.8, below: 1 }, 'short'],
    ['a hyphen of a coarse scan', { wide: 3.2, high: 1.9 }, 'short'],
    ['a dash of Chinese type', { wide: 10, high: 0.7 }, 'wide'],
  ] as const)('where it is %s', (_, bar, kind) => {
    expect(barIn(cellWith(bar).raster)).toBe(kind);
  });
});

describe('No dash', () => {
  it.each([
    ['a full stop', { wide: 1.6, high: 1.6, below: 1 }],
    ['the foot of a 1', { wide: 4, high: 0.8, below: 3.6 }],
    ['the bar of a 7', { wide: 4.5, high: 0.8, below: -3.4 }],
    ['the stem of a 1', { wide: 0.9, high: 7 }],
    ['a rule of the table', { wide: 50, high: 0.7 }],
  ])('is %s', (_, bar) => {
    expect(barIn(cellWith(bar).raster)).toBeNull();
  });

  it('is a bar with something beside it, be it pale: the rest of a 4', () => {
    const four = cellWith({ wide: 5, high: 0.9, below: 1.6 });
    four.fill(86, 16, 90, 38, 195);
    expect(barIn(four.raster)).toBeNull();
  });
});
