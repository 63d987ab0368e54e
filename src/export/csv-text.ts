import { writeToString } from 'fast-csv';
import { textCell } from './cell-text.js';

/** Rows of text as CSV, as the files of a dataset are written. */
export const csvText = (rows: readonly (readonly string[])[]): Promise<string> =>
  writeToString(rows.map((row) => row.map((cell) => textCell(cell))), { headers: false, rowDelimiter: '\n', includeEndRowDelimiter: true });
