import type { Value } from '../../../src/model/report.js';
import { GatheredPanel } from '../../../src/export/panel/gathered.js';
import { harmonised, valuesByName } from '../../../src/export/panel/harmonised.js';
import { report, settings, value } from '../documents.js';

const { panel } = settings;
const lawsuits = panel.variables[1];

/** What the panel says of lawsuits where a report prints these. */
function lawsuitsOf(...values: Value[]): string {
  if (lawsuits === undefined) throw new Error('no such variable');
  return harmonised(lawsuits, valuesByName(report({ values })));
}

const direct = (changes: Partial<Value>): Value => value('proceedings', 'litigation_direct', 'total', changes);
const after = (changes: Partial<Value>): Value => value('proceedings', 'litigation_after_reconsideration', 'total', changes);
const blank = { value: null, raw: '', status: 'blank' } as const;

describe('a variable of the panel', () => {
  it('is the sum of its terms', () => {
    expect(lawsuitsOf(direct({ value: '3' }), after({ value: '4' }))).toBe('7');
  });
  it('takes a blank beside a number for 0, and blanks alone for nothing', () => {
    expect(lawsuitsOf(direct({ value: '3' }), after(blank))).toBe('3');
    expect(lawsuitsOf(direct(blank), after(blank))).toBe('');
  });
  it('is empty where one of its terms is suspect, missing or not printed: no doubtful number', () => {
    expect(lawsuitsOf(direct({ value: '3' }), after({ status: 'suspect' }))).toBe('');
    expect(lawsuitsOf(direct({ value: '3' }), after({ value: null, status: 'missing' }))).toBe('');
    expect(lawsuitsOf(direct({ value: '3' }))).toBe('');
  });
  it('comes from the generation of the form that the report prints', () => {
    const [received] = panel.variables;
    if (received === undefined) throw new Error('no such variable');
    const old = report({ template: '2014', values: [value('statistics', 'received.total', 'value', { value: '12' })] });
    expect(harmonised(received, valuesByName(old))).toBe('12');
    const rounded = report({ template: 'narrative', values: [value('statistics', 'received.total', 'value', { value: '2', unit: '万件' })] });
    expect(harmonised(received, valuesByName(rounded))).toBe('');
  });
});

describe('the panel', () => {
  it('has one row for an issuer and a year: the correction that was published later', () => {
    const gathered = new GatheredPanel(panel);
    gathered.add('r1', report({ identity: { published: '2023-01-13' } }));
    gathered.add('r2', report({ identity: { published: '2023-03-01' } }));
    gathered.add('r0', report({ identity: { published: '' } }));
    expect(gathered.rows().map((row) => [row.reportId, row.others])).toEqual([['r2', ['r0', 'r1']]]);
  });
  it('takes an earlier report before a correction in which nothing could be read', () => {
    const gathered = new GatheredPanel(panel);
    gathered.add('r1', report({ identity: { published: '2023-03-01' }, template: '2021', values: [value('requests', 'new', 'total', { value: null, status: 'missing' })] }));
    gathered.add('r2', report({ identity: { published: '2023-01-13' } }));
    expect(gathered.rows().map((row) => row.reportId)).toEqual(['r2']);
  });
  it('takes the first by id where nothing else tells them apart, in whatever order they come', () => {
    for (const ids of [['r1', 'r2'], ['r2', 'r1']]) {
      const gathered = new GatheredPanel(panel);
      for (const id of ids) gathered.add(id, report());
      expect(gathered.taken(report())).toBe('r1');
    }
  });
  it('leaves out reports without issuer or year', () => {
    const gathered = new GatheredPanel(panel);
    gathered.add('r1', report({ identity: { year: null } }));
    gathered.add('r2', report({ identity: { issuerId: '' } }));
    expect(gathered.rows()).toEqual([]);
  });
});

describe('two years of one issuer', () => {
  const of = (year: number, row: string, changes: Partial<Value>) => report({ identity: { year, issuer: `name of ${String(year)}` }, values: [value('requests', row, 'total', changes)] });

  it('are held against each other: what one carries out the next carries in', () => {
    const gathered = new GatheredPanel(panel);
    gathered.add('r1', of(2021, 'carried_out', { value: '5' }));
    expect(gathered.yearChecks(of(2022, 'carried_in', { value: '5' }))).toEqual([
      { id: 'year.total', table: 'requests', left: '5', right: '5', held: true, terms: ['r1:carried_out/total', 'carried_in/total'] },
    ]);
    expect(gathered.yearChecks(of(2022, 'carried_in', { value: '6' }))[0]?.held).toBe(false);
  });
  it('are held against the report that the panel takes of the year before, and each of the year is held, in whatever order they come', () => {
    const earlier = [['r1', '2022-01-10', '5'], ['r2', '2022-03-10', '7']] as const;
    for (const order of [earlier, earlier.toReversed()]) {
      const gathered = new GatheredPanel(panel);
      for (const [id, published, out] of order) gathered.add(id, report({ identity: { year: 2021, published }, values: [value('requests', 'carried_out', 'total', { value: out })] }));
      expect(['7', '5'].map((into) => gathered.yearChecks(of(2022, 'carried_in', { value: into }))[0])).toMatchObject([{ left: '7', held: true }, { left: '7', held: false }]);
    }
  });
  it('say nothing of each other where a number is not there, or a year lies between', () => {
    const gathered = new GatheredPanel(panel);
    gathered.add('r1', of(2021, 'carried_out', { value: '5' }));
    expect(gathered.yearChecks(of(2022, 'carried_in', { value: null, status: 'missing' }))[0]?.held).toBeNull();
    expect(gathered.yearChecks(of(2023, 'carried_in', { value: '5' }))).toEqual([]);
  });
});
