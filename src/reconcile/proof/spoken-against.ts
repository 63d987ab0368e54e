import { numberOf, type Decisions } from './doubts.js';
import { wantedChange } from './misprinted-cells.js';
import type { Misreadings } from './misreadings.js';
import type { ProofCell } from './scanned-cells.js';
import { isExceeded, residual, type Statement } from './statements.js';

/** More ways than this to lay failing rules on misprinted cells are not tried. */
const mostTries = 2000;

/**
 * The cells, sure in themselves, that checks which fail speak against: every
 * cell of such a check that does not stand in another which holds. Where every
 * cell of the failing checks was read with confidence, and each check can be laid
 * on one misprinted cell, the office has erred and the values stand; but a cell
 * of which one of the known misreadings (or two cells, of two, if the readers are
 * certain of neither) would explain the failure is not vouched for.
 */
export function spokenAgainst(cells: readonly ProofCell[], statements: readonly Statement[], decisions: Decisions, misreadings: Misreadings): Set<number> {
  const { outcomes, proven, taken } = decisions;
  const number = (cell: number): number | null => numberOf(taken.get(cell));
  const rulesOf = new Map<number, Statement[]>();
  for (const s of statements) for (const c of s.cells) rulesOf.set(c, [...(rulesOf.get(c) ?? []), s]);
  const isVouched = (cell: number): boolean => cells[cell]?.standing === 'fixed' || cells[cell]?.standing === 'sure' || proven.has(cell);
  const isUpheld = (cell: number): boolean => (rulesOf.get(cell) ?? []).some((s) => outcomes.get(s) === 'held' && s.cells.every(isVouched));
  const isSilent = (cell: number): boolean => cells[cell]?.standing === 'silent';
  const failing = statements.filter((s) => (s.cells.some(isSilent) ? isExceeded(s, number, isSilent) : outcomes.get(s) === 'fails' || outcomes.get(s) === 'unclear'));
  const against = new Set<number>();
  for (const rules of connected(failing)) {
    const open = [...new Set(rules.flatMap((s) => s.cells))].filter((c) => !isUpheld(c));
    const isPlain = rules.every((s) => outcomes.get(s) === 'fails' && s.cells.every(isVouched));
    const stand = isPlain && areMisprints(rules, open, (cell) => (rulesOf.get(cell) ?? []).filter((s) => outcomes.get(s) === 'fails'), number);
    const suspects = stand ? misreadIn(rules, open, cells, number, misreadings) : open;
    for (const cell of suspects) if (cells[cell]?.standing === 'sure') against.add(cell);
  }
  return against;
}

/** Whether the rules can be shared out among cells, so that each cell's rules would hold if it alone were another number. */
function areMisprints(rules: readonly Statement[], open: readonly number[], failingOf: (cell: number) => readonly Statement[], number: (cell: number) => number | null): boolean {
  const options = open.flatMap((cell) => {
    const own = failingOf(cell);
    return new Set(own.map((s) => wantedChange(s, cell, number))).size === 1 ? [own] : [];
  });
  let tries = 0;
  const share = (left: ReadonlySet<Statement>): boolean => {
    const [first] = left;
    if (first === undefined) return true;
    if (++tries > mostTries) return false;
    return options.some((own) => own.includes(first) && own.every((s) => left.has(s)) && share(new Set([...left].filter((s) => !own.includes(s)))));
  };
  return share(new Set(rules));
}

/**
 * The cells whose known misreadings would explain why a rule fails, one alone or
 * two together. That both readers err in two cells, and are in one of them as
 * sure as a reader is ever believed to be, is far less likely than one misprint.
 */
function misreadIn(rules: readonly Statement[], open: readonly number[], cells: readonly ProofCell[], number: (cell: number) => number | null, { costs }: Misreadings): number[] {
  const found = new Set<number>();
  for (const rule of rules) {
    const missing = -(residual(rule, number) ?? 0);
    const changes = open.filter((c) => rule.cells.includes(c) && cells[c]?.standing === 'sure').map((cell) => {
      const sign = rule.left.includes(cell) ? 1 : -1;
      const others = (cells[cell]?.candidates ?? []).filter((c) => c.cost <= costs.misprint + costs.margin);
      return { cell, by: new Set(others.map((c) => sign * (Number(c.value ?? 0) - (number(cell) ?? 0)))) };
    });
    const isCertain = (cell: number): boolean => (cells[cell]?.confidence ?? 0) >= costs.trust;
    for (const { cell, by } of changes) {
      const others = changes.filter((o) => o.cell !== cell && !isCertain(cell) && !isCertain(o.cell));
      const isExplained = [...by].some((d) => d !== 0 && (d === missing || others.some((o) => o.by.has(missing - d))));
      if (isExplained) found.add(cell);
    }
  }
  return [...found];
}

/** Rules in sets that share no cell with another. */
function connected(rules: readonly Statement[]): Statement[][] {
  const sets: Statement[][] = [];
  for (const rule of rules) {
    const near = sets.filter((set) => set.some((s) => s.cells.some((c) => rule.cells.includes(c))));
    for (const set of near) sets.splice(sets.indexOf(set), 1);
    sets.push([...near.flat(), rule]);
  }
  return sets;
}
