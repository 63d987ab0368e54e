// What was read of a document, held against the truth that it was made from.

import type { DocumentResult } from '../../src/model/report.js';
import type { Truth } from './truth-file.js';

export interface Held { readonly right: number; readonly marked: number; readonly wrong: readonly string[] }

const vouched = new Set(['read', 'blank', 'repaired']);

export function heldAgainst(result: DocumentResult, truth: Truth): Held {
  const [report] = result.reports;
  const all = (['requests', 'proceedings', 'disclosure'] as const).flatMap((table) => Object.entries(truth[table]).flatMap(([row, cells]) => Object.entries(cells).map(([column, value]) => ({ table, row, column, value }))));
  // What sentences tell is no cell of the three tables.
  const sure = (report?.values ?? []).filter((v) => v.table in truth && vouched.has(v.status) && !v.row.startsWith('extra.'));
  const wrong = sure.flatMap((v) => {
    const expected = all.find((e) => e.table === v.table && e.row === v.row && e.column === v.column);
    return expected !== undefined && expected.value === v.value ? [] : [`${v.table}/${v.row}/${v.column}: ${expected === undefined ? 'not printed' : (expected.value ?? 'blank')}, read ${v.value ?? 'blank'}`];
  });
  const right = sure.length - wrong.length;
  return { right, marked: all.length - right, wrong };
}
