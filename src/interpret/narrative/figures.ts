import type { Doubt, Statement } from './statements.js';
import { mayBeSame, multipleOf } from './told-numbers.js';

/** The one figure that a report tells of an indicator. */
export interface Figure {
  readonly statement: Statement;
  /** Why it is not vouched for; empty where it is. */
  readonly doubts: readonly (Doubt | 'contradicted')[];
  /** What else is told of it, where that contradicts. */
  readonly others: readonly Statement[];
}

/**
 * One figure an indicator, in the order in which they are told. What is told
 * behind 其中 is a part where the paragraph told the whole before. What is told
 * without doubt goes before what is doubtful; where two such statements
 * differ, nobody knows which one is meant.
 */
export function figuresOf(statements: readonly Statement[]): Figure[] {
  return [...new Set(statements.map((s) => s.indicator))].flatMap((indicator) => {
    const own = statements.filter((s) => s.indicator === indicator).filter((s, i, all) => !(s.isAmong && all.slice(0, i).some((whole) => whole.sentence.paragraph === s.sentence.paragraph)));
    const sure = own.filter((s) => s.doubts.length === 0);
    const candidates = sure.length > 0 ? sure : own;
    // Of 19.97万条 and 199661条 the latter says more.
    const statement = candidates.toSorted((a, b) => multipleOf(a.unit) - multipleOf(b.unit))[0];
    if (statement === undefined) return [];
    const first = multipleOf(statement.unit) === 1 ? (candidates.find((s) => multipleOf(s.unit) === 1) ?? statement) : statement;
    const others = candidates.filter((s) => !mayBeSame(first, s));
    return [{ statement: first, doubts: others.length > 0 ? [...first.doubts, 'contradicted' as const] : first.doubts, others }];
  });
}
