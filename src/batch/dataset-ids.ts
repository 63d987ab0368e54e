import type { AxisIds, DatasetOrder } from '../export/dataset-order.js';
import type { IdLabel } from '../export/id-label.js';
import type { Form, FormPart, FormTable, Labelled } from '../interpret/forms/form.js';
import type { TableId } from '../model/report.js';

interface Printed {
  readonly id: string;
  readonly label: string;
  readonly english: string;
}

/** The ids of every table over all editions of its form, in printed order. `forms` come newest first. */
export function datasetOrder(forms: readonly Form[]): DatasetOrder {
  const axis = (table: TableId, of: (part: FormPart) => readonly Printed[]): readonly string[] =>
    forms.toReversed().reduce<readonly string[]>((ids, form) => merged(ids, [...new Set(printedIn(form, table, of).map((one) => one.id))]), []);
  const axes = (table: TableId): AxisIds => ({ rows: axis(table, rowsOf), columns: axis(table, columnsOf) });
  return { requests: axes('requests'), proceedings: axes('proceedings'), disclosure: axes('disclosure'), statistics: statisticsIds(forms) };
}

/** Indicators in the order of the newest form, with those of others put in; this year's column first. */
function statisticsIds(forms: readonly Form[]): AxisIds & { readonly sums: readonly string[] } {
  const tables = forms.flatMap((form) => form.tables.filter((table) => table.id === 'statistics'));
  const rows = tables.reduce<readonly string[]>((ids, table) => merged(ids, indicatorsOf(table).map((one) => one.id)), []);
  return { rows, columns: statisticsColumns.map((one) => one.id), sums: [...new Set(tables.flatMap((table) => (table.sums ?? []).map((sum) => sum.name)))] };
}

const statisticsColumns: readonly Printed[] = [
  { id: 'value', label: '统计数', english: 'number of the year' },
  { id: 'cumulative', label: '历年累计', english: 'number of all years' },
  { id: 'tier', label: '分级统计数', english: 'number of one tier of government: tier.1, tier.2 … as printed from left to right' },
];

const indicatorsOf = (table: FormTable): readonly Printed[] => (table.list?.rows ?? []).flatMap(({ id, above, label, en }) => (id === null ? [] : [{ id, label: [...above.map((row) => row.label), label].join(' '), english: en }]));

/** What is printed for each id, with the editions that have it. */
export function idLabels(forms: readonly Form[], narrative: NarrativeIds): readonly IdLabel[] {
  const order = datasetOrder(forms);
  return (['requests', 'proceedings', 'disclosure'] as const).flatMap((table) => [
    ...order[table].rows.map((id) => labelOf(forms, table, 'row', id)),
    ...order[table].columns.map((id) => labelOf(forms, table, 'column', id)),
  ]).concat(statisticsLabels(forms, narrative));
}

/** The indicators that are read out of sentences, too, and what such reports are called. */
export interface NarrativeIds {
  readonly template: string;
  readonly indicators: readonly { readonly id: string }[];
}

function statisticsLabels(forms: readonly Form[], { template, indicators }: NarrativeIds): IdLabel[] {
  const having = forms.filter((form) => form.tables.some((table) => table.list));
  const rows = statisticsIds(forms).rows.map((id): IdLabel => {
    const label = labelOf(forms, 'statistics', 'row', id);
    return indicators.some((one) => one.id === id) ? { ...label, forms: [...label.forms, template] } : label;
  });
  const columns = statisticsColumns.map((one): IdLabel => ({ table: 'statistics', axis: 'column', id: one.id, printed: one.label, english: one.english, forms: having.map((form) => form.id).toReversed() }));
  return [...rows, ...columns];
}

function labelOf(forms: readonly Form[], table: TableId, axis: IdLabel['axis'], id: string): IdLabel {
  const having = forms.flatMap((form) => {
    const printed = printedIn(form, table, axis === 'row' ? rowsOf : columnsOf).filter((one) => one.id === id);
    return printed[0] === undefined ? [] : [{ form: form.id, ...printed[0] }];
  });
  return {
    table,
    axis,
    id,
    printed: [...new Set(having.map((one) => one.label))].join(' / '),
    english: having.find((one) => one.english !== '')?.english ?? '',
    forms: having.map((one) => one.form).toReversed(),
  };
}

const printedIn = (form: Form, table: TableId, of: (part: FormPart) => readonly Printed[]): readonly Printed[] => form.tables.filter((one: FormTable) => one.id === table).flatMap((one) => (one.list ? indicatorsOf(one) : one.parts.flatMap(of)));

function rowsOf(part: FormPart): readonly Printed[] {
  if (!part.singleRow) return part.rows.flatMap((row) => (row.id === null ? [] : [{ id: row.id, label: path(row, row.label), english: row.en }]));
  // A table of one row has its rows side by side: each spanner is one.
  const ids = [...new Set(part.columns.map((column) => column.row))];
  return ids.map((id) => {
    const first = part.columns.find((column) => column.row === id);
    return { id, label: spanners(first), english: first?.rowEn ?? '' };
  });
}

const columnsOf = (part: FormPart): readonly Printed[] => part.columns.map((column) => ({ id: column.id, label: part.singleRow ? column.label : path(column, column.label), english: column.en }));

/** The label below those of the groups it stands in. */
const path = (labelled: Labelled, label: string): string => [...groupsOf(labelled), label].join(' ');

const spanners = (column: Labelled | undefined): string => (column === undefined ? '' : groupsOf(column).join(' '));

const groupsOf = ({ groups }: Labelled): readonly string[] => groups.flatMap(([first]) => (first === undefined ? [] : [first]));

/** `ids` with those of another edition put in before the id that they stand before there. */
function merged(ids: readonly string[], other: readonly string[]): readonly string[] {
  const together = [...ids];
  for (const [at, id] of other.entries()) {
    if (together.includes(id)) continue;
    const next = other.slice(at + 1).find((later) => together.includes(later));
    together.splice(next === undefined ? together.length : together.indexOf(next), 0, id);
  }
  return together;
}
