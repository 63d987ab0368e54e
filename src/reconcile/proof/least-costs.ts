import type { Candidate } from './candidates.js';
import { signIn, type Run } from './runs.js';
import type { Statement } from './statements.js';

/** The numbers a cell may have; of one that is known, none. */
type Options = (cell: number) => readonly Candidate[];

/** Sums are compared in millionths: a fee has decimals. */
const exact = (sum: number): number => Math.round(sum * 1e6);

/**
 * What the rules of runs cost at least, so that a search need not go where
 * nothing near the best can be (branch and bound). Never more than the search
 * would find itself.
 */
export class LeastCosts {
  private readonly tables: readonly RunTable[];
  /** Of each run as a whole, by its index; of one that does not stand apart, nothing is known before it comes. */
  private readonly whole: readonly number[];
  /** Of each run and all that follow it. */
  private readonly from: readonly number[];

  /** `most`: costs beyond it are not told apart. */
  constructor(private readonly runs: readonly Run[], options: Options, known: (cell: number) => number | null, private readonly misprint: number, most: number) {
    this.tables = runs.map((run) => new RunTable(run, options, known, most));
    this.whole = runs.map((run, i) => (run.isApart ? (this.tables[i]?.least(0, restOf(run, known), misprint) ?? 0) : 0));
    this.from = [...runs.keys(), runs.length].map((i) => this.whole.slice(i).reduce((a, b) => a + b, 0));
  }

  /**
   * From a place of a run on, and of all runs after it. `rest`: what the run's
   * rule is off by, of the cells before that place; `laid`: cells on which
   * rules that fail are laid already: one more costs nothing.
   */
  least(run: number, at: number, rest: number, laid: (rule: Statement) => boolean): number {
    let later = this.from[run + 1] ?? 0;
    for (let i = run + 1; i < this.runs.length && later > 0; i++) {
      const [cost = 0, rule] = [this.whole[i], this.runs[i]?.rule];
      if (cost > 0 && rule && laid(rule)) later -= cost;
    }
    const [own, table] = [this.runs[run], this.tables[run]];
    if (!own?.rule || !table || at >= own.cells.length) return later;
    // A misprint may explain a later rule together with this one, unless the two share no cell.
    const misprint = laid(own.rule) || (!own.isApart && later > 0) ? 0 : this.misprint;
    return later + table.least(at, rest, misprint);
  }
}

/** What the known cells of a run's rule, those outside of the run, add to it: left less right. */
export function restOf({ rule, cells }: Run, known: (cell: number) => number | null): number {
  const sum = (side: readonly number[]): number => side.reduce((all, c) => all + (cells.includes(c) ? 0 : (known(c) ?? 0)), 0);
  return rule === null ? 0 : sum(rule.left) - sum(rule.right);
}

/** The least cost of every sum that cells of a run have from one of them on (a knapsack table). */
class RunTable {
  /** By place in the run: cost by sum, in millionths. */
  private readonly tables: readonly ReadonlyMap<number, number>[];
  /** A blank may leave the rule undecided, at this cost at least. */
  private readonly undecided: number;

  constructor(run: Run, options: Options, known: (cell: number) => number | null, private readonly most: number) {
    const tables: Map<number, number>[] = [new Map([[0, 0]])];
    for (const cell of run.cells.toReversed()) {
      const table = new Map<number, number>();
      for (const { value, cost } of options(cell)) {
        const added = exact(signIn(run, cell) * Number(value ?? 0));
        for (const [sum, rest] of tables[0] ?? []) if (cost + rest <= most && cost + rest < (table.get(sum + added) ?? Infinity)) table.set(sum + added, cost + rest);
      }
      tables.unshift(table);
    }
    this.tables = tables;
    this.undecided = costOfNoAnswer(run, options, known);
  }

  least(at: number, rest: number, misprint: number): number {
    const undecided = at === 0 || this.undecided === Infinity ? this.undecided : 0;
    return Math.min(this.tables[at]?.get(-exact(rest)) ?? this.most, misprint, undecided);
  }
}

/** The least cost of a blank total, or of a side that is all blank. A cell of another run may be blank for nothing. */
function costOfNoAnswer({ rule, cells }: Run, options: Options, known: (cell: number) => number | null): number {
  if (rule === null) return 0;
  const blank = (cell: number): number => {
    if (cells.includes(cell)) return options(cell).find((c) => c.value === null)?.cost ?? Infinity;
    return options(cell).length > 0 || known(cell) === null ? 0 : Infinity;
  };
  const side = (some: readonly number[]): number => some.reduce((sum, c) => sum + blank(c), 0);
  return Math.min(side(rule.left), side(rule.right), ...[...rule.totals].map(blank));
}
