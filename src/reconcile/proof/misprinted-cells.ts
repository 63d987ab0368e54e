import { residual, type Statement } from './statements.js';

/** Cells of which any one, were it misprinted by so much, would explain all the rules of a set that fail. */
type Culprits = ReadonlyMap<number, number>;

/** The least known number of cells an office must have misprinted for some rules to fail: one may be in a row and in a column. */
export interface Misprints {
  readonly sets: readonly Culprits[];
}

export const noMisprints: Misprints = { sets: [] };

/** The same with one more rule that fails. It is laid on a cell that explains others already, if it wants the same change of it. */
export function withFailing(misprints: Misprints, rule: Statement, number: (cell: number) => number | null): Misprints {
  const own = new Map(rule.cells.map((cell) => [cell, wantedChange(rule, cell, number)] as const));
  for (const [at, set] of misprints.sets.entries()) {
    const shared = [...set].filter(([cell, change]) => own.get(cell) === change);
    if (shared.length > 0) return { sets: misprints.sets.with(at, new Map(shared)) };
  }
  return { sets: [...misprints.sets, own] };
}

/** What must be added to a cell for the rule to hold. */
export const wantedChange = (rule: Statement, cell: number, number: (cell: number) => number | null): number => (rule.left.includes(cell) ? -1 : 1) * (residual(rule, number) ?? 0);
