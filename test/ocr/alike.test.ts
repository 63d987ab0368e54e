import { areAlike } from '../../src/ocr/alike.js';
import { chanceOf } from '../make/chance.js';
import { scannedNumber, type Treatment } from './drawn-numbers.js';

const numbers = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '16', '18', '22', '24'];
const sizes = [20, 32];
const treatments = (['Plain', 'Bold'] as const).flatMap((font) => sizes.flatMap((em): Treatment[] => [{ font, em, grain: 25, threshold: 0 }, { font, em, grain: 12, threshold: 170 }]));

const pairs = treatments.flatMap((treatment) => {
  const chance = chanceOf(`alike ${JSON.stringify(treatment)}`);
  const scanned = numbers.flatMap((text) => [1, 2].map(() => ({ text, picture: scannedNumber(text, treatment, chance) })));
  return scanned.flatMap((a, i) => scanned.slice(i + 1).map((b) => ({ numbers: [a.text, b.text], treatment, alike: areAlike(a.picture, b.picture) })));
});

describe('pictures of numbers', () => {
  it('are never alike where the numbers differ, by whatever stroke', () => {
    expect(pairs.filter((p) => p.numbers[0] !== p.numbers[1] && p.alike)).toEqual([]);
  });

  it('are alike often enough where they are of one number that most need not be read', () => {
    const same = pairs.filter((p) => p.numbers[0] === p.numbers[1]);
    expect(same.filter((p) => p.alike).length / same.length).toBeGreaterThan(0.3);
  });

  it('are not alike where they are too small to tell', () => {
    const treatment: Treatment = { font: 'Plain', em: 11, grain: 0, threshold: 0 };
    expect(areAlike(scannedNumber('0', treatment, chanceOf('a')), scannedNumber('0', treatment, chanceOf('a')))).toBe(false);
  });
});
