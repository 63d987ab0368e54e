import type { DocumentTables } from '../../src/model/document-tables.js';
import type { Cell, Grid } from '../../src/model/grid.js';
import type { Page } from '../../src/model/page.js';

export const box = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 });

/** A cell whose text stands at `at`, on page 1. */
export const cell = (row: number, column: number, text: string, changes: Partial<Cell> = {}): Cell => ({ row, column, rowSpan: 1, columnSpan: 1, text, wrapped: false, places: [{ page: 1, box: box(0, 0, 1, 1) }], ...changes });

export const grid = (cells: readonly Cell[], changes: Partial<Grid> = {}): Grid => ({
  rows: Math.max(...cells.map((one) => one.row + one.rowSpan)),
  columns: Math.max(...cells.map((one) => one.column + one.columnSpan)),
  cells,
  method: 'ruled',
  source: 'text',
  places: [{ page: 1, box: box(10, 20, 30.126, 40) }],
  columnEdges: [],
  seams: [],
  ...changes,
});

export const blankPage = (number: number, changes: Partial<Page> = {}): Page => ({ number, width: 200, height: 100, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks: [], ...changes });

export const found = (grids: readonly Grid[], changes: Partial<DocumentTables> = {}): DocumentTables => ({ source: { path: 'in/a.pdf', file: 'a.pdf', sha256: 'f' }, grids, pages: [blankPage(1)], findings: [], outcome: 'read', ...changes });
