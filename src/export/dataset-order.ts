import type { Check, TableId, Value } from '../model/report.js';
import { byCodePoint } from './code-points.js';

/** The ids of a table's rows and columns, in printed order over all editions of its form. */
export interface AxisIds {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

export type DatasetOrder = Readonly<Record<'requests' | 'proceedings' | 'disclosure', AxisIds>> & {
  /** `sums`: what the checks of its sums are named for, in the order of the form. */
  readonly statistics?: AxisIds & { readonly sums?: readonly string[] };
};

const TABLES: readonly TableId[] = ['requests', 'proceedings', 'disclosure', 'statistics'];

const parent = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('.')));

/**
 * Compares ids by their place in `ids`. A part that only some offices print
 * (`other_services.inspection`) stands behind its parent; unknown ids at the end.
 */
export function byPlaceIn(ids: readonly string[]): (a: string, b: string) => number {
  const places = new Map(ids.map((id, at) => [id, at]));
  const place = (id: string): number => {
    for (let part = id; part !== ''; part = parent(part)) {
      const at = places.get(part);
      if (at !== undefined) return at;
    }
    return ids.length;
  };
  return (a, b) => place(a) - place(b) || byCodePoint(a, b);
}

/** Compares values by table, row and column. */
export function valueOrder(order: DatasetOrder): (a: Value, b: Value) => number {
  const axes = new Map(
    TABLES.map((table) => {
      const ids = order[table];
      return [table, { rows: byPlaceIn(ids?.rows ?? []), columns: byPlaceIn(ids?.columns ?? []) }] as const;
    }),
  );
  return (a, b) => {
    if (a.table !== b.table) return TABLES.indexOf(a.table) - TABLES.indexOf(b.table);
    const axis = axes.get(a.table);
    return axis === undefined ? 0 : axis.rows(a.row, b.row) || axis.columns(a.column, b.column);
  };
}

/** Compares checks by kind, and within a kind by the order of the ids that they end in. */
export function checkOrder(order: DatasetOrder): (a: Check, b: Check) => number {
  const kinds = new Map<string, { at: number; ids: (a: string, b: string) => number }>();
  const kind = (name: string, ids: readonly string[]): void => void kinds.set(name, { at: kinds.size, ids: byPlaceIn(ids) });
  kind('row', order.requests.rows);
  kind('results', order.requests.columns);
  kind('balance', order.requests.columns);
  kind('total', order.proceedings.rows);
  kind('sum', order.statistics?.sums ?? []);
  kind('narrative', [...order.requests.rows, ...order.proceedings.rows, 'litigation', ...(order.statistics?.rows ?? [])]);
  kind('year', order.requests.columns);
  return (a, b) => {
    const [left, right] = [split(a.id), split(b.id)];
    const [first, second] = [kinds.get(left.kind), kinds.get(right.kind)];
    const byKind = (first?.at ?? kinds.size) - (second?.at ?? kinds.size);
    if (byKind !== 0 || first === undefined) return byKind || byCodePoint(a.id, b.id);
    return first.ids(left.rest, right.rest);
  };
}

function split(id: string): { kind: string; rest: string } {
  const dot = id.indexOf('.');
  return dot < 0 ? { kind: id, rest: '' } : { kind: id.slice(0, dot), rest: id.slice(dot + 1) };
}
