import type { Cell, Grid } from '../../src/model/grid.js';
import type { Value } from '../../src/model/report.js';
import { interpretTables, type InterpretedTables } from '../../src/interpret/interpret.js';
import { loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { check } from '../../src/reconcile/checks.js';
import { editRules } from '../../src/reconcile/edit-rules.js';
import { gridOf, type Drawn } from './grid-of.js';
import { fujianRows, nationalRows, type PrintedRow } from './printed-lists.js';

const pipeline = await loadPipeline('pipelines/ogi-annual-report');
const interpret = (...grids: Grid[]): InterpretedTables | null => interpretTables(grids, pipeline.forms, pipeline.labels, 'text');

const say = (v: Value | undefined): string => (v === undefined ? 'no row' : v.status === 'read' ? (v.value ?? '') : v.status === 'suspect' ? `suspect ${v.value ?? ''}` : v.status);
const value = (tables: InterpretedTables | null, row: string, column = 'value'): string => say(tables?.values.find((v) => v.row === row && v.column === column));
const all = (tables: InterpretedTables | null): string[] => (tables?.values ?? []).filter((v) => v.column === 'value').map((v) => `${v.row} ${say(v)}`);

const head: Drawn[] = ['统计指标', '单位', '统计数'];
/** The k-th row that has an id holds k. */
const truth = (rows: readonly PrintedRow[]): string[] => rows.filter((r) => r.id !== null).map((r, k) => `${r.id ?? ''} ${String(k + 1)}`);
function body(rows: readonly PrintedRow[], change: (label: string) => string = (l) => l, more: (k: number) => Drawn[] = () => []): Drawn[][] {
  let k = 0;
  return rows.map(({ id, label, unit }): Drawn[] => (id === null ? [change(label), '', '', ...more(0).map(() => '')] : [change(label), unit, String(++k), ...more(k)]));
}

const without = (rows: readonly PrintedRow[], ...ids: string[]): PrintedRow[] => rows.filter((r) => r.id === null || !ids.includes(r.id));

describe('the national 统计表 of 2014', () => {
  it('is read whole, each indicator under its id, in printed order, with its unit and its label', () => {
    const tables = interpret(gridOf([head, ...body(nationalRows)]));
    expect(all(tables)).toEqual(truth(nationalRows));
    expect(tables?.template).toBe('2014');
    expect(tables?.values.find((v) => v.row === 'training.trainees')).toMatchObject({ unit: '人次', label: '（三）接受培训人员数', value: '58' });
    expect(tables?.findings).toEqual([]);
  });

  it.each<[string, (label: string) => string]>([
    ['in half width', (l) => l.normalize('NFKC')],
    ['with blanks between its characters', (l) => Array.from(l).join(' ')],
    ['without its explanation in brackets', (l) => l.replace(/（(?!.）)[^）]*）/u, '')],
    ['without its number', (l) => l.replace(/^(?:其中：)?(?:\d\.|（.）|.、)/u, '')],
    ['without 数 at its end', (l) => l.replace(/数量?$/u, '')],
    ['with 1、 for 1.', (l) => l.replace(/^(\d)\./, '$1、')],
    ['indented by full-width blanks', (l) => `\u3000\u3000${l}`],
    ['in traditional characters', (l) => l.replaceAll('数', '數').replaceAll('开', '開').replaceAll('诉讼', '訴訟').replaceAll('复议', '復議')],
  ])('has its labels known %s', (_, change) => {
    expect(all(interpret(gridOf([head, ...body(nationalRows, change)])))).toEqual(truth(nationalRows));
  });

  it('goes on over page breaks, with or without its head again', () => {
    const rows = body(nationalRows);
    expect(all(interpret(gridOf([head, ...rows.slice(0, 20)]), gridOf(rows.slice(20, 41)), gridOf([head, ...rows.slice(41)])))).toEqual(truth(nationalRows));
  });

  it('stands in two halves side by side', () => {
    const rows = body(nationalRows);
    const half = Math.ceil(rows.length / 2);
    const lines = Array.from({ length: half }, (_, i): Drawn[] => [...(rows[i] ?? ['', '', '']), ...(rows[i + half] ?? ['', '', ''])]);
    expect(all(interpret(gridOf([[...head, ...head], ...lines])))).toEqual(truth(nationalRows));
  });

  it('is known without a head, and with a column of row numbers', () => {
    expect(all(interpret(gridOf(body(nationalRows))))).toEqual(truth(nationalRows));
    const numbered = body(nationalRows).map((row, i): Drawn[] => [row[0] ?? '', String(i + 1), ...row.slice(1)]);
    expect(all(interpret(gridOf([['指标名称', '行次', '计量单位', '数量'], ...numbered])))).toEqual(truth(nationalRows));
  });

  it('has this year in the sum where it is split by tier, and the tiers beside it', () => {
    const tables = interpret(gridOf([[['指标', 2, 1], ['单位', 2, 1], ['统计数', 1, 3]], ['合计', '市本级', '区县'], ...body(nationalRows, undefined, (k) => [String(100 + k), String(200 + k)])]));
    expect(all(tables)).toEqual(truth(nationalRows));
    expect([value(tables, 'proactive.disclosed', 'tier.1'), value(tables, 'proactive.disclosed', 'tier.2')]).toEqual(['101', '201']);
  });

  it('has no number of the year where only tiers are printed', () => {
    const tables = interpret(gridOf([['指标', '单位', '市本级', '区县'], ...body(nationalRows, undefined, (k) => [String(200 + k)])]));
    expect([value(tables, 'proactive.disclosed'), value(tables, 'proactive.disclosed', 'tier.1'), value(tables, 'proactive.disclosed', 'tier.2')]).toEqual(['missing', '1', '201']);
  });

  it('does not vouch for tiers of which one may be the sum', () => {
    const tables = interpret(gridOf([['指标', '单位', '总体情况', '市本级', '区县'], ...body(nationalRows, undefined, (k) => [String(200 + k), String(300 + k)])]));
    expect([value(tables, 'proactive.disclosed'), value(tables, 'proactive.disclosed', 'tier.2')]).toEqual(['missing', 'suspect 201']);
    const sum = interpret(gridOf([['指标', '单位', '小计', '市本级', '区县'], ...body(nationalRows, undefined, (k) => [String(200 + k), String(300 + k)])]));
    expect([value(sum, 'proactive.disclosed'), value(sum, 'proactive.disclosed', 'tier.1')]).toEqual(['1', '201']);
  });

  it('has all years beside this year, in whatever order they stand', () => {
    const rows = body(nationalRows, undefined, (k) => [String(100 + k)]);
    const tables = interpret(gridOf([['指标', '单位', '本年', '历年累计'], ...rows]));
    expect(all(tables)).toEqual(truth(nationalRows));
    expect(value(tables, 'received.total', 'cumulative')).toBe('117');
    const turned = rows.map(([a = '', b = '', c = '', d = '']): Drawn[] => [a, b, d, c]);
    expect(all(interpret(gridOf([['指标', '单位', '累计', '2016年度'], ...turned])))).toEqual(truth(nationalRows));
  });

  it('has the latest of two years', () => {
    const tables = interpret(gridOf([['指标', '单位', '2015年', '2016年'], ...body(nationalRows, undefined, (k) => [String(100 + k)])]));
    expect([value(tables, 'proactive.disclosed'), value(tables, 'proactive.disclosed', 'extra.2015年')]).toEqual(['101', '1']);
  });

  it('is vouched for in nothing where two columns without heads have numbers', () => {
    const tables = interpret(gridOf(body(nationalRows, undefined, (k) => [String(100 + k)])));
    expect(all(tables).filter((t) => !/ (?:suspect|missing|blank)/.test(t))).toEqual([]);
  });

  it('has only the indicators that are printed, and 0 apart from nothing', () => {
    const rows = body(without(nationalRows, 'channel.weibo', 'received.fax')).map((row, i): Drawn[] => [row[0] ?? '', row[1] ?? '', i === 1 ? '0' : i === 2 ? '' : i === 3 ? '/' : (row[2] ?? '')]);
    const tables = interpret(gridOf([head, ...rows]));
    expect([value(tables, 'proactive.disclosed'), value(tables, 'proactive.normative_disclosed'), value(tables, 'proactive.normative_issued'), value(tables, 'channel.weibo'), value(tables, 'received.fax')]).toEqual(['0', 'blank', 'blank', 'no row', 'no row']);
  });

  it('has amounts of money with their decimals and the unit of the cell', () => {
    const rows = body(nationalRows).map((row): Drawn[] => (typeof row[0] === 'string' && row[0].includes('专项经费') ? [row[0], '万元', '12.5'] : typeof row[0] === 'string' && row[0].startsWith('七') ? [row[0], '', '251元'] : row));
    const tables = interpret(gridOf([head, ...rows]));
    expect(tables?.values.filter((v) => ['fees.charged', 'capacity.budget'].includes(v.row)).map((v) => `${say(v)} ${v.unit}`)).toEqual(['251 元', '12.5 万元']);
  });

  it('has a heading and the row below it in one cell, where no rule divides them', () => {
    const rows = body(nationalRows).flatMap((row, i, all): Drawn[][] => {
      const heading = nationalRows[i - 1];
      if (nationalRows[i]?.id === null && nationalRows[i + 1]?.id !== null) return [];
      return [heading?.id === null ? [`${heading.label}\n${String(row[0])}`, ...row.slice(1)] : (all[i] ?? [])];
    });
    expect(all(interpret({ ...gridOf([head, ...rows]), method: 'aligned' }))).toEqual(truth(nationalRows));
  });

  it('has a head that is wrapped beside others that are not put together: 计 alone is no column', () => {
    const rows = body(nationalRows, undefined, (k) => [String(100 + k)]);
    const wrapped = [['', '', '', '历年累'], ['指标', '单位', '2016年', ''], ['', '', '', '计']];
    const tables = interpret({ ...gridOf([...wrapped, ...rows]), method: 'aligned' });
    expect(all(tables)).toEqual(truth(nationalRows));
    expect(value(tables, 'proactive.disclosed', 'cumulative')).toBe('101');
  });

  it('has its head in a grid of its own, where only that has rules', () => {
    const rows = body(nationalRows, undefined, (k) => [String(100 + k)]);
    const tables = interpret(gridOf([['指标', '单位', '2016年', '历年累计']]), { ...gridOf(rows), method: 'aligned' });
    expect(all(tables)).toEqual(truth(nationalRows));
    expect(value(tables, 'proactive.disclosed', 'cumulative')).toBe('101');
  });

  it('has two heads that nothing divides told apart', () => {
    const rows = body(nationalRows, undefined, (k) => [String(100 + k)]);
    expect(all(interpret({ ...gridOf([['指标', '单位', ['2016年历年累计', 1, 2]], ...rows]), method: 'aligned' }))).toEqual(truth(nationalRows));
  });

  it('has no blank vouched for where a number of a table without rules is lost', () => {
    const rows = body(nationalRows).map((row, i): Drawn[] => (i === 5 ? [row[0] ?? '', '条', ''] : i === 6 ? ['', '', '5'] : row));
    const tables = interpret({ ...gridOf([head, ...rows]), method: 'aligned' });
    expect(value(tables, 'channel.gazette')).toBe('suspect ');
  });

  it('has no blank vouched for where a number was cut from its unit, and stands beside no label', () => {
    const rows = body(nationalRows).map((row, k) => (k === nationalRows.length - 1 ? [row[0] ?? '', row[1] ?? '', ''] : row));
    const tables = interpret({ ...gridOf([head, ...rows, ['', '', '10.79万']]), method: 'aligned' });
    expect(value(tables, 'training.trainees')).toMatch(/^suspect/);
  });

  it.each([
    ['（一）收到申请数', '申请数', 'received.total'], ['（一）收到申请数', '收到申请总数', 'received.total'], ['（一）收到申请数', '受理政府信息公开申请总数', 'received.total'],
    ['（三）申请答复数', '本年度对申请的答复总数', 'answered.total'], ['2.同意公开答复数', '（2）同意公开数', 'answered.granted'], ['4.不同意公开答复数', '不予公开答复总数', 'answered.denied'],
    ['2.政府网站公开政府信息数', '网站公开', 'channel.website'], ['3.网络申请数', '通过网络申请数', 'received.online'],
  ])('has %s worded as %s', (label, wording, id) => {
    const tables = interpret(gridOf([head, ...body(nationalRows, (l) => (l === label ? wording : l))]));
    expect(all(tables)).toEqual(truth(nationalRows));
    expect(tables?.values.find((v) => v.row === id && v.column === 'value')?.label).toBe(wording);
  });

  it('is read of a text with tabs, and in doubt where a row of it lost a cell', () => {
    const rows = body(nationalRows, undefined, (k) => [String(100 + k)]);
    const lost = [['指标', '单位', '本年', '累计'], ...rows.map((row, i): Drawn[] => (i === 5 ? [row[0] ?? '', row[2] ?? '', row[3] ?? ''] : i === 6 ? row.slice(0, 3) : row))];
    const tables = interpret({ ...gridOf(lost), method: 'markup', unspanned: true });
    expect([value(tables, 'proactive.disclosed'), value(tables, 'channel.weibo')]).toEqual(['1', '6']);
    expect([value(tables, 'channel.gazette'), value(tables, 'channel.website')].filter((t) => /^\d/.test(t))).toEqual([]);
  });

  it('has its numbers in a scan whose units were read as numbers, but for amounts of money', () => {
    const rows = body(nationalRows).map((row): Drawn[] => (row[1] === '' ? row : [row[0] ?? '', '35', row[2] ?? '']));
    const grid = gridOf([head, ...rows]);
    const scanned = { says: 'number' as const, value: '35', text: '35', confidence: 0.9 };
    const cells = grid.cells.map((c) => (c.column === 1 && c.text === '35' ? { ...c, readings: { readers: [scanned, scanned], ink: 'some' as const } } : c));
    const tables = interpret({ ...grid, cells });
    expect([value(tables, 'received.total'), value(tables, 'capacity.budget')]).toEqual(['17', 'suspect 55']);
    expect(tables?.values.find((v) => v.row === 'received.total')?.unit).toBe('');
  });

  it('has a row of the office kept with its label', () => {
    const rows = body(nationalRows);
    const tables = interpret(gridOf([head, ...rows.slice(0, 10), ['6.手机报推送信息数', '条', '777'], ...rows.slice(10)]));
    expect(all(tables).filter((t) => !t.startsWith('extra.'))).toEqual(truth(nationalRows));
    expect(value(tables, 'extra.6.手机报推送信息数')).toBe('777');
  });

  it('is in doubt where a region and its office have a list each', () => {
    const [one, other] = [body(nationalRows), body(nationalRows).map((row): Drawn[] => [row[0] ?? '', row[1] ?? '', row[2] === '' ? '' : '999'])];
    expect(all(interpret(gridOf([head, ...one]), gridOf([head, ...other]))).filter((t) => !t.includes('suspect'))).toEqual([]);
  });
});

describe('a label that two indicators bear', () => {
  const number = (id: string): string => String(nationalRows.filter((r) => r.id !== null).findIndex((r) => r.id === id) + 1);
  const corrected = (rows: PrintedRow[]): string[] => ['reconsideration.corrected', 'litigation.corrected'].map((id) => value(interpret(gridOf([head, ...body(rows)])), id));

  it('is told by the section it stands in', () => expect(corrected([...nationalRows])).toEqual([number('reconsideration.corrected'), number('litigation.corrected')]));
  it('is told where it is printed in one of them alone', () => {
    expect(corrected(without(nationalRows, 'reconsideration.corrected'))).toEqual(['no row', String(Number(number('litigation.corrected')) - 1)]);
    expect(corrected(without(nationalRows, 'litigation.corrected'))).toEqual([number('reconsideration.corrected'), 'no row']);
  });
  it('is told where the sections stand in another order', () => {
    const at = (id: string): number => nationalRows.findIndex((r) => r.id === id);
    const turned = [...nationalRows.slice(0, at('reconsideration.total')), ...nationalRows.slice(at('litigation.total'), at('complaints.total')), ...nationalRows.slice(at('reconsideration.total'), at('litigation.total')), ...nationalRows.slice(at('complaints.total'))];
    expect(corrected(turned)).toEqual([number('litigation.corrected'), number('reconsideration.corrected')]);
  });
  it('is not vouched for where nothing above tells its section', () => {
    const read = corrected(without(nationalRows, 'reconsideration.total', 'reconsideration.upheld', 'reconsideration.corrected', 'reconsideration.other', 'litigation.total', 'litigation.upheld'));
    expect(read.filter((t) => /^\d/.test(t))).toEqual([]);
  });
  it('is told where 五 has the words of 四', () => {
    const rows = nationalRows.map((r) => (r.id === 'litigation.upheld' ? { ...r, label: '（一）维持具体行政行为数' } : r));
    expect(all(interpret(gridOf([head, ...body(rows)])))).toEqual(truth(nationalRows));
  });
});

describe('a label that is misprinted', () => {
  it('is known where no other is as like', () => {
    const rows = nationalRows.map((r) => (r.id === 'answered.denied.state_secret' ? { ...r, label: '其中：涉及囯家秘密' } : r));
    expect(all(interpret(gridOf([head, ...body(rows)])))).toEqual(truth(nationalRows));
  });
  it('is not vouched for where it may be another', () => {
    const rows = nationalRows.map((r) => (r.id === 'channel.weibo' ? { ...r, label: '3.政务微博、微信公开政府信息数' } : r));
    const tables = interpret(gridOf([head, ...body(rows)]));
    expect([value(tables, 'channel.weibo'), value(tables, 'channel.wechat')]).not.toContain('6');
    expect(value(tables, 'channel.wechat')).toBe('7');
  });
});

describe('the 附表 of Fujian', () => {
  const rows = body(fujianRows, undefined, (k) => [k % 3 === 0 ? '' : String(1000 + k)]);

  it('is read with the year and all years', () => {
    const tables = interpret(gridOf([['指标名称', '单位', '2018年', '历年\n累计'], ...rows]));
    expect(all(tables)).toEqual(truth(fujianRows));
    expect(tables?.template).toBe('provincial');
    expect([value(tables, 'proactive.disclosed', 'cumulative'), value(tables, 'channel.gazette', 'cumulative')]).toEqual(['1001', 'blank']);
  });

  it('has units in its cells', () => {
    const tables = interpret(gridOf([['指标名称', '计量单位', '年末统计'], ...body(fujianRows).map(([a = '', b = '', c = '']): Drawn[] => [a, b, `${String(c)}${String(b)}`])]));
    expect(all(tables)).toEqual(truth(fujianRows));
    expect(tables?.values[0]).toMatchObject({ raw: '1条', unit: '条' });
  });

  it('has its errors of years known: 接受行政诉讼、举报数 beside 行政诉讼数', () => {
    const wrong = fujianRows.map((r) => (r.id === 'complaints.total' ? { ...r, label: '接受行政诉讼、举报数' } : r));
    expect(all(interpret(gridOf([['指标名称', '单位', '2018年'], ...body(wrong)])))).toEqual(truth(fujianRows));
  });

  it.each<[string, readonly Drawn[][], readonly string[]]>([
    ['2009', [
      ['指\n标\n名\n称', '计量\n单位', '年末统计'], ['主动公开信息数', '条', '1条'], ['其中：\n1\n、政府公报', '条', '2条'], ['2、政府网站', '条', '3条'], ['4、其他便于公众知晓的方式', '条', '4条'], ['公开查阅点查阅人数', '人次', ''],
      ['受理依申请公开信息总数', '条', '5条'], ['3、电子邮件申请数', '条', '6条'], ['4、网上申请数', '条', '7条'], ['6、其它形式申请数', '条', '8条'], ['本年度对申请的答复总数', '条', '9条'], ['3、否决公开答复总数', '条', '10条'], ['行政复议数', '件', '11件'], ['行政申诉数', '件', '12件'],
    ], ['proactive.disclosed 1', 'channel.website 3', 'channel.gazette 2', 'channel.other 4', 'reading_points.visitors blank', 'received.total 5', 'received.online 7', 'received.email 6', 'received.other 8', 'answered.total 9', 'answered.denied 10', 'reconsideration.total 11', 'complaints.total 12']],
    ['2015', [
      ['指 标 名 称', '计量\n单位', '2015\n年度', '历年\n累计'], ['主动公开文件数', '条', '1', '99'], ['其中：1.政府网站公开', '条', '2', '99'], ['2.政府公报公开', '条', '0', ''], ['受理政府信息公开申请总数', '条', '3', ''], ['2.网上申请数', '条', '4', ''], ['3.传真申请数', '条', '5', ''], ['3.不予公开答复总数', '条', '6', ''], ['接受行政申诉数', '件', '7', ''],
    ], ['proactive.disclosed 1', 'channel.website 2', 'channel.gazette 0', 'received.total 3', 'received.online 4', 'received.fax 5', 'answered.denied 6', 'complaints.total 7']],
  ])('is known in the words of %s', (_, printed, expected) => {
    const tables = interpret(gridOf(printed));
    expect(all(tables)).toEqual(expected);
    expect(tables?.template).toBe('provincial');
  });

  it('has no number where two stand under one head', () => {
    const doubled = rows.map(([a = '', b = '', c = '']): Drawn[] => [a, b, c, c]);
    const tables = interpret(gridOf([['指标名称', '单位', ['年末统计', 1, 2]], ...doubled]));
    expect(all(tables).filter((t) => !t.includes('suspect'))).toEqual([]);
  });
});

describe('the checks of a 统计表', () => {
  const form = pipeline.forms.find((f) => f.id === '2014');
  const rules = form?.tables.flatMap(editRules) ?? [];

  it('are the sums that the form names, and no others', () => {
    expect(rules.map((r) => r.id)).toEqual(['sum.received', 'sum.concluded', 'sum.answered', 'sum.answered.denied', 'sum.reconsideration', 'sum.litigation', 'sum.staff']);
    expect(rules.find((r) => r.id === 'sum.answered')?.left.map((t) => t.row)).toHaveLength(8);
    expect(pipeline.forms.find((f) => f.id === 'fujian')?.tables.flatMap(editRules)).toEqual([]);
  });

  it('hold or fail by what is printed, and change nothing', () => {
    const printed = body(nationalRows).map((row): Drawn[] => (row[0] === '（二）申请办结数' ? [row[0], '件', '47'] : row));
    const { checks } = check(interpret(gridOf([head, ...printed]))?.values ?? [], rules);
    expect(checks.filter((c) => ['sum.concluded', 'sum.staff'].includes(c.id)).map((c) => [c.left, c.right, c.held])).toEqual([['47', '47', true], ['107', '52', false]]);
  });

  it('do not speak of a group that has a row of the office', () => {
    const rows = body(nationalRows);
    const at = nationalRows.findIndex((r) => r.id === 'received.mail') + 1;
    const tables = interpret(gridOf([head, ...rows.slice(0, at), ['5.电子邮件申请数', '件', '4'], ...rows.slice(at)]));
    const ids = [...(tables?.forms.values() ?? [])].flatMap((f) => f.tables).flatMap(editRules).map((r) => r.id);
    expect(ids).not.toContain('sum.received');
    expect(ids).toContain('sum.concluded');
  });
});

describe('a list in a scan', () => {
  const scan = (rows: Drawn[][], change: (cell: Cell) => Cell[] = (c) => [c]): InterpretedTables | null => {
    const grid = gridOf(rows);
    const read = (c: Cell): Cell => (/^\d+$/.test(c.text) || (c.text === '' && c.column > 1) ? { ...c, readings: { readers: [{ text: c.text, says: c.text === '' ? 'blank' : 'number', value: c.text === '' ? null : c.text, confidence: 0.99 }], ink: c.text === '' ? 'none' : 'some' } } : c);
    return interpretTables([{ ...grid, source: 'ocr', columns: grid.columns + 1, cells: grid.cells.flatMap(change).map(read) }], pipeline.forms, pipeline.labels, 'ocr');
  };
  const rows = [head, ...body(nationalRows)];
  const at = rows.findIndex(([label]) => label === '1.当面申请数');

  it('has no number vouched for whose unit was misread, or lost where others have one', () => {
    const one = (unit: string): string => value(scan(rows.map((row, i): Drawn[] => (i === at ? [row[0] ?? '', unit, row[2] ?? ''] : row))), 'received.in_person');
    expect(one('件')).not.toMatch('suspect');
    expect(one('在')).toMatch('suspect');
    expect(one('')).toMatch('suspect');
  });

  it('has no part of a number vouched for that something divides under its head', () => {
    const cut = (c: Cell): Cell[] => {
      if (c.column !== 2) return [c];
      const framed = (cell: Cell, x0: number): Cell => ({ ...cell, frames: [{ page: 1, box: { x0, x1: x0 + 14, y0: 0, y1: 10 } }] });
      return c.row === at ? [framed({ ...c, text: '' }, 20), framed({ ...c, column: 3, text: '04' }, 34)] : [{ ...c, columnSpan: 2 }];
    };
    expect(value(scan(rows, cut), 'received.in_person')).toMatch('suspect');
  });
});

describe('the 附表 of Fujian in a scan', () => {
  it('has no row told by a part of its label, where a stroke of it was taken for a ruling', () => {
    const parted = (front: string): InterpretedTables | null => {
      const grid = gridOf([[['指标', 1, 2], '单位', '2016年'], ...body(fujianRows).map((row): Drawn[] => (row[0] === '3.信函、传真申请数' ? [front, '传真申请数', ...row.slice(1)] : [[row[0] as string, 1, 2], ...row.slice(1)]))]);
      return interpretTables([{ ...grid, source: 'ocr' }], pipeline.forms, pipeline.labels, 'ocr');
    };
    expect(parted('3.信函、')?.values.map((v) => v.row)).toContain('received.mail_or_fax');
    expect(parted('3.信图、')?.values.filter((v) => v.row === 'received.fax' && v.status === 'read')).toEqual([]);
  });
});
