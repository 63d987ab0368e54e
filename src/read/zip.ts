import { inflateRawSync } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { SkipDocument } from '../model/errors.js';
import { finding } from '../model/findings.js';

/** What an archive may cost, by what it really holds and not only by what it says. */
export interface ZipLimits {
  /** Members, folders among them. */
  readonly members: number;
  /** Bytes of one member, inflated. */
  readonly memberBytes: number;
  /** Bytes of all members that are read, inflated; one that is read twice counts once. */
  readonly allBytes: number;
  /** Inflated bytes for each byte in the archive, of members above `alwaysAllowed`; deflate itself reaches 1032. */
  readonly ratio: number;
}

export interface Zip {
  /** Of its members, without folders, in the order of the archive; a name that comes again has ` (2)` behind it. They are labels and never paths of this machine. */
  readonly names: readonly string[];
  /** @throws SkipDocument where the member is not there, is broken or encrypted, or goes beyond a limit */
  read(name: string): Promise<Uint8Array>;
}

/** More than an office file or an OFD of a report needs. */
export const documentLimits: ZipLimits = { members: 10_000, memberBytes: 128 * 1024 * 1024, allBytes: 512 * 1024 * 1024, ratio: 250 };

/** Members up to this size are inflated however well they were compressed. Bytes. */
const alwaysAllowed = 1024 * 1024;

/** Bit 11 of the flags: the name is UTF-8. */
const utf8Flag = 0x800;

export const isZip = (b: Uint8Array): boolean => b[0] === 0x50 && b[1] === 0x4b && ((b[2] === 3 && b[3] === 4) || (b[2] === 5 && b[3] === 6));

const broken = (reason: string): SkipDocument => new SkipDocument(finding('archive-unreadable', '', { reason }));
const tooLarge = (limit: string): SkipDocument => new SkipDocument(finding('archive-too-large', '', { limit }));
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Opens a ZIP archive in memory. Nothing is inflated before it is asked for.
 *
 * @throws SkipDocument where it is broken or has more members than the limit
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, autoClose: false }, (error, file) => {
      if (error) reject(broken(error.message));
      else resolve(file);
    });
  });
  if (zip.entryCount > limits.members) throw tooLarge(`${String(zip.entryCount)} members of ${String(limits.members)}`);
  const entries = named(await entriesOf(zip));
  const read = new Map<Entry, number>();
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name);
      if (!entry) throw broken(`there is no ${name} in it`);
      const others = [...read].reduce((sum, [e, size]) => sum + (e === entry ? 0 : size), 0);
      const content = inflated(await storedBytes(zip, buffer, entry), entry, name, limits, others);
      read.set(entry, content.length);
      return content;
    },
  };
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => { resolve(entries); });
    zip.on('error', (error: unknown) => { reject(broken(reasonOf(error))); });
    zip.readEntry();
  });
}

function named(entries: readonly Entry[]): Map<string, Entry> {
  const byName = new Map<string, Entry>();
  const times = new Map<string, number>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (name.endsWith('/')) continue;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    byName.set(time === 1 ? name : `${name} (${String(time)})`, entry);
  }
  return byName;
}

/** UTF-8 where the archive says so or the bytes are strictly that; else GB 18030, as Chinese systems write names. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const isUtf8 = (generalPurposeBitFlag & utf8Flag) !== 0;
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(fileNameRaw);
  } catch {
    return new TextDecoder('gb18030').decode(fileNameRaw);
  }
}

/** The bytes of a member as they lie in the archive. */
async function storedBytes(zip: ZipFile, buffer: Buffer, entry: Entry): Promise<Buffer> {
  const start = await new Promise<number>((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (error, header) => {
      if (error) reject(broken(error.message));
      else resolve(header.fileDataStart);
    });
  });
  if (start + entry.compressedSize > buffer.length) throw broken('a member reaches beyond its end');
  return buffer.subarray(start, start + entry.compressedSize);
}

/** What a member holds. No more is ever inflated than it says it holds, and that is within the limits. `others`: bytes of the other members that were read. */
function inflated(stored: Buffer, entry: Entry, name: string, limits: ZipLimits, others: number): Uint8Array {
  const { uncompressedSize: said, compressionMethod: method } = entry;
  if (entry.isEncrypted()) throw new SkipDocument(finding('encrypted', ''));
  if (said > limits.memberBytes) throw tooLarge(`${name} holds ${String(said)} bytes of ${String(limits.memberBytes)}`);
  if (others + said > limits.allBytes) throw tooLarge(`its members hold more than ${String(limits.allBytes)} bytes`);
  if (said > alwaysAllowed && said > limits.ratio * stored.length) throw tooLarge(`${name} is ${String(Math.round(said / Math.max(1, stored.length)))} times as large as in the archive, of ${String(limits.ratio)}`);
  if (method !== 0 && method !== 8) throw broken(`${name} is compressed in a way that is not read (${String(method)})`);
  const content = method === 0 ? stored : unpacked(stored, said, name);
  if (content.length !== said) throw broken(`${name} holds ${String(content.length)} bytes and says ${String(said)}`);
  if (crc32(content) !== entry.crc32) throw broken(`${name} is damaged`);
  return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
}

function unpacked(stored: Buffer, said: number, name: string): Buffer {
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, said) });
  } catch (error) {
    const isMore = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw broken(isMore ? `${name} holds more bytes than it says (${String(said)})` : `${name}: ${reasonOf(error)}`);
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 as in ZIP (reflected polynomial 0xEDB88320). zlib's own came with Node 20.15, later than the oldest that is supported. */
function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
