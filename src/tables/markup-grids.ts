import type { Cell, Grid } from '../model/grid.js';
import type { Block, MarkupRow } from '../model/page.js';
import type { GridFinder } from './grid-finder.js';

/** Tables that the source itself marks up. A gap of blank lines in one is where a page ended. */
export const markupGrids: GridFinder = {
  name: 'markup',
  find(page, source) {
    const tables = page.blocks.filter((b): b is Extract<Block, { kind: 'table' }> => b.kind === 'table');
    return { grids: tables.map((t) => toGrid(t.rows, page.number, source)), taken: new Set() };
  },
};

function toGrid(rows: readonly MarkupRow[], page: number, source: Grid['source']): Grid {
  const cells = rows.flatMap((row, r) =>
    row.cells.map((text, c): Cell => ({ row: r, column: c, rowSpan: 1, columnSpan: 1, text, wrapped: false, places: [{ page, box: null, line: row.line }] })),
  );
  const seams = rows.flatMap((row, r) => (r > 0 && row.line > (rows[r - 1]?.line ?? 0) + 1 ? [r] : []));
  return {
    rows: rows.length,
    columns: Math.max(...rows.map((r) => r.cells.length)),
    cells,
    method: 'markup',
    source,
    places: [{ page, box: null }],
    columnEdges: [],
    seams,
  };
}
