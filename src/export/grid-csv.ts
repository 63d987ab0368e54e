import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { format } from 'fast-csv';
import type { Cell, Grid } from '../model/grid.js';
import { rawCell } from './cell-text.js';

type Table = Pick<Grid, 'rows' | 'columns' | 'cells'>;

/** Writes a table as the new file `path`, without a head of our own. `bom`: begin with a byte order mark, for Excel. */
export async function writeGridCsv(table: Table, path: string, { bom }: { readonly bom: boolean }): Promise<void> {
  // The empty cell of a table of one column is quoted, since a line without anything is no row for many programs.
  const csv = format<string[], string[]>({ headers: false, rowDelimiter: '\n', includeEndRowDelimiter: true, writeBOM: bom, quoteColumns: table.columns === 1 });
  await pipeline(Readable.from(gridRows(table)), csv, createWriteStream(path, { flags: 'wx' }));
}

/** The rows of a table as CSV cells: the text of a cell that spans stands in its first place. */
export function* gridRows({ rows, columns, cells }: Table): Generator<string[]> {
  const inRow: Cell[][] = Array.from({ length: rows }, () => []);
  for (const cell of cells) inRow[cell.row]?.push(cell);
  for (const row of inRow) {
    const line = Array.from({ length: columns }, () => '');
    for (const cell of row) line[cell.column] = rawCell(cell.text);
    yield line;
  }
}
