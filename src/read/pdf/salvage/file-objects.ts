import { Inflater } from './inflate.js';
import { objectsInside } from './object-stream.js';
import { scan, type Scan, type StreamExtent } from './scan.js';
import { isDictionary, isNamed, Reference, type Dictionary, type PdfValue } from './syntax.js';

/** An object of a file, in its last version. */
export interface FileObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  readonly stream: StreamExtent | null;
  /** Offset into the file; null where it stands in an object stream. */
  readonly at: number | null;
}

/** Objects in object streams together are no more than this. */
const mostStreamed = 1_000_000;
/** References to references are followed so far. */
const longestChain = 10;

/** The objects of a PDF as they stand in the file, whatever its cross-reference table says: of those with one number the last. */
export class FileObjects {
  /** The file, one character for each byte (latin1). */
  readonly text: string;
  /** Where `%PDF-` stands: offsets in the file count from there, or from its first byte. */
  readonly header: number;
  readonly scan: Scan;
  /** Trailers, and dictionaries of cross-reference streams, in the order of the file. */
  readonly trailers: readonly Dictionary[];
  readonly inflater = new Inflater();
  /** Something could not be looked into: what is not found may be there all the same. */
  readonly isBlind: boolean;
  /** Some object stands in the file in versions that differ. */
  readonly hasVersions: boolean;
  private readonly byNumber = new Map<number, FileObject>();

  constructor(readonly bytes: Uint8Array) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    this.header = Math.max(0, this.text.slice(0, 1024).indexOf('%PDF-'));
    this.scan = scan(this.text);
    const trailers = this.scan.trailers.map(({ value, end }) => ({ value, at: end }));
    const sources = new Map<number, readonly [number, number]>();
    let isBlind = !this.scan.finished;
    let hasVersions = false;
    let streamed = 0;
    for (const { number, generation, at, end, value, stream } of this.scan.objects) {
      if (value === undefined) continue;
      const type = isDictionary(value) && stream ? value.get('Type') : undefined;
      if (isDictionary(value) && isNamed(type, 'XRef')) trailers.push({ value, at });
      else hasVersions ||= this.byNumber.has(number) && !this.isAgain(sources.get(number), at, end);
      sources.set(number, [at, end]);
      this.put({ number, generation, value, stream, at });
      if (!isDictionary(value) || !stream || !isNamed(type, 'ObjStm')) continue;
      const inside = streamed < mostStreamed ? objectsInside(value, stream, bytes, this.inflater) : { objects: [], whole: false };
      streamed += inside.objects.length;
      isBlind ||= !inside.whole;
      for (const object of inside.objects) {
        hasVersions ||= this.byNumber.has(object.number);
        this.put(object);
      }
    }
    this.trailers = trailers.sort((a, b) => a.at - b.at).map((t) => t.value);
    this.isBlind = isBlind;
    this.hasVersions = hasVersions;
  }

  get(number: number): FileObject | undefined {
    return this.byNumber.get(number);
  }

  /** In the order of the file. */
  all(): Iterable<FileObject> {
    return this.byNumber.values();
  }

  /** What a value says, references followed; undefined where what it refers to is not there. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let found = value;
    for (let steps = 0; found instanceof Reference && steps < longestChain; steps++) found = this.get(found.number)?.value;
    return found instanceof Reference ? undefined : found;
  }

  /** The dictionary that a value is or refers to. */
  dictionary(value: PdfValue | undefined): Dictionary | undefined {
    const found = this.resolve(value);
    return isDictionary(found) ? found : undefined;
  }

  /** Whether the file is encrypted, as far as it can be told from what is there of it. */
  get encryption(): PdfValue | undefined {
    const told = this.trailers.findLast((t) => t.has('Encrypt'))?.get('Encrypt');
    if (told !== undefined && told !== null) return told;
    for (const { number, generation, value } of this.all()) {
      if (isDictionary(value) && isNamed(value.get('Filter'), 'Standard') && value.has('O') && value.has('U')) return new Reference(number, generation);
    }
    return undefined;
  }

  private put(object: FileObject): void {
    this.byNumber.delete(object.number); // so that the order of the map is that of the file
    this.byNumber.set(object.number, object);
  }

  private isAgain(before: readonly [number, number] | undefined, at: number, end: number): boolean {
    return before !== undefined && this.text.slice(...before) === this.text.slice(at, end);
  }
}
