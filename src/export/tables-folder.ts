import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StopRun } from '../model/errors.js';
import { TABLES_HEAD } from './grid-json.js';
import { beginningOf, folderToDisk } from './on-disk.js';
import { PROBLEMS_FILE, PROBLEMS_HEAD } from './tables-problems.js';
import { systemCode, unwritable } from './unwritable.js';

/** What a document's name is followed by in the name of one of its files. */
const ENDINGS = /(?:\.json|-\d+\.csv|-p\d+\.svg)$/;

/** The folder that tables are put into. It may hold other files; none that `gongkai tables` did not write is touched. */
export class TablesFolder {
  readonly #folder: string;
  /** By name of the document: the files that an earlier run wrote of it. */
  readonly #own: ReadonlyMap<string, readonly string[]>;

  private constructor(folder: string, own: ReadonlyMap<string, readonly string[]>) {
    this.#folder = folder;
    this.#own = own;
  }

  /**
   * @param names of the documents that are to be written, with folders
   * @throws StopRun (exit code 1) where a file that is not ours has the name of one of theirs
   */
  static async open(folder: string, names: readonly string[]): Promise<TablesFolder> {
    const wanted = new Set(names);
    const own = new Map<string, readonly string[]>();
    try {
      await assertOurs(join(folder, PROBLEMS_FILE), PROBLEMS_HEAD);
      for (const part of new Set(names.map((name) => dirname(name)))) {
        const there = (await namesIn(join(folder, part))).filter((file) => wanted.has(join(part, file.replace(ENDINGS, ''))) && ENDINGS.test(file));
        for (const json of there.filter((file) => file.endsWith('.json'))) own.set(join(part, json.slice(0, -'.json'.length)), await filesOf(join(folder, part, json)));
        const foreign = there.find((file) => own.get(join(part, file.replace(ENDINGS, '')))?.includes(file) !== true);
        if (foreign !== undefined) throw inTheWay(join(folder, part, foreign));
      }
    } catch (error) {
      throw unwritable(error, folder);
    }
    return new TablesFolder(folder, own);
  }

  /** Takes the problems of the last run away: the folder has some again when this run is through. */
  async begin(): Promise<void> {
    await this.#change(() => rm(join(this.#folder, PROBLEMS_FILE), { force: true }));
  }

  /**
   * Puts the files of a document, written whole in `staging`, in place of
   * those of an earlier run. The JSON, which lists the others, comes first, so
   * that whatever is there can be told to be ours.
   */
  async publish(name: string, staging: string, files: readonly string[]): Promise<void> {
    const folder = join(this.#folder, dirname(name));
    await this.#change(async () => {
      const before = this.#own.get(name) ?? [];
      if (files.length > 0) await mkdir(folder, { recursive: true });
      for (const file of before.toReversed()) await rm(join(folder, file), { force: true });
      for (const file of files) await rename(join(staging, file), join(folder, file));
      if (files.length + before.length > 0) await folderToDisk(folder);
    });
  }

  /** Puts the written problems into their place, which says that the run is through. */
  async finish(staging: string): Promise<void> {
    await this.#change(async () => {
      await mkdir(this.#folder, { recursive: true });
      await rename(join(staging, PROBLEMS_FILE), join(this.#folder, PROBLEMS_FILE));
      await folderToDisk(this.#folder);
    });
  }

  async #change(change: () => Promise<void>): Promise<void> {
    try {
      await change();
    } catch (error) {
      throw unwritable(error, this.#folder);
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    if (systemCode(error) === 'ENOTDIR') throw new StopRun(5, `${folder} is a file, or lies below one`, 'Give a folder with --out.');
    throw error;
  }
}

/** The files of the document whose JSON stands at `path`, this one first. */
async function filesOf(path: string): Promise<readonly string[]> {
  await assertOurs(path, TABLES_HEAD);
  const json = basename(path);
  const name = json.slice(0, -'.json'.length);
  const file = await open(path);
  try {
    let number = 0;
    for await (const line of file.readLines()) {
      if (++number < 2) continue;
      const listed = JSON.parse(line.replace(/^"files":|,$/g, '')) as unknown;
      // The list says what is taken away: nothing but files of this name.
      return [json, ...(Array.isArray(listed) ? listed.filter((one): one is string => typeof one === 'string' && one.startsWith(name) && /^-p?\d+\.(?:csv|svg)$/.test(one.slice(name.length))) : [])];
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw inTheWay(path);
    throw error;
  } finally {
    await file.close();
  }
  return [json];
}

/** Stops where something stands at `path` that does not begin as our file does. */
async function assertOurs(path: string, beginning: string): Promise<void> {
  const there = await lstat(path).catch(() => null);
  if (there !== null && !(there.isFile() && (await beginningOf(path)).startsWith(beginning))) throw inTheWay(path);
}

const inTheWay = (path: string): StopRun => new StopRun(1, `${path} was not written by gongkai tables and has the name of a file that is to be`, 'Move it away, or choose another folder with --out.');
