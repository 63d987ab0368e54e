import { withNumbersOfAll } from './all-of.js';
import { doubtsOfParts } from './parts.js';
import type { Doubt, Statement } from './statements.js';
import { provenBySums, type Summands } from './sums.js';
import { mayBeSame, multipleOf } from './told-numbers.js';

/** The one figure that a report tells of an indicator. */
export interface Figure {
  readonly statement: Statement;
  /** Why it is not vouched for; empty where it is. */
  readonly doubts: readonly (Doubt | 'contradicted' | 'sum')[];
  /** What else is told of it, where that contradicts. */
  readonly others: readonly Statement[];
}

/**
 * One figure an indicator, in the order in which they are told. What is told
 * behind 其中 is a part where the paragraph told the whole before, and no more of other things. What is told
 * without doubt goes before what is doubtful; where two such statements
 * differ, nobody knows which one is meant, and no more where one of the two is
 * doubted for a word alone and stands in the same paragraph. A whole and its
 * `parts` are held against each other at last.
 */
export function figuresOf(all: readonly Statement[], parts: Summands & { readonly not_all: readonly string[] }): Figure[] {
  const statements = withNumbersOfAll(provenBySums(all, parts), parts);
  const figures = [...new Set(statements.map((s) => s.indicator))].flatMap((indicator) => {
    const own = statements.filter((s) => s.indicator === indicator).filter((s, i, all) => !(s.isAmong && all.slice(0, i).some((whole) => isBeside(whole, s) && !whole.doubts.includes('part'))));
    const sure = own.filter((s) => s.doubts.length === 0);
    const candidates = sure.length > 0 ? sure : own;
    // Of 19.97万条 and 199661条 the latter says more.
    const statement = candidates.toSorted((a, b) => multipleOf(a.unit) - multipleOf(b.unit))[0];
    if (statement === undefined) return [];
    const first = multipleOf(statement.unit) === 1 ? (candidates.find((s) => multipleOf(s.unit) === 1) ?? statement) : statement;
    const worded = own.filter((s) => !candidates.includes(s) && s.doubts.every((d) => d === 'wording') && isBeside(first, s));
    const others = [...candidates, ...worded].filter((s) => !mayBeSame(first, s));
    return [{ statement: first, doubts: others.length > 0 ? [...first.doubts, 'contradicted' as const] : first.doubts, others }];
  });
  return doubtsOfParts(figures, parts.of);
}

const isBeside = (a: Statement, b: Statement): boolean => a.sentence.paragraph === b.sentence.paragraph;
