import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { StopRun } from '../model/errors.js';
import { byCodePoint } from '../export/code-points.js';
import { systemCode } from '../export/unwritable.js';
import { membersOf } from './containers/members.js';
import { nameOf, onDisk } from './names.js';

/** What a folder holds beside documents: expectations of samples, and its own description. */
const NO_DOCUMENT = /(?:^|\/)(?:[^/]*\.expected\.json|README\.md)$/;

/**
 * The documents that the inputs of a run stand for, as `source` paths, sorted
 * and each once: files as given, and the files in folders, however deep. Hidden
 * files are left out, and `apart` (folders that the run itself writes to). An
 * archive stands for what it holds: `2019.zip!/report.pdf`.
 * Each folder is walked once, under its own name before that of a link to it.
 */
export async function documentsIn(given: readonly string[], apart: readonly string[]): Promise<readonly string[]> {
  const seen = new Set(await Promise.all(apart.map(real)));
  const found = new Set<string>();
  const links: string[] = [];
  for (const input of given) {
    const kind = await kindOf(input);
    if (kind === 'file') found.add(input);
    else if (kind === 'folder') await walk(withoutSlash(input), seen, found, links);
    else if (kind === 'nothing') throw new StopRun(1, `There is no file or folder ${input}`, 'Check the spelling, and the folder that the command was given in.');
    else throw new StopRun(1, `${input} is neither a file nor a folder`, 'Give files, or folders with files in them.');
  }
  // A link may lead to folders with links in them.
  for (let link = links.shift(); link !== undefined; link = links.shift()) await walk(link, seen, found, links);
  const documents: string[] = [];
  for (const source of [...found].filter((one) => !NO_DOCUMENT.test(one))) documents.push(...((await membersOf(source)) ?? [source]));
  return documents.filter((source) => !NO_DOCUMENT.test(source)).sort(byCodePoint);
}

async function walk(folder: string, seen: Set<string>, found: Set<string>, links: string[]): Promise<void> {
  const key = await real(folder);
  if (seen.has(key)) return;
  seen.add(key);
  let entries;
  try {
    entries = await entriesOf(folder);
  } catch {
    // Read as if it were a document, the folder gives the finding that says why it can't be.
    found.add(folder);
    return;
  }
  for (const entry of entries.toSorted((a, b) => byCodePoint(a.name, b.name))) {
    if (entry.name.startsWith('.')) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) await walk(path, seen, found, links);
    else if (entry.isFile()) found.add(path);
    else if (entry.isSymbolicLink()) {
      const kind = await kindOf(path);
      if (kind === 'folder') links.push(path);
      else if (kind !== 'other') found.add(path);
    }
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'nothing'> {
  try {
    const stats = await stat(await onDisk(path));
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    return systemCode(error) === 'EACCES' ? 'file' : 'nothing';
  }
}

const real = async (path: string): Promise<string> => realpath(await onDisk(path), 'buffer').then(nameOf, () => path);

/** What a folder holds. Names that are no UTF-8 are asked for as bytes, for as text they can't be told apart or opened. */
async function entriesOf(folder: string): Promise<readonly Entry[]> {
  const path = await onDisk(folder);
  const entries = await readdir(path, { withFileTypes: true });
  if (!entries.some((entry) => entry.name.includes('\ufffd'))) return entries;
  return (await readdir(path, { withFileTypes: true, encoding: 'buffer' })).map((entry) => ({ name: nameOf(entry.name), isFile: () => entry.isFile(), isDirectory: () => entry.isDirectory(), isSymbolicLink: () => entry.isSymbolicLink() }));
}

type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

const withoutSlash = (path: string): string => path.replace(/(?<=.)\/+$/, '');
