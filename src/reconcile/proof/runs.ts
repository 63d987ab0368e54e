import type { Statement } from './statements.js';

/** Doubtful cells that are tried one after the other. */
export interface Run {
  readonly cells: readonly number[];
  /** The rule that is known when the last of them is; null where none speaks of them. */
  readonly rule: Statement | null;
  /** Its rule shares no cell with that of another run which stands apart, nor a doubtful one with a run before: what such runs cost at least adds up. */
  readonly isApart: boolean;
}

/** Cells so that rules are complete as early as can be: those of the rule with the fewest open cells next. */
export function runsOf(cells: readonly number[], rules: readonly Statement[]): Run[] {
  const open = new Set(cells);
  const met = new Set<number>();
  const runs: Run[] = [];
  while (open.size > 0) {
    const left = rules.map((rule) => ({ rule, cells: rule.cells.filter((c) => open.has(c)) })).filter((s) => s.cells.length > 0);
    const next = left.reduce<{ rule: Statement | null; cells: readonly number[] }>((a, b) => (a.rule === null || b.cells.length < a.cells.length ? b : a), { rule: null, cells: [...open] });
    const isApart = next.rule?.cells.some((c) => met.has(c)) === false;
    runs.push({ ...next, isApart });
    for (const cell of next.cells) open.delete(cell);
    for (const cell of isApart ? (next.rule?.cells ?? []) : next.cells) met.add(cell);
  }
  return runs;
}

/** How a cell's number counts in what the left of the run's rule is more than the right. */
export const signIn = ({ rule }: Run, cell: number): 1 | -1 => (rule?.left.includes(cell) ? 1 : -1);
