import type { Finding } from '../../model/finding.js';
import type { Grid } from '../../model/grid.js';
import type { Method } from '../../model/page.js';
import type { Value } from '../../model/report.js';
import { cellValues } from '../cell-values.js';
import type { Form, FormTable } from '../forms/form.js';
import type { Labels } from '../labels.js';
import { readLists, type ListReading } from './read-lists.js';

/** A 统计表 as it was read. */
export interface Statistics {
  /** Without the sums that rows of the office's own stand under. */
  readonly form: Form;
  readonly values: readonly Value[];
  readonly findings: readonly Finding[];
}

const tableOf = (form: Form): FormTable | undefined => form.tables.find((t) => t.id === 'statistics');

/**
 * Reads the grids of a document as the 统计表 of the form (newest first) that has
 * most of its rows. Of a list every indicator that is printed has a value; null
 * where none is recognised.
 */
export function interpretStatistics(grids: readonly Grid[], forms: readonly Form[], labels: Labels, method: Method): Statistics | null {
  const readings = forms.flatMap((form): ListReading[] => {
    const table = tableOf(form);
    const reading = table && readLists(grids, form, table, labels);
    return reading ? [reading] : [];
  });
  const best = readings.reduce<ListReading | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
  if (best === null) return null;
  const findings: Finding[] = [];
  const wanted = best.indicators.flatMap((row) => ['value', ...new Set(best.cells.flatMap((c) => (c.row === row && c.column.id !== 'value' ? [c.column.id] : [])))].map((column) => ({ row, column })));
  const printed = new Map(best.cells.map((c) => [c.row, c.label] as const));
  const values = cellValues('statistics', wanted, best.cells, method, findings).map((v): Value => ({ ...v, label: printed.get(v.row) ?? v.row.replace(/^extra\./, '') }));
  return { form: withoutSums(best.form, best.openSums), values, findings };
}

/** The form without some sums of its list. */
function withoutSums(form: Form, open: ReadonlySet<string>): Form {
  if (open.size === 0) return form;
  return { ...form, tables: form.tables.map((t) => (t.sums ? { ...t, sums: t.sums.filter((s) => !open.has(s.name)) } : t)) };
}
