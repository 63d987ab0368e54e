/** A cell of a sheet that the file tells of. Rows and columns count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** As shown; empty for a cell that has only a look. Lines parted by `\n`. */
  readonly text: string;
  readonly unclear: boolean;
}

/** Rows and columns, both ends in it. */
export interface SheetArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What is seen of a sheet: its cells, and which of them are merged. */
export interface Sheet {
  readonly cells: readonly SheetCell[];
  readonly merges: readonly SheetArea[];
  readonly isHiddenRow: (row: number) => boolean;
  readonly isHiddenColumn: (column: number) => boolean;
}

/** The area of a reference such as `B2:D4` or `B2`; null where it is none. */
export function areaOf(reference: string): SheetArea | null {
  const [from, to = from] = reference.split(':').map(placeOf);
  return from && to ? { top: Math.min(from.row, to.row), left: Math.min(from.column, to.column), bottom: Math.max(from.row, to.row), right: Math.max(from.column, to.column) } : null;
}

/** The place that a reference such as `B2` or `$B$2` names; null where it names none. */
export function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference.trim()) ?? [];
  if (letters === '' || Number(digits) < 1) return null;
  const column = Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}
