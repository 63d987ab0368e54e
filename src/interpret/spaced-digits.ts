import type { LabelRules } from './forms/schema.js';
import { isBlank } from './numbers.js';

/**
 * Whether digits that stand apart in a cell (`7 7`, `608 137`) may be the numbers
 * of two cells that fell together: one of the cells beside it is blank, or lost.
 * Beside cells that are filled they are one number, printed in groups or spaced out.
 */
export const mayBeTwo = (text: string, beside: readonly (string | undefined)[], rules: LabelRules): boolean =>
  /\d[^\S\n]+\d/u.test(text.normalize('NFKC')) && beside.some((other) => other === undefined || isBlank(other, rules));
