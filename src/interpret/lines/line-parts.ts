import type { LabelRules } from '../forms/schema.js';
import { isBlank, readNumber } from '../numbers.js';

/** A line of a table: a label, and the values behind it. Either may be missing. */
export interface LineParts {
  readonly label: string;
  readonly values: readonly string[];
  /** Single blanks part the values. */
  readonly loose: boolean;
}

/** What parts the cells of a line: a tab, two blanks, or one as wide as a character. */
const wideGap = /(?:\t|\u3000|[^\S\t\u3000]{2,})\s*/u;

/**
 * Cuts a line into its label and its values, at wide gaps, else at single
 * blanks before numbers, else before the digits that it ends with; there only
 * where what is left `isLabel`: 国发〔2019〕60 is none.
 */
export function lineParts(line: string, rules: LabelRules, isLabel: (text: string) => boolean): LineParts {
  const trimmed = line.trim();
  if (trimmed === '') return { label: '', values: [], loose: false };
  const pieces = trimmed.split(wideGap);
  const isValue = (text: string): boolean => isBlank(text, rules) || readNumber(text, false, 'amount', rules).certainty === 'sure';
  const wide = behind(pieces, isValue);
  if (wide < pieces.length && pieces.length > 1) return { label: pieces.slice(0, wide).join(' '), values: pieces.slice(wide).map((v) => (isBlank(v, rules) ? '' : v)), loose: false };
  if (pieces.length === 1 && isValue(trimmed) && !/\s/u.test(trimmed)) return { label: '', values: [isBlank(trimmed, rules) ? '' : trimmed], loose: false };
  const words = trimmed.split(/\s+/u);
  const from = behind(words, (w) => /^[+-]?\d[\d.,]*$/u.test(w.normalize('NFKC')));
  if (from < words.length && words.length > 1) return { label: words.slice(0, from).join(' '), values: words.slice(from), loose: true };
  if (isValue(trimmed)) return { label: '', values: [trimmed], loose: false };
  const [, label = trimmed, digits = ''] = /^(.*[^\d.,．])(\d+)$/u.exec(trimmed.normalize('NFKC')) ?? [];
  return digits !== '' && isLabel(label) ? { label, values: [digits], loose: false } : { label: trimmed, values: [], loose: false };
}

/** Where the values begin that a line ends with. */
const behind = (pieces: readonly string[], isValue: (text: string) => boolean): number => pieces.findLastIndex((p) => !isValue(p)) + 1;
