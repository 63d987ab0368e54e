import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { finding } from '../model/findings.js';
import { SkipDocument } from '../model/errors.js';
import type { DocumentResult, Source } from '../model/report.js';
import { loadPipeline, type Pipeline } from '../pipeline/load-pipeline.js';
import { runDocument } from '../pipeline/run-document.js';
import { failed } from './failed.js';
import { watchParent } from './parent-watch.js';
import type { ReaderMessage, ReadOrder } from './protocol.js';

const MEGABYTE = 1024 * 1024;

const [folder = ''] = process.argv.slice(2);
watchParent();
const pipeline = await loadPipeline(folder);
process.on('message', (order: ReadOrder) => void answer(order.path));
say({ kind: 'ready' });

function say(message: ReaderMessage): void {
  process.send?.(message);
}

async function answer(path: string): Promise<void> {
  const document = await documentAt(path, pipeline);
  say({ kind: 'result', document, resident: process.memoryUsage.rss() });
}

async function documentAt(path: string, by: Pipeline): Promise<DocumentResult> {
  let source: Source = { path, file: basename(path), sha256: '' };
  try {
    const bytes = await bytesOf(path, by.limits.file_megabytes);
    source = { ...source, sha256: createHash('sha256').update(bytes).digest('hex') };
    return await runDocument(bytes, source, by);
  } catch (error) {
    if (error instanceof SkipDocument) return failed(source, error.finding);
    return failed(source, finding('crashed', '', { reason: error instanceof Error ? error.message : String(error) }));
  }
}

/** The bytes of a file, of which no more are read than the limit allows. */
async function bytesOf(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path).catch((error: unknown) => {
    throw new SkipDocument(finding('unreadable', '', { reason: error instanceof Error ? error.message : String(error) }));
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new SkipDocument(finding('unreadable', '', { reason: stats.isDirectory() ? 'it is a folder that can not be listed' : 'it is no regular file' }));
    if (stats.size > limit * MEGABYTE) throw new SkipDocument(finding('too-large', '', { megabytes: Math.ceil(stats.size / MEGABYTE), limit }));
    const bytes = new Uint8Array(stats.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}
