import { scanPage } from '../../src/ocr/scan-page.js';
import { turned } from '../../src/ocr/picture/turn.js';
import type { FoundLine, PageReader } from '../../src/ocr/text-reader.js';
import type { Raster } from '../../src/model/picture.js';

/** A page of which a black corner tells the way round. */
function page(): Raster {
  const [width, height] = [300, 420];
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 2; y < 40; y++) pixels.fill(0, y * width + 2, y * width + 40);
  return { width, height, dpi: 36, pixels };
}

const line = (text: string, confidence: number, isTall: boolean): FoundLine => ({
  box: isTall ? { x0: 60, y0: 10, x1: 80, y1: 200 } : { x0: 60, y0: 10, x1: 250, y1: 30 },
  reading: { text, confidence, characters: Array.from(text).map((c, i) => ({ text: c, x0: i * 7, x1: i * 7 + 6, confidence, others: [] })) },
});

const isUpright = ({ pixels, width }: Raster): boolean => (pixels[20 * width + 20] ?? 255) < 128;

/** Reads Chinese where the black corner is at the top left; elsewhere rubbish, and digits as well as ever. */
const reader: PageReader = {
  name: 'a reader of upright Chinese',
  readPage(picture) {
    const isSideways = picture.width > picture.height;
    return Promise.resolve(isUpright(picture) ? [line('本年新收政府信息公开申请数量本年度办理结果予以公开', 0.99, false)] : [line('的一', 0.4, isSideways), ...Array.from({ length: 9 }, () => line('00806', 0.99, isSideways))]);
  },
  readLines: () => Promise.resolve([]),
  readNumbers: () => Promise.resolve([]),
  close: () => Promise.resolve(),
};

describe('a page that lies on its side or on its head', () => {
  it.each([0, 90, 180, 270] as const)('is turned until its Chinese can be read, though its digits can be read any way round: %s degrees', async (turn) => {
    const shown = turn === 0 ? page() : turned(page(), turn);
    const scanned = await scanPage({ all: shown, withoutRed: shown }, reader);
    expect([scanned.width, scanned.height].map(Math.round)).toEqual([600, 840]);
    expect(scanned.words.map((w) => w.text).join('')).toContain('本年新收');
  });
});
