import { lstat, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StopRun } from '../model/errors.js';
import { CODEBOOK_HEAD } from './codebook.js';
import { beginningOf, folderToDisk } from './on-disk.js';
import { fileOf } from './table.js';
import { tables } from './tables.js';
import { systemCode, unwritable } from './unwritable.js';

const LAST = 'datapackage.json';

/** How each file of a dataset begins, whichever version wrote it: the first two columns never change. */
const BEGINNINGS: ReadonlyMap<string, string> = new Map([
  ...tables.map((table) => [fileOf(table), table.columns.slice(0, 2).map((column) => column.name).join(',')] as const),
  ['codebook.md', CODEBOOK_HEAD],
  [LAST, '{\n  "$schema": "https://datapackage.org/'],
]);

export interface OutFolderSettings {
  /** Put the dataset beside files that are not of it. */
  readonly replace: boolean;
  /** Names that may stand in the folder though they are not of a dataset: the run's own. */
  readonly ignore: readonly string[];
}

/** The files of a dataset that stand in `folder`; stops the run if something else does that must not be lost. */
export async function datasetFilesIn(folder: string, settings: OutFolderSettings): Promise<readonly string[]> {
  const names = await namesIn(folder);
  const own: string[] = [];
  const foreign: string[] = [];
  for (const name of names.filter((one) => !settings.ignore.includes(one))) ((await isOfDataset(folder, name)) ? own : foreign).push(name);
  const inTheWay = foreign.find((name) => BEGINNINGS.has(name));
  if (inTheWay !== undefined) throw new StopRun(1, `${join(folder, inTheWay)} was not written by gongkai and has the name of a file of the dataset`, 'Move it away, or choose another folder with --out.');
  const [first] = foreign;
  if (first !== undefined && !settings.replace) {
    throw new StopRun(1, `The output folder ${folder} holds other files (${first}${foreign.length > 1 ? ` and ${foreign.length - 1} more` : ''})`, 'Choose a folder of its own with --out, or put the dataset beside them with --replace; they are left alone.');
  }
  return own;
}

/**
 * Moves a written dataset from `staging` into `folder`, in place of the one
 * that stands there. While it is going on no `datapackage.json` is there, so
 * a folder that has one is whole. Both must be on one file system.
 */
export async function publish(staging: string, folder: string, settings: OutFolderSettings): Promise<void> {
  const before = await datasetFilesIn(folder, settings);
  try {
    await mkdir(folder, { recursive: true });
    await rm(join(folder, LAST), { force: true });
    await folderToDisk(folder);
    const names = (await readdir(staging)).filter((name) => name !== LAST);
    for (const name of before.filter((one) => one !== LAST && !names.includes(one))) await rm(join(folder, name));
    for (const name of names) await rename(join(staging, name), join(folder, name));
    await folderToDisk(folder);
    await rename(join(staging, LAST), join(folder, LAST));
    await folderToDisk(folder);
    await rmdir(staging);
  } catch (error) {
    throw unwritable(error, folder);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw new StopRun(5, `${folder} is a file, or lies below one`, 'Give a folder with --out.');
    throw unwritable(error, folder);
  }
}

async function isOfDataset(folder: string, name: string): Promise<boolean> {
  const beginning = BEGINNINGS.get(name);
  if (beginning === undefined) return false;
  const path = join(folder, name);
  if (!(await lstat(path)).isFile()) return false;
  return (await beginningOf(path)).startsWith(beginning);
}
