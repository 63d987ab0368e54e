import type { PlacedCell } from '../model/page.js';

/** A cell as a row of markup tells it, before its column is known. */
export type MarkedCell = Pick<PlacedCell, 'rowSpan' | 'columnSpan' | 'text' | 'unclear'>;

/** Browsers let a cell span no more columns and rows than these (HTML Standard, 4.9.11). */
const most = { columns: 1000, rows: 65534 };
/** A table that would cover more places than this is no table of a report; what goes beyond is left out. */
const mostPlaces = 500_000;

/**
 * Lays rows of cells out: each cell stands in the first column of its row that
 * no cell from above covers (the table model of the HTML Standard). A span ends
 * with the table and before a cell that is there already, so that none overlap;
 * `rowSpan` 0 reaches to the last row.
 */
export function placedCells(rows: readonly (readonly MarkedCell[])[]): { readonly rows: number; readonly columns: number; readonly cells: readonly PlacedCell[] } {
  const covered: boolean[][] = rows.map(() => []);
  const cells: PlacedCell[] = [];
  let places = 0;
  let columns = 0;
  for (const [row, marked] of rows.entries()) {
    const here = covered[row] ?? [];
    let column = 0;
    for (const cell of marked) {
      while (here[column]) column++;
      const below = rows.length - row;
      const rowSpan = cell.rowSpan === 0 ? below : Math.min(Math.max(1, cell.rowSpan), most.rows, below);
      let columnSpan = 1;
      const widest = Math.min(Math.max(1, cell.columnSpan), most.columns);
      while (columnSpan < widest && !here[column + columnSpan]) columnSpan++;
      places += rowSpan * columnSpan;
      if (places > mostPlaces) return { rows: row, columns, cells: cells.filter((c) => c.row < row).map((c) => ({ ...c, rowSpan: Math.min(c.rowSpan, row - c.row) })) };
      const free = (r: number): boolean => Array.from({ length: columnSpan }, (_, i) => covered[r]?.[column + i]).every((taken) => !taken);
      let height = 1;
      while (height < rowSpan && free(row + height)) height++;
      for (let r = row; r < row + height; r++) for (let c = column; c < column + columnSpan; c++) (covered[r] ??= [])[c] = true;
      cells.push({ ...cell, row, column, rowSpan: height, columnSpan });
      column += columnSpan;
      columns = Math.max(columns, column);
    }
  }
  return { rows: rows.length, columns, cells };
}
