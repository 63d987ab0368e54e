import type { Inflater } from './inflate.js';
import { unpredicted } from './predictor.js';
import type { Scan, ScannedObject } from './scan.js';
import { isArray, isDictionary, isNamed, skipGap, white, type Dictionary } from './syntax.js';

/** Where an object stands by a table. */
export interface Entry {
  readonly number: number;
  readonly generation: number;
  readonly offset: number;
}

/** One cross-reference table or stream. */
export interface Table {
  /** Where it stands in the file. */
  readonly at: number;
  /** Of each object that stands in the file itself. */
  readonly entries: readonly Entry[];
  /** It could be read to its end. */
  readonly whole: boolean;
  /** Its trailer, or the dictionary of its stream. */
  readonly trailer: Dictionary | undefined;
}

const tableStart = new RegExp(`(?<![A-Za-z])xref[${white}]+(?=\\d)`, 'g');
const section = new RegExp(`(\\d{1,10})[${white}]+(\\d{1,10})[${white}]*[\\r\\n][${white}]*`, 'y');
const line = new RegExp(`(\\d{10})[${white}]+(\\d{5})[${white}]+([nf])[${white}]*`, 'y');
const afterTable = /trailer/y;
/** Tables with more entries are not read to their end. */
const mostEntries = 1_000_000;
/** A pointer may lead to the line end before a table, or a little behind its first letter. */
const nearEnough = 4;
/** Widths of the three fields of an entry, in bytes. No field is wider than a number can tell exactly. */
const widestField = 6;

/**
 * The cross-reference tables that count: those that the last pointer leads to,
 * and their predecessors; where it leads to none, all that there are. `shifts`:
 * by how much the file may be moved as a whole.
 */
export function crossReferences(text: string, scan: Scan, bytes: Uint8Array, inflater: Inflater, shifts: readonly number[]): Table[] {
  const tables = [...classicTables(text, scan), ...tableStreams(scan, bytes, inflater)];
  const last = scan.starts.at(-1)?.names;
  for (const shift of last === undefined ? [] : shifts) {
    const chain = chainFrom(last ?? 0, shift, tables);
    if (chain !== null) return chain;
  }
  return tables;
}

/** A table and those that it names as before it, or as beside it; null where one of them is not there. */
function chainFrom(offset: number, shift: number, tables: readonly Table[]): Table[] | null {
  const chain: Table[] = [];
  const open = [offset];
  for (let named = open.pop(); named !== undefined; named = open.pop()) {
    const place = named + shift;
    const table = tables.find(({ at }) => Math.abs(at - place) <= nearEnough);
    if (!table) return null;
    if (chain.includes(table)) continue;
    chain.push(table);
    for (const key of ['Prev', 'XRefStm']) {
      const further = table.trailer?.get(key);
      if (typeof further === 'number' && further > 0) open.push(further);
    }
  }
  return chain;
}

function classicTables(text: string, scan: Scan): Table[] {
  const tables: Table[] = [];
  for (const { index } of text.matchAll(tableStart)) {
    if (isInside(scan.objects, index)) continue;
    const trailer = scan.trailers.find(({ end }) => end > index)?.value;
    tables.push({ at: index, trailer, ...readTable(text, skipGap(text, index + 'xref'.length)) });
  }
  return tables;
}

function readTable(text: string, at: number): Pick<Table, 'entries' | 'whole'> {
  const entries: Entry[] = [];
  let position = at;
  for (;;) {
    section.lastIndex = position;
    const head = section.exec(text);
    if (!head) break;
    position = section.lastIndex;
    for (let i = 0; i < Number(head[2]); i++) {
      line.lastIndex = position;
      const found = line.exec(text);
      if (!found) return { entries, whole: false };
      position = line.lastIndex;
      if (found[3] === 'n') entries.push({ number: Number(head[1]) + i, generation: Number(found[2]), offset: Number(found[1]) });
    }
  }
  afterTable.lastIndex = position;
  return { entries, whole: afterTable.test(text) };
}

function tableStreams(scan: Scan, bytes: Uint8Array, inflater: Inflater): Table[] {
  const tables: Table[] = [];
  for (const { value, stream, at } of scan.objects) {
    if (!stream || !isDictionary(value) || !isNamed(value.get('Type'), 'XRef')) continue;
    const data = bytes.subarray(stream.start, stream.end);
    const { bytes: filtered, state } = value.has('Filter') ? inflater.inflate(data) : { bytes: data, state: 'whole' };
    // Some programs never write the last block, or the checksum.
    const isWhole = state === 'whole' || (state === 'unsealed' && stream.closed && stream.asLong);
    const { entries, whole } = readStream(value, filtered);
    tables.push({ at, trailer: value, entries, whole: isWhole && whole });
  }
  return tables;
}

/** ISO 32000-1, 7.5.8. */
function readStream(dictionary: Dictionary, filtered: Uint8Array): Pick<Table, 'entries' | 'whole'> {
  const entries: Entry[] = [];
  const plain = unpredicted(dictionary, filtered);
  const widths = dictionary.get('W');
  const index = dictionary.get('Index') ?? [0, dictionary.get('Size') ?? null];
  if (plain === null || !isArray(widths) || !isArray(index)) return { entries, whole: false };
  const [type = 0, second = 0, third = 0] = widths.map((w) => (typeof w === 'number' && w >= 0 && w <= widestField ? w : Infinity));
  const length = type + second + third;
  if (!Number.isFinite(length) || length === 0) return { entries, whole: false };
  let position = 0;
  for (let i = 0; i + 1 < index.length; i += 2) {
    const [first, count] = [index[i], index[i + 1]];
    if (typeof first !== 'number' || typeof count !== 'number') return { entries, whole: false };
    for (let number = first; number < first + count; number++, position += length) {
      if (position + length > plain.length || entries.length >= mostEntries) return { entries, whole: false };
      if (type === 0 || field(plain, position, type) === 1) entries.push({ number, offset: field(plain, position + type, second), generation: field(plain, position + type + second, third) });
    }
  }
  return { entries, whole: true };
}

function field(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let i = 0; i < width; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}

/** Whether a place is within an object, as of a document within a stream. */
function isInside(objects: readonly ScannedObject[], at: number): boolean {
  let low = 0;
  let high = objects.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((objects[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const before = objects[low - 1];
  return before !== undefined && at < before.end;
}
