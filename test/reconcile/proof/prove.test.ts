import type { EditRule } from '../../../src/reconcile/edit-rules.js';
import type { Value } from '../../../src/model/report.js';
import { loadPipeline } from '../../../src/pipeline/load-pipeline.js';
import { prove } from '../../../src/reconcile/proof/prove.js';
import { scanned, type Seen } from './scanned.js';

const { misreadings } = await loadPipeline('pipelines/ogi-annual-report');

/** A table of rows r0, r1, … and columns c0, c1, … of which the last row and column are totals. */
function rulesOf(rows: number, columns: number): EditRule[] {
  const at = (row: number, column: number) => ({ row: `r${row}`, column: `c${column}` });
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
  const across = upTo(rows).map((r): EditRule => ({ id: `row.${r}`, table: 'requests', left: upTo(columns - 1).map((c) => at(r, c)), right: [at(r, columns - 1)], totals: [at(r, columns - 1)] }));
  const down = upTo(columns).map((c): EditRule => ({ id: `column.${c}`, table: 'requests', left: upTo(rows - 1).map((r) => at(r, c)), right: [at(rows - 1, c)], totals: [at(rows - 1, c)] }));
  return rows === 1 ? across : [...across, ...down];
}

interface Odd {
  readonly first: Seen;
  readonly second: Seen;
  readonly ink?: 'none' | 'some';
}

/** The proof of a table that both readers read as printed, but for some cells. */
function proof(printed: readonly (readonly string[])[], odd: Readonly<Record<string, Odd>> = {}): ReturnType<typeof prove> {
  const values = printed.flatMap((row, r) => row.map((text, c): Value => {
    const cell = odd[`r${r}/c${c}`];
    return scanned('requests', `r${r}`, `c${c}`, cell?.first ?? text, cell?.second ?? text, cell?.ink);
  }));
  return prove(values, rulesOf(printed.length, printed[0]?.length ?? 0), misreadings);
}

const said = ({ values }: ReturnType<typeof prove>, at: string): string => {
  const value = values.find((v) => `${v.row}/${v.column}` === at);
  return `${value?.status ?? ''} ${value?.value ?? 'nothing'}`;
};
const suspects = ({ values }: ReturnType<typeof prove>): string[] => values.filter((v) => v.status === 'suspect').map((v) => `${v.row}/${v.column}`);

const table = [
  ['13', '4', '17'],
  ['25', '6', '31'],
  ['38', '10', '48'],
] as const;

describe('a scanned value that two readers agree on', () => {
  it('is read where they are confident and no check speaks against it', () => {
    const result = proof(table);
    expect(result.values.every((v) => v.status === 'read')).toBe(true);
    expect(result.findings).toEqual([]);
  });

  it('is read where one of them is certain and the other says the same with less confidence, but not with as good as none', () => {
    const beside = (first: number, second: number): string => said(prove([scanned('disclosure', 'r0', 'c0', ['12', first], ['12', second])], [], misreadings), 'r0/c0');
    expect([beside(0.99, 0.65), beside(0.9, 0.65), beside(0.99, 0.5)]).toEqual(['read 12', 'suspect 12', 'suspect 12']);
  });

  it('is read without a point behind it, which is dirt', () => {
    expect(said(prove([scanned('disclosure', 'r0', 'c0', '38.', '38.')], [], misreadings), 'r0/c0')).toBe('read 38');
  });

  it('is suspect where one of them is not confident and no check stands by', () => {
    expect(said(prove([scanned('disclosure', 'r0', 'c0', '12', ['12', 0.5])], [], misreadings), 'r0/c0')).toBe('suspect 12');
  });

  it('is read where one of them is not confident and a check holds', () => {
    expect(said(proof(table, { 'r0/c0': { first: '13', second: ['13', 0.5] } }), 'r0/c0')).toBe('read 13');
  });

  it('is surer where a check with more than zeros holds than where all are zeros', () => {
    const confidence = (rows: string[][]): number => proof(rows).values[0]?.confidence ?? 0;
    expect(confidence([['0', '0', '0']])).toBeLessThan(confidence([['0', '4', '4']]));
  });
});

describe('a scanned value that two readers disagree on', () => {
  it('is the one the checks leave: as read where it is the first reader’s', () => {
    expect(said(proof(table, { 'r1/c0': { first: '25', second: ['26', 0.6] } }), 'r1/c0')).toBe('read 25');
  });

  it('is repaired where it is the second reader’s, and keeps what was read', () => {
    const result = proof(table, { 'r1/c0': { first: ['26', 0.6], second: '25' } });
    expect(said(result, 'r1/c0')).toBe('repaired 25');
    expect(result.values.find((v) => v.status === 'repaired')?.raw).toBe('26');
    expect(result.findings.map((f) => f.code)).toEqual(['repaired']);
  });

  it('is repaired to what neither read where a row and a column both say so', () => {
    expect(said(proof(table, { 'r1/c0': { first: ['26', 0.5], second: ['23', 0.5] } }), 'r1/c0')).toBe('repaired 25');
  });

  it('is not repaired to what neither read where one check alone says so', () => {
    expect(said(proof([['13', '5', '18']], { 'r0/c0': { first: ['18', 0.5], second: ['15', 0.5] } }), 'r0/c0')).toBe('suspect 18');
  });

  it('is suspect where no check decides', () => {
    const result = prove([scanned('disclosure', 'r0', 'c0', '13', '18')], [], misreadings);
    expect(said(result, 'r0/c0')).toBe('suspect 13');
    expect(result.findings.map((f) => f.code)).toEqual(['reading-unsure']);
  });

  it('is suspect where a check is satisfied in two ways', () => {
    expect(suspects(proof([['13', '8', '21']], { 'r0/c0': { first: ['13', 0.6], second: ['18', 0.6] }, 'r0/c1': { first: ['8', 0.6], second: ['3', 0.6] } }))).toEqual(['r0/c0', 'r0/c1']);
  });

  it('is not repaired against a reader that is confident, by one that is not: the office may have printed just that', () => {
    expect(said(proof([['4', '5', '7']], { 'r0/c0': { first: '4', second: ['2', 0.4] } }), 'r0/c0')).toBe('suspect 4');
  });

  it('leaves the cells beside it as they were read', () => {
    expect(suspects(proof(table, { 'r1/c0': { first: '25', second: '28' }, 'r1/c1': { first: '6', second: ['8', 0.5] } })).filter((c) => !c.startsWith('r1/'))).toEqual([]);
  });
});

describe('a check that fails', () => {
  it('lets the values stand where all were read with confidence and no known misreading explains it: a misprint of the office', () => {
    const result = proof([['13', '4', '24'], ['25', '6', '31'], ['38', '10', '48']]);
    expect(suspects(result)).toEqual([]);
    expect(said(result, 'r0/c2')).toBe('read 24');
  });

  it('lets the values stand that both readers are certain of where only two misreadings at once would explain it', () => {
    const certain = (text: string): Odd => ({ first: [text, 0.99], second: [text, 0.98] });
    expect(suspects(proof([['3', '3', '14']], { 'r0/c0': certain('3'), 'r0/c1': certain('3'), 'r0/c2': certain('14') }))).toEqual([]);
    expect(suspects(proof([['3', '3', '14']]))).toEqual(['r0/c0', 'r0/c1', 'r0/c2']);
  });

  it('makes the one cell suspect of which a known misreading would explain all that fails, though both readers read it so', () => {
    const result = proof([['18', '4', '17'], ['25', '6', '31'], ['38', '10', '48']]);
    expect(suspects(result)).toEqual(['r0/c0']);
    expect(said(result, 'r0/c0')).toBe('suspect 18');
  });

  it('makes its cells suspect that no other check upholds, where one of them was read without confidence', () => {
    expect(suspects(proof([['13', '4', '29']], { 'r0/c1': { first: '4', second: ['9', 0.5] } }))).toEqual(['r0/c0', 'r0/c1', 'r0/c2']);
  });

  it('is never repaired where every cell was read with confidence', () => {
    for (const wrong of ['18', '15', '12', '73', '3', '133']) expect(proof([[wrong, '4', '17'], ['25', '6', '31'], ['38', '10', '48']]).values.filter((v) => v.status === 'repaired')).toEqual([]);
  });
});

describe('an empty cell in a scan', () => {
  it('is blank where both readers and the ink say that there is nothing', () => expect(said(proof([['', '4', '4']]), 'r0/c0')).toBe('blank nothing'));

  it('is blank where both readers see a mark that stands for nothing', () => expect(said(proof([['-', '4', '4']]), 'r0/c0')).toBe('blank nothing'));

  it('is suspect at most where a reader sees a digit and there is no ink', () => {
    const result = proof(table, { 'r0/c0': { first: '13', second: '', ink: 'none' } });
    expect(said(result, 'r0/c0')).toBe('suspect nothing');
    expect(result.findings.map((f) => f.code)).toEqual(['phantom']);
  });

  it('is missing where there is ink and nobody can read it', () => {
    expect(said(proof(table, { 'r0/c0': { first: '', second: '', ink: 'some' } }), 'r0/c0')).toBe('missing nothing');
  });

  it('is not told from a 0 by a sum: 0 for one reader and nothing for the other, among zeros, is suspect', () => {
    expect(said(proof([['0', '0', '0']], { 'r0/c0': { first: '0', second: '' } }), 'r0/c0')).toBe('suspect 0');
  });
});

describe('a lone 0', () => {
  it('may be read as a letter like it', () => expect(said(proof([['0', '4', '4']], { 'r0/c0': { first: '0', second: ['o', 0.9] } }), 'r0/c0')).toBe('read 0'));

  it('is told from an 8 by a sum of zeros', () => expect(said(proof([['0', '0', '0']], { 'r0/c0': { first: '0', second: ['8', 0.6] } }), 'r0/c0')).toBe('read 0'));
});

describe('a value of a document with text', () => {
  const digital = (text: string, status: Value['status'] = 'read'): Value => ({ table: 'requests', row: 'r0', column: 'c0', value: text, unit: '', status, raw: text, method: 'text', confidence: 1, place: null });

  it('is not touched by the proof, whatever the checks say', () => {
    const values = [digital('18'), scanned('requests', 'r0', 'c1', '4'), scanned('requests', 'r0', 'c2', '17')];
    expect(prove(values, rulesOf(1, 3), misreadings).values[0]).toBe(values[0]);
  });

  it('helps to prove the scanned ones beside it', () => {
    const values = [digital('13'), scanned('requests', 'r0', 'c1', '4', ['9', 0.5]), scanned('requests', 'r0', 'c2', '17')];
    expect(prove(values, rulesOf(1, 3), misreadings).values[1]?.status).toBe('read');
  });
});

describe('a check with a cell that nobody can read', () => {
  it('speaks against its other cells where they are too many already', () => {
    expect(suspects(proof([['', '9', '4']], { 'r0/c0': { first: '', second: '', ink: 'some' } }))).toEqual(['r0/c1', 'r0/c2']);
  });

  it('says nothing of them where the cell may be what is lacking', () => {
    expect(suspects(proof([['', '4', '9']], { 'r0/c0': { first: '', second: '', ink: 'some' } }))).toEqual([]);
  });
});

describe('a report full of doubts', () => {
  it('is given up where the search takes too long, and nothing of it is vouched for that is not sure', () => {
    const values = table.flatMap((row, r) => row.map((text, c) => scanned('requests', `r${r}`, `c${c}`, [text, 0.4], [`${text}1`, 0.4])));
    const { values: left } = prove(values, rulesOf(3, 3), { ...misreadings, most_steps: 5 });
    expect(left.map((v) => v.status)).toEqual(values.map(() => 'suspect'));
  });
});

describe('a scanned value whose place is in doubt', () => {
  it('stays suspect, and proves nothing', () => {
    const values = [{ ...scanned('requests', 'r0', 'c0', '13'), value: '13', status: 'suspect' as const }, scanned('requests', 'r0', 'c1', '4', ['9', 0.5]), scanned('requests', 'r0', 'c2', '17')];
    expect(prove(values, rulesOf(1, 3), misreadings).values.map((v) => v.status)).toEqual(['suspect', 'suspect', 'read']);
  });
});
