import type { Cell, Grid } from '../model/grid.js';

/** A text as like as this to a label is one. */
const label = 0.6;
/** What may be a number that is read badly. */
const numberLike = /^[\d\s.,，。·:;'’\-—–_一+%/\\|()oOQDlIiSsZzBb〇○口回日曰二]*$/;
/** As many numbers stand in the row and in the column of a number. */
const leastBeside = 2;
/** A column with as many single characters is one of units (件, 条, 次). */
const leastUnits = 3;

/**
 * The cells of a scanned table that are to be read as numbers: those that are
 * blank, those that look like numbers, and those among numbers, whatever was
 * read there: the characters of a seal that lies over a number are no label.
 */
export function numberCells(grid: Grid, likeLabel: (text: string) => number): Cell[] {
  const isNumber = (cell: Cell): boolean => tight(cell) !== '' && numberLike.test(tight(cell));
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()];
  const labels = new Map<number, number>();
  const units = new Map<number, number>();
  for (const cell of grid.cells) {
    if (isNumber(cell)) {
      rows.set(cell.row, (rows.get(cell.row) ?? 0) + 1);
      columns.set(cell.column, (columns.get(cell.column) ?? 0) + 1);
    } else if (/^\p{Script=Han}$/u.test(tight(cell))) units.set(cell.column, (units.get(cell.column) ?? 0) + 1);
    else if (tight(cell) !== '') labels.set(cell.column, (labels.get(cell.column) ?? 0) + 1);
  }
  const isAmong = ({ row, column }: Cell): boolean => (rows.get(row) ?? 0) >= leastBeside && (columns.get(column) ?? 0) >= leastBeside && (columns.get(column) ?? 0) > (labels.get(column) ?? 0);
  return grid.cells.filter((cell) => {
    const text = tight(cell);
    if (text === '' || numberLike.test(text)) return true;
    if (likeLabel(text) >= label) return false;
    const characters = (text.match(/\p{Script=Han}/gu) ?? []).length;
    if (characters > 1) return isAmong(cell);
    return characters === 0 || text.length > 1 || (units.get(cell.column) ?? 0) < leastUnits;
  });
}

/** Whether a table has a text that is like a label: what is none of a form's has none. */
export const hasLabels = (grid: Grid, likeLabel: (text: string) => number): boolean => grid.cells.some((cell) => tight(cell) !== '' && likeLabel(tight(cell)) >= label);

const tight = ({ text }: Cell): string => text.replace(/\s+/gu, '');
