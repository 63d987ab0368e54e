import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { format } from 'fast-csv';
import { numberCell, rawCell, textCell } from './cell-text.js';
import { fileOf, type Column, type Table } from './table.js';

export interface WrittenFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

/** Bytes. */
const BLOCK = 65_536;

const BYTE_ORDER_MARK = '\ufeff';

/** Writes the rows of one table, one after the other, and knows its hash when it is done. */
export class CsvFile<Row> {
  readonly #table: Table<Row>;
  readonly #format = format<string[], string[]>({ headers: false, rowDelimiter: '\n', includeEndRowDelimiter: true });
  readonly #hash = createHash('sha256');
  readonly #done: Promise<void>;
  #bytes = 0;
  #rows = 0;
  #failure: unknown;

  constructor(table: Table<Row>, folder: string, settings: { readonly bom: boolean }) {
    this.#table = table;
    const blocks = this.#blocks();
    if (settings.bom) blocks.write(BYTE_ORDER_MARK);
    this.#done = pipeline(this.#format, blocks, createWriteStream(join(folder, fileOf(table)), { flags: 'wx' }));
    // A failure is told where the caller next waits: at a write that finds the disk full, or at the end.
    this.#done.catch((error: unknown) => {
      this.#failure = error;
    });
    this.#format.write(table.columns.map((column) => column.name));
  }

  async write(row: Row): Promise<void> {
    this.#rows++;
    const cells = this.#table.columns.map((column) => cellOf(column, row));
    if (!this.#format.write(cells)) await this.#drained();
  }

  async close(): Promise<WrittenFile> {
    this.#format.end();
    await this.#done;
    return { file: fileOf(this.#table), bytes: this.#bytes, sha256: this.#hash.digest('hex'), rows: this.#rows };
  }

  /** Gives up the file, half written as it is. */
  abandon(): void {
    this.#format.destroy();
  }

  /** Gathers rows to blocks, which are hashed and counted on their way to the file. */
  #blocks(): Transform {
    let gathered: Buffer[] = [];
    let length = 0;
    const block = (): Buffer => {
      const joined = Buffer.concat(gathered, length);
      this.#hash.update(joined);
      this.#bytes += length;
      gathered = [];
      length = 0;
      return joined;
    };
    return new Transform({
      transform: (row: Buffer, _encoding, done) => {
        gathered.push(row);
        length += row.length;
        if (length < BLOCK) done();
        else done(null, block());
      },
      flush: (done) => done(null, block()),
    });
  }

  async #drained(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure as Error;
    await Promise.race([once(this.#format, 'drain'), this.#done]);
  }
}

function cellOf<Row>(column: Column<Row>, row: Row): string {
  const text = column.of(row);
  if (text === '') return '';
  if (column.type !== 'string') return numberCell(text);
  return column.raw === true ? rawCell(text) : textCell(text);
}
