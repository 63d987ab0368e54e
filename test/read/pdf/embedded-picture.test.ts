import { read } from '../../../src/read/readers.js';
import type { PagePicture } from '../../../src/model/picture.js';
import { tinyPdf } from '../tiny-pdf.js';

const [columns, rows] = [300, 200];
/** Columns from 40 to 80 are black, rows from 20 to 48 red to the right of them: it is another picture however it is turned. */
const colourAt = (x: number, y: number): readonly [number, number, number] => (x >= 40 && x < 80 ? [0, 0, 0] : y >= 20 && y < 48 && x >= 80 ? [230, 30, 30] : [255, 255, 255]);

function image(dictionary: string, bytes: readonly number[]): string {
  const data = Buffer.from(bytes).toString('latin1');
  return `<< /Type /XObject /Subtype /Image /Width ${columns} /Height ${rows} ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

const places = Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (__, x) => [x, y] as const)).flat();
const coloured = image('/ColorSpace /DeviceRGB /BitsPerComponent 8', places.flatMap(([x, y]) => colourAt(x, y)));
const bits = (black: 0 | 1): number[] => Array.from({ length: rows }, (_, y) => Array.from({ length: Math.ceil(columns / 8) }, (__, byte) => Array.from({ length: 8 }, (___, bit) => (colourAt(byte * 8 + bit, y)[0] === 0 ? black : 1 - black)).reduce((sum, each) => sum * 2 + each, 0))).flat();

/** A page of 144 × 144 points, on which the picture is painted at 150 dpi, and something else. */
async function pictured(matrix: string, { more = '', page = '', picture = coloured }: { more?: string; page?: string; picture?: string } = {}): Promise<PagePicture> {
  const { document } = await read(tinyPdf(`q ${matrix} cm /Im1 Do Q ${more}`, `/CropBox [0 0 144 144] ${page}`, '/XObject << /Im1 6 0 R >>', [picture]), { pages: 10 });
  const own = await document.pictures?.pictureOf(1);
  await document.pictures?.close();
  if (!own) throw new Error('no picture');
  return own;
}

/** Mean difference of two pictures, of 255. */
const apart = (a: PagePicture, b: PagePicture): number => a.all.pixels.reduce((sum, value, i) => sum + Math.abs(value - (b.all.pixels[i] ?? 0)), 0) / a.all.pixels.length;

/** White on white: it is not seen, and makes the page one that has to be drawn. */
const drawn = '1 1 1 rg 1 1 1 1 re f';

describe('a page that is one picture', () => {
  it('is pictured by the pixels of that picture, as they are', async () => {
    const { all, withoutRed } = await pictured('144 0 0 96 0 48');
    expect([all.width, all.height, Math.round(all.dpi)]).toEqual([300, 300, 150]);
    const lightness = new Map([[0, 0], [30, 90], [255, 255]]);
    expect(places.every(([x, y]) => all.pixels[y * columns + x] === lightness.get(colourAt(x, y)[1]))).toBe(true);
    expect([...all.pixels.subarray(rows * columns)].every((value) => value === 255)).toBe(true);
    expect(withoutRed.pixels[30 * columns + 160]).toBe(255);
  });

  it.each([
    ['upright', '144 0 0 96 0 48'], ['mirrored', '-144 0 0 96 144 48'], ['upside down', '-144 0 0 -96 144 96'], ['flipped', '144 0 0 -96 0 96'],
    ['turned to the left', '0 144 -96 0 96 0'], ['turned to the right', '0 -144 96 0 0 144'], ['mirrored along one diagonal', '0 144 96 0 0 0'], ['along the other', '0 -144 -96 0 96 144'],
  ])('looks as it does when it is drawn (%s)', async (_, matrix) => {
    expect(apart(await pictured(matrix), await pictured(matrix, { more: drawn }))).toBeLessThan(3);
  });

  it.each([90, 180, 270])('looks as it does when it is drawn, on a page that is turned by %i', async (turn) => {
    const page = `/Rotate ${String(turn)}`;
    expect(apart(await pictured('144 0 0 96 0 48', { page }), await pictured('144 0 0 96 0 48', { page, more: drawn }))).toBeLessThan(3);
  });

  it.each([['as it is', '', 0], ['with black and white exchanged', '/Decode [1 0]', 1]] as const)('is black where its bits say so (%s)', async (_, decode, black) => {
    const { all } = await pictured('144 0 0 96 0 48', { picture: image(`/ColorSpace /DeviceGray /BitsPerComponent 1 ${decode}`, bits(black)) });
    expect(places.every(([x, y]) => all.pixels[y * columns + x] === (colourAt(x, y)[0] === 0 ? 0 : 255))).toBe(true);
  });

  it('is drawn where something else is seen on it: text, a line, a curve', async () => {
    for (const more of ['BT /F1 80 Tf 80 20 Td (5) Tj ET', '0 0 0 RG 8 w 100 8 m 100 120 l S', '0 0 0 RG 8 w 88 8 m 88 120 136 120 136 8 c S']) {
      const [plain, own] = [await pictured('144 0 0 96 0 48'), await pictured('144 0 0 96 0 48', { more })];
      expect(apart(plain, own)).toBeGreaterThan(2);
    }
  });

  it('is pictured as it is under text that nobody sees', async () => {
    expect(apart(await pictured('144 0 0 96 0 48'), await pictured('144 0 0 96 0 48', { more: 'BT 3 Tr /F1 80 Tf 80 20 Td (5) Tj ET' }))).toBe(0);
  });

  it('is cut where a clip cuts it', async () => {
    const { all } = await pictured('144 0 0 96 0 48', { more: '' });
    const clipped = await pictured('0 0 72 144 re W n 144 0 0 96 0 48');
    expect(all.pixels[30 * columns + 240]).toBeLessThan(120);
    expect(clipped.all.pixels[30 * columns + 240]).toBe(255);
  });
});
