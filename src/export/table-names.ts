import { createHash } from 'node:crypto';
import { resolve, sep } from 'node:path';

/** Bytes. A file system takes 255; what is put behind a name needs some of them. */
const LONGEST = 200;

/** A folder of this name could stand where a file is to be written. */
const LIKE_A_FILE = /\.(?:json|csv|svg)$/i;

/**
 * The name of each document's files, without their ending: the path inside the
 * folder that was given (`2019/a`), the base name of a file that was given
 * (`a`). Documents whose names would be one, also where case does not count,
 * keep their ending (`a.pdf`, `a.txt`), or else as many of the folders above
 * them as it takes (`x/a`, `y/a`).
 */
export function tableNames(sources: readonly string[], given: readonly string[]): ReadonlyMap<string, string> {
  const ladders = new Map(sources.map((source) => [source, ladder(source, given)] as const));
  const rungs = new Map<string, number>(sources.map((source) => [source, 0]));
  const nameOf = (source: string): string => ladders.get(source)?.[rungs.get(source) ?? 0] ?? source;
  for (;;) {
    const higher = sharing(sources, nameOf).filter((source) => (rungs.get(source) ?? 0) + 1 < (ladders.get(source)?.length ?? 0));
    if (higher.length === 0) break;
    for (const source of higher) rungs.set(source, (rungs.get(source) ?? 0) + 1);
  }
  return numbered(new Map(sources.map((source) => [source, nameOf(source)] as const)));
}

/** The names that a document may take, from the shortest on. */
function ladder(source: string, given: readonly string[]): readonly string[] {
  const inside = segments(pathInside(source, given));
  const whole = segments(resolve(source));
  const longer = Array.from({ length: Math.max(0, whole.length - inside.length) }, (_, more) => whole.slice(-(inside.length + more + 1)));
  return [stem(inside), inside, ...longer.map(stem), whole].map((path) => path.map((one, at) => (at === path.length - 1 ? fitting(one) : one.replace(LIKE_A_FILE, '$&_'))).join('/'));
}

/** The path of a document inside the outermost folder that was given and holds it. */
function pathInside(source: string, given: readonly string[]): string {
  const prefixes = given.map((folder) => (folder.endsWith('/') ? folder.replace(/\/+$/, '/') : `${folder}/`)).filter((prefix) => source.startsWith(prefix));
  const outermost = prefixes.toSorted((a, b) => a.length - b.length)[0];
  return outermost === undefined ? (segments(source).at(-1) ?? source) : source.slice(outermost.length);
}

const segments = (path: string): readonly string[] => path.split(sep).filter((one) => one !== '' && one !== '.' && one !== '..');

const stem = (path: readonly string[]): readonly string[] => path.map((one, at) => (at === path.length - 1 ? one.replace(/(?<=.)\.[^.]*$/, '') : one));

/** A long name cut, with digits of its hash in place of what is cut off. */
function fitting(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  let kept = '';
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > LONGEST - 9) break;
    kept += character;
  }
  return `${kept}~${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/** The documents that have no name to themselves. */
function sharing(sources: readonly string[], nameOf: (source: string) => string): readonly string[] {
  const counts = new Map<string, number>();
  for (const source of sources) counts.set(folded(nameOf(source)), (counts.get(folded(nameOf(source))) ?? 0) + 1);
  return sources.filter((source) => (counts.get(folded(nameOf(source))) ?? 0) > 1);
}

/** What still shares a name, as `A.pdf` and `a.pdf` in one folder do, is numbered in the order of the documents. */
function numbered(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const all = new Set([...names.values()].map(folded));
  return new Map(
    [...names].map(([source, name]) => {
      let own = name;
      for (let number = 2; taken.has(folded(own)); number++) own = all.has(folded(`${name}~${number}`)) ? own : `${name}~${number}`;
      taken.add(folded(own));
      return [source, own] as const;
    }),
  );
}
