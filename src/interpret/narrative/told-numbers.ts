import { numeral, numeralCharacters } from './numerals.js';
import type { NarrativeSource } from './schema.js';

/** A number with its unit in a sentence. */
export interface ToldNumber {
  /** Where it stands in the plain text, with 约 before it and 左右 behind. */
  readonly from: number;
  readonly to: number;
  /** Plain decimal. */
  readonly value: string;
  /** As printed, with the multiple before it: 条, 万条, 万元. */
  readonly unit: string;
  /** 约, 近, 余, 多: it is not the number itself. */
  readonly isApproximate: boolean;
}

export type NumberWords = NarrativeSource['numbers'];

const either = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');

/**
 * Finds the numbers that have a unit, behind them or in brackets before them
 * (公开信息数(条):2140). None is the number of an article or of a
 * date (第3条), the end of a range (3至5件), a vague one (几十件), or one that is
 * cut or run together with another (1万2千条, 2013,120条).
 */
export function numberFinder({ multiples, counters, approximate, several }: NumberWords): (text: string) => ToldNumber[] {
  const arabic = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
  const chinese = `[${numeralCharacters}]+`;
  const pattern = new RegExp(`(?<before>${either(approximate.before)})?(?<number>${arabic}|${chinese})(?<multiple>${either(multiples)})?(?<inside>${either(approximate.inside)})?(?<multiple2>${either(multiples)})?(?<unit>${either(counters)})(?<after>${either(approximate.after)})?`, 'gu');
  const numberSign = `\\d${numeralCharacters}`;
  const cut = new RegExp(`(?:第|无|(?:未|没有?)(?:曾|有)?(?:发生|出现|收到|接到|受理|产生|引发)?(?:过|任何)?|\\d[.,]?|[${numeralCharacters}亿/]|[${numberSign}](?:${either(counters)})?[-~—–至到])$`, 'u');
  const vague = new RegExp(`(?:${either(several)})$`, 'u');
  const rangeGoesOn = new RegExp(`^[-~—–至到][${numberSign}]`, 'u');
  // A blank form's label has its unit with it.
  const headed = new RegExp(`\\((?<unit>${either(counters)})\\)(?:为|是|:)*(?<number>${arabic})(?=[,;。、()]|$)`, 'gu');
  return (text) =>
    [...headedNumbers(text, headed), ...[...text.matchAll(pattern)].flatMap((match): ToldNumber[] => {
      const { before = '', number = '', multiple = '', inside = '', multiple2 = '', unit = '', after } = match.groups ?? {};
      const from = match.index + before.length;
      const to = match.index + match[0].length;
      if (cut.test(text.slice(Math.max(0, from - 8), from)) || rangeGoesOn.test(text.slice(to, to + 2)) || (multiple !== '' && multiple2 !== '') || (/^[十百千万]/u.test(number) && vague.test(text.slice(Math.max(0, from - 4), from)))) return [];
      const value = /^\d/.test(number) ? number.replaceAll(',', '') : numeral(number)?.toString();
      if (value === undefined || /^0\d/.test(value)) return [];
      return [{ from: match.index, to, value, unit: multiple + multiple2 + unit, isApproximate: before !== '' || inside !== '' || after !== undefined }];
    })].sort((a, b) => a.from - b.from);
}

function headedNumbers(text: string, headed: RegExp): ToldNumber[] {
  return [...text.matchAll(headed)].map(({ index, 0: whole, groups: { number = '', unit = '' } = {} }) => ({ from: index, to: index + whole.length, value: number.replaceAll(',', ''), unit, isApproximate: false }));
}

/** How many a unit with a multiple stands for: 万条 is 10,000. */
export function multipleOf(unit: string): number {
  const factors: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
  return factors[unit.slice(0, 1)] ?? 1;
}

/** Whether two numbers, told with their units, may be the same: 19.97万条 and 199661条 are, as far as is told. */
export function mayBeSame(a: { readonly value: string; readonly unit: string }, b: { readonly value: string; readonly unit: string }): boolean {
  const exact = ({ value, unit }: typeof a): { number: number; off: number } => {
    const multiple = multipleOf(unit);
    const decimals = value.split('.')[1]?.length ?? 0;
    return { number: Number(value) * multiple, off: multiple === 1 ? 0 : (multiple / 10 ** decimals) * 0.5 };
  };
  const [one, other] = [exact(a), exact(b)];
  return Math.abs(one.number - other.number) <= Math.max(one.off, other.off) + 1e-9;
}
