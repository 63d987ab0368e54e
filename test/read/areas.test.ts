import type { Area, Page, Ruling } from '../../src/model/page.js';
import { read } from '../../src/read/readers.js';
import { tinyPdf } from './tiny-pdf.js';

async function page(...args: Parameters<typeof tinyPdf>): Promise<Page> {
  const { document } = await read(tinyPdf(...args), { pages: 10 });
  const first = document.pages[0];
  if (!first) throw new Error('no page');
  return first;
}

const shown = ({ box, colour }: Area): unknown => [colour, ...[box.x0, box.y0, box.x1, box.y1].map(Math.round)];
const at = (r: Ruling): unknown => ({ axis: r.axis, at: Math.round(r.at), from: Math.round(r.from), to: Math.round(r.to) });
const bezier = (x: number, y: number, w: number, h: number, r: number): string =>
  `${x + r} ${y} m ${x + w - r} ${y} l ${x + w} ${y} ${x + w} ${y} ${x + w} ${y + r} c ${x + w} ${y + h - r} l ${x + w} ${y + h} ${x + w} ${y + h} ${x + w - r} ${y + h} c ${x + r} ${y + h} l ${x} ${y + h} ${x} ${y + h} ${x} ${y + h - r} c ${x} ${y + r} l ${x} ${y} ${x} ${y} ${x + r} ${y} c h`;

describe('areas', () => {
  it.each([
    ['a filled rectangle', '0.8 0.9 1 rg 50 100 200 80 re f', [['#cce6ff', 50, 120, 250, 200]]],
    ['one with round corners', `0.8 0.9 1 rg ${bezier(50, 100, 200, 80, 6)} f`, [['#cce6ff', 50, 120, 250, 200]]],
    ['ink that the paper shines through, as pale as it looks', '/G gs 0 g 50 100 200 80 re f', [['#e6e6e6', 50, 120, 250, 200]]],
    ['a part that is left by a clip', 'q 0 0 150 300 re W n 0.5 g 50 100 200 80 re f Q', [['#808080', 50, 120, 150, 200]]],
    ['white on a colour', '0 g 40 90 220 100 re f 1 g 50 100 200 80 re f', [['#000000', 40, 110, 260, 210], ['#ffffff', 50, 120, 250, 200]]],
    ['no white on white', '1 g 50 100 200 80 re f', []],
    ['none that is as good as white', '0.98 g 50 100 200 80 re f', []],
    ['no triangle', '0.5 g 50 100 m 250 100 l 150 180 l f', []],
    ['no thin one, which is a line', '0.5 g 50 100 200 2 re f', []],
  ])('are what is seen to be filled: %s', async (_, content, expected) => {
    expect((await page(content, '', '/ExtGState << /G << /ca 0.1 >> >>')).areas.map(shown)).toEqual(expected);
  });

  it('part the words that stand on two of them', async () => {
    const { words } = await page('0.8 g 60 190 51.35 30 re f 0.9 g 111.35 190 50 30 re f 0 g BT /F1 10 Tf 100 200 Td (12) Tj ET BT /F1 10 Tf 111.6 200 Td (34) Tj ET');
    expect(words.map((w) => w.text)).toEqual(['12', '34']);
  });

  it.each([
    ['a colour marks its last digit', '0.8 g 113.9 197 5.4 12 re f', '', '0.15', true],
    ['a colour marks its last digit, and its characters are spaced', '0.8 g 117 197 6 12 re f', '1 Tc', '0.15', true],
    ['two areas of one colour meet in it', '0.8 g 60 190 48.4 30 re f 108.4 190 50 30 re f', '', '0.15', true],
    ['all of it is marked', '0.8 g 100 197 19.5 12 re f', '', '0.15', undefined],
    ['all but what goes before it is marked', '0.8 g 105.6 197 19.5 12 re f', '', '-0.15', undefined],
  ])('leave a number whole that runs over their sides, and say so: %s', async (_, fill, spacing, text, runsOn) => {
    const { words } = await page(`${fill} 0 g BT /F1 10 Tf ${spacing} 100 200 Td (${text}) Tj ET`);
    expect(words.map((w) => [w.text, w.runsOn])).toEqual([[text, runsOn]]);
  });

  it('leave text whole of which a part is marked', async () => {
    const { words } = await page('0.8 g 110 197 15 12 re f 0 g BT /F1 10 Tf 100 200 Td (marked) Tj ET');
    expect(words.map((w) => [w.text, w.runsOn])).toEqual([['marked', undefined]]);
  });

  it('do not part two numbers that meet on the side between them, for nobody can tell them from one', async () => {
    const { words } = await page('0.8 g 60 190 51.12 30 re f 0.9 g 111.12 190 50 30 re f 0 g BT /F1 10 Tf 100 200 Td (12) Tj ET BT /F1 10 Tf 111.12 200 Td (34) Tj ET');
    expect(words.map((w) => [w.text, w.runsOn])).toEqual([['1234', true]]);
  });

  it('of transparent black hide no black text', async () => {
    const { words } = await page('/G gs 0 g 50 190 200 80 re f /F gs BT /F1 10 Tf 100 200 Td (12) Tj ET', '', '/ExtGState << /G << /ca 0.06 >> /F << /ca 1 >> >>');
    expect(words.map((w) => w.text)).toEqual(['12']);
  });
});

describe('white lines', () => {
  const line = { axis: 'horizontal', at: 200, from: 50, to: 250 };

  it.each([
    ['a stroke', '1 G 50 100 m 250 100 l S'],
    ['a thin rectangle', '1 g 50 99.5 200 1 re f'],
  ])('are seen on a colour: %s', async (_, content) => {
    expect((await page(`0.8 0.9 1 rg 40 60 220 80 re f ${content}`)).rulings.map(at)).toEqual([line]);
  });

  it('are seen as far as the colour goes', async () => {
    expect((await page('0.8 g 80 60 60 80 re f 180 60 40 80 re f 1 G 50 100 m 250 100 l S')).rulings.map(at)).toEqual([{ ...line, from: 80, to: 140 }, { ...line, from: 180, to: 220 }]);
  });

  it('are not seen under the colour, nor where white lies between', async () => {
    expect((await page('1 G 50 100 m 250 100 l S 0.8 g 40 60 220 80 re f')).rulings).toEqual([]);
    expect((await page('0.8 g 40 60 220 80 re f 1 g 45 70 210 60 re f 1 G 50 100 m 250 100 l S')).rulings).toEqual([]);
  });
});

describe('the sides of a box', () => {
  const box = [['horizontal', 50, 250], ['horizontal', 50, 250], ['vertical', 120, 200], ['vertical', 120, 200]];
  const sides = (rulings: readonly Ruling[]): unknown[] => rulings.map((r) => [r.axis, Math.round(r.from), Math.round(r.to)]).sort();

  it.each([
    ['as a ring', '50 100 200 80 re 52 102 196 76 re f*'],
    ['as a stroke with round corners', `${bezier(50, 100, 200, 80, 5)} S`],
    ['as a shadow that its inside is cut out of', 'q 0 0 400 300 re 51 101 198 78 re W* n 50 100 200 80 re f Q'],
    ['as four mitred sides', '50 100 m 250 100 l 248 102 l 52 102 l f 50 180 m 250 180 l 248 178 l 52 178 l f 50 100 m 50 180 l 52 178 l 52 102 l f 250 100 m 250 180 l 248 178 l 248 102 l f'],
    ['as all of it, clipped to each side', ['50 100 200 2', '50 178 200 2', '50 100 2 80', '248 100 2 80'].map((c) => `q ${c} re W n 50 100 200 80 re f Q`).join(' ')],
  ])('are four lines, and its inside is no area: %s', async (_, content) => {
    const { rulings, areas, words } = await page(`${content} BT /F1 10 Tf 100 140 Td (7) Tj ET`);
    expect(sides(rulings)).toEqual(box);
    expect(areas).toEqual([]);
    expect(words.map((w) => w.text)).toEqual(['7']);
  });
});

describe('a rule', () => {
  it.each([
    ['of thick round dots', Array.from({ length: 20 }, (_, i) => `${bezier(50 + i * 8, 99, 3, 3, 1.5)} f`).join(' '), { from: 50, to: 205 }],
    ['of thick square dots, a little off its line', Array.from({ length: 20 }, (_, i) => `${String(50 + i * 8)} ${String(99 + (i % 2) * 0.2)} 3.8 3.8 re f`).join(' '), { from: 50, to: 206 }],
    ['that leans by 1.5 points over 390', '5 100 m 395 101.5 l S', { from: 5, to: 395 }],
    ['of a very light grey', '0.91 G 50 100 m 250 100 l S', { from: 50, to: 250 }],
    ['no wider than a device can draw', '0 w 50 100 m 250 100 l S', { from: 50, to: 250 }],
  ])('is one line: %s', async (_, content, ends) => {
    expect((await page(content)).rulings.filter((r) => r.axis === 'horizontal').map(at)).toMatchObject([ends]);
  });

  it('of a grey that nobody sees is none', async () => {
    expect((await page('0.98 G 50 100 m 250 100 l S')).rulings).toEqual([]);
  });
});
