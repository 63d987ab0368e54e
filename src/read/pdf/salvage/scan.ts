import { isDictionary, parseValue, Reference, skipGap, white, type Dictionary, type PdfValue } from './syntax.js';

/** The bytes between `stream` and `endstream`, as offsets into the file. */
export interface StreamExtent {
  readonly start: number;
  readonly end: number;
  /** `endstream` stands behind it. */
  readonly closed: boolean;
  /** It is as long as its `/Length` says, where it says so. */
  readonly asLong: boolean;
}

/** An object `12 0 obj` as it stands in the file. */
export interface ScannedObject {
  readonly number: number;
  readonly generation: number;
  /** Offset of its first digit. */
  readonly at: number;
  /** Offset behind its value or its stream. */
  readonly end: number;
  /** Undefined where it can't be read to its end. */
  readonly value: PdfValue | undefined;
  readonly stream: StreamExtent | null;
  /** There is a hole of zeros in its value, which reads as white space; or something else than its end behind it; or it can't be read. */
  readonly hurt: boolean;
}

/** What stands in a file, in its order, whatever its cross-reference table says. */
export interface Scan {
  readonly objects: readonly ScannedObject[];
  /** Dictionaries behind `trailer`, with the offset behind them. */
  readonly trailers: readonly { readonly value: Dictionary; readonly end: number }[];
  /** Each `startxref`: where it stands, and the offset that it names. */
  readonly starts: readonly { readonly at: number; readonly names: number }[];
  /** False where the file was too much to be looked through to its end. */
  readonly finished: boolean;
}

/** Largest object number that a file may use (ISO 32000-1, annex C). */
export const largestNumber = 8_388_607;
/** Files with more objects are not looked through to their end. */
const mostObjects = 1_000_000;
/** What can't be read is read again for the objects in it, up to so many times the length of the file. */
const mostRereading = 4;

const landmark = (): RegExp => new RegExp(`(?<!\\d)(\\d{1,10})[${white}]+(\\d{1,5})[${white}]+obj(?![A-Za-z0-9])|(?<![A-Za-z])trailer(?![A-Za-z])|startxref[${white}]+(\\d{1,12})`, 'g');
const streamStart = /stream(?:\r\n|\n|\r)/y;
const integerObject = new RegExp(`(?<!\\d)(\\d{1,10})[${white}]+\\d{1,5}[${white}]+obj[${white}]*(\\d{1,12})[${white}]+endobj`, 'g');
const behindObject = new RegExp(`endobj|\\d+[${white}]+\\d+[${white}]+obj|xref|trailer|startxref|$`, 'y');
const streamEnd = new RegExp(`[${white}]*(?:endstream|endobj)`, 'y');

/**
 * Looks through a whole file for its objects. `text` has the bytes of the file
 * as characters (latin1). What stands inside a stream is passed over, so that
 * a document within the document does not mix with it.
 */
export function scan(text: string): Scan {
  const objects: ScannedObject[] = [];
  const trailers: { value: Dictionary; end: number }[] = [];
  const starts: { at: number; names: number }[] = [];
  const lengths = integerObjects(text);
  const streams = new StreamFinder(text, lengths);
  const pattern = landmark();
  let rereading = mostRereading * text.length;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const body = pattern.lastIndex;
    const [, number, generation, names] = found;
    if (names !== undefined) {
      starts.push({ at: found.index, names: Number(names) });
      continue;
    }
    if (rereading < 0 || objects.length >= mostObjects) return { objects, trailers, starts, finished: false };
    const { value, end, holed } = parseValue(text, body);
    if (value === undefined) rereading -= end - body;
    if (number === undefined) {
      if (isDictionary(value)) trailers.push({ value, end });
    } else if (Number(number) <= largestNumber) {
      const stream = isDictionary(value) ? streams.behind(end, value) : null;
      objects.push({ number: Number(number), generation: Number(generation), at: found.index, end: stream?.end ?? end, value, stream, hurt: value === undefined || holed || (stream === null && !endsAt(text, end)) });
      if (stream) {
        pattern.lastIndex = Math.max(end, stream.end);
        continue;
      }
    }
    pattern.lastIndex = value === undefined ? body : end;
  }
  return { objects, trailers, starts, finished: true };
}

/** Whether an object may end here: before `endobj`, or what follows an object where that is left out. */
function endsAt(text: string, at: number): boolean {
  behindObject.lastIndex = skipGap(text, at);
  return behindObject.test(text);
}

/** Objects that are one integer: the lengths of streams often stand behind them. */
function integerObjects(text: string): Map<number, number> {
  const found = new Map<number, number>();
  for (const [, number, value] of text.matchAll(integerObject)) found.set(Number(number), Number(value));
  return found;
}

/** Finds where streams end. */
class StreamFinder {
  /** From here on there is no `endstream`. */
  private noneFrom: number;
  private readonly header = landmark();

  constructor(
    private readonly text: string,
    private readonly lengths: ReadonlyMap<number, number>,
  ) {
    this.noneFrom = text.length;
  }

  /** The stream whose dictionary ends at `at`; null where there is none. */
  behind(at: number, dictionary: Dictionary): StreamExtent | null {
    streamStart.lastIndex = skipGap(this.text, at);
    if (!streamStart.test(this.text)) return null;
    const start = streamStart.lastIndex;
    const told = dictionary.get('Length');
    const length = told instanceof Reference ? this.lengths.get(told.number) : told;
    if (typeof length === 'number') {
      streamEnd.lastIndex = start + length;
      if (start + length <= this.text.length && streamEnd.test(this.text)) return { start, end: start + length, closed: true, asLong: true };
    }
    return { ...this.byItsMarks(start), asLong: told === undefined };
  }

  /** Up to `endstream`, unless another object begins before it. */
  private byItsMarks(start: number): Omit<StreamExtent, 'asLong'> {
    const mark = start < this.noneFrom ? this.text.indexOf('endstream', start) : -1;
    if (mark < 0) this.noneFrom = Math.min(this.noneFrom, start);
    const limit = mark < 0 ? this.text.length : mark;
    this.header.lastIndex = start;
    const next = this.header.exec(this.text);
    if (next && next.index < limit) return { start, end: next.index, closed: false };
    const end = mark < 0 ? limit : limit - (/[\r\n]*$/.exec(this.text.slice(Math.max(start, limit - 2), limit))?.[0].length ?? 0);
    return { start, end, closed: mark >= 0 };
  }
}
