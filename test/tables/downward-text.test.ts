import type { Word } from '../../src/model/page.js';
import { textOf } from '../../src/tables/cell-text.js';
import { word } from './drawn.js';

const cell = { x0: 0, y0: 0, x1: 60, y1: 100 };
const read = (words: readonly Word[]): string => textOf(words, cell).text;

/** The characters of a line that runs down from (x, y), each a word of its own; `pitch` in points. */
const column = (text: string, x: number, y: number, pitch = 10): Word[] => Array.from(text, (c, i) => word(c, x, y + i * pitch));

describe('text that runs downwards in a cell', () => {
  it('is read from right to left where it is written in two columns, one after the other', () => {
    expect(read([...column('法律服', 40, 20), ...column('务机构', 27, 20)])).toBe('法律服\n务机构');
  });

  it('is read downwards though its columns are not equally long, and not quite tight', () => {
    expect(read([...column('科研机', 40, 20, 11.5), ...column('构', 27, 31)])).toBe('科研机\n构');
  });

  it('is a line for each character where there is one column', () => {
    expect(read(column('总计', 30, 20)).replace(/\n/g, '')).toBe('总计');
  });

  it('is read across where it is two spaced lines that are printed one after the other', () => {
    expect(read([word('商', 20, 20), word('业', 40, 20), word('企', 20, 31), word('业', 40, 31)])).toBe('商业\n企业');
  });

  it('is never what numbers are', () => {
    expect(read([word('1', 40, 20), word('2', 40, 30), word('3', 20, 20), word('4', 20, 30)]).replace(/ /g, '')).toBe('31\n42');
  });

  it('has brackets and digits that lie on their side in their places', () => {
    const lying = (text: string, x: number, y: number): Word => ({ ...word(text, x, y), turn: 90 });
    expect(read([lying('(', 30, 10), ...column('三', 30, 20), lying(')', 30, 30), ...column('不予公开', 30, 40)])).toBe('(三)不予公开');
  });

  it('has what is set upright among vertical characters in its place', () => {
    const vertical: Word = { ...word('其中', 30, 20), box: { x0: 25, y0: 10, x1: 35, y1: 30 }, vertical: true };
    expect(read([vertical, word('16', 30, 36), { ...vertical, text: '件', box: { x0: 25, y0: 42, x1: 35, y1: 52 } }])).toBe('其中16件');
  });
});
