import type { ToldNumber } from './told-numbers.js';

/** Signs of a private area stand for the numbers, so that a pattern can't land inside one: the first sign says which, fillers keep the length. */
const firstSign = 0xe000;
const lastSign = 0xf7ff;
const filler = '\uf8ff';

/** Of a pattern: a number with its unit, and any sign that is part of one. */
export const numberSign = `[\\u{${firstSign.toString(16)}}-\\u{${lastSign.toString(16)}}]\\u{f8ff}*`;
export const anySign = `\\u{${firstSign.toString(16)}}-\\u{f8ff}`;

/** A plain text of the same length in which each number is signs. */
export function codedText(text: string, numbers: readonly ToldNumber[]): string {
  let coded = '';
  for (const [i, { from, to }] of numbers.slice(0, lastSign - firstSign).entries()) {
    coded += text.slice(coded.length, from) + String.fromCharCode(firstSign + i) + filler.repeat(to - from - 1);
  }
  return coded + text.slice(coded.length);
}

/** The index of the number that a sign stands for. */
export const numberAt = (coded: string, at: number): number => coded.charCodeAt(at) - firstSign;

/** Nothing in a stretch matches, while its length stays. */
export const setAside = (coded: string, from: number, to: number): string => coded.slice(0, from) + '\u0000'.repeat(to - from) + coded.slice(to);
