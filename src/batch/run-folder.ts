import { readdir, realpath, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder } from '../export/on-disk.js';
import { unwritable } from '../export/unwritable.js';

/** Where a run keeps what it needs to go on after a kill; gone once the dataset is in its place. */
export interface RunFolder {
  readonly path: string;
  readonly ledger: string;
  readonly lock: string;
  /** The dataset is written here, on the same file system, before it is moved. */
  readonly staging: string;
  /** The output folder, absolute and without links. */
  readonly out: string;
}

/** Beside the output folder, or inside it where it is the root of a file system of its own. */
export async function runFolderOf(out: string): Promise<RunFolder> {
  const real = await realpath(out).catch(() => resolve(out));
  const [own, parent] = await Promise.all([deviceOf(real), deviceOf(dirname(real))]);
  const path = own !== null && parent !== null && own !== parent ? join(real, '.gongkai-run') : `${real}.gongkai-run`;
  return { path, ledger: join(path, 'ledger.jsonl'), lock: join(path, 'lock'), staging: join(path, 'dataset'), out: real };
}

/** Names of the run folder that may stand in the output folder. */
export const namesInOut = (folder: RunFolder): readonly string[] => (dirname(folder.path) === folder.out ? [basename(folder.path)] : []);

export async function makeRunFolder(folder: RunFolder): Promise<void> {
  try {
    await makeFolder(folder.path);
  } catch (error) {
    throw unwritable(error, folder.path);
  }
}

/** Takes everything away but the lock, while it is held, and the ledger where the next run is to go on with it. */
export async function emptyRunFolder(folder: RunFolder, keepLedger: boolean): Promise<void> {
  const kept = [folder.lock, ...(keepLedger ? [folder.ledger] : [])];
  const names = await readdir(folder.path);
  for (const name of names.filter((one) => !kept.includes(join(folder.path, one)))) await rm(join(folder.path, name), { recursive: true, force: true });
}

/** Takes the folder itself away, unless another run has moved in. */
export async function removeRunFolder(folder: RunFolder): Promise<void> {
  await rmdir(folder.path).catch(() => undefined);
}

const deviceOf = (path: string): Promise<number | null> =>
  stat(path).then(
    (stats) => stats.dev,
    () => null,
  );
