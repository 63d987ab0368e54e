import { numberSign } from './coded-text.js';

/** A number that stands alone in brackets behind what it counts: 政府网站(64条)、政务微信(58条). */
const counted = new RegExp(`(?<=\\p{Script=Han})\\((?:共|计|共计|合计)?(?<number>${numberSign})\\)(?=[,;。、和及与]|以及|$)`, 'gu');

/**
 * Puts a number that stands alone in brackets right behind its label, and drops
 * remarks between a label and its number that change nothing (网站(含转发)286条).
 * `remarks`: what such a remark may be, without its brackets.
 */
export function withoutRemarks(coded: string, remarks: readonly string[]): string {
  const remark = new RegExp(`(?<=\\p{Script=Han})\\((?:${remarks.join('|')})\\)(?=[共计为有:]{0,3}${numberSign})`, 'gu');
  return coded.replace(remark, '').replace(counted, '$<number>');
}
