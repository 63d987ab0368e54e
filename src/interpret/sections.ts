import type { Grid } from '../model/grid.js';
import { boxheads } from './boxheads.js';
import type { Form } from './forms/form.js';
import type { Labels } from './labels.js';
import { PrintedGrid } from './printed-grid.js';
import { isMostlyRagged, withoutSpans } from './ragged.js';
import type { Section } from './read-section.js';

/**
 * Cuts grids into sections: each boxhead with the rows below it, up to the next.
 * A grid may hold several tables, a table several sections. Rows without a head
 * above them are a section under the head of the grid before, where that has the
 * same columns: a table may go on behind prose. A table whose spans do not fit
 * together is read as one whose source tells none.
 */
export function sectionsOf(grids: readonly Grid[], forms: readonly Form[], labels: Labels): Section[] {
  const parts = forms.flatMap((f) => f.tables.flatMap((t) => t.parts));
  const sections: Section[] = [];
  const cut = (grid: Grid): Section[] => {
    const printed = new PrintedGrid(grid);
    const heads = boxheads(printed, parts, labels);
    const before = sections.at(-1);
    const end = heads[0]?.from ?? grid.rows;
    const goesOn = before && end > 0 && haveOneFrame(before.printed.grid, grid);
    const first: Section[] = goesOn ? [{ printed, head: { ...before.head, from: 0, to: 0 }, end, headless: before.head.to < before.end || before.headless }] : [];
    return [...first, ...heads.map((head, i): Section => ({ printed, head, end: heads[i + 1]?.from ?? grid.rows, headless: false }))];
  };
  for (const grid of grids) {
    const own = cut(grid);
    sections.push(...(own.some(isMostlyRagged) ? cut(withoutSpans(grid)) : own));
  }
  return sections;
}

/** Columns of two grids are the same where their widths differ by no more than this part of the whole. */
const sameWidth = 0.025;

/** Whether two grids have the same columns: as many, and as wide where that is known. */
function haveOneFrame(a: Grid, b: Grid): boolean {
  if (a.columns !== b.columns || a.source !== b.source) return false;
  const widths = (g: Grid): number[] => g.columnEdges.slice(1).map((x, i) => x - (g.columnEdges[i] ?? x));
  const whole = (a.columnEdges.at(-1) ?? 0) - (a.columnEdges[0] ?? 0);
  return a.columnEdges.length !== b.columnEdges.length || widths(a).every((w, i) => Math.abs(w - (widths(b)[i] ?? w)) <= sameWidth * whole);
}
