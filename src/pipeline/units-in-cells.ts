import { isNumberLike } from '../ocr/line-words.js';

/** A number as a page has it in a cell, and the unit that is printed behind it. */
export interface NumberWithUnit {
  /** As it was read with the line: digits, or what they are taken for. */
  readonly number: string;
  readonly unit: string;
}

/** The number and the unit of a cell's text; null where it is anything else. */
export function numberWithUnit(text: string, units: readonly string[]): NumberWithUnit | null {
  const whole = text.replace(/\s+/gu, '');
  const unit = units.filter((u) => whole.endsWith(u)).sort((a, b) => b.length - a.length)[0];
  if (unit === undefined) return null;
  const number = whole.slice(0, -unit.length);
  return isNumberLike(number) ? { number, unit } : null;
}

/** Whether what a reader says of the number alone can be what was read with its line: as many characters, and of digits the same. */
export function isTheSame(read: string, { number }: NumberWithUnit): boolean {
  return read.length === number.length && Array.from(number).every((c, i) => !/\d/.test(c) || c === read[i]);
}
