import type { Cell } from '../../model/grid.js';
import type { ListHeads } from '../forms/schema.js';
import type { Labels } from '../labels.js';
import { readNumber } from '../numbers.js';
import { tight, type PrintedGrid } from '../printed-grid.js';

/** A column of numbers of a list. */
export interface ValueColumn {
  /** `value` for this year's numbers, `cumulative`, `tier.1` …; `extra.` and its head for any other. */
  readonly id: string;
  /** The grid columns that its head stands over, up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** False where it is not told which of several columns it is. */
  readonly sure: boolean;
}

/** The columns of a list, or of one of several that stand side by side. */
export interface ListBlock {
  /** The grid columns that hold labels, up to, not including, `to`. */
  readonly labels: { readonly from: number; readonly to: number };
  readonly unit: number | null;
  readonly values: readonly ValueColumn[];
}

export interface ListColumns {
  /** The first row below the head. */
  readonly body: number;
  readonly headed: boolean;
  readonly blocks: readonly ListBlock[];
}

/** A head this like to a known one is that head. */
const known = 0.8;

type Head = 'total' | 'cumulative' | 'other' | 'value' | 'unknown' | 'none' | { readonly year: number };

interface NumberColumn {
  readonly from: number;
  readonly to: number;
  readonly head: Head;
  readonly text: string;
}

/** Whether a grid is the head of a list and nothing else: where only the head has rules, its rows are another grid. */
export function isHeadOfList({ grid }: PrintedGrid, heads: ListHeads, labels: Labels): boolean {
  const says = (as: readonly string[]): boolean => grid.cells.some((c) => labels.best(c.text, as) >= known);
  return grid.rows <= mostHeadRows && says(heads.indicator) && (says(heads.unit) || says(heads.value) || says(heads.cumulative));
}

/** A head has no more rows than this. */
const mostHeadRows = 4;

/**
 * How a list is laid out in a grid: told by the labels of its rows (`isRow`), by
 * its head, and by what stands in its columns. `above`: a grid of as many columns
 * that is its head.
 */
export function listColumns(printed: PrintedGrid, isRow: (text: string) => boolean, heads: ListHeads, labels: Labels, above: PrintedGrid | null): ListColumns | null {
  const { grid } = printed;
  const rowCells = grid.cells.filter((c) => isRow(c.text));
  if (rowCells.length === 0) return null;
  const body = Math.min(...rowCells.map((c) => c.row));
  const says = (text: string, as: readonly string[]): boolean => labels.best(text, as) >= known;
  const headCells = (c: number): Cell[] => [...(above?.down(c, 0, above.grid.rows) ?? []), ...printed.down(c, 0, body)].filter((cell) => tight(cell.text) !== '' && cell.columnSpan < grid.columns);
  const kinds = Array.from({ length: grid.columns }, (_, c) => kindOf(c));
  const headed = kinds.some((_, c) => headCells(c).some((h) => Object.values(heads).some((as) => says(h.text, as))));
  return { body, headed, blocks: blocksOf() };

  function kindOf(c: number): 'label' | 'unit' | 'number' | 'serial' | 'blank' | 'other' {
    const own = headCells(c).map((h) => h.text);
    const cells = printed.down(c, body, grid.rows).filter((cell) => cell.column === c && tight(cell.text) !== '');
    if (rowCells.some((cell) => cell.column === c)) return 'label';
    if (own.some((t) => says(t, heads.serial))) return 'serial';
    if (own.some((t) => says(t, heads.unit))) return 'unit';
    const units = cells.filter((cell) => labels.rules.units.includes(tight(cell.text))).length;
    const numbers = cells.filter((cell) => readNumber(cell.text, cell.wrapped, 'amount', labels.rules).certainty === 'sure').length;
    if (units > numbers) return 'unit';
    if (numbers > 0 || own.some((t) => says(t, [...heads.value, ...heads.total, ...heads.cumulative]))) return 'number';
    return cells.length === 0 ? 'blank' : 'other';
  }

  /** A block begins with a column of labels behind one of numbers. */
  function blocksOf(): ListBlock[] {
    const starts = kinds.flatMap((kind, c) => (kind === 'label' && !kinds.slice(0, c).includes('label') ? [c] : []));
    for (let c = (starts[0] ?? 0) + 1; c < kinds.length; c++) {
      const start = starts.at(-1) ?? 0;
      if (kinds[c] === 'label' && kinds.slice(start, c).some((k) => k === 'number' || k === 'unit')) starts.push(c);
    }
    return starts.map((from, i): ListBlock => {
      const end = starts[i + 1] ?? kinds.length;
      const last = kinds.slice(from, end).lastIndexOf('label');
      const behind = Array.from({ length: end - from - last - 1 }, (_, k) => from + last + 1 + k);
      const unit = behind.find((c) => kinds[c] === 'unit') ?? null;
      const numbers = behind.filter((c) => kinds[c] === 'number');
      const open = numbers.length > 0 ? numbers : behind.filter((c) => kinds[c] === 'blank');
      return { labels: { from, to: from + last + 1 }, unit, values: namedColumns(headColumns(open, behind), labels) };
    });
  }

  /** Columns under one head are one; so is a blank one under it. */
  function headColumns(numbers: readonly number[], behind: readonly number[]): NumberColumn[] {
    const columns: NumberColumn[] = [];
    let last: Cell | undefined;
    for (const c of behind) {
      const lowest = headCells(c).at(-1);
      const before = columns.at(-1);
      const isUnder = before !== undefined && before.to === c && lowest !== undefined && lowest === last && partOfHead(lowest, c) === null;
      if (isUnder && (numbers.includes(c) || kinds[c] === 'blank')) columns[columns.length - 1] = { ...before, to: c + 1 };
      else if (numbers.includes(c)) columns.push({ from: c, to: c + 1, ...headOf(c) });
      last = lowest;
    }
    return columns;
  }

  function headOf(c: number): { head: Head; text: string } {
    const path = asOne(headCells(c).map((h) => partOfHead(h, c) ?? tight(h.text)));
    const said = path.map(headKind).filter((h) => h !== 'none');
    const text = path.at(-1) ?? '';
    // 历年累计 over 合计 and tiers is of all years in all of them.
    for (const spanning of ['cumulative', 'other'] as const) if (said.includes(spanning)) return { head: spanning, text };
    return { head: said.at(-1) ?? 'none', text };
  }

  /** A head that is wrapped beside others that are not stands in several rows: 历年累 and 计, of which the latter says nothing by itself. */
  function asOne(path: readonly string[]): readonly string[] {
    const [whole, last] = [path.join(''), path.at(-1) ?? ''];
    const isHead = (text: string): boolean => !['unknown', 'none'].includes(headKind(text) as string);
    return path.length > 1 && !isHead(last) && isHead(whole) ? [whole] : path;
  }

  /** Two heads that stand so near that nothing divides them (2017年历年累计), where there are no rules: the one over a column. */
  function partOfHead(head: Cell, c: number): string | null {
    if (grid.method !== 'aligned' || head.columnSpan !== 2) return null;
    const text = tight(head.text);
    const isHead = (t: string): boolean => (yearOf(t) !== null && t.includes('年')) || labels.periodOf(t) === 'this' || labels.best(t, [...heads.value, ...heads.total, ...heads.cumulative]) === 1;
    const cuts = Array.from({ length: Math.max(0, text.length - 1) }, (_, k) => [text.slice(0, k + 1), text.slice(k + 1)]).filter((parts) => parts.every(isHead));
    return cuts.length === 1 ? (cuts[0]?.[c - head.column] ?? null) : null;
  }

  function headKind(text: string): Head {
    const year = yearOf(text);
    if (year !== null) return { year };
    if (says(text, heads.cumulative)) return 'cumulative';
    if (labels.periodOf(text) === 'other') return 'other';
    if (says(text, heads.total)) return 'total';
    if (says(text, heads.value) || labels.periodOf(text) === 'this') return 'value';
    return says(text, [...heads.indicator, ...heads.unit]) ? 'none' : 'unknown';
  }
}

/** 2016年, 2016年度统计数, 二〇一六年. */
function yearOf(text: string): number | null {
  const digits = Array.from(text.normalize('NFKC'), (c) => ('〇一二三四五六七八九'.includes(c) ? String('〇一二三四五六七八九'.indexOf(c)) : c === '零' || c === '○' ? '0' : c)).join('');
  const year = /^((?:19|20)\d\d)(?:年度?|年度?)?(?:统计)?(?:数据?|数量|数值|值)?$/u.exec(digits)?.[1];
  return year === undefined ? null : Number(year);
}

/** Words in a head that nobody knows, by which its numbers may be of other years or no counts. */
const strange = /比|率|[%％]|计划|目标/u;

/** Which of the columns has this year's numbers: the sum where they are split by tier, the latest of several years, the only one that is headed so, or the only one. */
function namedColumns(columns: readonly NumberColumn[], labels: Labels): ValueColumn[] {
  const of = (head: Head): NumberColumn[] => columns.filter((c) => c.head === head);
  const years = columns.filter((c): c is NumberColumn & { head: { year: number } } => typeof c.head === 'object');
  const latest = Math.max(...years.map((c) => c.head.year));
  const totals = of('total');
  const headed = [...of('value'), ...years.filter((c) => c.head.year === latest)];
  const unknown = [...of('unknown'), ...of('none')].toSorted((a, b) => a.from - b.from);
  const otherYears = Object.values(labels.rules.contrasts.find((c) => 'all_years' in c) ?? {}).flat();
  const isStrange = ({ head, text }: NumberColumn): boolean => head === 'unknown' && (strange.test(text) || (otherYears.some((w) => text.includes(w)) && !text.includes('本年')));
  const [candidates, tiers] = totals.length > 0 ? [[...totals, ...headed], unknown] : headed.length > 0 ? [headed, []] : unknown.length > 1 && unknown.every((c) => c.head === 'unknown') ? [[], unknown] : [unknown, []];
  const [value] = candidates;
  const sure = candidates.length === 1 && value !== undefined && !isStrange(value);
  // Where none is known to be the sum, one that is called so may be.
  const isSumUnknown = value === undefined && tiers.some(({ text }) => /[计总]/u.test(text));
  let cumulated = false;
  return columns.map((c): ValueColumn => {
    const span = { from: c.from, to: c.to };
    if (c === value) return { id: 'value', ...span, sure };
    if (c.head === 'cumulative' && !cumulated) {
      cumulated = true;
      return { id: 'cumulative', ...span, sure: of('cumulative').length === 1 };
    }
    const tier = tiers.indexOf(c);
    return { id: tier >= 0 ? `tier.${String(tier + 1)}` : `extra.${c.text}`, ...span, sure: tier < 0 || !isSumUnknown };
  });
}
