import type { Value } from '../../src/model/report.js';
import type { Grid } from '../../src/model/grid.js';
import { interpretTables, severalTitles, type InterpretedTables } from '../../src/interpret/interpret.js';
import { loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { gridOf, requestsBody, requestsHead, type Drawn } from './grid-of.js';

const pipeline = await loadPipeline('pipelines/ogi-annual-report');
const interpret = (...grids: Grid[]): InterpretedTables | null => interpretTables(grids, pipeline.forms, pipeline.labels, 'text');

const say = (v: Value | undefined): string => (v === undefined ? 'no row' : v.status === 'read' ? `${v.value ?? ''}${v.unit}` : v.status === 'suspect' ? `suspect ${v.value ?? ''}` : v.status);
const value = (tables: InterpretedTables | null, row: string, column: string): string => say(tables?.values.find((v) => v.row === row && v.column === column));
const column = (tables: InterpretedTables | null, name = 'natural_person'): string[] =>
  (tables?.values ?? []).filter((v) => v.table === 'requests' && v.column === name && !v.row.startsWith('extra.')).map(say);
const counted = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i + 1));
const requests = (...body: Drawn[][]): Grid => gridOf([...requestsHead, ...body]);

describe('table 三 of a form', () => {
  it('is read whole, each row under its id, in printed order', () => {
    expect(column(interpret(requests(...requestsBody('2021'))))).toEqual(counted(25));
    expect(column(interpret(requests(...requestsBody('2019'))))).toEqual(counted(23));
  });

  it('tells by its rows, not by a year, which form it is', () => {
    expect(interpret(requests(...requestsBody('2019')))?.template).toBe('2019');
    expect(interpret(requests(...requestsBody('2021')))?.template).toBe('2021');
  });

  it('has other for the one row （六）其他处理 and other.… for the three, never both', () => {
    const rows = (edition: '2019' | '2021'): string[] => [...new Set(interpret(requests(...requestsBody(edition)))?.values.map((v) => v.row))].filter((r) => /^other(?:\.|$)/.test(r));
    expect(rows('2019')).toEqual(['other']);
    expect(rows('2021')).toEqual(['other.not_corrected', 'other.fee_unpaid', 'other.other']);
  });
});

describe('a label', () => {
  it.each<[string, (label: string) => string]>([
    ['in half width', (l) => l.normalize('NFKC')],
    ['with blanks between its characters', (l) => Array.from(l).join(' ')],
    ['broken over lines', (l) => l.replace(/(.{4})/gu, '$1\n')],
    ['with 1、 for 1.', (l) => l.replace(/^(\d)\./, '$1、')],
    ['with １． for 1.', (l) => l.replace(/^(\d)\./, (_, d: string) => `${String.fromCodePoint(0xff10 + Number(d))}．`)],
    ['with ① for 1.', (l) => l.replace(/^(\d)\./, (_, d: string) => String.fromCodePoint(0x2460 + Number(d) - 1))],
    ['without its number', (l) => l.replace(/^(?:\d\.|（.）|.、)/u, '')],
    ['with an explanation that has digits and other names in it', (l) => `${l}（含 2.重复申请 16 件，减用负值表示，如 -8）`],
    ['with its errors of years', (l) => l.replace('其他法律行政法规禁止公开', '其他法律行政止公开')],
    ['in traditional characters', (l) => l.replaceAll('属于', '屬於').replaceAll('处理', '處理').replaceAll('总计', '總計').replaceAll('数量', '數量').replaceAll('开', '開')],
    ['with 合计 for 总计', (l) => l.replace('总计', '合计')],
  ])('is known %s', (_, change) => {
    expect(column(interpret(requests(...requestsBody('2021', change))))).toEqual(counted(25));
  });

  it('that is unlike any, between two rows that leave no row open, is kept as an extra row', () => {
    const body = requestsBody('2021');
    const more: Drawn[] = ['9.属于本地另设的情形', '7', '0', '0', '0', '0', '0', '7'];
    const grown = body.map((row) => row.map((cell): Drawn => (Array.isArray(cell) && (cell[0] === '三、本年度办理结果' || cell[0] === '（三）不予公开') ? [cell[0] as string, Number(cell[1]) + 1, 1] : cell)));
    const tables = interpret(requests(...grown.slice(0, 12), more, ...grown.slice(12)));
    expect(column(tables)).toEqual(counted(25));
    expect(value(tables, 'extra.9.属于本地另设的情形', 'natural_person')).toBe('7');
  });

  it('that is left out leaves its row missing, and the other rows where they are', () => {
    const body = requestsBody('2021').filter((row) => row[0] !== '4.保护第三方合法权益').map((row) => row.map((cell): Drawn => (Array.isArray(cell) && (cell[0] === '三、本年度办理结果' || cell[0] === '（三）不予公开') ? [cell[0] as string, Number(cell[1]) - 1, 1] : cell)));
    const expected = counted(25);
    expected[7] = 'missing';
    expect(column(interpret(requests(...body)))).toEqual(expected);
  });
});

describe('a column of applicants', () => {
  it('is found by its boxhead, in whatever order of lines it is set', () => {
    const split: Drawn[][] = [[['指标', 4, 3], ['申请人情况', 1, 7]], [['自然人', 3, 1], ['法人或其他组织', 1, 5], ['合计', 3, 1]], ['商业', '科研', '社会公益', '法律服务', ['其他', 2, 1]], ['企业', '机构', '组织', '机构']];
    const tables = interpret(gridOf([...split, ...requestsBody('2021')]));
    expect(column(tables)).toEqual(counted(25));
    expect(column(tables, 'total')).toEqual(counted(25));
    expect(column(tables, 'other_organization')).toEqual(counted(25).map(() => '0'));
  });

  it('is missing where it is not printed, and 其他 is not taken for 总计', () => {
    const head: Drawn[][] = [[['', 2, 3], ['自然人', 2, 1], ['法人或其他组织', 1, 5]], ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']];
    const tables = interpret(gridOf([...head, ...requestsBody('2021').map((row) => row.slice(0, -1))]));
    expect(column(tables)).toEqual(counted(25));
    expect(new Set(column(tables, 'total'))).toEqual(new Set(['missing']));
  });
});

describe('a cell', () => {
  it('that stands under several columns with one number is not vouched for in any', () => {
    const tables = interpret(requests([['一、本年新收政府信息公开申请数量', 1, 3], ['640020470', 1, 7]], ...requestsBody('2021').slice(1)));
    expect(value(tables, 'new', 'natural_person')).toBe('missing');
    expect(value(tables, 'new', 'total')).toBe('missing');
    expect(tables?.values.find((v) => v.row === 'new')?.raw).toBe('640020470');
    expect(value(tables, 'carried_in', 'natural_person')).toBe('2');
  });

  it('keeps its raw text and its place', () => {
    const tables = interpret(requests([['一、本年新收政府信息公开申请数量', 1, 3], '１,２３４（含上级转办）', '', '/', '—', '0', '无', ''], ...requestsBody('2021').slice(1)));
    const cell = tables?.values.find((v) => v.row === 'new' && v.column === 'natural_person');
    expect(cell).toMatchObject({ value: '1234', raw: '１,２３４（含上级转办）', place: { page: 1, box: { x0: 30, y0: 30 } } });
    expect(tables?.values.filter((v) => v.row === 'new').map(say)).toEqual(['1234', 'blank', 'blank', 'blank', '0', 'blank', 'blank']);
  });
});

describe('what has more than one reading', () => {
  const change = (from: string, to: string) => (label: string): string => (label === from ? to : label);

  it.each([
    ['8.属于行政查询事项', '8.其他不予公开情形', 'denied.administrative_query'],
    ['7.属于行政执法案卷', '7.涉及商业秘密', 'denied.enforcement_file'],
    ['（一）予以公开', '（一）主动公开', 'granted'],
  ])('is no row of the form where its label is another: %s printed as %s', (from, to, id) => {
    expect(value(interpret(requests(...requestsBody('2021', change(from, to)))), id, 'natural_person')).toBe('missing');
  });

  it.each([
    ['二、上年结转政府信息公开申请数量', '二、上年度受理政府信息公开申请数量', 'carried_in'],
    ['四、结转下年度继续办理', '四、上年度继续办理', 'carried_out'],
  ])('is suspect where its label differs in more than a misprint: %s printed as %s', (from, to, id) => {
    expect(value(interpret(requests(...requestsBody('2021', change(from, to)))), id, 'natural_person')).toMatch(/suspect|missing/);
  });

  it('is suspect where a row is split in two', () => {
    const body = requestsBody('2021');
    const tables = interpret(requests([['一、本年新收政府信息公开申请数量（市本级）', 1, 3], '1', '0', '0', '0', '0', '0', '1'], [['一、本年新收政府信息公开申请数量（区县）', 1, 3], '9', '0', '0', '0', '0', '0', '9'], ...body.slice(1)));
    expect(value(tables, 'new', 'natural_person')).toMatch(/suspect/);
  });

  const twice = (left: string, right: string): Grid => {
    const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
    const body = requestsBody('2021').map((row): Drawn[] => [...row.slice(0, -7), ...row.slice(-7).map((n) => `${n as string}9`), ...row.slice(-7)]);
    return gridOf([[['', 2, 3], [left, 1, 7], [right, 1, 7]], [...names, ...names], ...body]);
  };

  it('is suspect where another column bears the same name', () => {
    expect(new Set(column(interpret(twice('市本级', '全市'))))).toEqual(new Set(counted(25).map((n) => `suspect ${n}9`)));
    expect(new Set(column(interpret(twice('2022年', '2023年'))))).toEqual(new Set(counted(25).map((n) => `suspect ${n}9`)));
  });

  it('is that of this year where the head says so', () => {
    expect(column(interpret(twice('上年度', '本年度')))).toEqual(counted(25));
    expect(column(interpret(twice('本年', '上年')))).toEqual(counted(25).map((n) => `${n}9`));
  });

  it.each(['上年', '上年度', '去年'])('is not read where the head says that it is another year: %s', (year) => {
    const head: Drawn[][] = [[['', 2, 3], [year, 1, 7]], ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']];
    expect(interpret(gridOf([...head, ...requestsBody('2021')]))).toBeNull();
  });
});

describe('table 二', () => {
  const clause = (heading: string, head: readonly string[], ...rows: (readonly Drawn[])[]): Drawn[][] => [[[heading, 1, 4]], [...head.slice(0, -1), [head.at(-1) ?? '', 1, 5 - head.length]], ...rows.map((r) => [...r.slice(0, -1), [r.at(-1) as string, 1, 5 - head.length] as const])];

  it('of 2021 is read clause by clause, with the unit of its head', () => {
    const grid = gridOf([
      ...clause('第二十条第（一）项', ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '0', '1', '2'], ['行政规范性文件', '3', '4', '22（其中修订 16 件）']),
      ...clause('第二十条第（五）项', ['信息内容', '本年处理决定数量'], ['行政许可', '9,487']),
      ...clause('第二十条第（六）项', ['信息内容', '本年处理决定数量'], ['行政处罚', '2776'], ['行政强制', '84']),
      ...clause('第二十条第（八）项', ['信息内容', '本年收费金额（单位：万元）'], ['行政事业性收费', '320.91']),
    ]);
    const tables = interpret(grid);
    expect(tables?.values.filter((v) => v.table === 'disclosure').map((v) => `${v.row}/${v.column} ${say(v)}`)).toEqual([
      'regulations/issued 0', 'regulations/repealed 1', 'regulations/in_force 2', 'normative_documents/issued 3', 'normative_documents/repealed 4', 'normative_documents/in_force 22',
      'licensing/decisions 9487', 'penalties/decisions 2776', 'coercion/decisions 84', 'fees/fee_amount 320.91万元',
    ]);
  });

  it('may come as a table for each clause, a heading left out or alone', () => {
    const tables = interpret(
      gridOf([['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政许可', '5', '-8', '7']]),
      gridOf([['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政处罚', '1', '+6', '3'], ['行政强制', '4', '0', '6']]),
      gridOf([['信息内容', '采购项目数量', '采购总金额'], ['政府集中采购', '12', '251000元']]),
    );
    expect(tables?.template).toBe('2019');
    expect(['licensing', 'penalties', 'coercion'].map((row) => value(tables, row, 'items_change'))).toEqual(['-8', '6', '0']);
    expect(value(tables, 'procurement', 'procurement_amount')).toBe('251000元');
    expect(value(tables, 'regulations', 'made')).toBe('missing');
  });

  it('has the parts of a split row in its place, and what they do not print missing', () => {
    const tables = interpret(gridOf([['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], ['行政许可', '5', '0', '7'], [['其他对外管理服务事项', 2, 1], '行政检查', '1', '2'], ['行政确认', '3', '4']]));
    expect(tables?.values.filter((v) => v.row.startsWith('other_services')).map((v) => `${v.row}/${v.column} ${say(v)}`)).toEqual([
      'other_services.inspection/items_last_year missing', 'other_services.inspection/items_change 1', 'other_services.inspection/decisions 2',
      'other_services.confirmation/items_last_year missing', 'other_services.confirmation/items_change 3', 'other_services.confirmation/decisions 4',
    ]);
  });

  it('keeps 其他主动公开文件, which no form has, as an extra row', () => {
    const tables = interpret(gridOf([['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'], ['规章', '0', '0', '0'], ['规范性文件', '1', '2', '3'], ['其他主动公开文件', '4', '5', '6']]));
    expect(value(tables, 'normative_documents', 'made')).toBe('1');
    expect(value(tables, 'extra.其他主动公开文件', 'made')).toBe('4');
  });
});

describe('table 四', () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const head: Drawn[][] = [[['行政复议', 1, 5], ['行政诉讼', 1, 10]], [...outcomes.map((o) => [o, 2, 1] as const), ['未经复议直接起诉', 1, 5], ['复议后起诉', 1, 5]], [...outcomes, ...outcomes]];

  it('puts each of its fifteen numbers under its procedure and outcome, the three totals apart', () => {
    const tables = interpret(gridOf([...head, counted(15)]));
    expect(tables?.values.filter((v) => v.table === 'proceedings').map(say)).toEqual(counted(15));
    expect(value(tables, 'litigation_direct', 'total')).toBe('10');
  });

  it('is read by its spanners where its blocks stand in another order, and suspect where they are not printed', () => {
    const swapped: Drawn[][] = [[['行政复议', 1, 5], ['行政诉讼', 1, 10]], [...outcomes.map((o) => [o, 2, 1] as const), ['复议后起诉', 1, 5], ['未经复议直接起诉', 1, 5]], [...outcomes, ...outcomes]];
    const tables = interpret(gridOf([...swapped, counted(15)]));
    expect(value(tables, 'litigation_direct', 'upheld')).toBe('11');
    expect(value(tables, 'reconsideration', 'upheld')).toBe('1');
    const bare = interpret(gridOf([[...outcomes, ...outcomes, ...outcomes], counted(15)]));
    expect(value(bare, 'litigation_direct', 'upheld')).toMatch(/suspect|no row/);
  });

  it('passes over a row that counts its columns, and takes neither of two rows of numbers', () => {
    const numbers = counted(15).map((n) => `${n}0`);
    expect(interpret(gridOf([...head, counted(15), numbers]))?.values.filter((v) => v.table === 'proceedings').map(say)).toEqual(numbers);
    expect(new Set(interpret(gridOf([...head, numbers, counted(15).map((n) => `${n}1`)]))?.values.filter((v) => v.table === 'proceedings').map((v) => v.status))).toEqual(new Set(['suspect']));
  });

  it('is missing where the report has none, never 0', () => {
    const tables = interpret(requests(...requestsBody('2021')));
    expect(new Set(tables?.values.filter((v) => v.table === 'proceedings').map(say))).toEqual(new Set(['missing']));
    expect(tables?.findings.map((f) => f.code)).toContain('table-not-found');
  });
});

describe('the titles of a document', () => {
  const lines = (...texts: [string, number][]) => [...texts.map(([text, size]) => ({ text, size })), ...Array.from({ length: 9 }, () => ({ text: '正文', size: 16 }))];
  const [one, other] = ['平远县财政局2021年政府信息公开工作年度报告', '平远县教育局2021年政府信息公开工作年度报告'];

  it('are several where two are set in large type', () => {
    expect(severalTitles(lines([one, 22], [other, 22]), pipeline.labels)).toEqual([one, other]);
  });

  it('are one where a line of prose ends with the name of a report', () => {
    expect(severalTitles(lines([one, 22], [`现公布${other}`, 16]), pipeline.labels)).toEqual([]);
  });
});

describe('a document without such tables', () => {
  it('is no report', () => {
    expect(interpret(gridOf([['序号', '单位', '电话'], ['1', '办公室', '0517']]))).toBeNull();
    expect(interpret()).toBeNull();
  });
});
