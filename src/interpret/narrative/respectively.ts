import { anySign, numberSign } from './coded-text.js';

const between = '(?:、|以及|和|及|与)';
const listed = new RegExp(`(?<labels>[^,;:。()!?${anySign}\\u0000]{2,60}?)(?:,?(?:数量|件数)?分别|各)(?:共|为|有|是|达|计|:)*(?<told>[^,;:。()!?、${anySign}\\u0000]{0,16}?)(?<numbers>${numberSign}(?:[,、和及与]|以及)${numberSign}(?:(?:[,、和及与]|以及)${numberSign})*)`, 'gu');

/** 传真、信函、当面等方式提出的申请: what stands behind 等 is said of all of them. */
const withoutTail = (labels: string): string => labels.replace(/(?<=、[^、]{1,8})(?:等|等?[两三四五六2-6]种)(?:方式|形式|渠道|途径)(?:[^、]*申请)?(?:的)?$/u, '');

/**
 * Puts each number behind its own label: 当面、网络申请分别为2件和9件 is 当面2件,网络申请9件.
 * What stands between goes with each: 通过网站、微博分别公开信息9条和3条.
 * A list that has more labels than numbers, or fewer, stays as it is, and so does
 * one that has a word of `verbs` behind its first label: who did it is listed there, and not what, or another thing.
 */
export function eachBehindItsLabel(coded: string, verbs: readonly string[]): string {
  return coded.replace(listed, (whole, labelList: string, told: string, numberList: string) => {
    const labels = withoutTail(labelList).split(new RegExp(between, 'u'));
    const numbers = numberList.match(new RegExp(numberSign, 'gu')) ?? [];
    const last = labels.at(-1) ?? '';
    if (labels.length !== numbers.length || labels.includes('') || verbs.some((v) => last.includes(v) || told.includes(v))) return whole;
    return labels.map((label, i) => `${label}${told}${numbers[i] ?? ''}`).join(',');
  });
}
