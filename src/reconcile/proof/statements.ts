import type { EditRule, Term } from '../edit-rules.js';

/** An edit rule: indexes of the cells on its sides. */
export interface Statement {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Cells of which a blank leaves it undecided. */
  readonly totals: ReadonlySet<number>;
  /** Those of both sides. */
  readonly cells: readonly number[];
}

export const keyOf = (table: string, term: Term): string => `${table}\u0000${term.row}\u0000${term.column}`;

/** The rules that speak of values which are all there. */
export function statementsOf(rules: readonly EditRule[], indexOf: (key: string) => number | undefined): Statement[] {
  return rules.flatMap((rule): Statement[] => {
    const [left, right, totals] = [rule.left, rule.right, rule.totals].map((terms) => terms.map((t) => indexOf(keyOf(rule.table, t))));
    const known = (cells: readonly (number | undefined)[] | undefined): cells is number[] => cells?.every((c) => c !== undefined) === true;
    if (!known(left) || !known(right) || !known(totals)) return [];
    return [{ left, right, totals: new Set(totals), cells: [...left, ...right] }];
  });
}

/**
 * What the left is more than the right; null where the rule leaves it
 * undecided, as `check` does: a total is blank, or a side is all blank under
 * one that is not 0. `numberOf` gives null for a blank.
 */
export function residual({ left, right, totals }: Statement, numberOf: (cell: number) => number | null): number | null {
  for (const cell of totals) if (numberOf(cell) === null) return null;
  const [leftSum, leftBlank] = sideOf(left, numberOf);
  const [rightSum, rightBlank] = sideOf(right, numberOf);
  if ((leftBlank && rightSum !== 0) || (rightBlank && leftSum !== 0)) return null;
  return leftSum - rightSum;
}

/**
 * Whether a rule can't hold whatever the silent cells say, which all stand on
 * one side: the others there sum to more than the other side. Counts are not negative.
 */
export function isExceeded({ left, right, totals }: Statement, numberOf: (cell: number) => number | null, isSilent: (cell: number) => boolean): boolean {
  for (const [side, other] of [[left, right], [right, left]] as const) {
    if (!side.some(isSilent) || other.some(isSilent) || other.some((c) => totals.has(c) && numberOf(c) === null)) continue;
    const [most, isBlank] = sideOf(other, numberOf);
    if (!isBlank && sideOf(side.filter((c) => !isSilent(c)), numberOf)[0] > most) return true;
  }
  return false;
}

function sideOf(cells: readonly number[], numberOf: (cell: number) => number | null): [sum: number, isBlank: boolean] {
  let sum = 0;
  let isBlank = true;
  for (const cell of cells) {
    const number = numberOf(cell);
    if (number === null) continue;
    isBlank = false;
    sum += number;
  }
  return [sum, isBlank];
}
