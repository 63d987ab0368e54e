import { offsets } from '../../../src/read/ofd/text-object.js';

describe('the offsets of characters', () => {
  it.each([
    ['g 3 10', 3, [10, 10, 10]],
    ['3 g 2 1.5 4', 4, [3, 1.5, 1.5, 4]],
    ['5', 3, [5, 5, 5]],
    ['g 1000000000 2', 2, [2, 2]],
    ['1 2 3', 2, [1, 2]],
  ])('are written short: %s', (text, count, expected) => {
    expect(offsets(text, count)).toEqual(expected);
  });

  it('may be left out', () => {
    expect(offsets(undefined, 3)).toBeNull();
    expect(offsets(' ', 3)).toBeNull();
  });
});
