import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finding } from '../../src/model/findings.js';
import type { DocumentResult } from '../../src/model/report.js';
import { tables } from '../../src/export/tables.js';
import { writeDataset } from '../../src/export/write-dataset.js';
import { check, document, report, settings, stored, value } from './documents.js';

async function write(documents: readonly DocumentResult[]) {
  const folder = join(await mkdtemp(join(tmpdir(), 'gongkai-')), 'dataset');
  const totals = await writeDataset(documents.map(stored), folder, settings);
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  const lines = async (name: string) => (await text(name)).trimEnd().split('\n').slice(1);
  return { folder, totals, text, lines };
}

const column = async (lines: Promise<string[]>, at: number) => (await lines).map((line) => line.split(',')[at]);

describe('the head of each file', () => {
  it('is the contract, letter by letter', async () => {
    const { folder, text } = await write([]);
    expect((await readdir(folder)).sort()).toEqual(['cells.csv', 'checks.csv', 'codebook.md', 'datapackage.json', 'disclosure.csv', 'panel.csv', 'problems.csv', 'proceedings.csv', 'reports.csv', 'requests.csv', 'sections.csv', 'statistics.csv']);
    expect(await text('reports.csv')).toBe(
      'report_id,source,file,sha256,media_type,pages,title,issuer,issuer_id,issuer_kind,department,division_code,province,prefecture,county,town,year,template,published,method,values,values_suspect,values_missing,checks_held,checks_failed,status,pipeline_version\n',
    );
    expect(await text('requests.csv')).toBe('report_id,issuer_id,division_code,issuer,year,item,applicant,count,status\n');
    expect(await text('proceedings.csv')).toBe('report_id,issuer_id,division_code,issuer,year,procedure,outcome,count,status\n');
    expect(await text('disclosure.csv')).toBe('report_id,issuer_id,division_code,issuer,year,item,measure,value,unit,status\n');
    expect(await text('statistics.csv')).toBe('report_id,issuer_id,division_code,issuer,year,indicator,value,unit,status,label\n');
    expect(await text('sections.csv')).toBe('report_id,section,heading,text,page\n');
    expect(await text('checks.csv')).toBe('report_id,check,table,left,right,held,terms\n');
    expect(await text('cells.csv')).toBe('report_id,table,row,column,value,status,raw,method,confidence,page,x0,y0,x1,y1,line\n');
    expect(await text('panel.csv')).toBe('issuer_id,division_code,issuer,year,template,requests_received,lawsuits,report_id,status,other_reports\n');
    expect(await text('problems.csv')).toBe('source,report_id,severity,code,place,message,hint\n');
  });
});

describe('statistics.csv', () => {
  it('has the number of the year with its unit and label; columns beside it, and rows of the office, are in cells.csv alone', async () => {
    const { lines } = await write([
      document('a.pdf', [
        report({
          template: '2014',
          values: [
            value('statistics', 'extra.手机报', 'value', { label: '手机报' }),
            value('statistics', 'received.total', 'cumulative', { value: '90', unit: '件', label: '（一）收到申请数' }),
            value('statistics', 'received.total', 'value', { value: '12', unit: '件', label: '（一）收到申请数' }),
            value('statistics', 'proactive.disclosed', 'value', { value: null, unit: '条', status: 'blank', label: '（一）主动公开政府信息数' }),
          ],
        }),
      ]),
    ]);
    expect((await lines('statistics.csv')).map((line) => line.split(',').slice(5).join(','))).toEqual(['proactive.disclosed,,条,blank,（一）主动公开政府信息数', 'received.total,12,件,read,（一）收到申请数']);
    expect((await lines('cells.csv')).map((line) => line.split(',').slice(1, 4).join(' '))).toEqual(['statistics proactive.disclosed value', 'statistics received.total value', 'statistics received.total cumulative', 'statistics extra.手机报 value']);
  });
});

describe('the reports of one issuer', () => {
  const of = (path: string, year: number, values: ReturnType<typeof value>[], issuer = '漷县镇人民政府') => document(path, [report({ identity: { year, issuer }, values })]);

  it('are one row a year of the panel, and each year is held against the one before, however the name is spelled', async () => {
    const { lines } = await write([
      of('new.pdf', 2022, [value('requests', 'new', 'total', { value: '7' }), value('requests', 'carried_in', 'total', { value: '2' })], '漷县镇政府'),
      of('old.pdf', 2021, [value('requests', 'new', 'total', { status: 'suspect' }), value('requests', 'carried_out', 'total', { value: '1' })]),
    ]);
    expect((await lines('panel.csv')).map((line) => line.split(',').slice(2, 7).join(' '))).toEqual(['漷县镇人民政府 2021 2021  ', '漷县镇政府 2022 2021 7 ']);
    expect((await lines('checks.csv')).map((line) => line.split(',').slice(1, 6).join(' '))).toEqual(['year.total requests 1 2 false']);
    expect((await lines('problems.csv')).map((line) => line.split(',').slice(3, 5).join(' '))).toEqual(['year-check-failed requests/year.total']);
  });
});

describe('reports of which nothing settles which of several offices of one name published them', () => {
  const of = (path: string, year: number, row: string, count: string) => document(path, [report({ identity: { issuer: '鼓楼区人民政府', issuerId: '鼓楼区', hasNamesakes: true, divisionCode: '', year }, values: [value('requests', row, 'total', { value: count })] })]);
  const idOf = (path: string): string => `r${of(path, 2022, 'new', '1').source.sha256.slice(0, 16)}`;

  it('are never one: each has an id and a row of the panel of its own, and no year is held against another', async () => {
    const { lines } = await write([of('fuzhou.pdf', 2022, 'new', '7'), of('xuzhou.pdf', 2022, 'carried_in', '2'), of('nanjing.pdf', 2021, 'carried_out', '1')]);
    const ids = (file: string): Promise<string[]> => lines(file).then((rows) => rows.map((line) => line.split(',')[file === 'reports.csv' ? 8 : file === 'panel.csv' ? 0 : 1] ?? '').sort());
    const own = ['fuzhou.pdf', 'xuzhou.pdf', 'nanjing.pdf'].map((path) => `鼓楼区@${idOf(path)}`).sort();
    expect(await ids('reports.csv')).toEqual(own);
    expect(await ids('requests.csv')).toEqual(own);
    expect(await ids('panel.csv')).toEqual(own);
    expect(await lines('checks.csv')).toEqual([]);
    expect(await lines('problems.csv')).toEqual([]);
  });
});

describe('a report', () => {
  it('is one row with its counts, and one row for each value', async () => {
    const one = document('in/a.pdf', [
      report({
        values: [
          value('requests', 'new', 'total'),
          value('requests', 'new', 'natural_person', { status: 'suspect', confidence: 0.4567, raw: '+6', value: '6' }),
          value('proceedings', 'reconsideration', 'upheld', { status: 'blank', value: null, raw: '-' }),
          value('disclosure', 'fees', 'fee_amount', { value: '320.91', unit: '万元' }),
          value('requests', 'extra.其他主动公开文件', 'total'),
          value('requests', 'carried_in', 'total', { status: 'missing', value: null, raw: '', place: null, confidence: 0 }),
        ],
        checks: [check('balance.total', null), check('row.new'), check('row.carried_in', false)],
      }),
    ]);
    const { text, lines } = await write([one]);
    const id = `r${one.source.sha256.slice(0, 16)}`;
    expect(await lines('reports.csv')).toEqual([
      `${id},in/a.pdf,a.pdf,${one.source.sha256},application/pdf,6,通州区漷县镇2022年政府信息公开工作年度报告,漷县镇人民政府,110112106,town,,110112106,北京市,,通州区,漷县镇,2022,2021,2023-01-13,text,5,1,1,1,1,review,7`,
    ]);
    const who = `${id},110112106,110112106,漷县镇人民政府,2022`;
    expect(await lines('requests.csv')).toEqual([`${who},new,natural_person,6,suspect`, `${who},new,total,3,read`, `${who},carried_in,total,,missing`]);
    expect(await lines('proceedings.csv')).toEqual([`${who},reconsideration,upheld,,blank`]);
    expect(await lines('disclosure.csv')).toEqual([`${who},fees,fee_amount,320.91,万元,read`]);
    expect(await text('cells.csv')).toBe(
      [
        'report_id,table,row,column,value,status,raw,method,confidence,page,x0,y0,x1,y1,line',
        `${id},requests,new,natural_person,6,suspect,+6,text,0.457,2,10.00,20.12,30.00,40.00,`,
        `${id},requests,new,total,3,read,3,text,1.000,2,10.00,20.12,30.00,40.00,`,
        `${id},requests,carried_in,total,,missing,,text,0.000,,,,,,`,
        `${id},requests,extra.其他主动公开文件,total,3,read,3,text,1.000,2,10.00,20.12,30.00,40.00,`,
        `${id},proceedings,reconsideration,upheld,,blank,-,text,1.000,2,10.00,20.12,30.00,40.00,`,
        `${id},disclosure,fees,fee_amount,320.91,read,3,text,1.000,2,10.00,20.12,30.00,40.00,`,
        '',
      ].join('\n'),
    );
    expect(await lines('checks.csv')).toEqual([
      `${id},row.new,requests,3,3,true,new/natural_person;new/total`,
      `${id},row.carried_in,requests,3,3,false,new/natural_person;new/total`,
      `${id},balance.total,requests,3,,unknown,new/natural_person;new/total`,
    ]);
  });

  it.each([
    ['complete', [value('requests', 'new', 'total'), value('requests', 'other', 'total', { status: 'blank', value: null })], '2021'],
    ['review', [value('requests', 'new', 'total', { status: 'suspect' })], '2021'],
    ['review', [value('requests', 'new', 'total'), value('requests', 'other', 'total', { status: 'missing', value: null })], '2021'],
    ['failed', [value('requests', 'new', 'total', { status: 'missing', value: null })], '2021'],
    ['failed', [], '2019'],
    ['review', [], 'unknown'],
  ])('is %s by what its values are', async (status, values, template) => {
    const { lines } = await write([document('a.pdf', [report({ values, template })])]);
    expect(await column(lines('reports.csv'), 25)).toEqual([status]);
  });

  it('of a name that a spreadsheet would run is written so that it does not', async () => {
    const { text } = await write([document('=cmd.pdf', [report({ identity: { title: '@SUM(A1)', issuer: '+局' } })])]);
    expect(await text('reports.csv')).toContain(",'=cmd.pdf,'=cmd.pdf,");
    expect(await text('reports.csv')).toContain(",'@SUM(A1),'+局,");
  });

  it('has a part that an office prints instead of a row behind that row', async () => {
    const values = ['fees', 'other_services.inspection', 'other_services', 'regulations'].map((row) => value('disclosure', row, 'made'));
    const { lines } = await write([document('a.pdf', [report({ values })])]);
    expect(await column(lines('disclosure.csv'), 5)).toEqual(['regulations', 'other_services', 'other_services.inspection', 'fees']);
  });
});

describe('rows of several reports', () => {
  it('are sorted by code, issuer, year and id, empty first', async () => {
    const named = (path: string, divisionCode: string, issuer: string, year: number | null) => document(path, [report({ identity: { divisionCode, issuer, year } })]);
    const { lines } = await write([named('a', '110112', '甲', 2022), named('b', '110112', '甲', 2021), named('c', '', '乙', 2020), named('d', '110000', '𠮷', 2020), named('e', '110000', '～', 2020), named('f', '110112', '甲', null)]);
    expect(await column(lines('reports.csv'), 1)).toEqual(['c', 'e', 'd', 'f', 'b', 'a']);
  });

  it('are the same bytes in whatever order the documents came', async () => {
    const documents = ['a', 'b', 'c'].map((path) => document(path, [report({ identity: { issuer: path } })], { findings: [finding('extra-row', 'p2', { label: path })] }));
    const [one, other] = [await write(documents), await write(documents.toReversed())];
    for (const name of await readdir(one.folder)) expect(await other.text(name)).toBe(await one.text(name));
  });

  it('bear the number of the report where a document holds several', async () => {
    const compilation = document('all.pdf', [report({ identity: { issuer: '乙' } }), report({ identity: { issuer: '甲' } })]);
    const { lines } = await write([compilation]);
    const id = `r${compilation.source.sha256.slice(0, 16)}`;
    expect(await column(lines('reports.csv'), 0)).toEqual([id, `${id}-2`]);
  });
});

describe('problems.csv', () => {
  it('has a row for a document that gave no report', async () => {
    const { lines, totals } = await write([document('b.pdf', [], { findings: [finding('timeout', '', { seconds: 60 })], outcome: 'failed' }), document('a.txt', [])]);
    expect(await lines('problems.csv')).toEqual([
      'a.txt,,info,no-report,,No table of an annual report was recognised,Nothing to do if the document is no report; please report it if it is one.',
      'b.pdf,,error,timeout,,Reading took longer than 60 s and was stopped,Raise the limit with --timeout if the document is worth it; that of one scanned page is scanned_page_seconds in pipeline.yaml.',
    ]);
    expect(totals).toMatchObject({ documents: 2, failedDocuments: 1, otherDocuments: 1, reports: 0, problems: 2 });
    expect(totals.worthALook.map((problem) => problem.source)).toEqual(['b.pdf']);
  });

  it('says of the same bytes under two paths which one stands in the dataset', async () => {
    const twins = ['in/b.pdf', 'in/a.pdf'].map((path) => document(path, [report()], { bytes: 'same' }));
    const { lines, totals } = await write(twins);
    expect(await column(lines('reports.csv'), 1)).toEqual(['in/a.pdf']);
    expect(await lines('problems.csv')).toEqual(['in/b.pdf,,info,duplicate,,"The same bytes as in/a.pdf, which stands in the dataset",']);
    expect(totals).toMatchObject({ documents: 2, duplicates: 1, reports: 1 });
  });

  it('tells every row from the others by source, code and place', async () => {
    const findings = [finding('extra-row', 'p2', { label: '甲' }), finding('extra-row', 'p2', { label: '乙' })];
    const { lines } = await write([document('all.pdf', [report({ findings }), report({ findings, identity: { year: 2023 } })], { findings: [finding('page-unreadable', 'p9', { reason: 'x' })] })]);
    const keys = (await lines('problems.csv')).map((line) => line.split(',').slice(3, 5).join(' '));
    expect(keys).toEqual(['page-unreadable p9', 'extra-row p2', 'extra-row p2 #2']);
    expect((await lines('problems.csv'))[1]).toContain('甲 · A row that the form does not have was kept: 乙');
  });
});

describe('datapackage.json', () => {
  it('describes every file, and tells its hash and size', async () => {
    const { text } = await write([document('a.pdf', [report()])]);
    const descriptor = JSON.parse(await text('datapackage.json')) as { $schema: string; resources: { path: string; hash: string; bytes: number; schema: { fields: { name: string }[]; primaryKey: string[] } }[] };
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(descriptor.resources.map((resource) => resource.path)).toEqual(tables.map((table) => `${table.name}.csv`));
    for (const resource of descriptor.resources) {
      const bytes = await text(resource.path);
      expect(bytes.split('\n')[0]).toBe(resource.schema.fields.map((field) => field.name).join(','));
      expect(resource.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
      expect(resource.bytes).toBe(Buffer.byteLength(bytes));
    }
  });

  it('has labels in Chinese and English for every field, and keys that are fields', () => {
    for (const table of tables) {
      for (const one of table.columns) expect([one.zh, one.en, one.description].every((text) => text !== '')).toBe(true);
      const names = table.columns.map((one) => one.name);
      expect(names).toEqual(expect.arrayContaining([...table.key, ...table.foreignKeys.flatMap((key) => key.columns)]));
    }
  });
});

describe('codebook.md', () => {
  it('tells every id with its printed label and the forms that have it', async () => {
    const { text } = await write([]);
    expect(await text('codebook.md')).toContain('| `new` | 一、本年新收政府信息公开申请数量 | requests received | 2019, 2021 |');
  });
});
