import type { Sum } from './form.js';
import type { ListHeads, ListNode } from './schema.js';

/** A row of a long list, in printed order: an indicator, or a heading, which has no id. */
export interface ListRow {
  readonly id: string | null;
  readonly label: string;
  readonly spellings: readonly string[];
  readonly en: string;
  readonly amount: boolean;
  /** The rows that it stands under, outermost first. */
  readonly above: readonly ListRow[];
  /** Name of the check that the rows right below it sum to it; empty where they need not. */
  readonly sum: string;
}

/** A table that is one long list: indicator, unit, value. */
export interface FormList {
  readonly heads: ListHeads;
  readonly rows: readonly ListRow[];
}

/** Derives the rows of a list and its sums from the form's file. */
export function toList(source: { readonly heads: ListHeads; readonly rows: readonly ListNode[] }): { list: FormList; sums: Sum[] } {
  const rows = source.rows.flatMap((node) => rowsOf(node, []));
  const sums = rows.flatMap((row): Sum[] => {
    if (row.sum === '' || row.id === null) return [];
    return [{ name: row.sum, total: row.id, addends: rows.flatMap((r) => (r.above.at(-1) === row && r.id !== null ? [r.id] : [])) }];
  });
  return { list: { heads: source.heads, rows }, sums };
}

function rowsOf(node: ListNode, above: readonly ListRow[]): ListRow[] {
  const row: ListRow = {
    id: node.id ?? null,
    label: node.label,
    spellings: [node.label, ...(node.variants ?? [])],
    en: node.en ?? '',
    amount: node.amount === true,
    above,
    sum: node.sum ?? '',
  };
  return [row, ...(node.rows ?? []).flatMap((child) => rowsOf(child, [...above, row]))];
}
