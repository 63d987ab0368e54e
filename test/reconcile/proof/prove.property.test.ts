import fc from 'fast-check';
import type { EditRule } from '../../../src/reconcile/edit-rules.js';
import type { Value } from '../../../src/model/report.js';
import { loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { prove } from '../../../src/reconcile/proof/prove.js';
import { scanned, type Seen } from './scanned.js';

const { misreadings } = await loadPipeline('pipelines/ogi-annual-report');

const rowsOf = 4;
const columnsOf = 4;
const at = (row: number, column: number) => ({ row: `r${row}`, column: `c${column}` });
const inner = (n: number): number[] => Array.from({ length: n - 1 }, (_, i) => i);
const rules: EditRule[] = [
  ...Array.from({ length: rowsOf }, (_, r): EditRule => ({ id: `row.${r}`, table: 'requests', left: inner(columnsOf).map((c) => at(r, c)), right: [at(r, columnsOf - 1)], totals: [at(r, columnsOf - 1)] })),
  ...Array.from({ length: columnsOf }, (_, c): EditRule => ({ id: `column.${c}`, table: 'requests', left: inner(rowsOf).map((r) => at(r, c)), right: [at(rowsOf - 1, c)], totals: [at(rowsOf - 1, c)] })),
];

/** A table that adds up, often of zeros: rows of columns, the last of each a total. */
const printed = fc.array(fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 2000 })), { minLength: 9, maxLength: 9 }).map((cells) => {
  const rows = [0, 3, 6].map((from) => cells.slice(from, from + 3));
  const whole = [...rows, [0, 1, 2].map((c) => rows.reduce((sum, row) => sum + (row[c] ?? 0), 0))];
  return whole.map((row) => [...row, row.reduce((a, b) => a + b, 0)].map(String));
});
const cell = fc.record({ row: fc.integer({ min: 0, max: 3 }), column: fc.integer({ min: 0, max: 3 }) });
const number = fc.integer({ min: 0, max: 3000 }).map(String);
const confidence = fc.double({ min: 0, max: 1, noNaN: true });
const sight: fc.Arbitrary<Seen> = fc.tuple(fc.oneof(number, number, fc.constantFrom('', '-', 'o', '7l', '00', '。')), confidence);

const read = (table: readonly (readonly string[])[], odd: (row: number, column: number) => readonly [Seen, Seen] | null): Value[] =>
  table.flatMap((row, r) => row.map((text, c) => scanned('requests', `r${r}`, `c${c}`, ...(odd(r, c) ?? [text, text]), 'some')));
const isVouched = (v: Value): boolean => v.status !== 'suspect' && v.status !== 'missing';

describe('in a table that adds up', () => {
  it('no wrong value is vouched for where one cell is misread by both readers, each in its way, and not both as nothing', () => {
    fc.assert(fc.property(printed, cell, sight, sight, (table, { row, column }, first, second) => {
      const isNothing = ([text]: readonly [string, number] | string): boolean => text === '' || text === '-';
      fc.pre(first[0] !== second[0] && !(isNothing(first) && isNothing(second)));
      const { values } = prove(read(table, (r, c) => (r === row && c === column ? [first, second] : null)), rules, misreadings);
      expect(values.filter((v, i) => isVouched(v) && v.value !== table.flat()[i])).toEqual([]);
    }), { numRuns: 150, seed: 1 });
  });

  it('every value is vouched for where one reader misreads one cell without confidence, and no reading was of nothing', () => {
    fc.assert(fc.property(printed, cell, number, (table, { row, column }, wrong) => {
      fc.pre(Number(table[3]?.[3]) > 0);
      const { values } = prove(read(table, (r, c) => (r === row && c === column ? [table[r]?.[c] ?? '', [wrong, 0.4]] : null)), rules, misreadings);
      expect(values.map((v) => (isVouched(v) ? v.value : null))).toEqual(table.flat());
    }), { numRuns: 100, seed: 1 });
  });
});

describe('readings of any kind', () => {
  it('never make the proof fail, and never repair a cell on which confident readers agree', () => {
    fc.assert(fc.property(fc.array(fc.tuple(sight, sight), { minLength: 16, maxLength: 16 }), (sights) => {
      const values = read([0, 1, 2, 3].map(() => ['0', '0', '0', '0']), (r, c) => sights[4 * r + c] ?? null);
      const proven = prove(values, rules, misreadings).values;
      proven.forEach((v, i) => {
        const [a, b] = sights[i] ?? ['', ''];
        if (a[0] === b[0] && Number(a[1]) >= misreadings.confident && Number(b[1]) >= misreadings.confident) expect(v.status).not.toBe('repaired');
      });
    }), { numRuns: 40, seed: 1 });
  });
});
