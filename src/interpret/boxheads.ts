import type { Cell } from '../model/grid.js';
import { align } from './align.js';
import type { FormColumn, FormPart } from './forms/form.js';
import type { LabelRules } from './forms/schema.js';
import type { Labels } from './labels.js';
import { isNumeric, tight, type PrintedGrid } from './printed-grid.js';

/** A column of a grid as its boxhead tells it: the grid columns that one lowest head cell stands over. */
export interface HeadColumn {
  readonly from: number;
  readonly to: number;
  /** Texts of the head cells above it, outermost first. */
  readonly path: readonly string[];
}

/** Some rows of a grid that head a part of a form. */
export interface Boxhead {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly HeadColumn[];
}

/** A label this like to a known one heads a column. */
const known = 0.8;

/**
 * Finds the boxheads of a grid: runs of rows without numbers in which at least
 * two labels of columns are printed, with the rows of spanners that belong to
 * them.
 */
export function boxheads(printed: PrintedGrid, parts: readonly FormPart[], labels: Labels): Boxhead[] {
  const spellings = [...new Set(parts.flatMap((p) => [...(p.stubhead ? [p.stubhead] : []), ...p.columns.flatMap((c) => [...c.spellings, ...c.groups.flat()])]))];
  const words = new Map<string, number>();
  /** How like a head cell a text is; one with an enumerator, as （七）总计, is a row's label. */
  const headScore = (text: string): number => {
    const t = tight(text);
    let score = words.get(t);
    if (score === undefined) {
      score = t === '' || labels.isEnumerated(t) ? 0 : labels.best(t, spellings);
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
    if (kind.slice(r, to).includes('head')) heads.push({ from: r, to, columns: headColumns(printed, r, to) });
    r = to - 1;
  }
  return heads;
}

function rowKind(cells: readonly Cell[], headScore: (text: string) => number): 'head' | 'spanner' | 'other' {
  const texts = [...new Set(cells)].map((c) => c.text).filter((t) => tight(t) !== '');
  if (texts.length === 0 || texts.some(isNumeric)) return 'other';
  const matched = texts.filter((t) => headScore(t) >= known);
  if (matched.length >= 2) return 'head';
  return matched.length === 1 && matched.length >= texts.length - 1 ? 'spanner' : 'other';
}

function headColumns(printed: PrintedGrid, from: number, to: number): HeadColumn[] {
  const columns: HeadColumn[] = [];
  let last: Cell | undefined;
  for (let c = 0; c < printed.grid.columns; c++) {
    const cells = printed.down(c, from, to);
    const lowest = cells.findLast((cell) => tight(cell.text) !== '');
    const previous = columns.at(-1);
    if (previous && lowest && lowest === last && lowest.columnSpan > 1) columns[columns.length - 1] = { ...previous, to: c + 1 };
    else columns.push({ from: c, to: c + 1, path: cells.map((cell) => cell.text).filter((t) => tight(t) !== '') });
    last = lowest;
  }
  return columns;
}

/** A grid column that was recognised as one of the form's. */
export interface ColumnMatch {
  readonly head: HeadColumn;
  readonly column: FormColumn;
  readonly score: number;
  /** False where another column of the grid is as like to it, or the spanner that tells it from its namesakes is not printed above it. */
  readonly sure: boolean;
}

/** Which columns of the form a boxhead prints, in order. */
export function matchColumns(head: Boxhead, part: FormPart, labels: Labels): ColumnMatch[] {
  const rules = labels.rules.match;
  const score = (i: number, j: number): number => {
    const h = head.columns[i];
    const f = part.columns[j];
    return h && f ? columnScore(h, f, labels) : 0;
  };
  const matches = align(head.columns.length, part.columns.length, score, rules.accept);
  const matched = new Set(matches.map((m) => m.i));
  return matches.flatMap(({ i, j, score: s }): ColumnMatch[] => {
    const h = head.columns[i];
    const f = part.columns[j];
    if (!h || !f) return [];
    const hasRival = head.columns.some((_, other) => !matched.has(other) && score(other, j) > s - rules.lead);
    return [{ head: h, column: f, score: s, sure: !hasRival && isTold(h, f, part, labels, rules) }];
  });
}

/** Whether the head tells which of the columns of one name this is: 其他 stands once, 结果维持 under three spanners. */
function isTold(head: HeadColumn, column: FormColumn, part: FormPart, labels: Labels, rules: LabelRules['match']): boolean {
  const group = column.groups.at(-1);
  const namesakes = part.columns.filter((c) => c.label === column.label);
  if (namesakes.length === 1 || group === undefined) return true;
  const likeness = (spellings: readonly string[]): number => Math.max(0, ...head.path.slice(0, -1).map((t) => labels.best(t, spellings)));
  return namesakes.every((c) => c === column || likeness(group) >= rules.accept && likeness(group) > likeness(c.groups.at(-1) ?? []) + rules.lead);
}

function columnScore(head: HeadColumn, column: FormColumn, labels: Labels): number {
  const leaf = head.path.at(-1);
  if (leaf === undefined) return 0;
  const whole = head.path.map(tight).join('');
  const formWhole = [...column.groups.map((g) => g[0] ?? ''), column.label].join('');
  const leafScore = labels.best(leaf, column.spellings);
  const wholeScore = labels.similarity(whole, formWhole);
  // A header split over two rows (商业 / 企业) is whole only as a path.
  const lastTwo = labels.best(head.path.slice(-2).map(tight).join(''), column.spellings);
  return Math.max(0.8 * leafScore + 0.2 * wholeScore, 0.8 * lastTwo + 0.2 * wholeScore, wholeScore >= 0.9 ? wholeScore : 0);
}
