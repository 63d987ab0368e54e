import { width } from '../model/box.js';
import type { Cell, Grid } from '../model/grid.js';

/** The rules of a double one are no further apart than this. Points. */
const double = 3;

/** Whether the cells of a scan under one head stand beside one another: what divides them, where the head is whole, may be a 1 or the side of a 0, and the rest no number. */
export function isCut(underHead: readonly Cell[], grid: Grid): boolean {
  const wide = underHead.filter((c) => c.readings && c.frames?.every(({ box }) => box === null || width(box) > double));
  return grid.method === 'ruled' && new Set(wide.map((c) => c.column)).size > 1;
}
