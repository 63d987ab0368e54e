// A report of the years before 2019 whose numbers stand in one long list, made by chance, with its truth.

import { chanceOf, type Chance } from '../chance.js';
import { fujianRows, nationalRows, type PrintedRow } from '../../interpret/printed-lists.js';

/** A column of numbers: its id in the dataset and its head. */
export interface ListColumn {
  readonly id: string;
  readonly head: string;
}

export interface ListLine {
  readonly id: string | null;
  readonly label: string;
  readonly unit: string;
  /** One for each column, as printed. */
  readonly values: readonly string[];
}

/** Where a list prints its units: in a column, behind each number, or in brackets behind each label. */
export type UnitPlace = 'column' | 'cell' | 'label';

export interface ListReport {
  readonly title: string;
  readonly units: UnitPlace;
  /** Its rows are counted in a column before the labels. */
  readonly isCounted: boolean;
  readonly template: '2014' | 'provincial';
  readonly columns: readonly ListColumn[];
  readonly lines: readonly ListLine[];
}

/** How offices word rows of the forms otherwise, seen or likely; by the id of the row. */
const wordings: Readonly<Record<string, readonly string[]>> = {
  'proactive.disclosed': ['主动公开政府信息数', '主动公开信息数（条）', '主动公开政府信息总数'],
  'channel.website': ['2.政府网站公开数', '2、政府门户网站公开政府信息数', '网站公开'],
  'channel.gazette': ['1、政府公报公开政府信息数', '2.政府公报公开'],
  'received.total': ['收到申请总数', '申请数', '（一）收到政府信息公开申请总数', '受理依申请公开信息总数', '收到依申请公开政府信息申请数'],
  'received.in_person': ['其中：1.当面申请', '当面申请数', '（1）当面申请数'],
  'received.online': ['网上申请数', '（3）网络申请数', '3.通过网络申请数'],
  'received.mail': ['4.信函申请', '信件申请数'],
  'concluded.total': ['（二）申请办结总数', '申请办结数'],
  'answered.total': ['（三）答复申请数', '申请答复总数', '本年度对申请的答复总数'],
  'answered.granted': ['（2）同意公开答复数', '同意公开数', '其中：同意公开答复数'],
  'answered.partly_granted': ['同意部分公开数', '部分公开答复数'],
  'answered.denied': ['不予公开答复数', '不同意公开数', '否决公开答复总数'],
  'reconsideration.total': ['四、行政复议数', '行政复议数量'],
  'litigation.total': ['五、行政诉讼数', '行政诉讼数量'],
  'complaints.total': ['六、举报投诉数', '申诉、举报数', '行政申诉数'],
  'capacity.budget': ['（四）政府信息公开专项经费', '政府信息公开专项经费（万元）'],
  'training.trainees': ['（三）接受培训人次', '3.接受培训人员数'],
};

/** How offices head the sum over the tiers of a region, and the tiers. */
const tiers: readonly (readonly [sum: string, ...tiers: string[]])[] = [['合计', '市本级', '区县'], ['总计', '县本级', '乡镇'], ['合计', '区级', '街道', '部门'], ['全市合计', '市级', '县（市、区）'], ['小计', '本级', '下级']];
const tierColumns = (heads: readonly string[]): ListColumn[] => heads.map((head, k) => ({ id: k === 0 ? 'value' : `tier.${String(k)}`, head }));
const allYears = (head: string): ListColumn[] => [{ id: 'value', head }, { id: 'cumulative', head: '历年累计' }];
const valueHeads = ['统计数', '数量', '数值', '统计数据'];

function columnsOf(year: number, template: ListReport['template'], isCrowded: boolean, chance: Chance): readonly ListColumn[] {
  if (template === 'provincial') return allYears(`${String(year)}年`);
  const kind = isCrowded ? 'tiers' : chance.pick(['one', 'one', 'years', 'tiers'] as const);
  if (kind === 'tiers') return tierColumns(chance.pick(tiers));
  return kind === 'years' ? allYears(`${String(year)}年`) : [{ id: 'value', head: chance.pick(valueHeads) }];
}

/** The n-th report of a seed. Some cells are printed empty, some rows left out. `isCrowded`: it counts its rows, and splits its numbers by tier. */
export function listReport(seed: number, n: number, isCrowded = false): ListReport {
  const chance = chanceOf(`list ${String(seed)} ${String(n)}`);
  const template = n % 3 === 2 && !isCrowded ? 'provincial' : '2014';
  const year = 2014 + (n % 5);
  const rows: readonly PrintedRow[] = template === '2014' ? nationalRows : fujianRows;
  const columns = columnsOf(year, template, isCrowded, chance);
  const units = chance.pick(['column', 'column', 'cell', 'label'] as const);
  const isCounted = isCrowded || chance.hit(0.4);
  const isReworded = chance.hit(0.4);
  const wordingOf = (row: PrintedRow): string => (isReworded && row.id !== null && chance.hit(0.5) ? chance.pick([row.label, ...(wordings[row.id] ?? [])]) : row.label);
  const number = (): string => (chance.hit(0.35) ? '0' : chance.hit(0.08) ? '' : String(chance.whole(0, 10 ** chance.whole(1, 4))));
  const kept = rows.filter((row) => row.id === null || !chance.hit(0.04));
  const lines = kept.map((row): ListLine => {
    const { id, unit } = row;
    const isMoney = unit === '万元';
    const values = columns.map(() => (id === null ? '' : isMoney ? (chance.whole(0, 4000) / 100).toFixed(2) : number()));
    return { id, label: wordingOf(row), unit: id === null ? '' : unit, values };
  });
  return { title: `莆田市荔城区${String(year)}年政府信息公开工作年度报告`, units, isCounted, template, columns, lines };
}
