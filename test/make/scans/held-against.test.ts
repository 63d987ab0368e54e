import type { Status, Value } from '../../../src/model/report.js';
import type { Truth } from '../truth-file.js';
import { heldAgainst } from './held-against.js';

const truth: Truth = {
  issuer: '', title: '', year: 2021, template: '2021', division_code: '', proceedings: {}, disclosure: {}, units: {}, extra: [],
  requests: { new: { natural_person: '8', commercial_enterprise: null, total: '8' } },
};

const value = (column: string, read: string | null, status: Status, row = 'new'): Value =>
  ({ table: 'requests', row, column, value: read, unit: '', status, raw: read ?? '', method: 'text', confidence: 1, place: null });

function verdicts(...values: Value[]): string[] {
  const report = { identity: {} as never, template: '2021', values, checks: [], findings: [] };
  return heldAgainst(truth, { reports: [report] }).map(({ cell, verdict, kind }) => `${cell.replace('requests new/', '')} ${verdict}${kind && ` ${kind}`}`);
}

describe('a document held against its truth', () => {
  it('is right where what is vouched for is printed, a blank as a blank', () => {
    expect(verdicts(value('natural_person', '8', 'read'), value('commercial_enterprise', null, 'blank'), value('total', '8', 'repaired')))
      .toEqual(['natural_person right', 'commercial_enterprise right', 'total right']);
  });

  it('is wrong where a number is vouched for in a blank cell, a blank where a number is, or another number', () => {
    expect(verdicts(value('natural_person', '3', 'read'), value('commercial_enterprise', '0', 'read'), value('total', null, 'blank')))
      .toEqual(['natural_person wrong misread', 'commercial_enterprise wrong phantom', 'total wrong lost']);
  });

  it('counts a wrong repair apart, and a cell that stands twice', () => {
    expect(verdicts(value('natural_person', '3', 'repaired'), value('total', '8', 'read'), value('total', '8', 'read'), value('commercial_enterprise', null, 'blank')))
      .toEqual(['natural_person wrongly-repaired misread', 'total right', 'total wrong twice', 'commercial_enterprise right']);
  });

  it('tells a false alarm from a doubt that is justified, and from what is missing', () => {
    expect(verdicts(value('natural_person', '8', 'suspect'), value('total', '3', 'suspect')))
      .toEqual(['natural_person false-alarm', 'total suspect', 'commercial_enterprise missing']);
  });

  it('takes a number vouched for in a row that is not printed for a phantom, and does not miss what is not printed', () => {
    expect(verdicts(value('total', '8', 'read'), value('total', '1', 'read', 'denied.state_secret'), value('other', null, 'missing')))
      .toEqual(['total right', 'requests denied.state_secret/total wrong phantom', 'natural_person missing', 'commercial_enterprise missing']);
  });
});
