import type { Reader } from '../reader.js';
import { blocksOf } from './blocks.js';
import { decodeText } from './decoding.js';

/** Bytes that plain text does not hold. */
const binary = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25, 28, 29, 30, 31]);

/** Reads text as extractors write it, in UTF-8, UTF-16 with its mark, or GB 18030. */
export const plainTextReader: Reader = {
  mediaType: 'text/plain',
  method: 'plain',
  recognises: (bytes) => (hasMark(bytes) || !bytes.some((b) => binary.has(b))) && decodeText(bytes) !== null,
  read(bytes) {
    const page = { number: 1, width: 0, height: 0, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks: blocksOf(decodeText(bytes) ?? '') };
    return Promise.resolve({ document: { mediaType: 'text/plain', method: 'plain' as const, pageCount: 0, pages: [page] }, findings: [] });
  },
};

/** Whether it begins with a byte order mark of UTF-16, whose characters have zeros in them. */
const hasMark = ([a, b]: Uint8Array): boolean => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
