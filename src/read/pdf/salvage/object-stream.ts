import type { FileObject } from './file-objects.js';
import type { Inflated, Inflater } from './inflate.js';
import { isArray, isNamed, parseValue, type Dictionary, type PdfValue } from './syntax.js';

/** What stands in an object stream (ISO 32000-1, 7.5.7). */
export interface StreamedObjects {
  readonly objects: readonly FileObject[];
  /** Every object that it should hold could be read. */
  readonly whole: boolean;
  /** It is not whole, and that is no matter of how it is packed: bytes of it are lost or changed. */
  readonly broken: boolean;
}

/** No object stream that a program writes holds more. */
const mostObjects = 200_000;
const integers = /(\d{1,10})\s+(\d{1,10})\s/y;

const unreadable: Inflated = { bytes: Buffer.alloc(0), state: 'too large' };
const unfiltered = (data: Uint8Array, isLong: boolean): Inflated => ({ bytes: Buffer.from(data), state: isLong ? 'whole' : 'short' });

/** Reads the objects of an object stream, as many as there are where it is cut. `isLong`: its end is where it should be. */
export function objectsInside(dictionary: Dictionary, data: Uint8Array, isLong: boolean, inflater: Inflater): StreamedObjects {
  const count = dictionary.get('N');
  const first = dictionary.get('First');
  if (typeof count !== 'number' || typeof first !== 'number' || dictionary.has('DecodeParms')) return { objects: [], whole: false, broken: false };
  const filter = soleFilter(dictionary.get('Filter'));
  const { bytes: plain, state } = filter === null ? unfiltered(data, isLong) : isNamed(filter, 'FlateDecode') ? inflater.inflate(data) : unreadable;
  // With something behind it, the end of the last object can be told from the end of the data.
  const text = plain.toString('latin1') + (state === 'whole' || isLong ? '\n' : '');
  const objects: FileObject[] = [];
  const wanted = Math.min(count, mostObjects);
  integers.lastIndex = 0;
  for (let i = 0; i < wanted; i++) {
    const pair = integers.exec(text);
    if (!pair || integers.lastIndex > first) break;
    const { value } = parseValue(text, first + Number(pair[2]));
    if (value !== undefined) objects.push({ number: Number(pair[1]), generation: 0, value, stream: null, at: null });
  }
  const whole = objects.length === count;
  // Some programs never write the last block, or the checksum.
  return { objects, whole, broken: state === 'broken' || state === 'short' || (state === 'unsealed' && !(whole && isLong)) || (state === 'whole' && !whole) };
}

/** The filter where there is one, null where there is none, and undefined where there are several. */
function soleFilter(value: PdfValue | undefined): PdfValue | undefined {
  if (value === undefined || value === null) return null;
  if (!isArray(value)) return value;
  return value.length === 0 ? null : value.length === 1 ? value[0] : undefined;
}
