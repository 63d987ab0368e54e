import { numberSign } from './coded-text.js';

/** A number that stands alone in brackets behind what it counts: 政府网站(64条)、政务微信(58条). */
const counted = new RegExp(`(?<=\\p{Script=Han})\\((?:共|计|共计|合计)?(?<number>${numberSign})\\)(?=[,;。、和及与]|以及|$)`, 'gu');

/** A share between a label and its number: 网络申请占57.1%,为124件. */
const share = new RegExp(`(?<=[\\p{Script=Han}]),?约?占[^,;。()\\ue000-\\uf8ff]{0,10}?\\d+(?:\\.\\d+)?%,?(?=[为共计有是]+${numberSign})`, 'gu');

/** A slip of the pen: 其中,其中当面申请4条. */
const twice = /其中[,:](?=其中)/gu;

/**
 * Puts a number that stands alone in brackets right behind its label, and drops
 * what stands between a label and its number and changes nothing: remarks (网站(含转发)286条) and shares.
 * `remarks`: what such a remark may be, without its brackets.
 */
export function withoutRemarks(coded: string, remarks: readonly string[]): string {
  const remark = new RegExp(`(?<=\\p{Script=Han})\\((?:${remarks.join('|')})\\)(?=[共计为有:]{0,3}${numberSign})`, 'gu');
  return coded.replace(remark, '').replace(share, '').replace(counted, '$<number>').replace(twice, '');
}
