import type { Candidate } from './candidates.js';
import { noMisprints, withFailing, type Misprints } from './misprinted-cells.js';
import { LeastCosts, restOf } from './least-costs.js';
import { runsOf, signIn, type Run } from './runs.js';
import { residual, type Statement } from './statements.js';

/** How a rule comes out in every explanation that is near the best: `unclear` where it holds in some and fails in others. */
export type Outcome = 'held' | 'fails' | 'unclear' | 'undecided';

/** What doubtful cells say, taken together. */
export interface Explanation {
  /** What each cell says in the likeliest explanation. */
  readonly best: ReadonlyMap<number, Candidate>;
  /** The numbers that each cell has in explanations near the best; a blank adds 0. */
  readonly numbers: ReadonlyMap<number, ReadonlySet<number>>;
  readonly outcomes: ReadonlyMap<Statement, Outcome>;
}

export interface ExplanationLimits {
  /** Explanations that cost at most so much more than the best are near it. */
  readonly margin: number;
  /** Cost of leaving rules unsatisfied: that the office misprinted a cell. */
  readonly misprint: number;
  /** Cells in one explanation that say what no reader read. */
  readonly mostChanges: number;
  readonly mostSteps: number;
}

interface Option extends Candidate {
  readonly number: number | null;
}

/**
 * Finds what a set of doubtful cells says, all at once: the explanation of the
 * least cost, and every other that is near it. Rules may be left unsatisfied at
 * the cost of a misprinted cell; `misprints` are those that rules without
 * doubtful cells tell already. The cost allowed grows until nothing near the
 * best can be beyond it. Null where that takes too many steps, or more changes
 * than are allowed.
 */
export function explain(cells: readonly number[], statements: readonly Statement[], candidates: (cell: number) => readonly Candidate[], known: (cell: number) => number | null, limits: ExplanationLimits, misprints: Misprints = noMisprints): Explanation | null {
  const search = new Search(runsOf(cells, statements), statements, candidates, known, limits, misprints);
  for (let bound = limits.margin; ; ) {
    if (!search.within(bound)) return null;
    if (search.least + limits.margin <= bound + 1e-9) return search.explanation();
    if (search.least === Infinity && !search.isCutShort) return null;
    bound = search.least === Infinity ? bound + limits.margin : search.least + limits.margin;
  }
}

/** The rules that are known on the way to an explanation. */
interface Trail {
  readonly outcomes: readonly (readonly [Statement, Outcome])[];
  readonly misprints: Misprints;
}

class Search {
  least = Infinity;
  /** Something was left out for its cost. */
  isCutShort = false;
  private steps = 0;
  private readonly order: readonly { readonly cell: number; readonly options: readonly Option[]; readonly run: number; readonly at: number }[];
  private readonly costs: LeastCosts;
  private readonly completedBy: readonly (readonly Statement[])[];
  private readonly taken = new Map<number, Option>();
  private best = new Map<number, Option>();
  private readonly costOfNumber = new Map<number, Map<number, number>>();
  private readonly costOfOutcome = new Map<Statement, Map<Outcome, number>>();

  constructor(private readonly runs: readonly Run[], statements: readonly Statement[], candidates: (cell: number) => readonly Candidate[], private readonly known: (cell: number) => number | null, private readonly limits: ExplanationLimits, private readonly misprints: Misprints) {
    const options = new Map(runs.flatMap((run) => run.cells).map((cell) => [cell, candidates(cell).map((c) => ({ ...c, number: c.value === null ? null : Number(c.value) }))] as const));
    this.order = runs.flatMap(({ cells }, run) => cells.map((cell, at) => ({ cell, options: options.get(cell) ?? [], run, at })));
    this.costs = new LeastCosts(runs, (cell) => options.get(cell) ?? [], known, limits.misprint, 2 * limits.misprint + limits.margin);
    const depthOf = new Map(this.order.map(({ cell }, depth) => [cell, depth] as const));
    const last = new Map(statements.map((s) => [s, Math.max(...s.cells.map((c) => depthOf.get(c) ?? -1))] as const));
    this.completedBy = this.order.map((_, at) => statements.filter((s) => last.get(s) === at));
  }

  /** Goes through every explanation that costs at most `bound`. False where that takes too long. */
  within(bound: number): boolean {
    this.isCutShort = false;
    return this.at(0, 0, 0, bound, { outcomes: [], misprints: this.misprints }, 0);
  }

  /** `off`: what the rule of the run is off by, of the cells that are known. */
  private at(depth: number, cost: number, changes: number, bound: number, trail: Trail, off: number): boolean {
    const place = this.order[depth];
    const run = place && this.runs[place.run];
    if (!run) {
      this.note(cost, trail.outcomes);
      return true;
    }
    const before = place.at === 0 ? restOf(run, (c) => this.numberIn(c)) : off;
    for (const option of place.options) {
      const changed = changes + (option.isRead ? 0 : 1);
      if (cost + option.cost > bound) {
        this.isCutShort = true;
        break;
      }
      if (changed > this.limits.mostChanges) continue;
      if (++this.steps > this.limits.mostSteps) return false;
      this.taken.set(place.cell, option);
      const now = this.further(trail, depth);
      const sum = cost + option.cost + this.limits.misprint * (now.misprints.sets.length - trail.misprints.sets.length);
      const after = before + signIn(run, place.cell) * (option.number ?? 0);
      const isLaid = (rule: Statement): boolean => now.misprints.sets.some((set) => rule.cells.some((c) => set.has(c)));
      if (sum + this.costs.least(place.run, place.at + 1, after, isLaid) > bound + 1e-9) this.isCutShort = true;
      else if (!this.at(depth + 1, sum, changed, bound, now, after)) return false;
    }
    return true;
  }

  /** With the rules that the cell at `depth` was the last to be known of. */
  private further(trail: Trail, depth: number): Trail {
    const come = this.completedBy[depth] ?? [];
    if (come.length === 0) return trail;
    const number = (cell: number): number | null => this.numberIn(cell);
    let { misprints } = trail;
    const outcomes = [...trail.outcomes];
    for (const statement of come) {
      const outcome = outcomeOf(statement, number);
      outcomes.push([statement, outcome]);
      if (outcome === 'fails') misprints = withFailing(misprints, statement, number);
    }
    return { outcomes, misprints };
  }

  private numberIn(cell: number): number | null {
    const option = this.taken.get(cell);
    return option === undefined ? this.known(cell) : option.number;
  }

  private note(cost: number, outcomes: readonly (readonly [Statement, Outcome])[]): void {
    if (cost > this.least + this.limits.margin) return;
    if (cost < this.least) {
      this.least = cost;
      this.best = new Map(this.order.map(({ cell }) => [cell, this.taken.get(cell)] as const).filter((e): e is [number, Option] => e[1] !== undefined));
    }
    for (const { cell } of this.order) lower(this.costOfNumber, cell, this.taken.get(cell)?.number ?? 0, cost);
    for (const [statement, outcome] of outcomes) lower(this.costOfOutcome, statement, outcome, cost);
  }

  explanation(): Explanation {
    const near = <K>(costs: ReadonlyMap<K, number>): K[] => [...costs].filter(([, cost]) => cost <= this.least + this.limits.margin).map(([k]) => k);
    return {
      best: this.best,
      numbers: new Map([...this.costOfNumber].map(([cell, costs]) => [cell, new Set(near(costs))] as const)),
      outcomes: new Map([...this.costOfOutcome].map(([statement, costs]) => [statement, together(near(costs))] as const)),
    };
  }
}

/** How a rule comes out where its cells have these numbers; null is a blank. */
export function outcomeOf(statement: Statement, number: (cell: number) => number | null): Outcome {
  const rest = residual(statement, number);
  return rest === null ? 'undecided' : rest === 0 ? 'held' : 'fails';
}

function together(outcomes: readonly Outcome[]): Outcome {
  const [only, ...others] = outcomes;
  return others.length === 0 ? (only ?? 'undecided') : outcomes.includes('fails') ? 'unclear' : 'undecided';
}

function lower<K, L>(costs: Map<K, Map<L, number>>, key: K, inner: L, cost: number): void {
  const own = costs.get(key);
  if (!own) costs.set(key, new Map([[inner, cost]]));
  else if (cost < (own.get(inner) ?? Infinity)) own.set(inner, cost);
}
