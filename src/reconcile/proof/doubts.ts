import type { Candidate } from './candidates.js';
import { explain, outcomeOf, type Outcome } from './explain.js';
import { noMisprints, withFailing } from './misprinted-cells.js';
import type { MisreadingCosts } from './misreadings.js';
import type { ProofCell } from './scanned-cells.js';
import type { Statement } from './statements.js';

/** What became of the doubtful cells, and of the rules. */
export interface Decisions {
  /** What each cell is taken to say; of a doubtful cell that is not in `proven`, its likeliest. */
  readonly taken: ReadonlyMap<number, Candidate>;
  /** Doubtful cells of which the rules leave one number, and prove it. */
  readonly proven: ReadonlySet<number>;
  readonly outcomes: ReadonlyMap<Statement, Outcome>;
}

/** Decides the doubtful cells: those that share a rule, directly or through others, all at once. */
export function decide(cells: readonly ProofCell[], statements: readonly Statement[], costs: MisreadingCosts): Decisions {
  const taken = new Map<number, Candidate>();
  cells.forEach((c, i) => c.candidates[0] && taken.set(i, c.candidates[0]));
  const knownNumber = (cell: number): number | null => numberOf(taken.get(cell));
  const outcomes = new Map<Statement, Outcome>();
  const settled = new Map<number, Candidate>();
  const limits = { margin: costs.margin, misprint: costs.misprint, mostChanges: costs.most_changes, mostSteps: costs.most_steps };
  const isDoubtful = (cell: number): boolean => cells[cell]?.standing === 'doubtful';
  for (const rule of statements) if (!rule.cells.some(isDoubtful)) outcomes.set(rule, outcomeOf(rule, knownNumber));
  const misprints = [...outcomes].filter(([, o]) => o === 'fails').reduce((all, [rule]) => withFailing(all, rule, knownNumber), noMisprints);
  for (const { members, rules } of together(cells, statements.filter((s) => s.cells.some(isDoubtful)))) {
    const inTotals = new Set(rules.flatMap((s) => [...s.totals]));
    const candidates = (cell: number): readonly Candidate[] => (inTotals.has(cell) ? optionsOf(cells, cell) : oneForEachNumber(optionsOf(cells, cell)));
    const found = explain(members, rules, candidates, knownNumber, limits, misprints);
    // What is not searched to its end upholds nothing, and leaves its rules to speak against what is not upheld.
    for (const rule of rules) outcomes.set(rule, found?.outcomes.get(rule) ?? 'unclear');
    for (const cell of members) {
      const best = found?.best.get(cell);
      if (best) taken.set(cell, best);
      if (best && found?.numbers.get(cell)?.size === 1 && !isOverruling(cells[cell], best)) settled.set(cell, best);
    }
  }
  return { taken, outcomes, proven: provenAmong(settled, cells, statements, outcomes, taken) };
}

/** Whether a confident reader says otherwise, and none says this: an office may have misprinted just what a check would put in its place. */
const isOverruling = (cell: ProofCell | undefined, { value }: Candidate): boolean => cell !== undefined && cell.confident.length > 0 && !cell.confident.includes(value);

export const numberOf = (candidate: Candidate | undefined): number | null => (candidate?.value == null ? null : Number(candidate.value));

const optionsOf = (cells: readonly ProofCell[], cell: number): readonly Candidate[] => cells[cell]?.candidates ?? [];

/** A blank adds to an addend's sum what a 0 does: the likelier stands for both. */
const oneForEachNumber = (candidates: readonly Candidate[]): Candidate[] => candidates.filter((c, i) => candidates.findIndex((o) => Number(o.value ?? 0) === Number(c.value ?? 0)) === i);

/** Doubtful cells in sets that share no rule with another, each with the rules that speak of it; every rule speaks of some. */
function together(cells: readonly ProofCell[], statements: readonly Statement[]): { members: number[]; rules: Statement[] }[] {
  const home = new Map<number, number>();
  const homeOf = (cell: number): number => {
    const next = home.get(cell) ?? cell;
    return next === cell ? cell : homeOf(next);
  };
  const isDoubtful = (cell: number): boolean => cells[cell]?.standing === 'doubtful';
  const doubtful = (s: Statement): number[] => s.cells.filter(isDoubtful);
  for (const s of statements) for (const cell of doubtful(s)) home.set(homeOf(cell), homeOf(doubtful(s)[0] ?? cell));
  const sets = new Map<number, { members: number[]; rules: Statement[] }>();
  cells.forEach((_, cell) => {
    if (!isDoubtful(cell)) return;
    const own = sets.get(homeOf(cell));
    if (own) own.members.push(cell);
    else sets.set(homeOf(cell), { members: [cell], rules: [] });
  });
  for (const s of statements) sets.get(homeOf(doubtful(s)[0] ?? -1))?.rules.push(s);
  return [...sets.values()];
}

/**
 * Which settled cells the rules prove. A rule that holds with more than zeros
 * proves its last cell: all its others are sure or proven. Two such rules prove
 * a cell also where others in them are settled only; two are needed for a
 * number that no reader read.
 */
function provenAmong(settled: ReadonlyMap<number, Candidate>, cells: readonly ProofCell[], statements: readonly Statement[], outcomes: ReadonlyMap<Statement, Outcome>, taken: ReadonlyMap<number, Candidate>): Set<number> {
  const proven = new Set<number>();
  const isVouched = (cell: number): boolean => cells[cell]?.standing === 'fixed' || cells[cell]?.standing === 'sure' || proven.has(cell);
  const tells = (s: Statement, cell: number): boolean => s.cells.some((c) => c !== cell && numberOf(taken.get(c))) || isPrintedZero(cells[cell], taken.get(cell));
  const witnesses = new Map([...settled.keys()].map((cell) => [cell, statements.filter((s) => s.cells.includes(cell) && outcomes.get(s) === 'held' && tells(s, cell) && s.cells.every((c) => isVouched(c) || settled.has(c)))] as const));
  const isDenied = (cell: number): boolean => cells[cell]?.isAgreed !== true && statements.some((s) => s.cells.includes(cell) && outcomes.get(s) === 'fails');
  for (let before = -1; before < proven.size; ) {
    before = proven.size;
    for (const [cell, candidate] of settled) {
      const rules = witnesses.get(cell) ?? [];
      const strict = rules.filter((s) => s.cells.every((c) => c === cell || isVouched(c)));
      const enough = rules.length > 1 || (strict.length > 0 && candidate.isRead);
      if (enough && !isDenied(cell)) proven.add(cell);
    }
  }
  return proven;
}

const isPrintedZero = (cell: ProofCell | undefined, taken: Candidate | undefined): boolean => taken?.value === '0' && cell?.value.readings?.readers.every((r) => r.says !== 'blank') === true;
