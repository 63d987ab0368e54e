import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeArchive, type FolderArchive } from '../acquire/archive/open-archive.js';
import { unwritable } from '../export/unwritable.js';
import { Lock, type Holder } from './lock.js';

/** The lock of an archive, in its folder. */
const lockFile = 'lock';

/**
 * Opens an archive for writing, or begins one, and holds it alone while `work`
 * goes on: two at once would ask a host by two lines.
 *
 * @throws StopRun (exit code 5) where another process holds it, or nothing can be written
 */
export async function withArchive<T>(path: string, { holder, now }: { readonly holder: Holder; readonly now: () => Date }, work: (archive: FolderArchive) => Promise<T>): Promise<T> {
  try {
    await mkdir(path, { recursive: true });
    const lock = await Lock.take(join(path, lockFile), holder, now, { what: 'archive', option: '--archive' });
    try {
      const archive = await makeArchive(path, now);
      try {
        await archive.objects.sweep();
        return await work(archive);
      } finally {
        archive.close();
      }
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw unwritable(error, path);
  }
}
