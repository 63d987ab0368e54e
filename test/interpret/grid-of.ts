import type { Cell, Grid } from '../../src/model/grid.js';

/** A cell: its text, or text, rows and columns that it spans. */
export type Drawn = string | readonly [text: string, rowSpan: number, columnSpan: number];

/** A ruled grid from its rows; cells fall into the next free place, as in HTML. */
export function gridOf(rows: readonly (readonly Drawn[])[]): Grid {
  const cells: Cell[] = [];
  const taken = new Set<string>();
  let columns = 0;
  rows.forEach((row, r) => {
    let c = 0;
    for (const drawn of row) {
      while (taken.has(`${String(r)} ${String(c)}`)) c++;
      const [text, rowSpan, columnSpan] = typeof drawn === 'string' ? [drawn, 1, 1] : drawn;
      for (let i = r; i < r + rowSpan; i++) for (let k = c; k < c + columnSpan; k++) taken.add(`${String(i)} ${String(k)}`);
      cells.push({ row: r, column: c, rowSpan, columnSpan, text, wrapped: false, places: [{ page: 1, box: { x0: c * 10, y0: r * 10, x1: (c + columnSpan) * 10, y1: (r + rowSpan) * 10 } }] });
      c += columnSpan;
      columns = Math.max(columns, c);
    }
  });
  return { rows: rows.length, columns, cells, method: 'ruled', source: 'text', places: [{ page: 1, box: { x0: 0, y0: 0, x1: columns * 10, y1: rows.length * 10 } }], columnEdges: [], seams: [] };
}

const numbers = (n: number): string[] => [String(n), '0', '0', '0', '0', '0', String(n)];

/** The boxhead of table 三. */
export const requestsHead: Drawn[][] = [
  [['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3], ['申请人情况', 1, 7]],
  [['自然人', 2, 1], ['法人或其他组织', 1, 5], ['总计', 2, 1]],
  ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
];

const denied = ['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息', '6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项'];
const unavailable = ['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'];
const notProcessed = ['1.信访举报投诉类申请', '2.重复申请', '3.要求提供公开出版物', '4.无正当理由大量反复申请', '5.要求行政机关确认或重新出具已获取信息'];
const otherOf2021 = ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '3.其他'];

/**
 * The body of table 三 with a number of its own in each row: row k holds k for
 * natural persons and in total, from 1 in printed order. `change` may reword a
 * row's leaf label.
 */
export function requestsBody(edition: '2019' | '2021', change: (label: string) => string = (l) => l): Drawn[][] {
  let k = 0;
  const row = (...labels: Drawn[]): Drawn[] => [...labels, ...numbers(++k)];
  const group = (label: string, leaves: readonly string[]): Drawn[][] => leaves.map((leaf, i) => (i === 0 ? row([label, leaves.length, 1], change(leaf)) : row(change(leaf))));
  const results = 1 + 1 + 8 + 3 + 5 + (edition === '2021' ? 3 : 1) + 1;
  return [
    row([change('一、本年新收政府信息公开申请数量'), 1, 3]),
    row([change('二、上年结转政府信息公开申请数量'), 1, 3]),
    row(['三、本年度办理结果', results, 1], [change('（一）予以公开'), 1, 2]),
    row([change('（二）部分公开（区分处理的，只计这一情形，不计其他情形）'), 1, 2]),
    ...group('（三）不予公开', denied),
    ...group('（四）无法提供', unavailable),
    ...group('（五）不予处理', notProcessed),
    ...(edition === '2021' ? group('（六）其他处理', otherOf2021) : [row([change('（六）其他处理'), 1, 2])]),
    row([change('（七）总计'), 1, 2]),
    row([change('四、结转下年度继续办理'), 1, 3]),
  ];
}
