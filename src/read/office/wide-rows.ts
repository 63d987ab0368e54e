/** Fewer rows of one width may be of one width by chance. */
const fewestRows = 4;
/** A row with fewer cells keeps the sign of its end. */
const fewestCells = 3;

/**
 * The rows of a table whose ends are lost, out of all its cells and the text behind the last: where every row has as many cells, each is
 * followed by the empty text that stands for its lost end. Null where no number of cells fits, or more than one that is no multiple of another: cells are merged in it.
 */
export function wideRows(cells: readonly string[]): string[][] | null {
  const ended = cells.slice(0, -1);
  const widths = Array.from({ length: Math.floor(ended.length / fewestRows) }, (_, i) => i + 1).filter((width) => width > fewestCells && isWidth(ended, width));
  const [width] = widths;
  if (width === undefined || widths.some((other) => other % width !== 0)) return null;
  return Array.from({ length: ended.length / width }, (_, row) => ended.slice(row * width, (row + 1) * width - 1));
}

/** Whether the cells are rows of one width, each with an empty end, and most with something in their first cell. */
function isWidth(cells: readonly string[], width: number): boolean {
  if (cells.length % width !== 0) return false;
  const rows = Array.from({ length: cells.length / width }, (_, row) => row * width);
  return rows.every((at) => cells[at + width - 1] === '') && rows.filter((at) => cells[at] !== '').length > rows.length / 2;
}
