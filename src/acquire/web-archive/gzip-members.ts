import { constants, inflateRawSync } from 'node:zlib';

/** A gzip member (RFC 1952): where it begins in the file, and what it holds. */
export interface GzipMember {
  readonly offset: number;
  readonly end: number;
  readonly content: Buffer;
}

/** Flags of a header, RFC 1952, 2.3.1. */
const flags = { headerCrc: 2, extra: 4, name: 8, comment: 16 } as const;

export const isGzip = (bytes: Uint8Array, at = 0): boolean => bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8;

/**
 * Inflates the member that begins at `offset`, to no more than `most` bytes.
 * Throws where it is broken or larger.
 */
export function gzipMember(bytes: Uint8Array, offset: number, most: number): GzipMember {
  const start = dataStart(bytes, offset);
  const { buffer, engine } = inflateRawSync(bytes.subarray(start), { info: true, maxOutputLength: most }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
  // Behind the data stand the checksum and the length.
  return { offset, end: start + engine.bytesWritten + 8, content: buffer };
}

/** How what a gzip file holds begins, as far as the first of its bytes tell. Throws where they are broken. */
export function gzipBeginning(bytes: Uint8Array): Buffer {
  return inflateRawSync(bytes.subarray(dataStart(bytes, 0), lookedAt), { finishFlush: constants.Z_SYNC_FLUSH });
}

/** Inflated, they are at most a thousand times as many. Bytes. */
const lookedAt = 4096;

function dataStart(bytes: Uint8Array, offset: number): number {
  const set = bytes[offset + 3] ?? 0;
  let at = offset + 10;
  if (set & flags.extra) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const flag of [flags.name, flags.comment]) {
    if (set & flag) {
      const end = bytes.indexOf(0, at);
      at = end < 0 ? bytes.length : end + 1;
    }
  }
  return set & flags.headerCrc ? at + 2 : at;
}
