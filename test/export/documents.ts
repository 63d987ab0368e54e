import { createHash } from 'node:crypto';
import type { Finding } from '../../src/model/finding.js';
import type { Check, DocumentResult, Identity, Report, Value } from '../../src/model/report.js';
import type { DatasetOrder } from '../../src/export/dataset-order.js';
import type { DatasetSettings } from '../../src/export/write-dataset.js';
import type { StoredDocument } from '../../src/export/stored-document.js';

export const order: DatasetOrder = {
  requests: { rows: ['new', 'carried_in', 'other', 'other.other', 'processed_total'], columns: ['natural_person', 'total'] },
  proceedings: { rows: ['reconsideration'], columns: ['upheld', 'total'] },
  disclosure: { rows: ['regulations', 'other_services', 'fees'], columns: ['made', 'fee_amount'] },
  statistics: { rows: ['proactive.disclosed', 'received.total'], columns: ['value', 'cumulative', 'tier'], sums: ['received'] },
};

export const settings: DatasetSettings = {
  order,
  bom: false,
  panel: {
    variables: [
      { id: 'requests_received', zh: '新收申请', en: 'received', from: [{ forms: ['2021'], terms: ['requests/new/total'], match: 'exact', why: 'Printed as such.' }, { forms: ['2014'], terms: ['statistics/received.total/value'], match: 'exact', why: 'Printed as such.' }] },
      { id: 'lawsuits', zh: '行政诉讼', en: 'lawsuits', from: [{ forms: ['2021'], terms: ['proceedings/litigation_direct/total', 'proceedings/litigation_after_reconsideration/total'], match: 'exact', why: 'Both kinds.' }] },
    ],
    carried: { table: 'requests', out: 'carried_out', in: 'carried_in' },
  },
  title: {
    name: 'ogi-annual-report',
    pipelineVersion: '7',
    programVersion: '0.1.0',
    labels: [
      { table: 'requests', axis: 'row', id: 'new', printed: '一、本年新收政府信息公开申请数量', english: 'requests received', forms: ['2019', '2021'] },
      { table: 'requests', axis: 'column', id: 'total', printed: '总计', english: 'total', forms: ['2019', '2021'] },
    ],
  },
};

export const identity: Identity = {
  title: '通州区漷县镇2022年政府信息公开工作年度报告',
  issuer: '漷县镇人民政府',
  issuerId: '110112106',
  issuerKind: 'town',
  department: '',
  divisionCode: '110112106',
  province: '北京市',
  prefecture: '',
  county: '通州区',
  town: '漷县镇',
  year: 2022,
  published: '2023-01-13',
};

export function value(table: Value['table'], row: string, column: string, changes: Partial<Value> = {}): Value {
  return { table, row, column, value: '3', unit: '', status: 'read', raw: '3', method: 'text', confidence: 1, place: { page: 2, box: { x0: 10, y0: 20.123, x1: 30, y1: 40 } }, ...changes };
}

export const check = (id: string, held: boolean | null = true): Check => ({ id, table: 'requests', left: '3', right: held === null ? '' : '3', held, terms: ['new/natural_person', 'new/total'] });

export function report(changes: Partial<Omit<Report, 'identity'>> & { readonly identity?: Partial<Identity> } = {}): Report {
  return { template: '2021', values: [value('requests', 'new', 'total')], checks: [], findings: [], ...changes, identity: { ...identity, ...changes.identity } };
}

export function document(path: string, reports: readonly Report[], changes: { readonly bytes?: string; readonly findings?: readonly Finding[]; readonly outcome?: DocumentResult['outcome'] } = {}): DocumentResult {
  const sha256 = createHash('sha256').update(changes.bytes ?? path).digest('hex');
  return {
    source: { path, file: path.slice(path.lastIndexOf('/') + 1), sha256 },
    mediaType: 'application/pdf',
    method: 'text',
    pages: 6,
    reports,
    findings: changes.findings ?? [],
    outcome: changes.outcome ?? (reports.length > 0 ? 'report' : 'not-a-report'),
  };
}

export const stored = (result: DocumentResult): StoredDocument => ({
  source: result.source,
  reports: result.reports.map(({ identity: { divisionCode, issuer, year } }) => ({ divisionCode, issuer, year })),
  read: () => Promise.resolve(result),
});
