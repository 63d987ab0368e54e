import type { Page, Ruling, Word } from '../../src/model/page.js';
import { read } from '../../src/read/readers.js';
import { tinyPdf } from './tiny-pdf.js';

const limits = { pages: 10 };

async function page(...args: Parameters<typeof tinyPdf>): Promise<Page> {
  const { document } = await read(tinyPdf(...args), limits);
  const first = document.pages[0];
  if (!first) throw new Error('no page');
  return first;
}

const texts = (words: readonly Word[]): string[] => words.map((w) => w.text);
const at = (r: Ruling | undefined): unknown => r && { axis: r.axis, at: Math.round(r.at), from: Math.round(r.from), to: Math.round(r.to) };

describe('words', () => {
  it('stand where a reader of the page sees them, from the top left', async () => {
    const [word] = (await page('BT /F1 20 Tf 100 200 Td (95) Tj ET')).words;
    expect(word?.text).toBe('95');
    expect(word?.box.x0).toBeCloseTo(100, 0);
    expect(word?.box.x1).toBeCloseTo(122, 0);
    expect(word?.box.y1).toBeGreaterThan(100);
    expect(word?.box.y0).toBeLessThan(86);
  });

  it('turn with a page that is rotated', async () => {
    const { words, width, height } = await page('BT /F1 20 Tf 100 200 Td (95) Tj ET', '/Rotate 90');
    expect([width, height]).toEqual([300, 400]);
    expect(words[0]?.box.x0).toBeGreaterThan(190);
    expect(words[0]?.box.y0).toBeCloseTo(100, 0);
  });

  it('count from the corner of the crop box', async () => {
    const [word] = (await page('BT /F1 20 Tf 100 200 Td (95) Tj ET', '/CropBox [50 50 350 250]')).words;
    expect(word?.box.x0).toBeCloseTo(50, 0);
  });

  it('of two cells half a point apart are two words where a ruling stands between them', async () => {
    const content = 'BT /F1 10 Tf 100 200 Td (12) Tj ET BT /F1 10 Tf 111.6 200 Td (34) Tj ET';
    expect(texts((await page(content)).words)).toEqual(['1234']);
    expect(texts((await page(`111.35 190 m 111.35 220 l S ${content}`)).words)).toEqual(['12', '34']);
  });

  it('printed twice to look bold are counted once, and equal neighbours are not', async () => {
    const content = 'BT /F1 10 Tf 100 200 Td (110) Tj ET BT /F1 10 Tf 100.3 200 Td (110) Tj ET';
    expect(texts((await page(content)).words)).toEqual(['110']);
  });

  it('keep a character that a subset font has at the code of the blank', async () => {
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [32 /seven] >> >>';
    const { words } = await page('BT /F3 10 Tf 100 200 Td (9 9) Tj ET', '', '/Font << /F3 6 0 R >>', [font]);
    expect(texts(words)).toEqual(['979']);
  });

  it('inside a form stand where the form is painted', async () => {
    const form = '<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 30 40] /Resources << /Font << /F1 5 0 R >> >> /Length 33 >>\nstream\nBT /F1 10 Tf 10 20 Td (7) Tj ET  \nendstream';
    const { words } = await page('q 1 0 0 1 100 100 cm /X1 Do Q', '', '/XObject << /X1 6 0 R >>', [form]);
    expect(texts(words)).toEqual(['7']);
    expect(words[0]?.box.x0).toBeCloseTo(140, 0);
  });
});

describe('text that nobody sees', () => {
  it.each([
    ['in the invisible mode', 'BT 3 Tr /F1 10 Tf 100 200 Td (66) Tj ET'],
    ['white on white', 'BT 1 1 1 rg /F1 10 Tf 100 200 Td (66) Tj ET'],
    ['outside of the page', 'BT /F1 10 Tf 500 200 Td (66) Tj ET'],
    ['painted over by a patch', 'BT /F1 10 Tf 100 200 Td (66) Tj ET 1 1 1 rg 95 195 30 20 re f'],
    ['of the colour of its ground', '1 1 0 rg 90 190 60 30 re f BT 0.98 1 0 rg /F1 10 Tf 100 200 Td (66) Tj ET'],
    ['outside of what is clipped', 'q 0 0 50 50 re W n BT /F1 10 Tf 100 200 Td (66) Tj ET Q'],
  ])('is known as hidden: %s', async (_, content) => {
    const { words, hidden } = await page(content);
    expect(texts(words)).toEqual([]);
    expect(texts(hidden)).toEqual(['66']);
  });

  it('is not the white text on a dark ground', async () => {
    const { words } = await page('0 0 0.6 rg 90 190 60 30 re f BT 1 1 1 rg /F1 10 Tf 100 200 Td (66) Tj ET');
    expect(texts(words)).toEqual(['66']);
  });
});

describe('rulings', () => {
  it.each([
    ['a stroke', '50 100 m 250 100 l S'],
    ['a thin filled rectangle', '50 99.75 200 0.5 re f'],
    ['a row of dots', Array.from({ length: 100 }, (_, i) => `${String(50.25 + i * 2)} 99.75 0.75 0.75 re f`).join(' ') + ' 249.25 99.75 0.75 0.75 re f'],
    ['a stroke under a transform', 'q 2 0 0 2 0 0 cm 25 50 m 125 50 l S Q'],
    ['a thick stroke across', 'q 200 w 150 99.75 m 150 100.25 l S Q'],
  ])('are seen as lines, however they are drawn: %s', async (_, content) => {
    expect(at((await page(content)).rulings[0])).toEqual({ axis: 'horizontal', at: 200, from: 50, to: 250 });
  });

  it('are four for a stroked rectangle', async () => {
    expect((await page('50 100 200 80 re S')).rulings).toHaveLength(4);
  });

  it('are none for a white line, and none for a filled area', async () => {
    expect((await page('1 1 1 RG 50 100 m 250 100 l S 0.8 g 50 100 200 80 re f')).rulings).toEqual([]);
  });

  it('end where they are clipped', async () => {
    expect(at((await page('q 0 0 150 300 re W n 50 100 m 250 100 l S Q')).rulings[0])).toMatchObject({ from: 50, to: 150 });
  });
});

describe('a document that can not be read', () => {
  it.each([
    ['no bytes', new Uint8Array(), 'empty-file'],
    ['no more than a beginning', Buffer.from('%PDF-1.7\n'), 'unreadable'],
    ['bytes of no known format', Buffer.from([0, 1, 2, 3, 255]), 'unknown-format'],
  ])('is a finding that says why: %s', async (_, bytes, code) => {
    await expect(read(bytes, limits)).rejects.toMatchObject({ finding: { code } });
  });
});
