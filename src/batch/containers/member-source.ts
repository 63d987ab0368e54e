import { stat } from 'node:fs/promises';
import { onDisk } from '../names.js';

/** Stands between a container and what lies in it: `2019.zip!/a/report.pdf`. */
const inside = '!/';

/** The source of a member. Its name is never a path of this machine, and may hold what would garble a line or a table. */
export const memberSource = (container: string, name: string): string => `${container}${inside}${shownName(name)}`;

/** A name without characters that control a terminal or turn the direction of text. */
export const shownName = (name: string): string => name.replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '\ufffd');

/** The file that a source lies in, and its name inside, empty where it is the file itself. A path that goes on behind a file goes on in it. */
export async function fileOf(source: string): Promise<{ path: string; name: string }> {
  for (let at = source.indexOf(inside); at >= 0; at = source.indexOf(inside, at + 1)) {
    const path = source.slice(0, at);
    const isFile = await stat(await onDisk(path)).then((s) => s.isFile(), () => false);
    if (isFile) return { path, name: source.slice(at + inside.length) };
  }
  return { path: source, name: '' };
}

/** Where a name may part into that of a container and that of a member of it, the whole name first. */
export function partings(name: string): { own: string; rest: string }[] {
  const parts = [{ own: name, rest: '' }];
  for (let at = name.indexOf(inside); at >= 0; at = name.indexOf(inside, at + 1)) parts.push({ own: name.slice(0, at), rest: name.slice(at + inside.length) });
  return parts;
}
