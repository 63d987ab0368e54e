// A report of the years before 2019 whose numbers stand in one long list, made by chance, with its truth.

import { chanceOf } from '../chance.js';
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

export interface ListReport {
  readonly title: string;
  readonly template: '2014' | 'provincial';
  readonly columns: readonly ListColumn[];
  readonly lines: readonly ListLine[];
}

const tiers: readonly ListColumn[] = [{ id: 'value', head: '合计' }, { id: 'tier.1', head: '市本级' }, { id: 'tier.2', head: '区县' }];
const allYears = (head: string): ListColumn[] => [{ id: 'value', head }, { id: 'cumulative', head: '历年累计' }];

/** What the columns of the n-th report are. */
const layouts = (year: number): readonly (readonly ListColumn[])[] => [[{ id: 'value', head: '统计数' }], allYears(`${String(year)}年`), tiers, [{ id: 'value', head: '数量' }]];

/** The n-th report of a seed. Some cells are printed empty, some rows left out. */
export function listReport(seed: number, n: number): ListReport {
  const chance = chanceOf(`list ${String(seed)} ${String(n)}`);
  const template = n % 3 === 2 ? 'provincial' : '2014';
  const year = 2014 + (n % 5);
  const rows: readonly PrintedRow[] = template === '2014' ? nationalRows : fujianRows;
  const columns = template === '2014' ? (layouts(year)[n % 4] ?? []) : allYears(`${String(year)}年`);
  const number = (): string => (chance.hit(0.35) ? '0' : chance.hit(0.08) ? '' : String(chance.whole(0, 10 ** chance.whole(1, 4))));
  const kept = rows.filter((row) => row.id === null || !chance.hit(0.04));
  const lines = kept.map(({ id, label, unit }): ListLine => {
    const isMoney = unit === '万元';
    const values = columns.map(() => (id === null ? '' : isMoney ? (chance.whole(0, 4000) / 100).toFixed(2) : number()));
    return { id, label, unit: id === null ? '' : unit, values };
  });
  return { title: `莆田市荔城区${String(year)}年政府信息公开工作年度报告`, template, columns, lines };
}
