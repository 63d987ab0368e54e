import type { FileObjects } from './file-objects.js';
import { isDictionary, isNamed } from './syntax.js';

/**
 * How a file ends. `sound`: with a pointer to its cross-reference table, and
 * the table is there. `cut`: without. `astray`: it has its end mark, but the
 * pointer doesn't lead to a table: bytes before it were lost, added or changed.
 */
export type Ending = 'sound' | 'cut' | 'astray';

/** The beginning of an object behind the end of the file: a change was to be appended. */
const begunObject = /^\s*\d+(?:\s+\d*(?:\s+o?b?j?)?)?$/;
const table = /\s*xref\b/y;
const endMark = /^\s*%%EOF/;

/** Tells how a file ends, from its bytes alone. */
export function endingOf(objects: FileObjects): Ending {
  const { text, scan, header } = objects;
  const last = scan.starts.at(-1);
  const endOfObjects = Math.max(scan.objects.at(-1)?.end ?? 0, scan.trailers.at(-1)?.end ?? 0);
  const marked = text.lastIndexOf('%%EOF') >= endOfObjects && endOfObjects > 0;
  if (!last || last.at < endOfObjects) return marked ? 'astray' : 'cut';
  if (isChangeBegun(objects)) return 'cut';
  const isTable = (at: number): boolean => {
    table.lastIndex = at;
    if (table.test(text)) return true;
    return scan.objects.some((o) => Math.abs(o.at - at) <= 2 && isDictionary(o.value) && isNamed(o.value.get('Type'), 'XRef'));
  };
  if (isTable(last.names) || isTable(last.names + header)) return 'sound';
  return endMark.test(behindLast(objects)) ? 'astray' : 'cut';
}

/** Whether the file was changed by appending to it. A linearised file names its first table with `startxref 0`: that is no change. */
export function isUpdated(objects: FileObjects): boolean {
  const { scan } = objects;
  const lastObject = scan.objects.at(-1)?.at ?? 0;
  return isChangeBegun(objects) || scan.starts.some(({ at, names }) => names !== 0 && at < lastObject);
}

const behindLast = ({ text, scan }: FileObjects): string => text.slice(scan.starts.at(-1)?.at ?? text.length).replace(/^startxref\s+\d+/, '');

/** Whether an object was to follow the end mark, and no more of it is there than a part of its head. */
const isChangeBegun = (objects: FileObjects): boolean => endMark.test(behindLast(objects)) && begunObject.test(behindLast(objects).replace(endMark, ''));
