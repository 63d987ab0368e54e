import { join } from 'node:path';
import Database from 'libsql';
import { StopRun } from '../../model/errors.js';

/** The file of the catalog in an archive; what makes a folder one. */
export const catalogFile = 'catalog.db';

/** Changes with the tables below. */
const format = 1;

/** Milliseconds that one process waits while another writes. */
const patience = 30_000;

/**
 * `addresses` has a row for each address that was ever planned: its place in
 * the plan, and which receipt and refusal speak of it now. `of` is the source,
 * or the list where there is none.
 */
const tables = `
  CREATE TABLE receipts (id INTEGER PRIMARY KEY, address TEXT NOT NULL, final_address TEXT NOT NULL, fetched_at TEXT NOT NULL, status INTEGER NOT NULL,
    headers TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, listed TEXT, attachment_of TEXT) STRICT;
  CREATE INDEX receipts_of_address ON receipts (address);
  CREATE INDEX receipts_of_bytes ON receipts (sha256);
  CREATE TABLE refusals (id INTEGER PRIMARY KEY, address TEXT NOT NULL, final_address TEXT NOT NULL, fetched_at TEXT NOT NULL, code TEXT NOT NULL,
    message TEXT NOT NULL, hint TEXT NOT NULL, status INTEGER, passing INTEGER NOT NULL) STRICT;
  CREATE TABLE addresses (address TEXT PRIMARY KEY, role TEXT NOT NULL, place INTEGER NOT NULL UNIQUE, due INTEGER NOT NULL, asked_at TEXT,
    receipt INTEGER REFERENCES receipts (id), refusal INTEGER REFERENCES refusals (id)) STRICT;
  CREATE INDEX addresses_due ON addresses (place) WHERE due = 1;
  CREATE TABLE listings (address TEXT NOT NULL, of TEXT NOT NULL, list TEXT NOT NULL, source TEXT, title TEXT, date TEXT, issuer TEXT, year INTEGER,
    PRIMARY KEY (address, of)) STRICT;
  CREATE INDEX listings_of ON listings (of);
  CREATE TABLE attachments (page TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY (page, address)) STRICT;
  CREATE INDEX attachments_of_address ON attachments (address);
  CREATE TABLE memory (of TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (of, key)) STRICT;
  CREATE TABLE requests (day TEXT NOT NULL, host TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, host)) STRICT;
`;

type Value = string | number | null;

/** One row of an answer, by column. */
export type Row = Readonly<Record<string, Value>>;

/** The catalog of an archive: SQLite, with a rollback journal so that it can be read from where nothing can be written, too. */
export class Catalog {
  readonly #database: Database.Database;
  readonly #path: string;
  readonly #statements = new Map<string, Database.Statement>();

  private constructor(path: string, database: Database.Database) {
    this.#path = path;
    this.#database = database;
  }

  /** @throws StopRun where it can't be opened, or is of another program or version */
  static open(archive: string): Catalog {
    const path = join(archive, catalogFile);
    try {
      const catalog = new Catalog(path, new Database(path, { timeout: patience }));
      catalog.#database.exec('PRAGMA synchronous = FULL');
      if (catalog.#version() === 0) catalog.together(() => catalog.#begin());
      if (catalog.#version() !== format) throw new StopRun(1, `The archive ${archive} is of another version of the program`, 'Use the version that wrote it, or another folder.');
      return catalog;
    } catch (error) {
      throw stopped(error, path);
    }
  }

  /** Rows that a statement gives; none for one that changes something. */
  rows(sql: string, ...values: readonly Value[]): readonly Row[] {
    try {
      return this.#statement(sql).all(values) as Row[];
    } catch (error) {
      throw stopped(error, this.#path);
    }
  }

  /** Changes something. @returns how many rows */
  change(sql: string, ...values: readonly Value[]): number {
    try {
      return this.#statement(sql).run(values).changes;
    } catch (error) {
      throw stopped(error, this.#path);
    }
  }

  /** All changes of `work` or none. Within another's work it is a part of that. */
  together<T>(work: () => T): T {
    if (this.#inTransaction()) return work();
    this.#execute('BEGIN IMMEDIATE');
    try {
      const done = work();
      this.#execute('COMMIT');
      return done;
    } catch (error) {
      // SQLite has rolled back by itself after some errors.
      if (this.#inTransaction()) this.#execute('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  #version(): number {
    return Number(this.rows('SELECT user_version AS version FROM pragma_user_version')[0]?.version);
  }

  /** Another process may have been quicker. */
  #begin(): void {
    if (this.#version() !== 0) return;
    this.#execute(tables);
    this.#execute(`PRAGMA user_version = ${format}`);
  }

  #execute(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw stopped(error, this.#path);
    }
  }

  #statement(sql: string): Database.Statement {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** An error of SQLite as the reason why a run must stop; any other error as it is. */
function stopped(error: unknown, path: string): unknown {
  if (typeof error !== 'object' || error === null || error instanceof StopRun) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  if (code === 'SQLITE_NOTADB') return new StopRun(1, `${path} is no catalog of an archive`, 'Choose another folder with --archive.');
  if (code.startsWith('SQLITE_BUSY')) return new StopRun(5, `The archive is in use by another process: ${path}`, 'Wait until it is done; the same command goes on.');
  if (/^SQLITE_(?:CORRUPT|FULL|IOERR|READONLY|CANTOPEN|PERM|NOLFS)/.test(code) || message.startsWith('ConnectionFailed')) {
    return new StopRun(5, `The catalog ${path} can't be used: ${message}`, 'Look whether the disk is full or the folder is protected; `gongkai archive verify` tells what is wrong with an archive.');
  }
  return error;
}
