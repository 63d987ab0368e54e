import type { Grid } from '../../src/model/grid.js';
import type { LabelScore } from '../../src/tables/mend.js';
import type { Word } from '../../src/model/page.js';
import { shown } from './drawn.js';

/** Width of a text in em: a Chinese or full-width character is one wide, any other a half. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, c) => sum + (/[⺀-鿿＀-￯、-〿]/u.test(c) ? 1 : 0.5), 0);

/** Words of a text that begins at x, with its middle at y (points); a blank parts words, and is a quarter of an em wide. */
export function begins(text: string, x: number, y: number, size = 10): Word[] {
  let at = x;
  return text.split(' ').flatMap((part): Word[] => {
    const x0 = at;
    at = x0 + size * widthOf(part) + 0.25 * size;
    return part === '' ? [] : [{ text: part, box: { x0, x1: x0 + size * widthOf(part), y0: y - size / 2, y1: y + size / 2 }, size, vertical: false }];
  });
}

const lengthOf = (text: string, size: number): number => size * (widthOf(text.replaceAll(' ', '')) + 0.25 * (text.split(' ').length - 1));

/** The same, with its end at x. */
export const ends = (text: string, x: number, y: number, size = 10): Word[] => begins(text, x - lengthOf(text, size), y, size);

/** The same, with its middle at x. */
export const centred = (text: string, x: number, y: number, size = 10): Word[] => begins(text, x - lengthOf(text, size) / 2, y, size);

/** A label that begins at `stub`, and numbers that end at the columns; '' leaves a place blank. */
export const row = (y: number, label: string, numbers: readonly (string | number)[], { stub = 100, columns = [300, 380, 460, 540] }: { readonly stub?: number; readonly columns?: readonly number[] } = {}): Word[] => [
  ...begins(label, stub, y),
  ...numbers.flatMap((n, i) => (n === '' ? [] : ends(String(n), columns[i] ?? 0, y))),
];

/** How much of one of these labels a text is: as good as the real measure for tests. */
export const scoreOf = (known: readonly string[]): LabelScore => (text) => Math.max(0, ...known.map((k) => (k === text ? 1 : text !== '' && (k.includes(text) || text.includes(k)) ? Math.min(k.length, text.length) / Math.max(k.length, text.length) : 0)));

export const nothingKnown: LabelScore = () => 0;

/** A grid as a list of rows of texts, as `shown`; a cell that is unclear ends in a question mark. */
export const doubts = (grid: Grid | undefined): string[][] => shown(grid && { ...grid, cells: grid.cells.map((c) => (c.unclear ? { ...c, text: `${c.text}?` } : c)) });
