import { tight } from './printed-grid.js';

/** More ways to cut a text than this are not weighed up. */
const mostWays = 20_000;

/** Numbers that stand apart in one cell, from left to right, where there are as many as cells (`64 0 0 2 0 4 70`); null otherwise. */
export function apart(text: string, cells: number): string[] | null {
  const parts = text.normalize('NFKC').trim().split(/\s+/u);
  return parts.length === cells && parts.every((p) => /^(?:0|[1-9]\d*)$/u.test(p)) ? parts : null;
}

/**
 * Every way to cut digits that run together (`640020470`) into a number for each
 * of some cells. No number begins with 0 but 0 itself. Empty where the text has
 * other characters, too few digits, or too many ways.
 */
export function waysToCut(text: string, cells: number): string[][] {
  const digits = text.normalize('NFKC').trim();
  if (!/^\d+$/u.test(digits) || digits.length < cells || cells < 2) return [];
  const ways: string[][] = [];
  const cut = (from: number, numbers: readonly string[]): void => {
    if (ways.length > mostWays) return;
    const left = cells - numbers.length;
    if (left === 0) {
      if (from === digits.length) ways.push([...numbers]);
      return;
    }
    const longest = digits[from] === '0' ? 1 : digits.length - from - (left - 1);
    for (let length = left === 1 ? digits.length - from : 1; length <= longest; length++) cut(from + length, [...numbers, digits.slice(from, from + length)]);
  };
  cut(0, []);
  return ways.length > mostWays ? [] : ways;
}

/** Whether a text may be the numbers of several cells: digits alone, one for each cell at least. */
export const runsTogether = (text: string, cells: number): boolean => cells > 1 && /^\d+$/u.test(text.normalize('NFKC').trim()) && tight(text).length >= cells;
