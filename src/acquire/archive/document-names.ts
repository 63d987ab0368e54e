import type { ArchivedDocument } from './archive.js';
import { readableName } from './readable-name.js';

/**
 * A path for people for each document of an archive, by its address: no two
 * have one.
 *
 * @param taken names that are given away already
 */
export function documentNames(documents: readonly ArchivedDocument[], taken: readonly string[] = []): ReadonlyMap<string, string> {
  const names = new Names(taken);
  return new Map(documents.map(({ address, receipt }) => [address, names.free(readableName(receipt.address, receipt.headers['content-type'] ?? ''))]));
}

/** Names that are given away, whatever a file system thinks of capitals: no two files have one, and no file has a folder's. */
class Names {
  readonly #files: Set<string>;
  readonly #folders = new Set<string>();

  constructor(taken: readonly string[]) {
    this.#files = new Set(taken);
  }

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
