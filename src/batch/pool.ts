import { StopRun } from '../model/errors.js';
import type { DocumentOrder, PagesRead } from './protocol.js';
import { ReaderProcess, type Limits, type ReaderModule, type Reading } from './reader-process.js';

export interface PoolSettings {
  readonly reader: ReaderModule;
  readonly limits: Limits;
  /** When it is aborted every process is killed, and what they were reading counts as not read. */
  readonly signal: AbortSignal;
}

/** A process is renewed after so many documents, or when this part of its memory limit is in use between two of them. */
const DOCUMENTS_A_PROCESS = 200;
const MEMORY_IN_USE = 0.6;
const MEGABYTE = 1024 * 1024;
const STARTS = 3;

/** Reader processes, as many as there are documents being read at a time; killed and renewed as need be. */
export class Pool<Result> {
  readonly #settings: PoolSettings;
  readonly #idle: ReaderProcess<Result>[] = [];
  readonly #all = new Set<ReaderProcess<Result>>();

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    settings.signal.addEventListener('abort', () => void this.close(), { once: true });
  }

  /** Reads a document; one that takes its process with it is tried once more in a fresh one. `onPage` is told of each page that is read from its picture. */
  async read(order: DocumentOrder, onPage?: (read: PagesRead) => void): Promise<Reading<Result>> {
    const first = await this.#readOnce(order, onPage, this.#idle.pop());
    return first.kind === 'crashed' ? this.#readOnce(order, onPage) : first;
  }

  /** Ends all processes. */
  async close(): Promise<void> {
    this.#idle.length = 0;
    await Promise.all([...this.#all].map((reader) => this.#end(reader)));
  }

  async #readOnce(order: DocumentOrder, onPage: ((read: PagesRead) => void) | undefined, idle?: ReaderProcess<Result>): Promise<Reading<Result>> {
    const { signal, limits } = this.#settings;
    signal.throwIfAborted();
    const reader = idle ?? (await this.#started());
    const reading = await reader.read(order, onPage);
    signal.throwIfAborted();
    const fresh = reading.kind === 'result' && reader.documents < DOCUMENTS_A_PROCESS && reading.resident < limits.megabytes * MEGABYTE * MEMORY_IN_USE;
    if (fresh) this.#idle.push(reader);
    else await this.#end(reader);
    return reading;
  }

  async #started(): Promise<ReaderProcess<Result>> {
    let reason = '';
    for (let attempt = 0; attempt < STARTS; attempt++) {
      const reader = new ReaderProcess<Result>(this.#settings.reader, this.#settings.limits);
      this.#all.add(reader);
      const failure = await reader.start();
      this.#settings.signal.throwIfAborted();
      if (failure === null) return reader;
      this.#all.delete(reader);
      reason = reader.lastWords.split('\n').find((line) => /^\w*Error\b/.test(line)) ?? failure;
    }
    throw new StopRun(6, `The process that reads documents does not start: ${reason}`, 'Install the program anew, and give it more memory with --memory if that is the reason.');
  }

  async #end(reader: ReaderProcess<Result>): Promise<void> {
    this.#all.delete(reader);
    await reader.kill();
  }
}
