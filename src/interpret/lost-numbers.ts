import { isNumeric, type PrintedGrid } from './printed-grid.js';
import type { CellReading } from './read-cells.js';

/**
 * Where the columns and rows of a table are told by where its text stands, and
 * a number among its rows (`from` up to, not including, `to`) was read as no
 * cell of the form, any cell that was read as empty may be its place: none of
 * them is vouched for.
 */
export function withLostNumbers(readings: readonly CellReading[], printed: PrintedGrid, from: number, to: number): readonly CellReading[] {
  if (printed.grid.method !== 'aligned') return readings;
  const read = new Set(readings.map((r) => r.place));
  const isLost = printed.grid.cells.some((c) => c.row >= from && c.row < to && isNumeric(c.text) && !c.places.some((p) => read.has(p)));
  if (!isLost) return readings;
  return readings.map((r) => (r.number.certainty === 'blank' && r.doubt === null ? { ...r, doubt: 'place' as const } : r));
}
