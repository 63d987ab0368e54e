import type { Word } from '../../src/model/page.js';
import { read } from '../../src/read/readers.js';
import { tinyPdf } from './tiny-pdf.js';

async function wordsOf(...args: Parameters<typeof tinyPdf>): Promise<readonly Word[]> {
  const { document } = await read(tinyPdf(...args), { pages: 1 });
  return document.pages[0]?.words ?? [];
}

const placed = ({ text, turn, box }: Word): unknown => ({ text, turn, x0: Math.round(box.x0), y0: Math.round(box.y0), x1: Math.round(box.x1), y1: Math.round(box.y1) });

/** A font whose text runs downwards; its code 1 is the digit 7. */
const downwards = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-V /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>',
  '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 9 0 R >>',
  '<< /Length 101 >>\nstream\n1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0001> <0009> <0031> endbfrange  \nendstream',
  '<< /Type /FontDescriptor /FontName /Helvetica /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
];

describe('text that is set turned on an upright page', () => {
  it.each([
    ['downwards', '0 -1 1 0', { turn: 90, x0: 99, y0: 100, x1: 109, y1: 117 }],
    ['upside down', '-1 0 0 -1', { turn: 180, x0: 83, y0: 99, x1: 100, y1: 109 }],
    ['upwards', '0 1 -1 0', { turn: 270, x0: 91, y0: 83, x1: 101, y1: 100 }],
  ])('is a word along its own line: %s', async (_, matrix, place) => {
    expect((await wordsOf(`BT /F1 10 Tf ${matrix} 100 200 Tm (195) Tj ET`)).map(placed)).toEqual([{ text: '195', ...place }]);
  });

  it('is cut where a ruling runs across its line, and nowhere else', async () => {
    const words = await wordsOf('90 194.5 m 130 194.5 l S 104 150 m 104 210 l S BT /F1 10 Tf 0 -1 1 0 100 200 Tm (195) Tj ET');
    expect(words.map((w) => w.text)).toEqual(['1', '95']);
  });

  it('is upright where the page is rotated so that a viewer shows it upright', async () => {
    const words = await wordsOf('BT /F1 10 Tf 0 1 -1 0 100 200 Tm (195) Tj ET', '/Rotate 90');
    expect(words.map((w) => [w.text, w.turn])).toEqual([['195', undefined]]);
  });

  it('is upright where both its matrices turn it, against one another', async () => {
    const words = await wordsOf('q 0 1 -1 0 300 0 cm BT /F1 10 Tf 0 -1 1 0 100 200 Tm (195) Tj ET Q');
    expect(words.map((w) => [w.text, w.turn])).toEqual([['195', undefined]]);
  });

  it('is no word where it is written downwards by its font', async () => {
    const words = await wordsOf('BT /F3 10 Tf 100 200 Td <00010002> Tj ET', '', '/Font << /F3 6 0 R >>', downwards);
    expect(words.map((w) => [w.text, w.vertical, w.turn])).toEqual([['12', true, undefined]]);
  });
});

describe('text that is set askew', () => {
  it.each([
    ['by 45 degrees', '0.7071 0.7071 -0.7071 0.7071'],
    ['by 20 degrees', '0.9397 0.342 -0.342 0.9397'],
    ['as in a mirror', '-1 0 0 1'],
  ])('is a watermark, and neither a word nor a cut through one: %s', async (_, matrix) => {
    const { document } = await read(tinyPdf(`BT /F1 10 Tf 100 200 Td (1) Tj ET BT /F1 30 Tf ${matrix} 95 190 Tm (2023) Tj ET BT /F1 10 Tf 105.56 200 Td (95) Tj ET`), { pages: 1 });
    expect(document.pages[0]?.words.map((w) => w.text)).toEqual(['195']);
    expect(document.pages[0]?.watermarks?.map((w) => w.text).join('')).toContain('2023');
  });

  it('is read where it leans no further than a sheet that was laid on a scanner', async () => {
    expect((await wordsOf('BT /F1 10 Tf 0.9994 0.0349 -0.0349 0.9994 100 200 Tm (195) Tj ET')).map((w) => [w.text, w.turn])).toEqual([['195', undefined]]);
  });
});
