import type { Cell, Grid } from '../../model/grid.js';
import type { FormList } from '../forms/list.js';
import type { Labels } from '../labels.js';
import { isBlank } from '../numbers.js';
import { isNumeric, PrintedGrid, tight } from '../printed-grid.js';
import { isHeadOfList, listColumns, type ListBlock, type ListColumns } from './list-columns.js';
import type { Candidate, ListLabels } from './list-rows.js';

/** A printed row of a list. */
export interface Stub {
  readonly printed: PrintedGrid;
  readonly block: ListBlock;
  readonly leaf: Cell;
  /** As printed, without white space. */
  readonly label: string;
  readonly candidates: readonly Candidate[];
  /** It has cells for numbers: one is printed in them, or its label is an indicator's. */
  readonly isValued: boolean;
}

/** A grid with fewer rows of the list goes on with the list before it, or is none. */
const fewestOfGrid = 2;

/** The rows of all grids that hold a list, or go on with one over a page break, from top to bottom. */
export function listStubs(grids: readonly Grid[], list: FormList, names: ListLabels, labels: Labels): Stub[] {
  const stubs: Stub[] = [];
  let before: { readonly columns: ListColumns; readonly width: number } | null = null;
  let head: PrintedGrid | null = null;
  const isRow = (text: string): boolean => tight(text) !== '' && (names.candidates(text).some((c) => names.isSure(c)) || headingAndRow(text, names) !== null);
  for (const grid of grids) {
    const printed = new PrintedGrid(grid);
    const above: PrintedGrid | null = head?.grid.columns === grid.columns ? head : null;
    head = null;
    const own = listColumns(printed, isRow, list.heads, labels, above);
    if (!own) {
      if (isHeadOfList(printed, list.heads, labels)) head = printed;
      continue;
    }
    const goesOn = before !== null && before.width === grid.columns && isLaidOutAs(own, before.columns);
    const columns: ListColumns = before === null || own.headed ? own : goesOn ? { ...before.columns, body: 0 } : withoutHead(own, before.columns);
    const found = columns.blocks.flatMap((block) => rowsOf(printed, columns.body, block, list, names, labels));
    if (found.filter((s) => s.candidates.length > 0).length < (goesOn ? 1 : fewestOfGrid)) continue;
    stubs.push(...found);
    before = { columns, width: grid.columns };
  }
  return stubs;
}

/** Whether a grid without a head has its columns where the one before it has them. */
const isLaidOutAs = (own: ListColumns, before: ListColumns): boolean =>
  !own.headed && own.blocks.every((b) => before.blocks.some((o) => o.labels.from === b.labels.from && o.labels.to === b.labels.to && (b.unit === null || b.unit === o.unit)));

/** The columns of a grid that has neither a head nor the columns of the one before: sure where there never was but one of numbers. */
function withoutHead(own: ListColumns, before: ListColumns): ListColumns {
  const isOne = [...own.blocks, ...before.blocks].every((b) => b.values.length <= 1);
  return isOne ? own : { ...own, blocks: own.blocks.map((b) => ({ ...b, values: b.values.map((v) => ({ ...v, sure: false })) })) };
}

function rowsOf(printed: PrintedGrid, body: number, block: ListBlock, list: FormList, names: ListLabels, labels: Labels): Stub[] {
  const { rules } = labels;
  return Array.from({ length: printed.grid.rows - body }, (_, k) => body + k).flatMap((row): Stub[] => {
    const texts = printed.across(row, block.labels.from, block.labels.to).filter((c) => c.row === row && tight(c.text) !== '' && !isNumeric(c.text) && !isBlank(c.text, rules));
    if (texts.some((c) => labels.best(c.text, list.heads.indicator) >= rules.match.sure && names.candidates(c.text).length === 0)) return [];
    return texts.flatMap((leaf, i): Stub[] => {
      const isLast = i === texts.length - 1;
      // A label in two cells (其中 and its first words) is whole only as both.
      const joined = isLast && i > 0 ? names.candidates(texts.slice(i - 1).map((c) => tight(c.text)).join('')) : [];
      const own = names.candidates(leaf.text);
      const isWhole = (joined[0]?.score ?? 0) >= (own[0]?.score ?? 0) && joined.length > 0;
      const before = isLast ? texts[i - 1] : undefined;
      // What stands before it in a scan, in its row alone, and is no label: a stroke was taken for a ruling, and what is behind it is but a part.
      const isPart = !isWhole && printed.grid.source === 'ocr' && before?.rowSpan === leaf.rowSpan && names.candidates(before.text).length === 0;
      const candidates = isWhole ? joined : isPart ? own.map((c) => ({ ...c, edits: Infinity })) : own;
      const parts = candidates.some((c) => names.isSure(c)) ? null : headingAndRow(leaf.text, names);
      const stub = (text: string, of: readonly Candidate[], valued: boolean): Stub => ({ printed, block, leaf, label: tight(text), candidates: of, isValued: valued });
      if (parts) return [stub(parts.heading, names.candidates(parts.heading), false), stub(parts.row, names.candidates(parts.row), isLast)];
      const hasCells = block.values.some((v) => valueCells(printed, leaf, v).some((c) => hasDigit(c.text) || (candidates.some((o) => o.row.id !== null) && c.columnSpan < printed.grid.columns)));
      return [stub(leaf.text, candidates, isLast && hasCells)];
    });
  });
}

const hasDigit = (text: string): boolean => /\d/.test(text.normalize('NFKC'));

/** A heading, which has no number of its own, and the row below it in one cell: where there are no rules, nothing divides them. */
function headingAndRow(text: string, names: ListLabels): { readonly heading: string; readonly row: string } | null {
  const lines = text.split('\n');
  for (let k = 1; k < lines.length; k++) {
    const [heading, row] = [lines.slice(0, k).join(''), lines.slice(k).join('')];
    const isHeading = names.candidates(heading).length > 0 && names.candidates(heading).every((c) => c.row.id === null && names.isSure(c));
    if (isHeading && names.candidates(row).some((c) => c.row.id !== null && names.isSure(c))) return { heading, row };
  }
  return null;
}

/** The cells beside a label under a column, without the label itself where it reaches so far. */
export const valueCells = (printed: PrintedGrid, leaf: Cell, column: { readonly from: number; readonly to: number }): Cell[] =>
  printed.over(leaf.row, leaf.row + leaf.rowSpan, column.from, column.to).filter((c) => c !== leaf);
