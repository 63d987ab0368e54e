import { parseString } from 'fast-csv';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finding } from '../../src/model/findings.js';
import { writeDataset } from '../../src/export/write-dataset.js';
import { check, document, report, settings, stored, value } from './documents.js';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required?: boolean; readonly unique?: boolean; readonly enum?: readonly string[]; readonly pattern?: string; readonly minimum?: number; readonly maximum?: number };
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly rows: number;
  readonly schema: { readonly fields: readonly Field[]; readonly primaryKey: readonly string[]; readonly foreignKeys?: readonly { readonly fields: readonly string[]; readonly reference: { readonly resource: string; readonly fields: readonly string[] } }[] };
}

type Row = Readonly<Record<string, string>>;

const LEXICAL: Readonly<Record<string, RegExp>> = { string: /^/, integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/, year: /^\d{4}$/, date: /^\d{4}-\d{2}-\d{2}$/ };

const rowsOf = async (path: string): Promise<Row[]> => {
  const text = await readFile(path, 'utf8');
  return new Promise((done, fail) => {
    const rows: Row[] = [];
    parseString<Row, Row>(text, { headers: true }).on('data', (row: Row) => rows.push(row)).on('error', fail).on('end', () => done(rows));
  });
};

const keyOf = (row: Row, fields: readonly string[]): string => JSON.stringify(fields.map((field) => row[field]));

const documents = [
  document('in/a.pdf', [
    report({
      values: [
        value('requests', 'new', 'total', { value: '-8', raw: '-8' }),
        value('requests', 'extra.=1+1', 'total', { raw: '=1+1\n"x",y' }),
        value('proceedings', 'reconsideration', 'total', { value: '1.5', status: 'suspect' }),
        value('disclosure', 'fees', 'fee_amount', { value: '24252.311082', unit: '万元', place: { page: 1, box: { x0: -0.001, y0: 0, x1: Number.NaN, y1: 1e3 } } }),
        value('statistics', 'received.total', 'value', { unit: '件', label: '（一）收到申请数' }),
        value('disclosure', 'regulations', 'made', { value: null, status: 'missing', place: null, confidence: 0 }),
      ],
      sections: [{ section: '0', heading: '', text: '=1+1', page: 1 }, { section: 'other.1', heading: '七、“附表”', text: '', page: 2 }],
      checks: [check('row.new'), check('balance.total', null)],
      findings: [finding('value-unsure', 'requests/new/total', { raw: 'x' }), finding('value-unsure', 'requests/new/total', { raw: 'y' })],
    }),
  ]),
  document('in/compilation.pdf', [report({ findings: [finding('year-unknown', '')], identity: { year: null, divisionCode: '', issuer: '' } }), report({ findings: [finding('year-unknown', '')], identity: { year: null, published: '' } })]),
  document('in/twin.pdf', [report()], { bytes: 'same' }),
  document('in/another-twin.pdf', [report()], { bytes: 'same' }),
  document('in/=broken.pdf', [], { findings: [finding('unreadable', '', { reason: '"quoted", and so on' })], outcome: 'failed' }),
];

describe('a dataset held against its own description', () => {
  const read = async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'gongkai-')), 'dataset');
    await writeDataset(documents.map(stored), folder, settings);
    const { resources } = JSON.parse(await readFile(join(folder, 'datapackage.json'), 'utf8')) as { resources: Resource[] };
    return Promise.all(resources.map(async (resource) => ({ resource, rows: await rowsOf(join(folder, resource.path)) })));
  };

  it('has the rows that it says, each cell of its type and within its constraints', async () => {
    for (const { resource, rows } of await read()) {
      expect(rows).toHaveLength(resource.rows);
      expect(rows.length).toBeGreaterThan(0);
      for (const { name, type, constraints = {} } of resource.schema.fields) {
        const cells = rows.map((row) => row[name] ?? '');
        const given = cells.filter((cell) => cell !== '');
        const where = `${resource.name}.${name}`;
        expect([where, given.filter((cell) => LEXICAL[type]?.test(cell) !== true)]).toEqual([where, []]);
        if (constraints.required === true) expect([where, given.length]).toEqual([where, cells.length]);
        if (constraints.unique === true) expect(new Set(given).size).toBe(given.length);
        if (constraints.enum !== undefined) expect([where, given.filter((cell) => constraints.enum?.includes(cell) !== true)]).toEqual([where, []]);
        if (constraints.pattern !== undefined) expect([where, given.filter((cell) => !new RegExp(`^(?:${constraints.pattern ?? ''})$`).test(cell))]).toEqual([where, []]);
        expect([where, given.filter((cell) => Number(cell) < (constraints.minimum ?? -Infinity) || Number(cell) > (constraints.maximum ?? Infinity))]).toEqual([where, []]);
      }
    }
  });

  it('has keys that tell each row from the others, and lead to a row', async () => {
    const all = await read();
    for (const { resource, rows } of all) {
      const keys = rows.map((row) => keyOf(row, resource.schema.primaryKey));
      expect([resource.name, new Set(keys).size]).toEqual([resource.name, rows.length]);
      for (const { fields, reference } of resource.schema.foreignKeys ?? []) {
        const there = new Set(all.find((one) => one.resource.name === reference.resource)?.rows.map((row) => keyOf(row, reference.fields)));
        const astray = rows.filter((row) => fields.some((field) => row[field] !== '') && !there.has(keyOf(row, fields)));
        expect(astray).toEqual([]);
      }
    }
  });
});
