import type { Place } from './grid.js';
import type { TableId } from './report.js';

/** What one cell says in one way to read it. */
export interface PossibleValue {
  /** Plain decimal; null for a blank. */
  readonly value: string | null;
  readonly raw: string;
  readonly place: Place | null;
}

/**
 * Some values of a table that can be read in more than one way (their place is
 * in doubt, or their numbers run together), or in one that needs a proof. One of
 * `readings` is right if any is; each has a value for each of `cells`, in order.
 */
export interface Choice {
  readonly table: TableId;
  readonly cells: readonly { readonly row: string; readonly column: string }[];
  readonly readings: readonly (readonly PossibleValue[])[];
}
