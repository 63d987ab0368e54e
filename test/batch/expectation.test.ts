import { differences, expectationOf, written } from '../../src/batch/expectation.js';
import { finding } from '../../src/model/findings.js';
import { check, document, order, report, value } from '../export/documents.js';

const read = document('a.pdf', [
  report({
    values: [
      value('requests', 'new', 'natural_person', { value: '2' }),
      value('requests', 'new', 'total', { value: null, status: 'blank' }),
      value('requests', 'carried_in', 'natural_person', { value: '12', status: 'suspect' }),
      value('requests', 'carried_in', 'total', { value: null, status: 'missing' }),
      value('disclosure', 'fees', 'fee_amount', { value: '320.91', unit: '万元' }),
    ],
    checks: [check('row.new', false), check('balance.total')],
  }),
]);

const expected = expectationOf(read, order);

describe('an expectation', () => {
  it('is written for people, a line for each row of a table', () => {
    expect(written(expected)).toBe(`{
  "title": "通州区漷县镇2022年政府信息公开工作年度报告",
  "issuer": "漷县镇人民政府",
  "issuer_id": "110112106",
  "issuer_kind": "town",
  "division_code": "110112106",
  "town": "漷县镇",
  "year": 2022,
  "template": "2021",
  "status": "review",
  "requests": {
    "new": ["2", null],
    "carried_in": ["!suspect:12", "!missing"]
  },
  "proceedings": {},
  "disclosure": {
    "fees": { "fee_amount": "320.91", "unit": "万元" }
  },
  "checks": {
    "held": 1,
    "failed": ["row.new"]
  }
}
`);
  });

  it('is met by what it was written from', () => {
    expect(differences(JSON.parse(written(expected)), expected, order)).toEqual([]);
  });

  it('that is not met names the cell by its ids', () => {
    const other = structuredClone(expected) as unknown as { requests: { new: (string | null)[] }; year: number };
    other.requests.new = ['3', '0'];
    other.year = 2021;
    expect(differences(other, expected, order)).toEqual(['year: expected 2021, read 2022', 'requests new/natural_person: expected "3", read "2"', 'requests new/total: expected "0", read a blank']);
  });

  it('need not speak of everything, but of every table that was read', () => {
    expect(differences({ year: 2022 }, expected, order)).toEqual(['requests: read, and nothing is expected of it', 'disclosure: read, and nothing is expected of it']);
    expect(differences({ ...expected, requests: {} }, expected, order)).toHaveLength(2);
  });

  it('of a document without a report tells its findings', () => {
    const none = expectationOf(document('b', [], { findings: [finding('no-text', '')] }), order);
    expect(none).toEqual({ outcome: 'not-a-report', problems: ['no-text'] });
    expect(differences({}, none, order)).toEqual(['outcome: expected nothing, read "not-a-report"']);
    expect(differences(expected, none, order).length).toBeGreaterThan(0);
  });

  it('of a compilation tells each of its reports', () => {
    const two = expectationOf(document('c', [report(), report()]), order);
    expect(differences(JSON.parse(written(two)), two, order)).toEqual([]);
    expect(differences({ reports: [report()] }, two, order)).not.toEqual([]);
  });

  it('of a number instead of an object is a difference, not an accident', () => {
    for (const odd of [null, 1, [], 'x']) expect(differences(odd, expected, order)).not.toEqual([]);
  });
});
