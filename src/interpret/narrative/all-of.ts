import type { Standing, Statement } from './statements.js';
import { isPartOf, rowsOf, type Summands } from './sums.js';

/**
 * 全部申请均已按时办结: as many as were received. What is said of all of
 * something has the number that its section told of it before, where that is
 * sure, told once and above 0, and nothing of the section tells a number of its
 * own and no word leaves something out (除3件外). Where it does not say of what (均予以公开), the number before it is
 * that one, or the last of a row that sums to it. `statements` in the order of
 * their sentences.
 */
export function withNumbersOfAll(statements: readonly Statement[], summands: Summands & { readonly not_all: readonly string[] }): Statement[] {
  const notAll = new RegExp(summands.not_all.join('|'), 'u');
  return statements.flatMap((statement, i): Statement[] => {
    if (statement.allOf === undefined) return [statement];
    const beside = statements.filter((one, j) => one.sentence.section === statement.sentence.section && (one.sentence === statement.sentence ? one.at < statement.at : j < i || one.indicator === statement.indicator));
    const wholes = beside.filter((one) => one.indicator === statement.allOf && one.doubts.length === 0);
    const [whole] = wholes;
    const isToldItself = beside.some((one) => one.indicator === statement.indicator && one.allOf === undefined);
    if (whole === undefined || whole.value === '0' || wholes.some((one) => one.value !== whole.value) || isToldItself || notAll.test(whatIsSaidOf(whole, statement)) || (statement.isOfOne && (whole.value !== '1' || whole.sentence.paragraph !== statement.sentence.paragraph)) || (statement.isOfLast && !isLast(whole, statement, statements.filter((one) => isPartOf(one, whole, summands))))) return [];
    return [{ ...statement, value: whole.value, unit: whole.unit }];
  });
}

/** What may leave something out: the stretch that both stand in and what is behind it, or else their paragraphs. */
function whatIsSaidOf(whole: Statement, statement: Statement): string {
  const { sentence, stretch } = statement;
  if (whole.sentence === sentence && whole.stretch === stretch) return stretch + sentence.paragraph.text.slice((sentence.at.at(-1) ?? 0) + 1);
  return whole.sentence.paragraph.text + sentence.paragraph.text;
}

function isLast(whole: Statement, statement: Statement, parts: readonly Statement[]): boolean {
  const last = statement.numbers.findLast((n) => n.at < statement.at);
  if (last === undefined) return false;
  const arePartsAll = (row: readonly Standing[]): boolean => row.every((n) => parts.some((one) => one.sentence === statement.sentence && one.at === n.at));
  return (whole.sentence === statement.sentence && whole.at === last.at) || rowsOf(whole, statement).some((row) => row.at(-1) === last && arePartsAll(row));
}
