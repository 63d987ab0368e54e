import { crossReferences } from './cross-references.js';
import { displacedObjects } from './displaced.js';
import { decryption, type Decrypt } from './encryption.js';
import { Inflater } from './inflate.js';
import { objectsInside } from './object-stream.js';
import { scan, type Scan, type ScannedObject, type StreamExtent } from './scan.js';
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
  /** Of an object stream bytes are lost or changed. */
  readonly hasBrokenStreams: boolean;
  /** Its streams can be looked into: it is not encrypted, or with the empty password. */
  readonly canLookInto: boolean;
  /** Each object stands where the cross-reference tables say, and where they do not, nobody can say what is read instead. */
  readonly isWellReferenced: boolean;
  /** Objects that are not as they were written: damaged in themselves, or not as the cross-reference tables say. */
  private readonly hurt: Set<number>;
  /** Takes the encryption off its streams; null where it has none, or one that nothing is known of. */
  private readonly decrypt: Decrypt | null;
  private readonly byNumber = new Map<number, FileObject>();

  constructor(readonly bytes: Uint8Array) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    this.header = Math.max(0, this.text.slice(0, 1024).indexOf('%PDF-'));
    this.scan = scan(this.text);
    this.trailers = trailersOf(this.scan);
    const encryption = this.encryptionIn(this.scan.objects);
    this.decrypt = encryption === null ? null : decryption(encryption, this.trailers.findLast((t) => t.has('ID'))?.get('ID'));
    this.canLookInto = encryption === null || this.decrypt !== null;
    const sources = new Map<number, readonly [number, number]>();
    let isBlind = !this.scan.finished;
    let hasVersions = false;
    let hasBrokenStreams = false;
    let streamed = 0;
    for (const { number, generation, at, end, value, stream } of this.scan.objects) {
      if (value === undefined) continue;
      const type = isDictionary(value) && stream ? value.get('Type') : undefined;
      if (!isNamed(type, 'XRef')) hasVersions ||= this.byNumber.has(number) && !this.isAgain(sources.get(number), at, end);
      sources.set(number, [at, end]);
      this.put({ number, generation, value, stream, at });
      if (!isDictionary(value) || !stream || !isNamed(type, 'ObjStm')) continue;
      const inside = streamed < mostStreamed ? objectsInside(value, this.dataOf({ number, generation, value, stream, at }), stream.closed && stream.asLong, this.inflater) : { objects: [], whole: false, broken: false };
      streamed += inside.objects.length;
      isBlind ||= !inside.whole;
      hasBrokenStreams ||= inside.broken;
      for (const object of inside.objects) {
        hasVersions ||= this.byNumber.has(object.number);
        this.put(object);
      }
    }
    this.isBlind = isBlind;
    this.hasVersions = hasVersions;
    const tables = crossReferences(this.text, this.scan, bytes, this.inflater, [0, this.header]);
    const displaced = displacedObjects(this.text, this.scan, tables);
    this.isWellReferenced = tables.every(({ whole }) => whole) && displaced.size === 0;
    this.hurt = displaced;
    for (const { number } of latest(this.scan.objects).filter((object) => object.hurt)) this.hurt.add(number);
    this.hasBrokenStreams = hasBrokenStreams && this.canLookInto;
  }

  get(number: number): FileObject | undefined {
    return this.byNumber.get(number);
  }

  /** Whether an object is not as it was written. */
  isHurt(number: number): boolean {
    return this.hurt.has(number);
  }

  /** The bytes of an object's stream, decrypted, and not yet decoded. */
  dataOf({ number, generation, stream }: FileObject): Uint8Array {
    const data = stream ? this.bytes.subarray(stream.start, stream.end) : new Uint8Array();
    return this.decrypt && stream ? this.decrypt(number, generation, data) : data;
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
    const found = this.scan.objects.findLast(({ value }) => isEncryption(value));
    return found && new Reference(found.number, found.generation);
  }

  /** The encryption dictionary, which stands in no object stream; null where there is none. */
  private encryptionIn(objects: readonly ScannedObject[]): Dictionary | null {
    const { encryption } = this;
    const value = encryption instanceof Reference ? objects.findLast(({ number }) => number === encryption.number)?.value : encryption;
    if (encryption === undefined) return null;
    return isDictionary(value) ? value : new Map();
  }

  private put(object: FileObject): void {
    this.byNumber.delete(object.number); // so that the order of the map is that of the file
    this.byNumber.set(object.number, object);
  }

  private isAgain(before: readonly [number, number] | undefined, at: number, end: number): boolean {
    return before !== undefined && this.text.slice(...before) === this.text.slice(at, end);
  }
}

/** Of the objects with one number the last. */
const latest = (objects: readonly ScannedObject[]): ScannedObject[] => [...new Map(objects.map((object) => [object.number, object])).values()];

const isEncryption = (value: PdfValue | undefined): boolean => isDictionary(value) && isNamed(value.get('Filter'), 'Standard') && value.has('O') && value.has('U');

/** In the order of the file. */
function trailersOf({ trailers, objects }: Scan): Dictionary[] {
  const streams = objects.flatMap(({ value, stream, at }) => (stream && isDictionary(value) && isNamed(value.get('Type'), 'XRef') ? [{ value, at }] : []));
  return [...trailers.map(({ value, end }) => ({ value, at: end })), ...streams].sort((a, b) => a.at - b.at).map((t) => t.value);
}
