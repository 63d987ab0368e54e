import type { Value } from '../../src/model/report.js';
import { interpretTables } from '../../src/interpret/interpret.js';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { runDocument } from '../../src/pipeline/run-document.js';
import { editRules } from '../../src/reconcile/edit-rules.js';
import { settle } from '../../src/reconcile/settle.js';
import { gridOf, requestsBody, requestsHead, type Drawn } from '../interpret/grid-of.js';

const pipeline = await loadPipeline(defaultPipelineFolder());

/** The values of some rows of numbers after the checks have had their say, by row. */
function settled(grid: Parameters<typeof gridOf>[0]): Map<string, Value[]> {
  const tables = interpretTables([gridOf(grid)], pipeline.forms, pipeline.labels, 'text');
  if (!tables) throw new Error('no table');
  const rules = [...tables.forms].flatMap(([id, form]) => form.tables.filter((t) => t.id === id).flatMap(editRules));
  const { values } = settle(tables.values, tables.choices, rules);
  return new Map(values.map((v) => [v.row, values.filter((other) => other.row === v.row)] as const));
}

const say = (values: readonly Value[] | undefined): string[] => (values ?? []).map((v) => (v.status === 'read' ? (v.value ?? '') : v.status === 'suspect' ? `?${v.value ?? ''}` : v.status));

/** Table 三 of 2021: each result of `rows` (by its place in print) as given, every other row of zeros; sums that come out where `rows` are. */
const requests = (rows: Readonly<Record<number, readonly Drawn[]>>): Drawn[][] =>
  [...requestsHead, ...requestsBody('2021').map((row, r) => [...row.slice(0, -7), ...(rows[r] ?? ['0', '0', '0', '0', '0', '0', '0'])])];
const merged = (text: string): Drawn[] => [[text, 1, 7]];
const plain = (...numbers: number[]): string[] => [...numbers, numbers.reduce((a, b) => a + b, 0)].map(String);

describe('numbers that run together in the one cell of a row', () => {
  const others = (numbers: string[]): Record<number, Drawn[]> => ({ 2: numbers, 23: numbers });

  it('are cut where the checks leave exactly one way', () => {
    const values = settled(requests({ ...others(plain(64, 0, 0, 2, 0, 4)), 0: merged('640020470') })).get('new');
    expect(say(values)).toEqual(['64', '0', '0', '2', '0', '4', '70']);
    expect(values?.map((v) => v.raw)).toEqual(Array.from({ length: 7 }, () => '640020470'));
    expect(values?.every((v) => v.confidence > 0 && v.confidence < 1)).toBe(true);
  });

  it('are missing where there are several ways, and where there is none', () => {
    const twoWays = '1100121'; // as many digits as cells, and no sum
    expect(say(settled(requests({ 0: merged(twoWays) })).get('new'))).toEqual(Array.from({ length: 7 }, () => 'missing'));
    expect(say(settled(requests({ 0: merged('12') })).get('new')).filter((v) => /^\d/.test(v))).toEqual([]);
  });

  it('are cut by the sums of columns where the row alone leaves two ways', () => {
    // 1 + 11 and 11 + 1 are both 12.
    const row = plain(11, 1, 0, 0, 0, 0);
    expect(say(settled(requests({ 0: merged(row.join('')), 2: row, 23: row })).get('new'))).toEqual(row);
    const bare = requests({ 0: merged(row.join('')), 2: ['', '', '', '', '', '', ''], 23: ['', '', '', '', '', '', ''] });
    expect(say(settled(bare).get('new'))).toEqual(Array.from({ length: 7 }, () => 'missing'));
  });

  it('are not cut where another number of a column is wrong in print: the checks leave no way', () => {
    expect(say(settled(requests({ 0: merged('640020470'), 2: plain(9, 0, 0, 0, 0, 0), 23: plain(9, 0, 0, 0, 0, 0) })).get('new'))).toEqual(Array.from({ length: 7 }, () => 'missing'));
  });

  it('are cut in every row of a table', () => {
    const a = plain(64, 0, 0, 2, 0, 4);
    const b = plain(5, 12, 0, 0, 31, 1);
    const sum = a.map((n, i) => String(Number(n) + Number(b[i])));
    const rows = Object.fromEntries(Array.from({ length: 25 }, (_, r) => [r, merged('0000000')]));
    const values = settled(requests({ ...rows, 0: merged(sum.join('')), 2: merged(a.join('')), 3: merged(b.join('')), 23: merged(sum.join('')) }));
    expect([say(values.get('new')), say(values.get('granted')), say(values.get('partly_granted')), say(values.get('processed_total')), say(values.get('other.other'))]).toEqual([sum, a, b, sum, ['0', '0', '0', '0', '0', '0', '0']]);
  });

  it('are cut under some columns alone where the rest of the row tells', () => {
    const row = plain(1, 20, 3, 4, 5, 6);
    expect(say(settled(requests({ 0: ['1', ['203456', 1, 5], '39'], 2: row, 23: row })).get('new'))).toEqual(row);
    expect(say(settled(requests({ 0: ['1', ['20345', 1, 5], '20346'] })).get('new'))).toEqual(['1', 'missing', 'missing', 'missing', 'missing', 'missing', '20346']);
  });

  it('that stand apart are read where the sum is right, and suspect where it is not', () => {
    const row = plain(64, 0, 0, 2, 0, 4);
    expect(say(settled(requests({ ...others(row), 0: merged('64 0 0 2 0 4 70') })).get('new'))).toEqual(row);
    expect(say(settled(requests({ 0: merged('64 0 0 2 0 4 71') })).get('new'))).toEqual(['?64', '?0', '?0', '?2', '?0', '?4', '?71']);
    expect(say(settled(requests({ 0: merged('64 0 70') })).get('new')).filter((v) => /^\d/.test(v))).toEqual([]);
  });
});

describe('numbers that run together in table 四', () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const head: Drawn[][] = [[['行政复议', 1, 5], ['行政诉讼', 1, 10]], [...outcomes.map((o) => [o, 2, 1] as const), ['未经复议直接起诉', 1, 5], ['复议后起诉', 1, 5]], [...outcomes, ...outcomes]];
  const read = (text: string): string[] => [...settled([...head, [[text, 1, 15]]]).values()].flat().filter((v) => v.table === 'proceedings').map((v) => (v.status === 'read' ? (v.value ?? '') : v.status));

  it('are cut where the three totals leave one way', () => {
    expect(read('900091000100000')).toEqual(['9', '0', '0', '0', '9', '1', '0', '0', '0', '1', '0', '0', '0', '0', '0']);
    expect(read('000000000000000')).toEqual(Array.from({ length: 15 }, () => '0'));
  });

  it('are missing, all of them, where seventeen digits can be cut in more than one way', () => {
    expect(read('10000110000110011')).toEqual(Array.from({ length: 15 }, () => 'missing'));
  });

  it('are missing where there are less digits than cells', () => {
    expect(read('00000').filter((v) => /^\d/.test(v))).toEqual([]);
  });
});

describe('numbers that run together in plain text', () => {
  const head = '（本列数据）\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计';
  const zeros = '\t0\t0\t0\t0\t0\t0\t0';
  const text = (first: string): string => ['某县2023年政府信息公开工作年度报告', '', head, `一、本年新收政府信息公开申请数量\t${first}`, `二、上年结转政府信息公开申请数量${zeros}`, '（一）予以公开\t64\t0\t0\t2\t0\t4\t70', '（七）总计\t64\t0\t0\t2\t0\t4\t70', `四、结转下年度继续办理${zeros}`].join('\n');
  const row = async (first: string): Promise<string[]> => {
    const { reports } = await runDocument(Buffer.from(text(first)), { path: 'a.txt', file: 'a.txt', sha256: '' }, pipeline);
    return say(reports[0]?.values.filter((v) => v.row === 'new'));
  };

  it.each(['640020470', '64 0 0 2 0 4 70', '\t640020470', '640020470\t\t\t\t\t\t'])('are told apart by the checks: %s', async (first) => {
    expect(await row(first)).toEqual(['64', '0', '0', '2', '0', '4', '70']);
  });

  it.each(['640020471', '64 0 0 2 0 4', '70', '64 0 0 2 0 4 71'])('are not vouched for otherwise: %s', async (first) => {
    expect((await row(first)).filter((v) => /^\d/.test(v))).toEqual([]);
  });
});

describe('a number whose digits stand apart in its cell', () => {
  const others = (numbers: readonly Drawn[]): Record<number, readonly Drawn[]> => ({ 2: numbers, 23: numbers });

  it('is one number where the cells beside it are filled', () => {
    expect(say(settled(requests({ 0: ['7 7', '1', '0', '0', '0', '1 204', '9'] })).get('new'))).toEqual(['77', '1', '0', '0', '0', '1204', '9']);
  });

  it('is not vouched for beside a blank cell, for it may be the numbers of both', () => {
    expect(say(settled(requests({ 0: ['7 7', '', '0', '0', '0', '0', '14'] })).get('new'))).toEqual(['?77', 'blank', '0', '0', '0', '0', '14']);
    expect(say(settled(requests({ 0: ['0', '0', '0', '', '608 137', '0', '745'] })).get('new'))).toEqual(['0', '0', '0', 'blank', '?608137', '0', '745']);
  });

  it('is one number beside a blank cell where a sum proves it', () => {
    const row = ['7 7', '', '0', '0', '0', '0', '77'];
    expect(say(settled(requests({ 0: row, ...others(['77', '0', '0', '0', '0', '0', '77']) })).get('new'))).toEqual(['77', 'blank', '0', '0', '0', '0', '77']);
  });
});
