import type { Ruling } from '../../src/model/page.js';
import { wordsOfLines } from '../../src/ocr/line-words.js';
import type { FoundLine } from '../../src/ocr/text-reader.js';

/** A line of characters whose middles stand at those places from its left. Pixels, one of them a point. */
function line(text: string, x0: number, y0: number, middles: readonly number[], height = 14): FoundLine {
  const characters = Array.from(text, (c, i) => ({ text: c, confidence: 0.9, x0: (middles[i] ?? 0) - 1, x1: (middles[i] ?? 0) + 1, others: [] }));
  return { box: { x0, y0, x1: x0 + (middles.at(-1) ?? 0) + 6, y1: y0 + height }, reading: { text, confidence: 0.9, characters } };
}
const steps = (count: number, step: number): number[] => Array.from({ length: count }, (_, i) => 6 + step * i);
const label = line('主动公开政府信息情况', 50, 100, steps(10, 10));
const words = (lines: readonly FoundLine[], rulings: readonly Ruling[] = []): ReturnType<typeof wordsOfLines> => wordsOfLines([label, ...lines], rulings, 1).slice(1);

describe('the words of a scanned page', () => {
  it('have the size that the steps of their characters tell, whatever the height of their boxes is', () => {
    const [first] = wordsOfLines([label], [], 1);
    expect(first).toMatchObject({ text: '主动公开政府信息情况', size: 10 });
    expect(words([line('本年新收数量', 50, 130, steps(6, 10), 19)])[0]).toMatchObject({ size: 10 });
  });
  it('are numbers as high as the text beside them, and spelled in digits, where they can be nothing else', () => {
    const [zero, ten] = words([line('o', 200, 103, [4], 8), line('1O', 240, 98, [4, 9], 18)]);
    expect([zero?.text, ten?.text]).toEqual(['0', '10']);
    const height = (w: typeof zero): number => (w?.box.y1 ?? 0) - (w?.box.y0 ?? 0);
    expect(height(zero)).toBeCloseTo(height(ten));
    expect(((zero?.box.y0 ?? 0) + (zero?.box.y1 ?? 0)) / 2).toBeCloseTo(107);
  });
  it('are no numbers among other characters', () => {
    expect(words([line('第O项', 200, 100, steps(3, 10)), line('日', 260, 100, [5])]).map((w) => w.text)).toEqual(['第O项', '日']);
  });
  it('are cut where a step is far wider than the others of its line, though its box be high', () => {
    expect(words([line('自然人商业企', 200, 100, [6, 16, 26, 46, 56, 66], 26)]).map((w) => w.text)).toEqual(['自然人', '商业企']);
  });
  it('are cut at rules, and end before them', () => {
    const rule: Ruling = { axis: 'vertical', at: 232, from: 50, to: 200, thickness: 1 };
    const [a, b] = words([line('自然人商业企', 200, 100, steps(6, 10))], [rule]);
    expect([a?.text, b?.text]).toEqual(['自然人', '商业企']);
    expect(a?.box.x1).toBeLessThan(232);
    expect(b?.box.x0).toBeGreaterThan(232);
  });
  it('stay as they are where no line tells the size of the text', () => {
    expect(wordsOfLines([line('o', 200, 103, [4], 8)], [], 1)).toMatchObject([{ text: 'o' }]);
  });
});
