import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import { hashOfFile } from '../hash-file.js';
import { onDisk } from '../names.js';
import { openContainer, type Container } from './container.js';
import { fileOf } from './member-source.js';
import { memberOf, refusalOf } from './members.js';

const MEGABYTE = 1024 * 1024;

/** Reads the bytes of sources: files, and what lies in containers. The last container stays open, for its members are read one after the other. */
export class SourceBytes {
  #last: { readonly path: string; readonly version: string; readonly container: Container } | null = null;

  /** The bytes of a source. Larger files than the limit are not opened. @throws SkipDocument */
  async read(source: string, limit: number): Promise<Uint8Array> {
    const { path, name } = await fileOf(source);
    if (name === '') {
      const { bytes } = await bytesOf(path, limit);
      const refusal = await refusalOf(bytes);
      if (refusal) throw refusal;
      return bytes;
    }
    const bytes = await memberOf(await this.#container(path, limit), name);
    if (bytes.length > limit * MEGABYTE) throw tooLarge(bytes.length, limit);
    const refusal = await refusalOf(bytes);
    if (refusal) throw refusal;
    return bytes;
  }

  /** Hex digits of the SHA-256 of a source's bytes; empty where they can't be read. */
  async hash(source: string): Promise<string> {
    const { path, name } = await fileOf(source);
    if (name === '') return hashOfFile(path);
    try {
      return createHash('sha256').update(await memberOf(await this.#container(path, Infinity), name)).digest('hex');
    } catch {
      return '';
    }
  }

  async #container(path: string, limit: number): Promise<Container> {
    const { bytes, version } = await bytesOf(path, limit, this.#last?.path === path ? this.#last.version : '');
    if (bytes === null && this.#last) return this.#last.container;
    const container = bytes && (await openContainer(bytes));
    if (!container) throw new SkipDocument(finding('archive-unreadable', '', { reason: 'it changed while it was read' }));
    this.#last = { path, version, container };
    return container;
  }
}

const tooLarge = (size: number, limit: number): SkipDocument => new SkipDocument(finding('too-large', '', { megabytes: Math.ceil(size / MEGABYTE), limit }));

/** The bytes of a file, of which no more are read than the limit allows; null where it is the version that is known. */
async function bytesOf(path: string, limit: number): Promise<{ bytes: Uint8Array; version: string }>;
async function bytesOf(path: string, limit: number, known: string): Promise<{ bytes: Uint8Array | null; version: string }>;
async function bytesOf(path: string, limit: number, known = ''): Promise<{ bytes: Uint8Array | null; version: string }> {
  const file = await open(await onDisk(path)).catch((error: unknown) => {
    throw new SkipDocument(finding('unreadable', '', { reason: error instanceof Error ? error.message : String(error) }));
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new SkipDocument(finding('unreadable', '', { reason: stats.isDirectory() ? 'it is a folder that can not be listed' : 'it is no regular file' }));
    if (stats.size > limit * MEGABYTE) throw tooLarge(stats.size, limit);
    const version = `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
    if (version === known) return { bytes: null, version };
    const bytes = new Uint8Array(stats.size);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return { bytes: bytes.subarray(0, length), version };
  } finally {
    await file.close();
  }
}
