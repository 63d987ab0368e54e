import { scanPage } from '../../src/ocr/scan-page.js';
import { showThrough, withoutPale } from '../../src/ocr/show-through.js';
import type { FoundLine, PageReader } from '../../src/ocr/text-reader.js';
import type { Raster } from '../../src/model/picture.js';

const [width, height] = [400, 560];
/** Rows at which bars stand that are lines of print, and of what shines through. */
const front = [60, 120, 180];
const back = [90, 150, 210];

/** A page of bars for lines: black ones, and one shade for those of its back. */
function page(shade: number): Raster {
  const pixels = new Uint8Array(width * height).fill(255);
  const bar = (y: number, value: number): void => {
    for (let row = y; row < y + 8; row++) for (let x = 40; x < 240; x += 4) pixels.fill(value, row * width + x, row * width + x + 2);
  };
  for (const y of front) bar(y, 0);
  for (const y of back) bar(y, shade);
  return { width, height, dpi: 48, pixels };
}

const line = (y: number, confidence: number): FoundLine => ({
  box: { x0: 36, x1: 244, y0: y - 2, y1: y + 10 },
  reading: { text: '本年新收政府信息公开申请', confidence, characters: Array.from('本年新收政府信息公开申请').map((text, i) => ({ text, x0: i * 16, x1: i * 16 + 14, confidence, others: [] })) },
});

const lines = (ofBack: number): FoundLine[] => [...front.map((y) => line(y, 0.99)), ...back.map((y) => line(y, ofBack))];
const darkest = ({ pixels }: Raster, y: number): number => pixels.subarray(y * width, (y + 8) * width).reduce((a, b) => Math.min(a, b), 255);

describe('what shines through from the back of a page', () => {
  it('is pale and can\'t be read, and goes, while the print stays as black as it is', () => {
    const white = showThrough(page(215), lines(0.4));
    expect(white).toBeLessThan(215);
    const rest = withoutPale(page(215), white ?? 0);
    expect(back.map((y) => darkest(rest, y))).toEqual([255, 255, 255]);
    expect(front.map((y) => darkest(rest, y))).toEqual([0, 0, 0]);
  });

  it('is not pale print: that can be read', () => {
    expect(showThrough(page(215), lines(0.97))).toBeNull();
  });

  it('is not dark print that can\'t be read', () => {
    expect(showThrough(page(90), lines(0.4))).toBeNull();
  });

  it('is nothing that one or two bad lines tell of, nor dirt that is taken for points', () => {
    expect(showThrough(page(215), lines(0.4).slice(0, -1))).toBeNull();
    const dirt = lines(0.4).map((l) => ({ ...l, reading: { ...l.reading, text: '.1:' } }));
    expect(showThrough(page(215), dirt)).toBeNull();
  });

  it('is kept from the readers, but no cell with a trace of it is a blank', async () => {
    const seen: number[] = [];
    const reader: PageReader = {
      name: 'a reader of the front',
      readPage(picture) {
        const isBackSeen = back.some((y) => darkest(picture, y) < 255);
        seen.push(isBackSeen ? 6 : 3);
        return Promise.resolve(isBackSeen ? lines(0.4) : front.map((y) => line(y, 0.99)));
      },
      readLines: () => Promise.resolve([]),
      readNumbers: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    };
    const shown = page(190);
    const scanned = await scanPage({ all: shown, withoutRed: shown }, reader);
    expect(seen.at(-1)).toBe(3);
    expect(scanned.words.map((w) => w.text).join('')).toBe('本年新收政府信息公开申请'.repeat(3));
    const k = 72 / 48;
    const { picture, filling } = scanned.cellAt({ x0: 30 * k, x1: 250 * k, y0: 145 * k, y1: 165 * k });
    expect(picture.pixels.every((value) => value === 255)).toBe(true);
    expect(filling).not.toBe('blank');
  });
});
