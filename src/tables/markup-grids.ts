import type { Cell, Grid } from '../model/grid.js';
import type { Block, MarkupRow } from '../model/page.js';
import type { GridFinder } from './grid-finder.js';

/** Tables that the source itself marks up. */
export const markupGrids: GridFinder = {
  name: 'markup',
  find(page, source) {
    const grids = page.blocks.flatMap((b) => (b.kind === 'table' ? [fromRows(b.rows, page.number, source)] : b.kind === 'grid' ? [fromCells(b, page.number, source)] : []));
    return { grids, taken: new Set() };
  },
};

/** A gap of blank lines is where a page ended. */
function fromRows(rows: readonly MarkupRow[], page: number, source: Grid['source']): Grid {
  const cells = rows.flatMap((row, r) =>
    row.cells.map((text, c): Cell => ({ row: r, column: c, rowSpan: 1, columnSpan: 1, text, wrapped: false, places: [{ page, box: null, line: row.line }] })),
  );
  const seams = rows.flatMap((row, r) => (r > 0 && row.line > (rows[r - 1]?.line ?? 0) + 1 ? [r] : []));
  return { rows: rows.length, columns: Math.max(...rows.map((r) => r.cells.length)), cells, method: 'markup', source, unspanned: true, places: [{ page, box: null }], columnEdges: [], seams };
}

function fromCells({ rows, columns, cells, line }: Extract<Block, { kind: 'grid' }>, page: number, source: Grid['source']): Grid {
  return {
    rows,
    columns,
    cells: cells.map((cell): Cell => ({ ...cell, wrapped: false, places: [{ page, box: null, line }] })),
    method: 'markup',
    source,
    places: [{ page, box: null }],
    columnEdges: [],
    seams: [],
  };
}
