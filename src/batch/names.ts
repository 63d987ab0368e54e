import { stat } from 'node:fs/promises';

/** A byte of a name that is part of no character, as it is written in a source. */
const WRITTEN_BYTE = /\\x([89A-F][0-9A-F])/;

const CHARACTERS = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The name of a file as text. What of it is no UTF-8, as in archives unpacked
 * without a word on their character set, stands as `\xB9`: so it can be shown,
 * told from other names, and found again.
 */
export function nameOf(bytes: Buffer): string {
  let name = '';
  for (let at = 0; at < bytes.length; ) {
    const character = [1, 2, 3, 4].map((length) => characterIn(bytes.subarray(at, at + length))).find((one) => one !== null);
    name += character ?? `\\x${(bytes[at] ?? 0).toString(16).toUpperCase()}`;
    at += character === undefined ? 1 : Buffer.byteLength(character);
  }
  return name;
}

/** What the system calls the file of this name or path: bytes where `nameOf` had to write some of them. */
export async function onDisk(path: string): Promise<string | Buffer> {
  if (!WRITTEN_BYTE.test(path) || (await stat(path).then(() => true, () => false))) return path;
  return Buffer.concat(path.split(WRITTEN_BYTE).map((part, at) => (at % 2 === 1 ? Buffer.from(part, 'hex') : Buffer.from(part))));
}

function characterIn(bytes: Buffer): string | null {
  try {
    return CHARACTERS.decode(bytes);
  } catch {
    return null;
  }
}
