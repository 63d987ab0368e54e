import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that were put in, and whether they had been there before. */
export interface Put {
  readonly sha256: string;
  readonly known: boolean;
}

/** Bytes by the hex digits of their SHA-256: `objects/ab/cdef…`, each written once and never changed. */
export class Objects {
  /** Of all objects. */
  readonly folder: string;
  readonly #incoming: string;

  constructor(archive: string) {
    this.folder = join(archive, 'objects');
    this.#incoming = join(this.folder, 'incoming');
  }

  async make(): Promise<void> {
    await mkdir(this.#incoming, { recursive: true });
  }

  pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256.slice(2));
  }

  /** Puts bytes in; they are on the disk when this returns. */
  async put(bytes: Uint8Array): Promise<Put> {
    const sha256 = hashOf(bytes);
    const path = this.pathOf(sha256);
    // A file of another length is none of ours: the disk or a person has spoilt it.
    if ((await sizeOf(path)) === bytes.length) return { sha256, known: true };
    const folder = join(this.folder, sha256.slice(0, 2));
    await mkdir(folder, { recursive: true });
    const draft = join(this.#incoming, randomUUID());
    try {
      const file = await open(draft, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await toDisk(folder);
    await toDisk(this.folder);
    return { sha256, known: false };
  }

  has(sha256: string): boolean {
    return existsSync(this.pathOf(sha256));
  }

  async get(sha256: string): Promise<Uint8Array> {
    return readFile(this.pathOf(sha256));
  }

  /** Takes away what a killed run left half written. Only for the holder of the archive's lock. */
  async sweep(): Promise<void> {
    await rm(this.#incoming, { recursive: true, force: true });
    await this.make();
  }

  /** The hashes of all objects by their names, and what lies among them that is none. */
  async list(): Promise<{ hashes: readonly string[]; others: readonly string[] }> {
    const [hashes, others]: [string[], string[]] = [[], []];
    for (const folder of (await readdir(this.folder)).toSorted()) {
      if (folder === 'incoming') continue;
      const names = await readdir(join(this.folder, folder)).catch(() => null);
      if (names === null) others.push(folder);
      for (const name of names?.toSorted() ?? []) (/^[0-9a-f]{64}$/.test(folder + name) ? hashes : others).push(folder + (folder.length === 2 ? '' : '/') + name);
    }
    return { hashes, others };
  }
}

/** Hex digits of the SHA-256. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    (stats) => (stats.isFile() ? stats.size : -1),
    () => -1,
  );

/** Makes renames in a folder last through a power cut, where the system can do that for folders. */
async function toDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
