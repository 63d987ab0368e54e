// Which rules of a table are drawn, and which of its boxes are filled.

import type { Dress } from './dress.js';
import type { Box, Table } from './boxes.js';

/**
 * `three-lines`: above the head, under it, at the foot; with `three-lines-spanners` one under each spanner too.
 * `rows`: every rule across, `rows-inside` without those of the top and the foot. `columns`: every rule down.
 */
export type Rules = 'all' | 'open-sides' | 'no-outer' | 'frame' | 'frame-and-rows' | 'rows' | 'rows-inside' | 'three-lines' | 'three-lines-spanners' | 'columns' | 'none';

/** Where a box stands in its table; rows and columns count from 0. */
export interface Spot { readonly row: number; readonly column: number }

/** Thickness of the four rules around a box in points; 0 where none is drawn. */
export interface Edges { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }

/** The spots of the boxes of each row: each takes the first columns that no box from above holds. */
export function spotsOf(table: Table): Spot[][] {
  const held = table.widths.map(() => 0);
  return table.rows.map(({ boxes }, row) => {
    const taken = held.map((until) => until > row);
    return boxes.map((each) => {
      const column = taken.indexOf(false);
      for (let of = column; of < column + each.columns; of += 1) {
        taken[of] = true;
        held[of] = row + each.rows;
      }
      return { row, column };
    });
  });
}

const isHeadRow = (table: Table, row: number): boolean => table.rows[row] !== undefined && (table.rows[row].isHead || table.rows[row].id.startsWith('head.'));
const isClause = (table: Table, row: number): boolean => table.rows[row]?.id.startsWith('clause.') ?? false;
/** The rule across above `row` parts the head from the body, or a part of a table from the next. */
const closesHead = (table: Table, row: number): boolean => isClause(table, row) || (isHeadRow(table, row - 1) && !isHeadRow(table, row));

/** Share of the full thickness that the rule across above `row` has; the row after the last is the foot. */
function across(rules: Rules, table: Table, row: number): number {
  const isOuter = row === 0 || row === table.rows.length;
  if (rules === 'three-lines' || rules === 'three-lines-spanners') return isOuter ? 1 : closesHead(table, row) ? 0.5 : 0;
  if (rules === 'none' || rules === 'columns') return 0;
  if (rules === 'frame') return isOuter ? 1 : 0;
  return isOuter && (rules === 'no-outer' || rules === 'rows-inside') ? 0 : 1;
}

/** The same for the rule down at the left of `column`. */
function down(rules: Rules, table: Table, column: number): number {
  const isOuter = column === 0 || column === table.widths.length;
  if (rules === 'all' || rules === 'columns') return 1;
  if (rules === 'open-sides' || rules === 'no-outer') return isOuter ? 0 : 1;
  return isOuter && (rules === 'frame' || rules === 'frame-and-rows') ? 1 : 0;
}

export function edgesOf(each: Box, { row, column }: Spot, table: Table, dress: Dress): Edges {
  const { rules, rule } = dress;
  const isSpanner = rules === 'three-lines-spanners' && each.kind === 'head' && each.columns > 1 && isHeadRow(table, row + each.rows);
  const bottom = isSpanner ? 0.5 : across(rules, table, row + each.rows);
  return { top: rule * across(rules, table, row), right: rule * down(rules, table, column + each.columns), bottom: rule * bottom, left: rule * down(rules, table, column) };
}

/** The colour behind a box, or nothing. Every second row of the body has that of the zebra. */
export function fillOf(each: Box, { row }: Spot, dress: Dress): string {
  if (each.kind === 'clause' || each.kind === 'head') return dress.fill;
  if (each.kind === 'narrow' && dress.cellFill + dress.zebra !== '') return dress.fill;
  if (dress.zebra !== '' && row % 2 === 1) return dress.zebra;
  return dress.cellFill;
}
