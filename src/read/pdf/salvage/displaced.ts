import type { Table } from './cross-references.js';
import type { Scan, ScannedObject } from './scan.js';
import { isDictionary, isNamed, white } from './syntax.js';

const onlyWhite = new RegExp(`^[${white}]*$`);
/** A table may point to the line end before an object, with a few blanks. */
const longestGap = 4;
/** No file was changed so often; of an object with more versions the tables tell nothing. */
const mostVersions = 100;

/**
 * The objects of which the cross-reference tables say something else than the
 * file: those that stand elsewhere, those in which bytes were lost or added so
 * that what follows stands elsewhere, those of which a version is gone, and
 * those that no table knows. Where all of a file is moved by as much (by
 * something before its head), nothing is displaced. Of a table that can't be
 * read nothing is known.
 */
export function displacedObjects(text: string, scan: Scan, tables: readonly Table[]): Set<number> {
  const displaced = new Set<number>();
  const offsets = offsetsIn(tables);
  if (offsets.size === 0 || tables.some(({ whole }) => !whole)) return displaced;
  const objects = scan.objects.filter((object) => !isTable(object));
  const latest = new Map(objects.map((object) => [object.number, object]));
  const usual = usualShift(objects, offsets);
  const found = new Map<string, Set<number>>();
  let before: Neighbour | null = null as Neighbour | null;
  for (const object of objects) {
    const expected: number = before?.shift ?? usual;
    const offset = nearestOffset(object, offsets.get(name(object)), expected);
    const shift: number = offset === null ? 0 : object.at - offset;
    const isLatest = latest.get(object.number) === object;
    // A table knows nothing of an earlier version that was written in vain.
    if (offset === null || (!isLatest && shift !== expected)) {
      if (isLatest) displaced.add(object.number);
      continue;
    }
    const known = found.get(name(object));
    if (known) known.add(offset);
    else found.set(name(object), new Set([offset]));
    const moved: number = before === null ? 0 : shift - before.shift;
    const isGap: boolean = moved > 0 && moved <= longestGap && onlyWhite.test(text.slice(object.at - moved, object.at));
    if (before !== null && moved !== 0 && !isGap) displaced.add(before.number);
    // Where a table points to the gap before one object, it points to the next one itself.
    before = { shift: isGap && before !== null ? before.shift : shift, number: object.number };
  }
  const ofTables = new Set(scan.objects.filter(isTable).map(({ number }) => number));
  for (const [object, named] of offsets) {
    const number = Number.parseInt(object, 10);
    if (!ofTables.has(number)) for (const offset of named) if (offset > 0 && !found.get(object)?.has(offset)) displaced.add(number);
  }
  // What was lost or added in the last object moves nothing but the table that the pointer names.
  const last = objects.at(-1);
  const named = (scan.starts.at(-1)?.names ?? 0) + (before?.shift ?? 0);
  if (last && named > last.at && !tables.some(({ at }) => Math.abs(at - named) <= longestGap)) displaced.add(last.number);
  return displaced;
}

/** The object before, and how far it stands from where its table says. */
interface Neighbour {
  readonly shift: number;
  readonly number: number;
}

/** An object is named by its number and its generation. */
const name = ({ number, generation }: Pick<ScannedObject, 'number' | 'generation'>): string => `${number} ${generation}`;

/** All offsets that the tables name for each object. */
function offsetsIn(tables: readonly Table[]): Map<string, Set<number>> {
  const offsets = new Map<string, Set<number>>();
  for (const { offset, ...object } of tables.flatMap(({ entries }) => entries)) {
    const known = offsets.get(name(object));
    if (known === undefined) offsets.set(name(object), new Set([offset]));
    else if (known.size < mostVersions) known.add(offset);
  }
  return offsets;
}

/** By how much most objects stand elsewhere than their tables say. */
function usualShift(objects: readonly ScannedObject[], offsets: ReadonlyMap<string, ReadonlySet<number>>): number {
  const counts = new Map<number, number>();
  for (const object of objects) for (const offset of offsets.get(name(object)) ?? []) counts.set(object.at - offset, (counts.get(object.at - offset) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** Cross-reference streams stand where `startxref` says, and need no entry. */
const isTable = ({ value, stream }: ScannedObject): boolean => stream !== null && isDictionary(value) && isNamed(value.get('Type'), 'XRef');

/** Of the offsets that an object may have by its tables, the one that fits best to how far the object before it is moved. */
function nearestOffset({ at }: ScannedObject, offsets: ReadonlySet<number> | undefined, shift: number): number | null {
  let best: number | null = null;
  for (const offset of offsets ?? []) if (best === null || Math.abs(at - offset - shift) < Math.abs(at - best - shift)) best = offset;
  return best;
}
