import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StopRun } from '../../model/errors.js';
import type { FolderArchive } from './open-archive.js';
import { readableName } from './readable-name.js';

/** The file of receipts beside exported documents: one line of JSON each. */
export const receiptsFile = 'receipts.jsonl';

/**
 * Copies the newest version of each document into a folder, under names for
 * people, and writes their receipts beside them; last, so that a folder that
 * has them is whole.
 *
 * @returns how many documents
 * @throws StopRun (exit code 5) where the folder holds anything
 */
export async function exportArchive(archive: FolderArchive, folder: string, signal: AbortSignal): Promise<number> {
  const held = await readdir(folder).catch(() => []);
  if (held.length > 0) throw new StopRun(5, `The folder ${folder} is not empty`, 'Choose another one, or empty it.');
  const names = new Names();
  const lines: string[] = [];
  for (const { receipt, listings } of archive.documents()) {
    signal.throwIfAborted();
    const file = names.free(readableName(receipt.address, receipt.headers['content-type'] ?? ''));
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await copyFile(archive.pathOf(receipt.sha256), path);
    lines.push(`${JSON.stringify({ file, ...receipt, listings })}\n`);
  }
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${receiptsFile}.part`);
  await writeFile(draft, lines.join(''));
  await rename(draft, join(folder, receiptsFile));
  await rm(draft, { force: true });
  return lines.length;
}

/** Names that are given away, whatever a file system thinks of capitals: no two files have one, and no file has a folder's. */
class Names {
  readonly #files = new Set<string>([receiptsFile]);
  readonly #folders = new Set<string>();

  free(name: string): string {
    const [, stem = name, ending = ''] = /^(.*?)(\.[a-z0-9]{1,5})?$/is.exec(name) ?? [];
    for (let at = 1; ; at++) {
      const one = at === 1 ? name : `${stem}-${at}${ending}`;
      const parts = one.normalize('NFC').toLowerCase().split('/');
      const folders = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
      const key = parts.join('/');
      if (this.#files.has(key) || this.#folders.has(key)) continue;
      const depth = folders.findIndex((folder) => this.#files.has(folder));
      if (depth >= 0) {
        // A file has the name of the folder: the document goes beside it.
        const given = one.split('/');
        return this.free([...given.slice(0, depth), given.slice(depth).join('_')].join('/'));
      }
      this.#files.add(key);
      for (const folder of folders) this.#folders.add(folder);
      return one;
    }
  }
}
