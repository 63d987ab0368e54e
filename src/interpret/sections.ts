import type { Grid } from '../model/grid.js';
import { boxheads } from './boxheads.js';
import type { Form } from './forms/form.js';
import type { Labels } from './labels.js';
import { PrintedGrid } from './printed-grid.js';
import type { Section } from './read-section.js';

/** Cuts grids into sections: each boxhead with the rows below it, up to the next. A grid may hold several tables, a table several sections. */
export function sectionsOf(grids: readonly Grid[], forms: readonly Form[], labels: Labels): Section[] {
  const parts = forms.flatMap((f) => f.tables.flatMap((t) => t.parts));
  return grids.flatMap((grid) => {
    const printed = new PrintedGrid(grid);
    const heads = boxheads(printed, parts, labels);
    return heads.map((head, i): Section => ({ printed, head, end: heads[i + 1]?.from ?? grid.rows }));
  });
}
