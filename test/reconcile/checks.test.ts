import type { Check, Status, Value } from '../../src/model/report.js';
import { check } from '../../src/reconcile/checks.js';
import { editRules } from '../../src/reconcile/edit-rules.js';
import { loadPipeline } from '../../src/pipeline/load-pipeline.js';

const pipeline = await loadPipeline('pipelines/ogi-annual-report');
const form = pipeline.forms.find((f) => f.id === '2019');
const rules = form?.tables.flatMap(editRules) ?? [];

const value = (row: string, column: string, text: string, status: Status = text === '' ? 'blank' : 'read'): Value => ({
  table: row.startsWith('reconsideration') ? 'proceedings' : 'requests', row, column, value: text === '' ? null : text, unit: '', status, raw: text, method: 'text', confidence: 1, place: null,
});
const applicants = ['natural_person', 'commercial_enterprise', 'research_institution', 'public_interest_organization', 'legal_services_organization', 'other_organization', 'total'];
const row = (id: string, ...texts: string[]): Value[] => texts.map((t, i) => value(id, applicants[i] ?? '', t));
const held = (values: Value[], id: string): boolean | null | undefined => check(values, rules).checks.find((c: Check) => c.id === id)?.held;

describe('the edit rules of a form', () => {
  it('are derived from it: a sum for each row, results and balance for each column, a total for each procedure', () => {
    const kinds = rules.map((r) => r.id.split('.')[0]);
    const count = (kind: string): number => kinds.filter((k) => k === kind).length;
    expect([count('row'), count('results'), count('balance'), count('total')]).toEqual([23, 7, 7, 3]);
  });

  it('sum every result, and nothing else, to the total of results', () => {
    const terms = rules.find((r) => r.id === 'results.total')?.left.map((t) => t.row);
    expect(terms).toHaveLength(19);
    expect(terms).not.toContain('new');
    expect(terms).not.toContain('carried_out');
  });
});

describe('a row', () => {
  it('holds where its applicants sum to its total', () => expect(held(row('new', '2', '1', '0', '0', '0', '0', '3'), 'row.new')).toBe(true));
  it('fails where they do not', () => expect(held(row('new', '2', '1', '0', '0', '0', '0', '4'), 'row.new')).toBe(false));
  it('counts a blank addend as 0', () => expect(held(row('new', '2', '', '', '', '', '', '2'), 'row.new')).toBe(true));
  it('is unknown where its total is blank', () => expect(held(row('new', '2', '1', '0', '0', '0', '0', ''), 'row.new')).toBeNull());
  it('is unknown where all addends are blank under a total that is not 0', () => expect(held(row('new', '', '', '', '', '', '', '7'), 'row.new')).toBeNull());
  it('holds where all addends are blank under a total of 0', () => expect(held(row('new', '', '', '', '', '', '', '0'), 'row.new')).toBe(true));
  it('is unknown where a term is missing', () => expect(held(row('new', '2', '1'), 'row.new')).toBeNull());
});

describe('a total that the office itself added wrongly', () => {
  const values = ['10', '1', '0', '0', '0'].map((t, i) => value('reconsideration', ['upheld', 'corrected', 'other', 'pending', 'total'][i] ?? '', t));

  it('is reported with both sides and its terms', () => {
    const { checks, findings } = check(values, rules);
    expect(checks.find((c) => c.id === 'total.reconsideration')).toMatchObject({ left: '11', right: '0', held: false, table: 'proceedings', terms: expect.arrayContaining(['reconsideration/upheld', 'reconsideration/total']) as unknown });
    expect(findings).toMatchObject([{ code: 'check-failed', place: 'proceedings/total.reconsideration' }]);
  });

  it('is published as printed: the values stay as they were read', () => {
    const before = structuredClone(values);
    check(values, rules);
    expect(values).toEqual(before);
  });
});

describe('the balance', () => {
  const column = (...texts: string[]): Value[] => texts.map((t, i) => value(['new', 'carried_in', 'processed_total', 'carried_out'][i] ?? '', 'total', t));
  it('holds where what came in went out', () => expect(held(column('95', '3', '97', '1'), 'balance.total')).toBe(true));
  it('fails where it did not', () => expect(held(column('95', '3', '97', '2'), 'balance.total')).toBe(false));
  it('is unknown where the total of results is blank', () => expect(held(column('95', '3', '', '1'), 'balance.total')).toBeNull());
});
