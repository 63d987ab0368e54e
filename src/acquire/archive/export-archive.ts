import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StopRun } from '../../model/errors.js';
import type { FolderArchive } from './open-archive.js';
import { documentNames } from './document-names.js';

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
  const documents = archive.documents();
  const names = documentNames(documents, [receiptsFile]);
  const lines: string[] = [];
  for (const { address, receipt, listings } of documents) {
    signal.throwIfAborted();
    const file = names.get(address) ?? receipt.sha256;
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
