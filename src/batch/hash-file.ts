import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { byCodePoint } from '../export/code-points.js';
import { onDisk } from './names.js';

/** Hex digits of the SHA-256 of a file's bytes; empty where it can't be read. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(await onDisk(path)), hash);
  } catch {
    return '';
  }
  return hash.digest('hex');
}

/** One hash over the names and bytes of all files in a folder. */
export async function hashOfFolder(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  const hash = createHash('sha256');
  for (const name of names.sort(byCodePoint)) hash.update(`${name}\0${await hashOfFile(join(folder, name))}\0`);
  return hash.digest('hex');
}
