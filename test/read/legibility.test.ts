import type { Box } from '../../src/model/box.js';
import type { Page, Word } from '../../src/model/page.js';
import { toRead } from '../../src/read/legibility.js';

const sheet: Page = { number: 1, width: 600, height: 800, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks: [] };
const box = (x0: number, y0: number, x1: number, y1: number): Box => ({ x0, y0, x1, y1 });
const all = box(0, 0, 600, 800);
const word = (text: string, x0: number, y0: number, more: Partial<Word> = {}): Word => ({ text, box: box(x0, y0, x0 + 10 * text.length, y0 + 10), size: 10, vertical: false, ...more });
/** So many characters of a report, line by line from there. */
const prose = (characters: number, y0 = 60): Word[] => Array.from({ length: Math.ceil(characters / 40) }, (_, i) => word('本年度主动公开政府信息'.repeat(4).slice(0, Math.min(40, characters - 40 * i)), 60, y0 + 14 * i));
const read = (more: Partial<Page>): ReturnType<typeof toRead> => toRead({ ...sheet, ...more });

describe('a page that is one picture', () => {
  it('is read from it where the text is invisible, be it rubbish or right: nobody can see which', () => {
    expect(read({ pictures: [{ box: all }], hidden: prose(900) })).toBe('page');
  });
  it('is read from it where the text lies under it', () => {
    expect(read({ pictures: [{ box: all }], words: prose(900).map((w) => ({ ...w, under: true as const })) })).toBe('page');
  });
  it('is read from it where a scanning program has stamped it, at length, in the margin', () => {
    const stamp = [word('Scanned with ScanMaster Pro - page 1 of 12 of this document', 10, 785), word('2024-03-01 10:21 by the archive of the office', 10, 20)];
    expect(read({ pictures: [{ box: all }], words: stamp })).toBe('page');
  });
  it('is not read where it lies under a page of text, as a letterhead does', () => {
    expect(read({ pictures: [{ box: all }], words: prose(900) })).toBe('nothing');
  });
});

describe('a page of text with pictures', () => {
  const above = box(60, 300, 540, 500);
  const below = box(60, 520, 540, 700);

  it('is read from each picture that may be a table', () => {
    expect(read({ words: prose(400), pictures: [{ box: below }, { box: above }] })).toEqual({ regions: [above, below] });
  });
  it('is read from the strips of a picture as one', () => {
    const strips = [box(60, 300, 540, 350), box(60, 350, 540, 400), box(60, 400.4, 540, 450)];
    expect(read({ words: prose(400), pictures: strips.map((b) => ({ box: b })) })).toEqual({ regions: [box(60, 300, 540, 450)] });
  });
  it('is read once where pictures lie over one another', () => {
    expect(read({ words: prose(400), pictures: [{ box: above }, { box: box(100, 350, 500, 450) }] })).toEqual({ regions: [above] });
  });
  it('is read from a picture with a stamp on it, and not from one under text', () => {
    expect(read({ words: [...prose(400), word('第3页', 500, 480)], pictures: [{ box: above }] })).toEqual({ regions: [above] });
    expect(read({ words: [...prose(400), ...prose(80, 320)], pictures: [{ box: above }] })).toBe('nothing');
  });
  it('is not read from what is too small for a table, or stands off the page', () => {
    expect(read({ words: prose(400), pictures: [{ box: box(60, 60, 160, 160) }, { box: box(700, 100, 1200, 400) }] })).toBe('nothing');
  });
});

describe('a page without pictures', () => {
  it('is read as it is drawn where it has lines and no text: its text may be drawn as outlines', () => {
    expect(read({ rulings: [{ axis: 'horizontal', at: 100, from: 50, to: 500, thickness: 1 }] })).toBe('page');
  });
  it('is read as it is drawn where its characters are of no language', () => {
    expect(read({ words: [word('\u{e001}\u{e002}\u{e003}', 60, 60)] })).toBe('page');
  });
  it('is not read where it has text, or nothing at all', () => {
    expect(read({ words: prose(40) })).toBe('nothing');
    expect(read({})).toBe('nothing');
  });
});
