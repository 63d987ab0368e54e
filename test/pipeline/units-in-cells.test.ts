import { isTheSame, numberWithUnit } from '../../src/pipeline/units-in-cells.js';

const units = ['万元', '元', '件', '件次', '条'];

describe('the text of a cell', () => {
  it.each([
    ['8494件', '8494', '件'],
    ['3 件次', '3', '件次'],
    ['1.25万元', '1.25', '万元'],
    ['O条', 'O', '条'],
  ])('%s is a number and its unit', (text, number, unit) => {
    expect(numberWithUnit(text, units)).toEqual({ number, unit });
  });

  it.each(['8494', '件', '受理件', '共3件', ''])('%j is not', (text) => {
    expect(numberWithUnit(text, units)).toBeNull();
  });
});

describe('a number that is read alone', () => {
  const told = { number: '1O2', unit: '件' };

  it('is that of its line where the digits are the same; what no digit was may be one', () => {
    expect(isTheSame('102', told)).toBe(true);
  });

  it('is not where a digit is another, or one is lost', () => {
    expect(isTheSame('103', told)).toBe(false);
    expect(isTheSame('12', told)).toBe(false);
  });
});
