export type Severity = 'info' | 'warning' | 'error';

/**
 * A statement about the data, never a log line. Its text stands in the
 * catalogue (`findings.ts`), so one code always says one thing.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** `p3`, the ids of a cell, or empty for the whole document. */
  readonly place: string;
  readonly message: string;
  readonly hint: string;
}
