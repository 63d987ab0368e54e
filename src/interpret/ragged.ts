import type { Cell, Grid } from '../model/grid.js';
import type { Section } from './read-section.js';

/**
 * Whether a row of markup ends at another column than its head: a cell, or a
 * part of a span, is too many or too few in one of them, so that numbers may
 * stand under the heads of their neighbours.
 */
export function isRagged({ printed, head }: Section, row: number): boolean {
  return printed.hasSpans && printed.grid.method === 'markup' && (head.end === null || printed.endOf(row) !== head.end);
}

/** Whether the spans of a table can't be relied on: its head is ragged itself, or most of the rows below it are. */
export function isMostlyRagged(section: Section): boolean {
  const rows = Array.from({ length: section.end - section.head.to }, (_, k) => section.head.to + k);
  return rows.filter((row) => isRagged(section, row)).length > rows.length / 2;
}

/** The same table as a source has it that tells no spans: each cell in the row that it begins in, one beside the other. */
export function withoutSpans(grid: Grid): Grid {
  const rows = Array.from({ length: grid.rows }, (): Cell[] => []);
  for (const cell of grid.cells.toSorted((a, b) => a.column - b.column)) rows[cell.row]?.push(cell);
  const cells = rows.flatMap((row) => row.map((cell, column): Cell => ({ ...cell, column, rowSpan: 1, columnSpan: 1 })));
  return { ...grid, columns: Math.max(0, ...rows.map((row) => row.length)), cells, unspanned: true };
}
