import type { TableId } from '../model/report.js';

/** The value that a rule speaks of. */
export interface Term {
  readonly row: string;
  readonly column: string;
}

/**
 * An edit rule: the terms on the left sum to those on the right. `totals` are
 * terms of which a blank leaves the rule undecided.
 */
export interface EditRule {
  readonly id: string;
  readonly table: TableId;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly totals: readonly Term[];
}

/** What a form's table must tell for its rules to be derived; the forms of the pipeline tell it. */
export interface RuledTable {
  readonly id: TableId;
  readonly parts: readonly {
    readonly singleRow: boolean;
    readonly columns: readonly { readonly id: string; readonly row: string; readonly total: boolean }[];
    readonly rows: readonly { readonly id: string | null; readonly group: string; readonly total: boolean; readonly flow: 'in' | 'out' | null; readonly partOf: string | null }[];
  }[];
  /** Of a long list: rows that others sum to, each under the name of its check. */
  readonly sums?: readonly { readonly name: string; readonly total: string; readonly addends: readonly string[] }[];
}

/**
 * Derives the edit rules of a form's table: in each row the columns sum to the
 * total column, in each column a group's rows sum to its total row, and what
 * came in equals what went out. Of a long list only the rows that the form names are sums.
 */
export function editRules(table: RuledTable): EditRule[] {
  const sums = (table.sums ?? []).map(({ name, total, addends }): EditRule => ({ id: `sum.${name}`, table: table.id, left: addends.map(ofList), right: [ofList(total)], totals: [ofList(total)] }));
  return [...sums, ...table.parts.flatMap(partRules)];

  function partRules(part: RuledTable['parts'][number]): EditRule[] {
    if (part.singleRow) {
      return [...new Set(part.columns.map((c) => c.row))].flatMap((row) => rowRule(`total.${row}`, table.id, row, part.columns.filter((c) => c.row === row)));
    }
    const rows = part.rows.filter((r): r is typeof r & { id: string } => r.id !== null && r.partOf === null);
    const total = rows.find((r) => r.total);
    const rowSums = rows.flatMap((r) => rowRule(`row.${r.id}`, table.id, r.id, part.columns));
    if (!total) return rowSums;
    const at = (column: string) => (r: { id: string }): Term => ({ row: r.id, column });
    const results = part.columns.map(({ id }): EditRule => ({
      id: `results.${id}`,
      table: table.id,
      left: rows.filter((r) => r.group === total.group && r !== total).map(at(id)),
      right: [at(id)(total)],
      totals: [at(id)(total)],
    }));
    const balance = part.columns.map(({ id }): EditRule => ({
      id: `balance.${id}`,
      table: table.id,
      left: rows.filter((r) => r.flow === 'in').map(at(id)),
      right: rows.filter((r) => r.flow === 'out').map(at(id)),
      totals: [at(id)(total)],
    }));
    return [...rowSums, ...results, ...balance];
  }
}

const ofList = (row: string): Term => ({ row, column: 'value' });

function rowRule(id: string, table: TableId, row: string, columns: readonly { readonly id: string; readonly total: boolean }[]): EditRule[] {
  const total = columns.find((c) => c.total);
  if (!total) return [];
  const right = [{ row, column: total.id }];
  return [{ id, table, left: columns.filter((c) => c !== total).map((c) => ({ row, column: c.id })), right, totals: right }];
}
