import { repeated, saidEachTime } from '../../src/ocr/readers/pp-ocr/repeated.js';
import type { Reading } from '../../src/ocr/text-reader.js';

const reading = (text: string, confidences: readonly number[]): Reading => ({ text, confidence: Math.min(...confidences), characters: Array.from(text, (c, i) => ({ text: c, confidence: confidences[i] ?? 0, x0: 10 * i, x1: 10 * i + 8, others: [{ text: '6', confidence: 0.1 }] })) });

describe('a digit in which a reader sees nothing', () => {
  it('is shown so many times side by side', () => {
    const picture = { width: 2, height: 2, pixels: Uint8Array.of(1, 2, 3, 4), dpi: 150 };
    expect(repeated(picture, 3)).toEqual({ width: 6, height: 2, pixels: Uint8Array.of(1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4), dpi: 150 });
  });

  it('is what is read each time, as sure as it is the least sure time', () => {
    expect(saidEachTime(reading('000', [0.9, 0.7, 0.8]), 3)).toMatchObject({ text: '0', confidence: 0.7, characters: [{ text: '0', x0: 0, x1: 8 }] });
  });

  it.each(['0', '00', '0000', '006', '00.', ''])('is nothing where “%s” is read of three', (text) => {
    expect(saidEachTime(reading(text, [0.9, 0.9, 0.9, 0.9]), 3)).toBeNull();
  });
});
