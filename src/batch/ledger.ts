import { open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { DocumentResult, ListedAs, Source } from '../model/report.js';
import type { ReportKey, StoredDocument } from '../export/stored-document.js';
import { folderToDisk } from '../export/on-disk.js';
import { unwritable } from '../export/unwritable.js';
import { linesOf } from './lines.js';

interface Line {
  /** What the result depends on besides the bytes: versions, pipeline, limits. */
  readonly settings: string;
  readonly document: DocumentResult;
}

/** A result that is still of use, in the file: bytes. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

/** How often the ledger is brought to the disk, in documents. A kill loses nothing; a power cut at most these. */
const SYNC_EVERY = 64;

/**
 * What a run has done so far: one line of JSON for each finished document, only
 * appended to. It outlives the run, so that the next one with the same
 * settings goes on; in memory is nothing but where each line stands.
 */
export class Ledger {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #settings: string;
  readonly #documents = new Map<string, StoredDocument>();
  readonly #places = new Map<string, Place>();
  #end = 0;
  #unsynced = 0;
  #appending: Promise<unknown> = Promise.resolve();

  private constructor(path: string, file: FileHandle, settings: string) {
    this.#path = path;
    this.#file = file;
    this.#settings = settings;
  }

  /** Opens the ledger at `path`, or begins one. A line that was cut off by a kill is taken away. */
  static async open(path: string, settings: string): Promise<Ledger> {
    try {
      const ledger = new Ledger(path, await open(path, 'a+'), settings);
      await ledger.#recall();
      return ledger;
    } catch (error) {
      throw unwritable(error, path);
    }
  }

  /** The result for these bytes at this path, of which lists say this, if one is there. */
  find(source: string, sha256: string, listed?: ListedAs): StoredDocument | undefined {
    const stored = this.#documents.get(source);
    return stored !== undefined && stored.source.sha256 === sha256 && isDeepStrictEqual(stored.source.listed, listed) ? stored : undefined;
  }

  /** Whether anything is known of the path, whatever its bytes were. */
  knows(source: string): boolean {
    return this.#documents.has(source);
  }

  async append(document: DocumentResult): Promise<StoredDocument> {
    const turn = this.#appending.then(() => this.#append(document));
    this.#appending = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Closes the ledger for the next run over the same archive: without what none
   * can use (results of other settings, of bytes that changed), where that is
   * more than half of it. Rewritten whole or not at all; where the disk is full it stays as it is.
   */
  async keep(): Promise<void> {
    await this.#appending;
    const live = [...this.#places.values()].sort((a, b) => a.offset - b.offset);
    const bytes = live.reduce((sum, { length }) => sum + length, 0);
    if (this.#end > 2 * bytes) await this.#rewrite(live).catch(() => undefined);
    await this.close();
  }

  async #rewrite(live: readonly Place[]): Promise<void> {
    const draft = `${this.#path}.part`;
    const file = await open(draft, 'w');
    try {
      for (const { offset, length } of live) {
        const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, offset);
        await file.appendFile(buffer.subarray(0, bytesRead));
      }
      await file.datasync();
    } finally {
      await file.close();
    }
    // Some systems let no file take the place of an open one.
    await this.#file.close();
    await rename(draft, this.#path);
    await folderToDisk(dirname(this.#path));
  }

  async close(): Promise<void> {
    await this.#appending;
    await this.#file.close();
  }

  async #append(document: DocumentResult): Promise<StoredDocument> {
    const line = Buffer.from(`${JSON.stringify({ settings: this.#settings, document } satisfies Line)}\n`);
    try {
      await this.#file.appendFile(line);
      if (++this.#unsynced % SYNC_EVERY === 0) await this.#file.datasync();
    } catch (error) {
      throw unwritable(error, this.#path);
    }
    const stored = this.#stored(document, this.#end, line.length);
    this.#end += line.length;
    return stored;
  }

  async #recall(): Promise<void> {
    for await (const { offset, bytes } of linesOf(this.#file)) {
      const line = lineOf(bytes);
      if (line?.settings === this.#settings) this.#stored(line.document, offset, bytes.length);
      this.#end = offset + bytes.length;
    }
    await this.#file.truncate(this.#end);
  }

  #stored(document: DocumentResult, offset: number, length: number): StoredDocument {
    const { path, file, sha256, listed } = document.source;
    const source: Source = { path, file, sha256, ...(listed === undefined ? {} : { listed }) };
    const reports = document.reports.map(({ identity }): ReportKey => ({ divisionCode: identity.divisionCode, issuer: identity.issuer, year: identity.year }));
    const links = document.page?.links;
    const stored: StoredDocument = { source, reports, ...(links ? { links } : {}), read: () => this.#read(offset, length) };
    this.#documents.set(path, stored);
    this.#places.set(path, { offset, length });
    return stored;
  }

  async #read(offset: number, length: number): Promise<DocumentResult> {
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, offset);
    const line = lineOf(buffer.subarray(0, bytesRead));
    if (line === null) throw new Error(`The ledger ${this.#path} changed while it was in use`);
    return line.document;
  }
}

/** A line of the ledger; null where the disk or a person has spoilt it. */
function lineOf(bytes: Buffer): Line | null {
  try {
    const line = JSON.parse(bytes.toString('utf8')) as Partial<Line> | null;
    const document = line?.document;
    return typeof line?.settings === 'string' && typeof document?.source.path === 'string' && Array.isArray(document.reports) ? { settings: line.settings, document } : null;
  } catch {
    return null;
  }
}
