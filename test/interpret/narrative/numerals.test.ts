import { numeral } from '../../../src/interpret/narrative/numerals.js';

describe('a Chinese numeral', () => {
  it.each([
    ['零', 0], ['两', 2], ['十', 10], ['十二', 12], ['二十', 20], ['二十三', 23], ['一百零五', 105], ['一百一十', 110], ['三百二十一', 321],
    ['一千零八', 1008], ['两千三百', 2300], ['一〇五', 105], ['一万', 10_000], ['三万二千', 32_000], ['一万零二十', 10_020], ['十二万', 120_000], ['壹佰贰拾叁', 123], ['拾伍', 15],
  ])('%s is %d', (text, number) => {
    expect(numeral(text)).toBe(number);
  });

  it.each(['', '三五', '两三', '一百二', '三千五', '三万二', '万', '百', '十百', '一二三'])('%s is no single number', (text) => {
    expect(numeral(text)).toBeNull();
  });
});
