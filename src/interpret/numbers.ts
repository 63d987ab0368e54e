import type { LabelRules } from './forms/schema.js';
import { tight } from './printed-grid.js';

export type NumberKind = 'count' | 'change' | 'amount';

/** Digits that blanks stand between and that are one number all the same: in groups of three, or each alone. */
const spaced = /^[+-]?(?:\d{1,3}(?: \d{3})+|\d(?: \d)+)(?:\.\d+)?(?!\d| \d)/;

/** What a cell says. */
export interface PrintedNumber {
  /** Plain decimal; null for a blank or where no number can be told. */
  readonly value: string | null;
  readonly unit: string;
  readonly certainty: 'sure' | 'blank' | 'unsure';
}

const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;

/**
 * Reads the number of a cell. `wrapped`: the line breaks in it are forced by
 * its width, so that digits on two lines are one number. A count is a whole
 * number and not negative, a change may be, an amount is any decimal.
 */
export function readNumber(text: string, wrapped: boolean, kind: NumberKind, rules: LabelRules): PrintedNumber {
  if (isBlank(text, rules)) return { value: null, unit: '', certainty: 'blank' };
  // ① and ³ are marks of notes; as digits they would be part of the number.
  const marked = /\p{No}/u.test(text);
  const narrow = text.replace(/\p{No}+/gu, '').normalize('NFKC').replace(/[−－–—﹣]/g, '-').replace(/[﹢]/g, '+').trim();
  // A line that ends with a comma goes on where three digits follow: 28,|695.
  const broken = /[\d.,]\s*\n\s*[\d.,]/.test(narrow.replace(/(?<=(?<!\d)\d{1,3}(?:,\d{3})*,)[ \t]*\n\s*(?=\d{3}(?!\d))/g, '')) && !wrapped;
  const apart = /\d\s*[ \t]\s*\d/.test(narrow) && !spaced.test(narrow);
  const plain = tight(narrow);
  const match = printed(rules).exec(plain);
  if (!match?.groups) return { value: leading(plain), unit: '', certainty: 'unsure' };
  const { word = '', mark = '', digits = '', unit = '', note = '' } = match.groups;
  const sign = word === '' ? mark : (rules.signs[word] ?? '');
  const value = `${sign === '-' && !/^[0.,]+$/.test(digits) ? '-' : ''}${kind === 'amount' ? digits.replaceAll(',', '') : withoutZeros(digits.replaceAll(',', ''))}`;
  const whole = kind === 'amount' || !value.includes('.');
  const signed = kind !== 'count' || sign !== '-';
  const plainDigits = !/^-?0\d/.test(value);
  // A note beside a change may turn its sign: 5（减少）.
  const turned = kind === 'change' && note !== '' && (note.includes('-') || Object.keys(rules.signs).some((w) => note.includes(w)));
  const sure = !marked && !turned && !broken && !apart && whole && signed && plainDigits && !(word !== '' && mark !== '');
  return { value, unit, certainty: sure ? 'sure' : 'unsure' };
}

/** 12.0 and 12.00, as a workbook shows a whole number. 1.000 may be a thousand. */
const withoutZeros = (digits: string): string => digits.replace(/\.00?$/, '');

/** Whether a cell is printed empty, or with a mark that says so. */
export function isBlank(text: string, rules: LabelRules): boolean {
  const t = tight(text);
  return t === '' || rules.blanks.includes(t) || rules.blanks.includes(t.normalize('NFKC'));
}

/** The number at the beginning of a text that is more than a number. */
function leading(text: string): string | null {
  const found = /^[+-]?\d+(?:\.\d+)?/.exec(text)?.[0];
  return found === undefined ? null : found.replace('+', '');
}

const patterns = new WeakMap<LabelRules, RegExp>();

function printed(rules: LabelRules): RegExp {
  let pattern = patterns.get(rules);
  if (!pattern) {
    const either = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    const note = String.raw`[(\[【〔][^()]*(?:[)\]】〕]|$)`;
    pattern = new RegExp(`^(?<word>${either(Object.keys(rules.signs))})?(?<mark>[+-])?(?<digits>${number})(?<unit>${either(rules.units)})?(?<note>${note})?$`, 'u');
    patterns.set(rules, pattern);
  }
  return pattern;
}

/** The unit that a head names in brackets: 采购总金额（万元）, 本年收费金额（单位：万元）. */
export function unitOf(head: string, rules: LabelRules): string {
  const inside = /[(（][^()（）]*[)）]?$/u.exec(tight(head))?.[0] ?? '';
  const bare = inside.replace(/[()（）]|单位|[:：]/gu, '');
  return rules.units.find((u) => u === bare) ?? '';
}
