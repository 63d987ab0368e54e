import type { Grid } from '../../src/model/grid.js';
import { interpretTables, type InterpretedTables } from '../../src/interpret/interpret.js';
import { loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { gridOf, requestsBody, requestsHead, type Drawn } from './grid-of.js';

const pipeline = await loadPipeline('pipelines/ogi-annual-report');
const interpret = (...grids: Grid[]): InterpretedTables | null => interpretTables(grids, pipeline.forms, pipeline.labels, 'text');
/** Values of a table by row and column, `15` for one that is vouched for, `?15` for one that is not. */
const cells = (tables: InterpretedTables | null, table: string): Record<string, string> =>
  Object.fromEntries((tables?.values ?? []).filter((v) => v.table === table).map((v) => [`${v.row}/${v.column}`, v.status === 'read' ? (v.value ?? '') : v.status === 'suspect' ? `?${v.value ?? ''}` : v.status]));
const all = (tables: InterpretedTables | null, table: string): string[] => Object.values(cells(tables, table));
const column = (tables: InterpretedTables | null, name: string): string[] => Object.entries(cells(tables, 'requests')).flatMap(([id, v]) => (id.endsWith(`/${name}`) && !id.startsWith('extra.') ? [v] : []));
const counted = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i + 1));

const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const short = ['维持', '纠正', '其他', '未审结', '合计'];
/** Procedure by procedure, the numbers from 1 to 15. */
const numbers = (procedure: number): string[] => counted(15).slice(5 * procedure, 5 * procedure + 5);
const fifteen = counted(15);

describe('table 四', () => {
  it('is read as two tables, each with its own head', () => {
    const reconsideration = gridOf([[['行政复议', 1, 5]], outcomes, numbers(0)]);
    const litigation = gridOf([[['行政诉讼', 1, 10]], [['未经复议直接起诉', 1, 5], ['复议后起诉', 1, 5]], [...outcomes, ...outcomes], [...numbers(1), ...numbers(2)]]);
    expect(all(interpret(reconsideration, litigation), 'proceedings')).toEqual(fifteen);
    expect(all(interpret(litigation, reconsideration), 'proceedings')).toEqual(fifteen);
  });

  it('is read with short heads', () => {
    const head: Drawn[][] = [[['行政复议', 1, 5], ['行政诉讼', 1, 10]], [...short.map((o) => [o, 2, 1] as const), ['未经复议直接起诉', 1, 5], ['复议后起诉', 1, 5]], [...short, ...short]];
    expect(all(interpret(gridOf([...head, fifteen])), 'proceedings')).toEqual(fifteen);
  });

  it.each([outcomes, short])('is read lying, with a row for each procedure: %s', (...names) => {
    const rows: Drawn[][] = [['行政复议', ...numbers(0)], ['未经复议直接起诉', ...numbers(1)], ['复议后起诉', ...numbers(2)]];
    expect(all(interpret(gridOf([['类别', ...names], ...rows])), 'proceedings')).toEqual(fifteen);
    const grouped: Drawn[][] = [[['行政复议', 1, 2], ...numbers(0)], [['行政诉讼', 2, 1], '未经复议直接起诉', ...numbers(1)], ['复议后起诉', ...numbers(2)]];
    expect(all(interpret(gridOf([[['', 1, 2], ...names], ...grouped])), 'proceedings')).toEqual(fifteen);
  });

  it('is read turned, with a row for each outcome', () => {
    const rows = outcomes.map((o, i): Drawn[] => [o, ...[0, 1, 2].map((p) => numbers(p)[i] ?? '')]);
    expect(all(interpret(gridOf([['结果', '行政复议', '未经复议直接起诉', '复议后起诉'], ...rows])), 'proceedings')).toEqual(fifteen);
    const head: Drawn[][] = [[['结果', 2, 1], ['行政复议', 2, 1], ['行政诉讼', 1, 2]], ['未经复议直接起诉', '复议后起诉']];
    expect(all(interpret(gridOf([...head, ...rows])), 'proceedings')).toEqual(fifteen);
  });

  it('is read lying or turned where rows are printed empty', () => {
    const blank = ['', '', '', '', ''];
    const lying = cells(interpret(gridOf([['类别', ...outcomes], ['行政复议', ...blank], ['未经复议直接起诉', ...numbers(1)], ['复议后起诉', ...blank]])), 'proceedings');
    expect([lying['reconsideration/upheld'], lying['litigation_direct/upheld'], lying['litigation_after_reconsideration/total']]).toEqual(['blank', '6', 'blank']);
    const turned = cells(interpret(gridOf([['结果', '行政复议', '未经复议直接起诉', '复议后起诉'], ['结果维持', '', '', ''], ['结果纠正', '1', '2', '3'], ['其他结果', '', '', ''], ['尚未审结', '', '', ''], ['总计', '1', '2', '3']])), 'proceedings');
    expect([turned['reconsideration/upheld'], turned['litigation_direct/corrected'], turned['litigation_after_reconsideration/pending']]).toEqual(['blank', '2', 'blank']);
  });

  it('has its columns in any order that the head tells', () => {
    const order = [4, 0, 1, 2, 3];
    const names = order.map((i) => outcomes[i] ?? '');
    const head: Drawn[][] = [[['行政复议', 1, 5], ['行政诉讼', 1, 10]], [...names.map((o) => [o, 2, 1] as const), ['未经复议直接起诉', 1, 5], ['复议后起诉', 1, 5]], [...names, ...names]];
    expect(all(interpret(gridOf([...head, [0, 1, 2].flatMap((p) => order.map((i) => numbers(p)[i] ?? ''))])), 'proceedings')).toEqual(fifteen);
  });

  it('without a word whose it is, is not vouched for', () => {
    expect(all(interpret(gridOf([outcomes, numbers(0)]), gridOf([requestsHead[0] ?? []])), 'proceedings').filter((v) => /^\d/.test(v))).toEqual([]);
  });
});

describe('table 三', () => {
  const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const body = (order: readonly number[]): Drawn[][] => requestsBody('2021').map((row, r) => [...row.slice(0, -7), ...order.map((i) => String(100 * (r + 1) + i))]);

  it.each([[[6, 0, 1, 2, 3, 4, 5]], [[0, 6, 5, 4, 3, 2, 1]], [[0, 2, 1, 3, 4, 5, 6]]])('has its columns in any order that the head tells: %s', (order) => {
    const tables = interpret(gridOf([[['', 1, 3], ...order.map((i) => names[i] ?? '')], ...body(order)]));
    expect(column(tables, 'total')).toEqual(counted(25).map((n) => `${n}06`));
    expect(column(tables, 'research_institution')).toEqual(counted(25).map((n) => `${n}02`));
  });

  it('has other words for its columns, and is suspect where a word is of something else, strictly', () => {
    const tables = interpret(gridOf([[['', 1, 3], '公民', '企业', '科研单位', '公益组织', '律师事务所', '其他组织', '合计'], ...body([0, 1, 2, 3, 4, 5, 6])]));
    expect(Object.entries(cells(tables, 'requests')).filter(([id]) => id.startsWith('new/')).map(([, v]) => v)).toEqual(['100', '101', '102', '103', '?104', '105', '106']);
  });

  it('of markup has a row in doubt where a number of it, alone of the rows, stands under a head that is none of the form\'s', () => {
    const remarked = (remark: (row: number) => string): string[] => {
      const head = requestsHead.map((row, i) => (i === 0 ? [...row, ['备注', 3, 1] as const] : row));
      const grid = gridOf([...head, ...requestsBody('2021').map((row, r) => [...row, remark(r)])]);
      return column(interpret({ ...grid, method: 'markup' }), 'total');
    };
    expect(remarked((r) => (r === 3 ? '7' : ''))).toEqual(counted(25).map((n, i) => (i === 3 ? `?${n}` : n)));
    expect(remarked((r) => (r === 3 ? '含去年' : ''))).toEqual(counted(25));
    expect(remarked((r) => String(r))).toEqual(counted(25));
  });

  it('has 自然人 for a head where a scan was read as 白然人', () => {
    const tables = interpret(gridOf([[['', 1, 3], '白然人', ...names.slice(1)], ...body([0, 1, 2, 3, 4, 5, 6])]));
    expect(column(tables, 'natural_person')).toEqual(counted(25).map((n) => `${n}00`));
  });

  it.each(['总计（上年）', '事业单位'])('in plain text is not counted off against a head with a column that is none of the form\'s: %s', (label) => {
    const grid = gridOf([['', ...names.slice(0, -1), label], ...body([0, 1, 2, 3, 4, 5, 6]).map((row) => [row.slice(0, -7).map((c) => (Array.isArray(c) ? (c[0] as string) : c)).join(''), ...row.slice(-7)] as Drawn[])]);
    expect(column(interpret({ ...grid, method: 'markup', source: 'plain', unspanned: true }), 'total').filter((v) => /^\d/.test(v))).toEqual([]);
  });

  it('has its rows in another order where their labels tell them', () => {
    const rows = requestsBody('2021');
    const swapped = [rows[0], rows[1], ...rows.slice(2, 12), ...rows.slice(12)].flatMap((r) => (r ? [r] : []));
    const [a, b] = [swapped[6], swapped[8]];
    if (a && b) [swapped[6], swapped[8]] = [b, a];
    expect(column(interpret(gridOf([...requestsHead, ...swapped])), 'total')).toEqual(counted(25));
    expect(column(interpret(gridOf([...requestsHead, ...rows.slice(1, 2), ...rows.slice(0, 1), ...rows.slice(2)])), 'total')).toEqual(counted(25));
  });

  it('is suspect where one row is printed in two places', () => {
    const rows = requestsBody('2021');
    const again: Drawn[] = [['一、本年新收政府信息公开申请数量', 1, 3], '9', '0', '0', '0', '0', '0', '9'];
    expect(column(interpret(gridOf([...requestsHead, ...rows, again])), 'total')[0]).toBe('?1');
  });

  it('is known by its rows where the label of the group 三 is lost', () => {
    const rows = requestsBody('2021').map((row): Drawn[] => row.map((cell): Drawn => (Array.isArray(cell) && cell[0] === '三、本年度办理结果' ? ['', Number(cell[1]), 1] : cell)));
    expect(column(interpret(gridOf([...requestsHead, ...rows])), 'total')).toEqual(counted(25));
  });

  it.each([
    ['一、本年新收政府信息公开申请数量', '一、上年新收政府信息公开申请数量', 0],
    ['二、上年结转政府信息公开申请数量', '二、本年结转政府信息公开申请数量', 1],
    ['四、结转下年度继续办理', '四、上年度结转继续办理', 24],
  ])('does not take one year for another: %s printed as %s', (from, to, at) => {
    expect(column(interpret(gridOf([...requestsHead, ...requestsBody('2021', (l) => (l === from ? to : l))])), 'total')[at]).toMatch(/missing|\?/);
  });
});

describe('a table that goes on behind prose', () => {
  const rows = requestsBody('2021');
  const below = (...body: Drawn[][]): Grid => gridOf(body);

  it('is read with the head before it where its rows go on where that stopped', () => {
    const [upper, lower] = [rows.slice(0, 24), rows.slice(24)];
    expect(column(interpret(gridOf([...requestsHead, ...upper]), below(...lower)), 'total')).toEqual(counted(25));
  });

  it('is so in a web page or Word file, too', () => {
    const markup = (grid: Grid): Grid => ({ ...grid, method: 'markup' });
    expect(column(interpret(markup(gridOf([...requestsHead, ...rows.slice(0, 24)])), markup(below(...rows.slice(24)))), 'total')).toEqual(counted(25));
  });

  it('is not where it has other columns, or a row between is not there', () => {
    expect(column(interpret(gridOf([...requestsHead, ...rows.slice(0, 24)]), below(...rows.slice(24).map((r) => r.slice(0, -1)))), 'total')[24]).toBe('missing');
    expect(column(interpret(gridOf([...requestsHead, ...rows.slice(0, 22)]), below(...rows.slice(24))), 'total').at(-1)).toBe('missing');
  });

  it('may have another head and less rows than a table has', () => {
    const head: Drawn[] = [['项目', 1, 3], '公民', '企业', '科研机构', '公益组织', '法律服务机构', '其他', '合计'];
    expect(column(interpret(gridOf([...requestsHead, ...rows.slice(0, 24)]), gridOf([head, ...rows.slice(24)])), 'total')).toEqual(counted(25));
  });
});

describe('a column of table 二', () => {
  it('may stand before the others', () => {
    const tables = cells(interpret(gridOf([['信息内容', '现行有效件数', '本年制发件数', '本年废止件数'], ['规章', '1', '2', '3'], ['行政规范性文件', '4', '5', '6']])), 'disclosure');
    expect(['in_force', 'issued', 'repealed'].map((c) => tables[`normative_documents/${c}`])).toEqual(['4', '5', '6']);
  });

  it.each([['本年制发件数', '上年制发件数', 'issued'], ['本年制发件数', '本年修订件数', 'issued'], ['现行有效件数', '本年失效件数', 'in_force']])('is not vouched for where its label says something else: %s printed as %s', (from, to, id) => {
    const head = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((h) => (h === from ? to : h));
    const tables = cells(interpret(gridOf([head, ['规章', '1', '2', '3'], ['行政规范性文件', '4', '5', '6']])), 'disclosure');
    expect(tables[`normative_documents/${id}`]).toMatch(/missing|\?/);
    expect(Object.values(tables).filter((v) => /^[456]$/.test(v))).toHaveLength(2);
  });
});
