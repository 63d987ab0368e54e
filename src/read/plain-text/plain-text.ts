import type { Reader } from '../reader.js';
import { blocksOf } from './blocks.js';
import { decodeText } from './decoding.js';

/** Characters that plain text does not hold: controls but for tab, line ends, form feed, and the ends of old files (1A, 1B). */
const binary = /[\0-\x08\v\x0e-\x17\x19\x1c-\x1f]/;
const isText = (text: string | null): boolean => text !== null && !binary.test(text);

/** Reads text as extractors write it, in UTF-8, UTF-16, GB 18030 or Big5. */
export const plainTextReader: Reader = {
  mediaType: 'text/plain',
  method: 'plain',
  recognises: (bytes) => isText(decodeText(bytes)),
  read(bytes) {
    const page = { number: 1, width: 0, height: 0, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks: blocksOf(decodeText(bytes) ?? '') };
    return Promise.resolve({ document: { mediaType: 'text/plain', method: 'plain' as const, pageCount: 0, pages: [page] }, findings: [] });
  },
};
