import { read } from '../../../src/read/readers.js';
import { tinyPdf } from '../tiny-pdf.js';

/** Helvetica 10: `0.1` ends 13.9 points behind the beginning, and so much further as its characters are spaced. */
async function words(rulings: string, spacing = ''): Promise<unknown[]> {
  const { document } = await read(tinyPdf(`${rulings} BT /F1 10 Tf ${spacing} 100 200 Td (0.15) Tj ET`), { pages: 1 });
  return document.pages[0]?.words.map((w) => [w.text, w.runsOn]) ?? [];
}

const whole = [['0.15', undefined]];

describe('a number that a ruling comes near', () => {
  it('is whole where the ruling ends above it or begins below it', async () => {
    expect(await words('113.9 212 m 113.9 260 l S')).toEqual(whole);
    expect(await words('113.9 150 m 113.9 196 l S')).toEqual(whole);
  });

  it('is whole where the ruling stands beside it', async () => {
    expect(await words('99 150 m 99 260 l S 120.5 150 m 120.5 260 l S')).toEqual(whole);
  });

  it.each([
    ['its characters stand without a gap', '113.9', ''],
    ['its characters are spaced', '116.5', '1 Tc'],
  ])('is in two where the ruling runs through it, and both say that it runs on: %s', async (_, x, spacing) => {
    expect(await words(`${x} 150 m ${x} 260 l S`, spacing)).toEqual([['0.1', true], ['5', true]]);
  });
});
