import fc from 'fast-check';
import type { Candidate } from '../../../src/reconcile/proof/candidates.js';
import { explain } from '../../../src/reconcile/proof/explain.js';
import { noMisprints, withFailing } from '../../../src/reconcile/proof/misprinted-cells.js';
import { residual, type Statement } from '../../../src/reconcile/proof/statements.js';

const limits = { margin: 1.5, misprint: 3, mostChanges: 3, mostSteps: 100_000 };

/** A table of 2 rows and 2 columns with their sums: cells 0 1 | 2, 3 4 | 5, 6 7 | 8. */
const rule = (left: readonly number[], total: number): Statement => ({ left, right: [total], totals: new Set([total]), cells: [...left, total] });
const rules = [rule([0, 1], 2), rule([3, 4], 5), rule([6, 7], 8), rule([0, 3], 6), rule([1, 4], 7), rule([2, 5], 8)];

/** A likeliest number, and others that cost more; blanks among them. */
const candidates = fc.uniqueArray(fc.record({ value: fc.option(fc.integer({ min: 0, max: 4 }).map(String), { freq: 6 }), cost: fc.integer({ min: 1, max: 60 }).map((c) => c / 10), isRead: fc.boolean() }), { selector: (c) => c.value ?? '', minLength: 1, maxLength: 2 })
  .map((some) => some.toSorted((a, b) => a.cost - b.cost).map((c, i): Candidate => (i === 0 ? { ...c, cost: 0 } : c)));

/** Every explanation there is, one after the other. */
function everyCost(cells: readonly (readonly Candidate[])[]): { least: number; numbers: Map<number, Set<number>> } {
  const all: { cost: number; taken: readonly Candidate[] }[] = [];
  const go = (taken: readonly Candidate[]): void => {
    const own = cells[taken.length];
    if (own) {
      for (const candidate of own) go([...taken, candidate]);
      return;
    }
    if (taken.filter((c) => !c.isRead).length > limits.mostChanges) return;
    const number = (cell: number): number | null => (taken[cell]?.value == null ? null : Number(taken[cell].value));
    const misprints = rules.filter((r) => ![0, null].includes(residual(r, number))).reduce((sum, r) => withFailing(sum, r, number), noMisprints);
    all.push({ taken, cost: taken.reduce((sum, c) => sum + c.cost, 0) + limits.misprint * misprints.sets.length });
  };
  go([]);
  const least = Math.min(...all.map((e) => e.cost));
  const near = all.filter((e) => e.cost <= least + limits.margin - 1e-6);
  return { least, numbers: new Map(cells.map((_, cell) => [cell, new Set(near.map((e) => Number(e.taken[cell]?.value ?? 0)))])) };
}

describe('an explanation of doubtful cells', () => {
  it('is the least of all that there are, and misses no number of those near it', () => {
    fc.assert(fc.property(fc.array(candidates, { minLength: 9, maxLength: 9 }), (cells) => {
      const every = everyCost(cells);
      const found = explain([...cells.keys()], rules, (cell) => cells[cell] ?? [], () => null, limits);
      expect(found === null).toBe(every.least === Infinity);
      for (const [cell, numbers] of every.numbers) for (const n of numbers) expect([...(found?.numbers.get(cell) ?? [])]).toContain(n);
    }), { numRuns: 40, seed: 3 });
  });

  it('is found in few steps in a table of many doubtful cells that adds up', () => {
    const rows = 22;
    const table = Array.from({ length: rows }, (_, r) => [r, (3 * r) % 7, r + ((3 * r) % 7)]);
    const sums = [0, 1, 2].map((c) => table.reduce((sum, row) => sum + (row[c] ?? 0), 0));
    const printed = [...table, sums].flat();
    const many = [...table.keys(), rows].map((r) => rule([3 * r, 3 * r + 1], 3 * r + 2)).concat([0, 1, 2].map((c) => rule([...table.keys()].map((r) => 3 * r + c), 3 * rows + c)));
    const likely = (cell: number): Candidate[] => [0, 1, 2, 3, 4].map((more) => ({ value: String((printed[cell] ?? 0) + more), cost: more === 0 ? 0 : 1 + more / 4, isRead: more < 2 }));
    const found = explain([...printed.keys()], many, likely, () => null, { ...limits, mostSteps: 2000 });
    expect([...printed.keys()].map((cell) => found?.best.get(cell)?.value)).toEqual(printed.map(String));
  });
});
