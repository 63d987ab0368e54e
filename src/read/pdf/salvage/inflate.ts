import { constants, inflateRawSync, inflateSync } from 'node:zlib';

/** What came out of a deflated stream. */
export interface Inflated {
  /** What could be had: all of it, or its beginning. */
  readonly bytes: Buffer;
  /**
   * `whole`: it came to its end, and its checksum is right. `unsealed`: its blocks are complete, and the last one or the
   * checksum was never written, as some programs do. `short`: its end is not there, and all before it is.
   */
  readonly state: 'whole' | 'unsealed' | 'short' | 'broken' | 'too large';
}

/** How many bytes the streams of one file may inflate to, together; a bomb stops there. */
const budgetOfFile = 512 * 1024 * 1024;
/** And a single one. */
const largestStream = 128 * 1024 * 1024;
/** Text and operators inflate to about so many times their size. */
const usualRatio = 20;
/** An empty block, and a line end behind it. */
const longestFlush = 6;
/** Bytes before the first block. */
const zlibHeader = 2;
const nothing = Buffer.alloc(0);

/** Inflates the streams of one file, within bounds. */
export class Inflater {
  private left = budgetOfFile;

  /** Inflates a stream of the filter FlateDecode (zlib, RFC 1950); bytes after its end are left alone. */
  inflate(deflated: Uint8Array): Inflated {
    const limits = { maxOutputLength: Math.min(this.left, largestStream) };
    if (limits.maxOutputLength <= 0) return { bytes: nothing, state: 'too large' };
    const attempt = (decode: () => Buffer): Buffer | string => {
      try {
        const bytes = decode();
        this.left -= bytes.length;
        return bytes;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? '';
      }
    };
    const whole = attempt(() => inflateSync(deflated, limits));
    if (typeof whole !== 'string') return { bytes: whole, state: 'whole' };
    if (whole === 'ERR_BUFFER_TOO_LARGE') return this.tooLarge(limits.maxOutputLength);
    if (whole !== 'Z_BUF_ERROR') return this.broken(deflated.length);
    // It ends too early: before its checksum, or long before.
    const beginning = attempt(() => inflateSync(deflated, { ...limits, finishFlush: constants.Z_SYNC_FLUSH }));
    if (typeof beginning === 'string') return this.broken(deflated.length);
    return { bytes: beginning, state: this.isUnsealed(deflated, limits) ? 'unsealed' : 'short' };
  }

  /** Whether what is there ends with a complete block: the last one, or an empty one that flushes what was before it (RFC 1951, 3.2.4). */
  private isUnsealed(deflated: Uint8Array, limits: { readonly maxOutputLength: number }): boolean {
    if (/\0\0\xff\xff\s*$/.test(Buffer.from(deflated.subarray(-longestFlush)).toString('latin1'))) return true;
    try {
      inflateRawSync(deflated.subarray(zlibHeader), limits);
      return true;
    } catch {
      return false;
    }
  }

  /** How far it came nobody is told: most streams are no larger. */
  private broken(length: number): Inflated {
    this.left -= Math.min(this.left, length * usualRatio);
    return { bytes: nothing, state: 'broken' };
  }

  private tooLarge(spent: number): Inflated {
    this.left -= spent;
    return { bytes: nothing, state: 'too large' };
  }
}
