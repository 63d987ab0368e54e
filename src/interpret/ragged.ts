import type { Cell, Grid } from '../model/grid.js';
import type { HeadColumn } from './boxheads.js';
import type { ColumnMatch } from './columns.js';
import { isNumeric, tight } from './printed-grid.js';
import type { Section } from './read-section.js';

/**
 * Whether the numbers of a row of markup may stand under the heads of their
 * neighbours: it ends at another column than its head, for a cell, or a part of
 * a span, is too many or too few in one of them; or a number stands where the
 * head has nothing, or, alone of the rows, under a head that is none of the
 * form's (备注). `columns`: those that the form has.
 */
export const isRagged = (section: Section, row: number, columns: readonly ColumnMatch[]): boolean => isUneven(section, row) || isOverhanging(section, row) || isBesideForm(section, row, columns);

const isMarkup = ({ printed }: Section): boolean => printed.hasSpans && printed.grid.method === 'markup';

const isUneven = (section: Section, row: number): boolean => isMarkup(section) && (section.head.end === null || section.printed.endOf(row) !== section.head.end);

function isOverhanging(section: Section, row: number): boolean {
  if (!isMarkup(section)) return false;
  const { printed, head } = section;
  // The head of a table that goes on stands over the grid before.
  const isHeaded = (column: HeadColumn): boolean => head.from === head.to ? column.path.length > 0 : printed.over(head.from, head.to, column.from, column.to).some((cell) => tight(cell.text) !== '');
  const beside = head.columns.slice(head.columns.findIndex(isHeaded) + 1).filter((column) => !isHeaded(column));
  return beside.some((column) => printed.over(row, row + 1, column.from, column.to).some((cell) => isNumeric(cell.text)));
}

function isBesideForm(section: Section, row: number, columns: readonly ColumnMatch[]): boolean {
  const [first] = columns;
  if (!isMarkup(section) || !first) return false;
  const { printed, head, end } = section;
  const isForm = (column: HeadColumn): boolean => column.otherPeriod || columns.some((c) => c.head.from === column.from);
  const hasNumber = (at: number, column: HeadColumn): boolean => printed.over(at, at + 1, column.from, column.to).some((cell) => isNumeric(cell.text));
  const rows = Array.from({ length: end - head.to }, (_, k) => head.to + k);
  return head.columns.some((column) => column.from > first.head.from && !isForm(column) && hasNumber(row, column) && rows.filter((r) => hasNumber(r, column)).length <= rows.length / 2);
}

/** Whether the spans of a table can't be relied on: its head is ragged itself, or most of the rows below it are. */
export function isMostlyRagged(section: Section): boolean {
  const rows = Array.from({ length: section.end - section.head.to }, (_, k) => section.head.to + k);
  return rows.filter((row) => isUneven(section, row)).length > rows.length / 2;
}

/** The same table as a source has it that tells no spans: each cell in the row that it begins in, one beside the other. */
export function withoutSpans(grid: Grid): Grid {
  const rows = Array.from({ length: grid.rows }, (): Cell[] => []);
  for (const cell of grid.cells.toSorted((a, b) => a.column - b.column)) rows[cell.row]?.push(cell);
  const cells = rows.flatMap((row) => row.map((cell, column): Cell => ({ ...cell, column, rowSpan: 1, columnSpan: 1 })));
  return { ...grid, columns: Math.max(0, ...rows.map((row) => row.length)), cells, unspanned: true };
}
