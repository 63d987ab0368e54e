import type { Cell, Grid } from '../../model/grid.js';
import type { Method } from '../../model/page.js';
import type { Form } from '../forms/form.js';
import type { Labels } from '../labels.js';
import { tight } from '../printed-grid.js';
import { headAt, type HeadInLines } from './head-in-lines.js';
import { lineParts, type LineParts } from './line-parts.js';

/** A line of a source without geometry. */
export interface SourceLine {
  readonly text: string;
  readonly page: number;
  /** From 1. Absent where the source has geometry. */
  readonly line?: number;
}

/** A row as lines print it: its labels, outermost first, and what stands behind them. */
interface Row {
  readonly labels: string[];
  readonly values: string[];
  /** Its values are told apart by single blanks, so that two may be one number: 1 234. */
  loose: boolean;
  readonly place: Cell['places'][number];
}

interface Table {
  readonly head: HeadInLines;
  readonly rows: readonly Row[];
}

/** Labels are no longer than this; what is longer is prose. */
const longestLabel = 60;
/** No table of a form has more rows, however often they are printed. */
const mostRows = 500;

/**
 * The tables in lines that have lost the lines between their cells: each cell
 * on a line of its own, cells parted by blanks, or by nothing at all. The labels
 * of the forms tell where rows begin; the numbers of a row count as placed where
 * there is one for each column, and nothing speaks for blanks that left no trace.
 */
export function gridsInLines(lines: readonly SourceLine[], forms: readonly Form[], labels: Labels, source: Method): Grid[] {
  const own = lines.filter((l) => l.line !== undefined);
  const plain = own.map((l) => labels.plain(l.text));
  const words = rowWords(forms);
  const tables: Table[] = [];
  for (let i = 0; i < own.length; i++) {
    const head = headAt(plain, i, forms, labels);
    if (!head) continue;
    const { rows, end } = rowsBehind(own, plain, head, forms, labels, words);
    if (rows.length > 0) tables.push({ head, rows });
    i = Math.max(i, end - 1);
  }
  // Where a row lacks a number or has one too many, blank cells leave no trace, or numbers that are none of the table's stand between its rows.
  const isWhole = tables.every(({ head, rows }) => rows.every((r) => r.values.length === head.columns.length || isRun(r, head)));
  return tables.map((table) => toGrid(table, source, isWhole));
}

interface Words {
  readonly rows: readonly string[];
  readonly groups: readonly string[];
}

function rowWords(forms: readonly Form[]): Words {
  const rows = forms.flatMap((f) => f.tables.flatMap((t) => t.parts.flatMap((p) => p.rows)));
  return {
    rows: [...new Set(rows.filter((r) => r.id !== null).flatMap((r) => [...r.spellings, ...[r.groups.at(-1)?.[0] ?? ''].filter((g) => g !== '').flatMap((g) => r.spellings.map((s) => g + s)), ...(r.groups.length > 1 ? [r.groups.map((g) => g[0] ?? '').join('') + r.label] : [])]))],
    groups: [...new Set(rows.filter((r) => r.id === null).flatMap((r) => r.spellings))],
  };
}

function rowsBehind(lines: readonly SourceLine[], plain: readonly string[], head: HeadInLines, forms: readonly Form[], labels: Labels, words: Words): { rows: Row[]; end: number } {
  const rows: Row[] = [];
  const { accept, sure } = labels.rules.match;
  let open: string[] = [];
  let i = head.to;
  const placeOf = (at: number): Row['place'] => ({ page: lines[at]?.page ?? 1, box: null, line: lines[at]?.line ?? 1 });
  const isLabel = (text: string, least: number): boolean => labels.best(text, words.rows) >= least || labels.best(text, words.groups) >= least;
  for (; i < lines.length && rows.length < mostRows; i++) {
    const parts = lineParts(lines[i]?.text ?? '', labels.rules, (text) => isLabel(text, sure));
    const { label } = parts;
    if (label === '') {
      if (!take(parts, rows, open, head, placeOf(i))) break;
      open = [];
      continue;
    }
    if (head.singleRow || tight(label).length > longestLabel || headAt(plain, i, forms, labels)) break;
    const next = lineParts(lines[i + 1]?.text ?? '', labels.rules, () => false);
    const isRow = isLabel(label, accept) || parts.values.length > 0 || (next.label === '' && next.values.length > 0);
    if (!isRow) break;
    // A label that was left without numbers is that of a group, or of a row whose cells are blank.
    const alone = open.at(-1);
    if (alone !== undefined && labels.best(alone, words.rows) >= Math.max(accept, labels.best(alone, words.groups)) && labels.best(alone + label, words.rows) < sure) {
      rows.push({ labels: open, values: [], loose: false, place: placeOf(i - 1) });
      open = [];
    }
    open = [...open, label];
    if (parts.values.length > 0) {
      rows.push({ labels: open, values: [...parts.values], loose: parts.loose, place: placeOf(i) });
      open = [];
    }
  }
  if (labels.best(open.at(-1) ?? '', words.rows) >= accept) rows.push({ labels: open, values: [], loose: false, place: placeOf(i - 1) });
  return { rows, end: i };
}

/** Puts the values of a line without a label to the row they belong to; false where there is none. */
function take(parts: LineParts, rows: Row[], open: readonly string[], head: HeadInLines, place: Row['place']): boolean {
  if (open.length > 0 || (head.singleRow && rows.length === 0)) {
    rows.push({ labels: [...open], values: [...parts.values], loose: parts.loose, place });
    return true;
  }
  const last = rows.at(-1);
  if (!last) return false;
  last.values.push(...parts.values);
  last.loose ||= parts.loose;
  return true;
}

/** Whether the only value of a row may be the numbers of all its cells. */
const isRun = ({ values }: Row, { columns }: HeadInLines): boolean => values.length === 1 && columns.length > 1 && /^\d+$/.test(values[0] ?? '') && (values[0] ?? '').length >= columns.length;

const isPlain = (value: string): boolean => /^(?:0|[1-9]\d*)$/.test(value.normalize('NFKC'));

function toGrid({ head, rows }: Table, source: Method, isWhole: boolean): Grid {
  const { columns, texts } = head;
  const place: Cell['places'][number] = rows[0]?.place ?? { page: 1, box: null };
  const cell = (row: number, column: number, text: string, places: Cell['places'], unclear = false): Cell =>
    ({ row, column, rowSpan: 1, columnSpan: 1, text, wrapped: false, ...(unclear ? { unclear: true as const } : {}), places });
  const heads = [...(head.singleRow ? [] : [head.stubhead]), ...texts].map((text, c) => cell(0, c, text, [place]));
  // Sums tell whether numbers are those of a row; where the form has none, nothing does but their count.
  const hasSums = columns.length > 1 && columns.some((c) => c.total) && columns.every((c) => !c.amount && !c.signed);
  const body = rows.flatMap((row, r) => {
    const { values } = row;
    const together = hasSums && values.length === columns.length && values.every(isPlain);
    const doubtful = !hasSums && (!isWhole || (row.loose && values.slice(1).some((v) => /^\d{3}(?:\D|$)/.test(v.normalize('NFKC')))));
    const cells = [...row.labels.map((text) => ({ text, unclear: false })), ...(together ? [values.join(' ')] : values).map((text) => ({ text, unclear: doubtful }))];
    return cells.map(({ text, unclear }, c) => cell(r + 1, c, text, [row.place], unclear));
  });
  const cells = [...heads, ...body];
  return { rows: rows.length + 1, columns: Math.max(...cells.map((c) => c.column + 1)), cells, method: 'markup', source, unspanned: true, places: [{ page: place.page, box: null }], columnEdges: [], seams: [] };
}
