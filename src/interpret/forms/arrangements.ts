import type { FormColumn, FormPart, FormRow } from './form.js';

/** The columns of a part as rows or the other way round: how else an office draws it. */
export interface Arrangement {
  readonly part: FormPart;
  /** The row and the column of the form that a cell of the arrangement is. */
  readonly home: (row: string, column: FormColumn) => { readonly row: string; readonly column: FormColumn };
}

/**
 * A part whose values stand in one row (行政复议、行政诉讼) may be drawn with a
 * row for each of its spanners, or with a row for each column of a name and a
 * column for each spanner.
 */
export function arrangementsOf(part: FormPart): Arrangement[] {
  if (!part.singleRow) return [];
  const firstOf = (key: (c: FormColumn) => string): FormColumn[] => part.columns.filter((c, i, all) => i === all.findIndex((other) => key(other) === key(c)));
  const procedures = firstOf((c) => c.row);
  const outcomes = firstOf((c) => c.id);
  const lying: FormPart = { ...part, singleRow: false, columns: outcomes.map((c) => ({ ...c, groups: [] })), rows: procedures.map(rowOfSpanner) };
  const turned: FormPart = { ...part, singleRow: false, columns: procedures.map(columnOfSpanner), rows: outcomes.map((c) => rowOf(c, c.id, [])) };
  const at = (row: string, column: string): FormColumn | undefined => part.columns.find((c) => c.row === row && c.id === column);
  return [
    { part: lying, home: (row, column) => ({ row, column: at(row, column.id) ?? column }) },
    { part: turned, home: (row, column) => ({ row: column.id, column: at(column.id, row) ?? column }) },
  ];
}

const spannerOf = (column: FormColumn): readonly string[] => column.groups.at(-1) ?? [column.label];

const rowOf = (column: FormColumn, id: string, groups: FormRow['groups']): FormRow =>
  ({ label: column.label, spellings: column.spellings, doubtful: column.doubtful, groups, en: column.en, id, group: '', total: false, flow: null, partOf: null });

const rowOfSpanner = (column: FormColumn): FormRow =>
  ({ ...rowOf(column, column.row, column.groups.slice(0, -1)), label: spannerOf(column)[0] ?? '', spellings: spannerOf(column), doubtful: [], en: column.rowEn });

const columnOfSpanner = (column: FormColumn): FormColumn =>
  ({ ...column, id: column.row, row: '', rowEn: '', label: spannerOf(column)[0] ?? '', spellings: spannerOf(column), doubtful: [], groups: column.groups.slice(0, -1), en: column.rowEn, total: false });
