import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { SkipDocument, StopRun } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import { finding } from '../model/findings.js';
import type { Source } from '../model/report.js';
import { SourceBytes } from './containers/source-bytes.js';
import { watchParent } from './parent-watch.js';
import type { ReaderMessage, ReadOrder } from './protocol.js';

/** What a reader process does with each document. */
export interface Reader<Result> {
  /** Larger files are not opened. */
  readonly fileMegabytes: number;
  /** `into` is the one of the order; `pageRead` is to be called after each page that is read from its picture. A StopRun ends the whole run. */
  readonly read: (bytes: Uint8Array, source: Source, into: string, pageRead: (page: number, pages: number) => void) => Promise<Result>;
  /** The result of a document that could not be read. */
  readonly failed: (source: Source, finding: Finding) => Result;
}

/** Answers the orders of the parent process until it is gone. `load` makes the reader ready. */
export async function serve<Result>(load: () => Promise<Reader<Result>>): Promise<void> {
  watchParent();
  const reader = await load();
  const sources = new SourceBytes();
  process.on('message', (order: ReadOrder) => void answer(order, reader, sources).then(say));
  say({ kind: 'ready' });
}

const say = (message: ReaderMessage<unknown>): void => void process.send?.(message);

async function answer<Result>({ path, source = path, into = '', listed }: ReadOrder, reader: Reader<Result>, sources: SourceBytes): Promise<ReaderMessage<Result>> {
  try {
    return { kind: 'result', document: await documentAt(path, { path: source, file: basename(source), sha256: '', ...(listed === undefined ? {} : { listed }) }, into, reader, sources), resident: process.memoryUsage.rss() };
  } catch (error) {
    const { exitCode, message, hint } = error as StopRun;
    return { kind: 'stop', exitCode, message, hint };
  }
}

/** @throws StopRun alone */
async function documentAt<Result>(path: string, from: Source, into: string, { fileMegabytes, read, failed }: Reader<Result>, sources: SourceBytes): Promise<Result> {
  let source = from;
  try {
    const bytes = await sources.read(path, fileMegabytes);
    source = { ...source, sha256: createHash('sha256').update(bytes).digest('hex') };
    return await read(bytes, source, into, (page, pages) => {
      say({ kind: 'page', page, pages });
    });
  } catch (error) {
    if (error instanceof StopRun) throw error;
    if (error instanceof SkipDocument) return failed(source, error.finding);
    return failed(source, finding('crashed', '', { reason: error instanceof Error ? error.message : String(error) }));
  }
}
