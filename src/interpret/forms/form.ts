import type { TableId } from '../../model/report.js';
import { toList, type FormList } from './list.js';
import type { ColumnNode, FormSource, PartSource, RowNode } from './schema.js';

/** A printed label: all its spellings, those of the groups it stands in (outermost first), and what it is called in English. */
export interface Labelled {
  readonly label: string;
  readonly spellings: readonly string[];
  /** Labels that may stand for it and say something else, strictly. */
  readonly doubtful: readonly string[];
  readonly groups: readonly (readonly string[])[];
  readonly en: string;
}

/** A leaf column. Where the part has a single row, `row` is the id of that row in this column. */
export interface FormColumn extends Labelled {
  readonly id: string;
  readonly row: string;
  /** What that row is called in English. */
  readonly rowEn: string;
  readonly total: boolean;
  readonly signed: boolean;
  readonly amount: boolean;
}

/** A row in printed order. Rows without an id are headings of groups: they have no cells. */
export interface FormRow extends Labelled {
  readonly id: string | null;
  /** Label of the innermost group, which its rows share. */
  readonly group: string;
  readonly total: boolean;
  readonly flow: 'in' | 'out' | null;
  /** The row whose place it takes where it is printed; null for an ordinary one. */
  readonly partOf: string | null;
}

/** One boxhead and the rows below it. */
export interface FormPart {
  readonly heading: string | null;
  readonly stubhead: string | null;
  readonly singleRow: boolean;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

export interface FormTable {
  readonly id: TableId;
  readonly chapter: string;
  /** Empty where the table is a long list. */
  readonly parts: readonly FormPart[];
  readonly list?: FormList;
  /** Of a long list: rows that others sum to, each under the name of its check. */
  readonly sums?: readonly Sum[];
}

/** Rows of a long list that sum to another. */
export interface Sum {
  readonly name: string;
  readonly total: string;
  readonly addends: readonly string[];
}

/** One official edition of a report's tables. */
export interface Form {
  readonly id: string;
  /** `reports.template` of a report whose newest form it is. */
  readonly template: string;
  readonly rule: string;
  readonly tables: readonly FormTable[];
}

/** Derives a form's leaf columns and rows, with their paths of labels, from its file. */
export function toForm(source: FormSource): Form {
  const tables = source.tables.map(({ id, chapter, parts = [], list }): FormTable => ({ id, chapter, parts: parts.map(toPart), ...(list ? toList(list) : {}) }));
  return { id: source.form, template: source.template ?? source.form, rule: source.rule, tables };
}

function toPart(part: PartSource): FormPart {
  return {
    heading: part.heading ?? null,
    stubhead: part.stubhead ?? null,
    singleRow: part.single_row === true,
    columns: part.columns.flatMap((node) => leafColumns(node, [], { id: '', en: '' })),
    rows: part.rows.flatMap((node) => rowsOf(node, [], '', '')),
  };
}

const spellingsOf = (node: ColumnNode | RowNode): string[] => [node.label, ...(node.variants ?? [])];

function leafColumns(node: ColumnNode, groups: readonly (readonly string[])[], row: { readonly id: string; readonly en: string }): FormColumn[] {
  if (node.columns) return node.columns.flatMap((child) => leafColumns(child, [...groups, spellingsOf(node)], node.id === undefined ? row : { id: node.id, en: node.en ?? '' }));
  return [
    {
      id: node.id ?? '',
      row: row.id,
      rowEn: row.en,
      label: node.label,
      spellings: spellingsOf(node),
      doubtful: node.doubtful ?? [],
      groups,
      en: node.en ?? '',
      total: node.total === true,
      signed: node.signed === true,
      amount: node.amount === true,
    },
  ];
}

function rowsOf(node: RowNode, groups: readonly (readonly string[])[], prefix: string, group: string): FormRow[] {
  const id = node.id === undefined ? null : prefix + node.id;
  const base = { label: node.label, spellings: spellingsOf(node), doubtful: [], groups, en: node.en ?? '', group, flow: node.flow ?? null, total: node.total === true };
  if (node.rows) {
    const inner = node.id === undefined ? prefix : `${prefix}${node.id}.`;
    // A group's rows share its label, unless the group only sorts rows of the group around it (（三）不予公开 within 三).
    return [{ ...base, id: null, partOf: null }, ...node.rows.flatMap((child) => rowsOf(child, [...groups, spellingsOf(node)], inner, group || node.label))];
  }
  const parts = (node.parts ?? []).map((part): FormRow => ({
    ...base,
    label: part.label,
    spellings: spellingsOf(part),
    groups: [...groups, spellingsOf(node)],
    en: part.en ?? '',
    id: `${id ?? ''}.${part.id ?? ''}`,
    partOf: id,
  }));
  return [{ ...base, id, partOf: null }, ...parts];
}

/** Every label that the form prints, in any spelling: rows, columns, spanners, headings, heads of stubs. */
export function vocabulary(form: Form): string[] {
  const all = form.tables.flatMap((table) => [
    ...table.parts.flatMap((part) => [
      ...[part.heading, part.stubhead].filter((t): t is string => t !== null),
      ...[...part.columns, ...part.rows].flatMap((l) => [...l.spellings, ...l.doubtful, ...l.groups.flat()]),
    ]),
    ...(table.list ? [...table.list.rows.flatMap((row) => row.spellings), ...Object.values(table.list.heads).flat()] : []),
  ]);
  return [...new Set(all)];
}
