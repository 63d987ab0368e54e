import type { Cell, Grid } from '../model/grid.js';

/** A grid that can be asked which cell covers a place. */
export class PrintedGrid {
  private readonly owner: (Cell | undefined)[][];

  constructor(readonly grid: Grid) {
    this.owner = Array.from({ length: grid.rows }, () => []);
    for (const cell of grid.cells) {
      for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
        for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
          const row = this.owner[r];
          if (row) row[c] = cell;
        }
      }
    }
  }

  at(row: number, column: number): Cell | undefined {
    return this.owner[row]?.[column];
  }

  /** The cells that cover a part of a row, from left to right, each once. */
  across(row: number, from = 0, to = this.grid.columns): Cell[] {
    const cells: Cell[] = [];
    for (let c = from; c < to; c++) {
      const cell = this.at(row, c);
      if (cell && cells.at(-1) !== cell) cells.push(cell);
    }
    return cells;
  }

  /** The cells that cover a rectangle of rows and columns, each once. */
  over(fromRow: number, toRow: number, from: number, to: number): Cell[] {
    const cells = new Set<Cell>();
    for (let r = fromRow; r < toRow; r++) for (const cell of this.across(r, from, to)) cells.add(cell);
    return [...cells];
  }

  /** The cells that cover a column over some rows, from top to bottom, each once. */
  down(column: number, from: number, to: number): Cell[] {
    const cells: Cell[] = [];
    for (let r = from; r < to; r++) {
      const cell = this.at(r, column);
      if (cell && cells.at(-1) !== cell) cells.push(cell);
    }
    return cells;
  }

  /** The column behind the last cell of a row; null where a place before it has none: its cells are fewer than their spans ask for. */
  endOf(row: number): number | null {
    const places = this.owner[row] ?? [];
    return Array.from(places).includes(undefined) ? null : places.length;
  }

  /** Whether the source tells how far cells span; where it does not, a blank cell may be the rest of its neighbour. */
  get hasSpans(): boolean {
    return !this.grid.unspanned;
  }
}

/** Text without white space. */
export const tight = (text: string): string => text.replace(/\s+/gu, '');

/** Whether a text is made of digits and what goes with them. */
export const isNumeric = (text: string): boolean => {
  const t = tight(text).normalize('NFKC');
  return /\d/.test(t) && /^[\d.,+\-–—−/%]+$/.test(t);
};
