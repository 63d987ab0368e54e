import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from './unwritable.js';

/** Returns when the bytes of the file are on the disk. */
export async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Makes a folder, and those above it. `mkdir` can do so itself, but never ends
 * where a folder that is there lets none be made in it, as /proc does.
 */
export async function makeFolder(path: string): Promise<void> {
  if (await stat(path).then((stats) => stats.isDirectory(), () => false)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    if (systemCode(error) !== 'EEXIST') throw error;
  });
}

/** Makes renames in a folder last through a power cut, where the system can do that for folders. */
export async function folderToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  // Windows has no such thing; the renames are whole without it.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/** The first bytes of a file as text, without a byte order mark. */
export async function beginningOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead).toString('utf8').replace(/^\ufeff/, '');
  } finally {
    await file.close();
  }
}
