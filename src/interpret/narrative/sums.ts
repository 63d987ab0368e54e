import type { Standing, Statement } from './statements.js';
import { multipleOf } from './told-numbers.js';

/**
 * Which indicators are parts of which (`of`), in which other wholes their numbers may be summed (`also_of`, by the whole of `of`), and which
 * need not sum to a whole, but may (`summed_of`).
 */
export interface Summands {
  readonly summed_of: Readonly<Record<string, readonly string[]>>;
  readonly of: Readonly<Record<string, readonly string[]>>;
  readonly also_of: Readonly<Record<string, readonly string[]>>;
}

/**
 * Numbers that stand in a row and sum to the one before them, or to the one
 * behind them, are its parts: so many do not sum so by chance. What is doubted
 * there for its words, for the time or the office is as sure as the whole, and
 * a whole that is doubted for its words is no more so. What is told loosely is
 * left out where no sum proves it.
 */
export function provenBySums(statements: readonly Statement[], summands: Summands): Statement[] {
  const wholes = statements.map((s) => (isDoubtedFor(s, ['wording']) && s.doubts.length > 0 && isSumOf(s, statements, summands) ? proven(s, ['wording']) : s));
  const sure = wholes.filter((s) => s.doubts.length === 0 && !s.isLoose && s.allOf === undefined);
  return wholes
    .map((s) => (isDoubtedFor(s, cleared) && s.doubts.length > 0 && sure.some((whole) => isPartOf(s, whole, summands) && wholes.indexOf(whole) < endOf(s, wholes) && rowsOf(whole, s).some((row) => isIn(row, s) && (!s.isLoose || isBesideItsLike(s, row, wholes, summands)))) ? proven(s, cleared) : s))
    .filter((s) => !s.isLoose);
}

/** What the sum of its row says of a part: whose, of when and of what it is, the whole tells. */
const cleared: readonly Statement['doubts'][number][] = ['wording', 'period', 'office'];

/** The place behind the last statement of a sentence: what its numbers may sum to stands in it, or before it. */
const endOf = ({ sentence }: Statement, statements: readonly Statement[]): number => statements.findLastIndex((s) => s.sentence === sentence) + 1;

const isDoubtedFor = (s: Statement, doubts: Statement['doubts']): boolean => s.doubts.every((d) => doubts.includes(d));

function proven(statement: Statement, doubts: Statement['doubts']): Statement {
  return { ...statement, isLoose: false, doubts: statement.doubts.filter((d) => !doubts.includes(d)) };
}

export function isPartOf(part: Statement, whole: Statement, { of, also_of, summed_of }: Summands): boolean {
  const wholes = [...Object.entries(of), ...Object.entries(summed_of)].flatMap(([id, parts]) => (parts.includes(part.indicator) ? [id, ...(also_of[id] ?? [])] : []));
  return wholes.includes(whole.indicator);
}

/** Fewer numbers than these above 0 may sum to another by chance. */
const leastSummands = 2;

const inOnes = ({ value, unit }: Pick<Standing, 'value' | 'unit'>): number => Number(value) * multipleOf(unit);
const isMoney = ({ unit }: Pick<Standing, 'unit'>): boolean => unit.endsWith('元');

/** The rows of numbers, one behind the other, of which each sums to the whole: behind it in its sentence, or from the beginning of a later one of its section. */
export function rowsOf(whole: Statement, part: Pick<Statement, 'sentence' | 'numbers'>): Standing[][] {
  const isSame = whole.sentence === part.sentence;
  if (!isSame && whole.sentence.section !== part.sentence.section) return [];
  const sum = inOnes(whole);
  const rows: Standing[][] = [];
  let row: Standing[] = [];
  for (const number of part.numbers) {
    if (isMoney(number) || (isSame && number.at <= whole.at)) continue;
    if (inOnes(number) === 0 && row.length === 0 && rows.length > 0) {
      rows.at(-1)?.push(number);
      continue;
    }
    row.push(number);
    const reached = row.reduce((n, one) => n + inOnes(one), 0);
    if (reached > sum) break;
    if (reached === sum) {
      rows.push(row);
      row = [];
    }
  }
  return rows.filter((r) => r.filter((n) => inOnes(n) > 0).length >= leastSummands);
}

const isIn = (row: readonly Standing[], { at }: Statement): boolean => row.some((n) => n.at === at);

/** Whether a row tells another part of the same kind: what stands alone among numbers of another kind (同意公开12件,网上回复8件) is none. */
function isBesideItsLike(part: Statement, row: readonly Standing[], statements: readonly Statement[], { of, summed_of }: Summands): boolean {
  const like = [...Object.values(of), ...Object.values(summed_of)].filter((parts) => parts.includes(part.indicator)).flat();
  return statements.some((s) => s.sentence === part.sentence && s.indicator !== part.indicator && like.includes(s.indicator) && isIn(row, s) && inOnes(s) > 0);
}

/** Whether a row of numbers sums to it, of which two at least are told as its parts: behind it, or before it (网上5件、信函2件,合计7件). */
function isSumOf(whole: Statement, statements: readonly Statement[], summands: Summands): boolean {
  const parts = statements.filter((s) => s.sentence === whole.sentence && isPartOf(s, whole, { ...summands, also_of: {} }) && isDoubtedFor(s, ['wording']) && inOnes(s) > 0);
  const rows = whole.isLoose ? rowBefore(whole) : rowsOf(whole, whole);
  return rows.some((row) => new Set(parts.filter((s) => row.some((n) => n.at === s.at)).map((s) => s.at)).size >= leastSummands);
}

function rowBefore(whole: Statement): Standing[][] {
  const row: Standing[] = [];
  for (const number of whole.numbers.filter((n) => n.at < whole.at).toReversed()) {
    row.unshift(number);
    if (row.reduce((n, one) => n + inOnes(one), 0) >= inOnes(whole)) break;
  }
  return row.reduce((n, one) => n + inOnes(one), 0) === inOnes(whole) ? [row] : [];
}
