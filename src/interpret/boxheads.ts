import type { Cell } from '../model/grid.js';
import type { FormPart } from './forms/form.js';
import type { Labels } from './labels.js';
import { isNumeric, tight, type PrintedGrid } from './printed-grid.js';

/** A column of a grid as its boxhead tells it: the grid columns that one lowest head cell stands over. */
export interface HeadColumn {
  readonly from: number;
  readonly to: number;
  /** Texts of the head cells above it, outermost first, without those that only say that it is of this year. */
  readonly path: readonly string[];
  /** The head says that its numbers are of another year than the report's. */
  readonly otherPeriod: boolean;
}

/** Some rows of a grid that head a part of a form. */
export interface Boxhead {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly HeadColumn[];
  /** The column behind its last; null where its rows end at different ones. */
  readonly end: number | null;
}

/** A label this like to a known one heads a column. */
const known = 0.8;

/**
 * Finds the boxheads of a grid: runs of rows without numbers in which at least
 * two labels of columns are printed, with the rows of spanners that belong to
 * them.
 */
export function boxheads(printed: PrintedGrid, parts: readonly FormPart[], labels: Labels): Boxhead[] {
  const spellings = [...new Set(parts.flatMap((p) => [...(p.stubhead ? [p.stubhead] : []), ...p.columns.flatMap((c) => [...c.spellings, ...c.doubtful, ...c.groups.flat()])]))];
  const words = new Map<string, number>();
  /** How like a head cell a text is; one with an enumerator, as （七）总计, is a row's label. */
  const headScore = (text: string): number => {
    const t = tight(text);
    let score = words.get(t);
    if (score === undefined) {
      score = t === '' || labels.isEnumerated(t) ? 0 : labels.periodOf(t) === null ? labels.best(t, spellings) : 1;
      words.set(t, score);
    }
    return score;
  };
  const kind = Array.from({ length: printed.grid.rows }, (_, r) => rowKind(printed.across(r).filter((c) => c.row === r || printed.grid.method === 'ruled'), headScore));
  const heads: Boxhead[] = [];
  for (let r = 0; r < kind.length; r++) {
    if (kind[r] !== 'head' && kind[r] !== 'spanner') continue;
    let to = r;
    while (to < kind.length && (kind[to] === 'head' || kind[to] === 'spanner')) to++;
    // Only behind a head can a row be one of labels alone.
    const first = kind.indexOf('head', r);
    const body = first < 0 ? -1 : range(first + 1, to).find((row) => isLabelsOnly(printed, row)) ?? -1;
    if (body >= 0) to = body;
    if (first >= 0 && first < to) heads.push({ from: r, to, columns: headColumns(printed, r, to, labels), end: commonEnd(printed, r, to) });
    while (to < kind.length && isLabelsOnly(printed, to)) to++;
    r = to - 1;
  }
  return heads;
}

/** Where some rows end that all end at one column; null where they do not. */
function commonEnd(printed: PrintedGrid, from: number, to: number): number | null {
  const ends = new Set(range(from, to).map((row) => printed.endOf(row)));
  return ends.size === 1 ? ([...ends][0] ?? null) : null;
}

function rowKind(cells: readonly Cell[], headScore: (text: string) => number): 'head' | 'spanner' | 'other' {
  const texts = [...new Set(cells)].map((c) => c.text).filter((t) => tight(t) !== '');
  if (texts.length === 0 || texts.some(isNumeric)) return 'other';
  const matched = texts.filter((t) => headScore(t) >= known);
  if (matched.length >= 2) return 'head';
  return matched.length === 1 && matched.length >= texts.length - 1 ? 'spanner' : 'other';
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);

/** Whether a row has labels at its left and nothing but blank cells of its own behind them: a row of the body whose numbers are not printed. */
function isLabelsOnly(printed: PrintedGrid, row: number): boolean {
  if (!printed.hasSpans) return false;
  const cells = printed.across(row);
  const last = cells.findLastIndex((c) => tight(c.text) !== '');
  const blank = cells.slice(last + 1);
  return last >= 0 && blank.length >= fewestBlanks && blank.every((c) => c.row === row);
}

/** A row with fewer blank cells behind its labels may be one of a head. */
const fewestBlanks = 2;

function headColumns(printed: PrintedGrid, from: number, to: number, labels: Labels): HeadColumn[] {
  const columns: HeadColumn[] = [];
  let last: Cell | undefined;
  for (let c = 0; c < printed.grid.columns; c++) {
    const cells = printed.down(c, from, to);
    const lowest = cells.findLast((cell) => tight(cell.text) !== '');
    const previous = columns.at(-1);
    if (previous && lowest && lowest === last && lowest.columnSpan > 1) columns[columns.length - 1] = { ...previous, to: c + 1 };
    else {
      const texts = cells.map((cell) => cell.text).filter((t) => tight(t) !== '');
      const path = texts.filter((t) => labels.periodOf(t) !== 'this' || tight(t).includes('(') || tight(t).includes('（'));
      columns.push({ from: c, to: c + 1, path, otherPeriod: texts.some((t) => labels.periodOf(t) === 'other') });
    }
    last = lowest;
  }
  return columns;
}
