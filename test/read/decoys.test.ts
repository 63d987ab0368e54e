import type { Page } from '../../src/model/page.js';
import { read } from '../../src/read/readers.js';
import { tinyPdf } from './tiny-pdf.js';

async function page(...args: Parameters<typeof tinyPdf>): Promise<Page> {
  const { document } = await read(tinyPdf(...args), { pages: 1 });
  const first = document.pages[0];
  if (!first) throw new Error('no page');
  return first;
}

const texts = (words: Page['hidden'] | undefined): string[] => (words ?? []).map((w) => w.text);
const line = (text: string, x: number, y: number, size = 10): string => `BT /F1 ${String(size)} Tf ${String(x)} ${String(y)} Td (${text}) Tj ET`;
const states = '/ExtGState << /Pale << /ca 0.2 >> /Solid << /ca 1 >> /Multiply << /BM /Multiply >> >>';
const body = [line('125', 100, 200), line('37', 100, 180), line('4', 100, 160), line('58', 200, 160)].join(' ');

describe('what a reader of the page does not see', () => {
  it.each([
    ['an outline in white round no fill', `1 Tr 1 1 1 RG ${line('66', 100, 200)}`],
    ['type of one point among others', `${body} ${line('66', 100, 140, 1)}`],
    ['ink so thin that it is the paper’s colour', `/Faintest gs ${line('66', 100, 200)}`],
    ['what a group makes transparent, though it is opaque inside', `/Faintest gs /G Do`],
  ])('is hidden: %s', async (_, content) => {
    const group = `<< /Type /XObject /Subtype /Form /BBox [0 0 400 300] /Group << /S /Transparency >> /Resources << /Font << /F1 5 0 R >> /ExtGState << /Solid << /ca 1 >> >> >> /Length 50 >>\nstream\n${`/Solid gs ${line('66', 100, 200)}`.padEnd(50)}\nendstream`;
    const { words, hidden } = await page(content, '', '/ExtGState << /Faintest << /ca 0.05 >> >> /XObject << /G 6 0 R >>', [group]);
    expect(texts(words)).not.toContain('66');
    expect(texts(hidden)).toEqual(['66']);
  });

  it('is not the text inside of a soft mask, which is painted nowhere', async () => {
    const mask = `<< /Type /XObject /Subtype /Form /BBox [0 0 400 300] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /Font << /F1 5 0 R >> >> /Length 50 >>\nstream\n${line('66', 100, 200).padEnd(50)}\nendstream`;
    const { words } = await page(`/Masked gs ${line('95', 200, 200)}`, '', '/ExtGState << /Masked << /SMask << /S /Luminosity /G 6 0 R >> >> >>', [mask]);
    expect(texts(words)).toEqual(['95']);
  });

  it('is what was printed below a patch; what is printed on it is seen', async () => {
    const { words, hidden } = await page(`${line('66', 100, 200)} 1 g 95 195 40 16 re f 0 g ${line('95', 100, 200)}`);
    expect([texts(words), texts(hidden)]).toEqual([['95'], ['66']]);
  });
});

describe('a picture under text', () => {
  it('leaves what is printed on it seen, and what is transparent hidden: the text of a scanning program', async () => {
    const picture = '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /ASCIIHexDecode /Length 7 >>\nstream\nffffff>\nendstream';
    const { words, hidden } = await page(`q 400 0 0 300 0 0 cm /P Do Q ${line('95', 100, 200)} /None gs ${line('66', 200, 200)}`, '', '/ExtGState << /None << /ca 0 >> >> /XObject << /P 6 0 R >>', [picture]);
    expect([texts(words), texts(hidden)]).toEqual([['95'], ['66']]);
  });
});

describe('a picture over text', () => {
  const raster = (space: string, data: string, more = ''): string => `<< /Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /${space} /Filter /ASCIIHexDecode ${more} /Length ${String(data.length)} >>\nstream\n${data}\nendstream`;
  const over = (state: string, y = 195): string => `${line('66', 100, 200)} q ${state} 40 0 0 16 95 ${String(y)} cm /P Do Q`;
  const resources = `${states} /XObject << /P 6 0 R >>`;

  it.each([
    ['hides it where it is opaque', over(''), [raster('DeviceRGB', 'ffffffffffff>')], [], ['66']],
    ['hides it where its mask is opaque', over(''), [raster('DeviceRGB', 'ffffffffffff>', '/SMask 7 0 R'), raster('DeviceGray', 'ffff>')], [], ['66']],
    ['leaves it as it is where its mask lets all of it through', over(''), [raster('DeviceRGB', 'ffffffffffff>', '/SMask 7 0 R'), raster('DeviceGray', '0000>')], [['66', undefined]], []],
    ['makes it doubtful where it is half transparent', over(''), [raster('DeviceRGB', 'ff0000ff0000>', '/SMask 7 0 R'), raster('DeviceGray', '8080>')], [['66', true]], []],
    ['makes it doubtful where it is painted with little opacity', over('/Pale gs'), [raster('DeviceRGB', 'ff0000ff0000>')], [['66', true]], []],
    ['makes it doubtful where it darkens what is below', over('/Multiply gs'), [raster('DeviceRGB', 'ff0000ff0000>')], [['66', true]], []],
    ['leaves it as it is where it is clipped away', over('0 0 50 50 re W n'), [raster('DeviceRGB', 'ffffffffffff>')], [['66', undefined]], []],
    ['leaves it as it is where it lies beside it', over('', 230), [raster('DeviceRGB', 'ffffffffffff>')], [['66', undefined]], []],
  ])('%s', async (_, content, pictures, seen, unseen) => {
    const { words, hidden } = await page(content, '', resources, pictures);
    expect(words.map((w) => [w.text, w.under])).toEqual(seen);
    expect(texts(hidden)).toEqual(unseen);
  });
});

describe('a watermark across the text', () => {
  it.each([
    ['large and grey', `0.8 g ${line('2023', 90, 165, 40)} 0 g ${body}`],
    ['large and transparent', `${body} /Pale gs ${line('2023', 90, 165, 40)}`],
    ['large and pale, over rulings alone', `${body} 1 w 200 100 m 380 100 l S 0.8 g ${line('2023', 220, 90, 40)}`],
    ['small, and strewn over the page', `${body} /Pale gs ${[[101, 201], [101, 181], [101, 162], [201, 162], [300, 100]].map(([x = 0, y = 0]) => line('2023', x, y)).join(' ')}`],
  ])('is no word: %s', async (_, content) => {
    const { words, watermarks } = await page(content, '', states);
    expect(texts(words)).toEqual(['125', '37', '4', '58']);
    expect([...new Set(texts(watermarks))]).toEqual(['2023']);
  });

  it('that is dark is one where it returns on other pages', async () => {
    const { document } = await read(threePages(`${body} 0.3 g ${line('2023', 90, 165, 40)}`), { pages: 3 });
    expect(document.pages.map((p) => texts(p.words))).toEqual(Array(3).fill(['125', '37', '4', '58']));
  });

  it('is none where it is the large title of a page, though pale, or though it returns', async () => {
    expect(texts((await page(`0.7 g ${line('2023', 90, 240, 40)} 0 g ${body}`, '', states)).words)).toContain('2023');
    const { document } = await read(threePages(`${line('2023', 90, 240, 40)} ${body}`), { pages: 3 });
    expect(texts(document.pages[1]?.words)).toContain('2023');
  });

  it('that is small and stands once leaves its mark, so that nobody takes it for a number', async () => {
    const { words } = await page(`${body} /Pale gs ${line('2023', 101, 201)}`, '', states);
    expect(words.filter((w) => w.faint).map((w) => w.text)).toEqual(['2023']);
  });

  it('is none where numbers are printed in a pale ink and lie across nothing', async () => {
    const { words } = await page(`${body} 0.7 g ${line('0', 250, 200)} ${line('0', 250, 180)}`);
    expect(words.map((w) => w.faint)).toEqual(Array(6).fill(undefined));
    expect(words).toHaveLength(6);
  });

  it('is none where the whole page is printed in a pale ink', async () => {
    const { words } = await page(`0.7 g ${body} 0 g ${line('7', 300, 280)}`);
    expect(words.some((w) => w.faint)).toBe(false);
    expect(words).toHaveLength(5);
  });
});

describe('a pale copy of each character beside it', () => {
  it('is its shadow, and no word', async () => {
    const { words } = await page(`0.7 g ${line('11', 101.2, 198.8)} 0 g ${line('11', 100, 200)}`);
    expect(words.map((w) => [w.text, w.faint])).toEqual([['11', undefined]]);
  });
});

/** The same content on three pages. */
function threePages(content: string): Uint8Array {
  const more = [4, 4].map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>');
  const text = Buffer.from(tinyPdf(content, '', '', more)).toString('latin1');
  return Buffer.from(text.replace('/Kids [3 0 R] /Count 1', '/Kids [3 0 R 6 0 R 7 0 R] /Count 3'), 'latin1');
}
