import { align } from './align.js';
import type { Boxhead, HeadColumn } from './boxheads.js';
import type { FormColumn, FormPart } from './forms/form.js';
import type { Labels } from './labels.js';
import { tight } from './printed-grid.js';

/** A grid column that was recognised as one of the form's. */
export interface ColumnMatch {
  readonly head: HeadColumn;
  readonly column: FormColumn;
  readonly score: number;
  /**
   * False where its label is too unlike or says something else, strictly, where
   * another column of the grid is as like, where it stands out of order for no
   * reason that its label tells, or where the spanner that tells it from its
   * namesakes is not printed above it.
   */
  readonly sure: boolean;
  /** Whether its label is that of the column, whatever its place says. */
  readonly named: boolean;
}

/** Which columns of the form a boxhead prints, from left to right. Columns whose labels tell them for certain may stand in any order. */
export function matchColumns(head: Boxhead, part: FormPart, labels: Labels): ColumnMatch[] {
  const rules = labels.rules.match;
  const scores = head.columns.map((h) => part.columns.map((f) => (h.otherPeriod ? 0 : columnScore(h, f, labels))));
  const score = (i: number, j: number): number => scores[i]?.[j] ?? 0;
  const told = scores.map((row, i) => row.map((s, j) => s >= rules.accept && isTold(head.columns[i], part.columns[j], part, labels)));
  const isTheOne = (i: number, j: number): boolean => told[i]?.[j] === true && score(i, j) >= rules.sure
    && told.every((row, other) => other === i || row[j] !== true || score(other, j) <= score(i, j) - rules.lead)
    && part.columns.every((_, other) => other === j || told[i]?.[other] !== true || score(i, other) <= score(i, j) - rules.lead);
  const certain = scores.flatMap((row, i) => row.flatMap((_, j) => (isTheOne(i, j) ? [{ i, j, score: score(i, j) }] : [])));
  const openHeads = head.columns.flatMap((_, i) => (certain.some((m) => m.i === i) ? [] : [i]));
  const openColumns = part.columns.flatMap((_, j) => (certain.some((m) => m.j === j) ? [] : [j]));
  const inOrder = align(openHeads.length, openColumns.length, (a, b) => score(openHeads[a] ?? -1, openColumns[b] ?? -1), rules.accept)
    .map((m) => ({ i: openHeads[m.i] ?? -1, j: openColumns[m.j] ?? -1, score: m.score }));
  const matches = [...certain, ...inOrder].sort((a, b) => a.i - b.i);
  const matched = new Set(matches.map((m) => m.i));
  return matches.flatMap(({ i, j, score: s }): ColumnMatch[] => {
    const h = head.columns[i];
    const f = part.columns[j];
    if (!h || !f) return [];
    const hasRival = head.columns.some((_, other) => !matched.has(other) && score(other, j) > s - rules.lead);
    const crosses = !isTheOne(i, j) && certain.some((c) => (c.i < i) !== (c.j < j));
    const named = likeness(h, f.spellings, f, labels) >= rules.sure;
    return [{ head: h, column: f, score: s, sure: named && !hasRival && !crosses && told[i]?.[j] === true, named }];
  });
}

/** Whether the head tells which of the columns of one name this is: 其他 stands once, 结果维持 under three spanners. */
function isTold(head: HeadColumn | undefined, column: FormColumn | undefined, part: FormPart, labels: Labels): boolean {
  if (!head || !column) return false;
  const { accept, lead } = labels.rules.match;
  const namesakes = part.columns.filter((c) => c !== column && c.label === column.label);
  const group = column.groups.at(-1);
  if (namesakes.length === 0 || group === undefined) return true;
  const above = (spellings: readonly string[]): number => Math.max(0, ...head.path.slice(0, -1).map((t) => labels.best(t, spellings)));
  if (above(group) >= accept && namesakes.every((c) => above(group) > above(c.groups.at(-1) ?? []) + lead)) return true;
  // The spanner and the column in one cell: 行政复议结果维持.
  const whole = (c: FormColumn): number => labels.best(head.path.at(-1) ?? '', withGroup(c));
  return whole(column) >= oneCell && namesakes.every((c) => whole(column) > whole(c) + lead);
}

/** A text this like to a column's label with its spanner's is both in one cell. */
const oneCell = 0.9;

const withGroup = (column: FormColumn): string[] => (column.groups.at(-1) ?? ['']).map((g) => g + column.label);

/** How like the lowest texts of a head are to spellings of a column. */
function likeness(head: HeadColumn, spellings: readonly string[], column: FormColumn, labels: Labels): number {
  // A header split over two rows (商业 / 企业) is whole only as a path.
  const lowest = [head.path.at(-1) ?? '', head.path.slice(-2).map(tight).join('')];
  const whole = labels.similarity(head.path.map(tight).join(''), wholeOf(column));
  const inOne = labels.best(lowest[0] ?? '', withGroup(column));
  return Math.max(...lowest.map((t) => labels.best(t, spellings)), ...[whole, inOne].filter((s) => s >= oneCell));
}

const wholeOf = (column: FormColumn): string => [...column.groups.map((g) => g[0] ?? ''), column.label].join('');

/** Heads are the same in report after report: what was worked out is kept, for each column of the forms. */
const scored = new WeakMap<Labels, WeakMap<FormColumn, Map<string, number>>>();
const mostScores = 2_000;

function columnScore(head: HeadColumn, column: FormColumn, labels: Labels): number {
  if (head.path.length === 0) return 0;
  const columns = scored.get(labels) ?? new WeakMap<FormColumn, Map<string, number>>();
  scored.set(labels, columns);
  const known = columns.get(column) ?? new Map<string, number>();
  if (known.size > mostScores) known.clear();
  columns.set(column, known);
  const key = head.path.join('\u0000');
  const score = known.get(key) ?? scoreOf(head, column, labels);
  known.set(key, score);
  return score;
}

function scoreOf(head: HeadColumn, column: FormColumn, labels: Labels): number {
  const whole = labels.similarity(head.path.map(tight).join(''), wholeOf(column));
  const own = likeness(head, [...column.spellings, ...column.doubtful], column, labels);
  return Math.max(0.8 * own + 0.2 * whole, whole >= oneCell ? whole : 0);
}
