import WordExtractor from 'word-extractor';
import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import type { Block } from '../../model/page.js';
import { blocksOf } from '../plain-text/blocks.js';
import type { Reader } from '../reader.js';

/** How a compound file (MS-CFB 2.2) begins. */
const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const names = (bytes: Uint8Array, name: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

/** Reads Word documents of before 2007, and of WPS: their tables come as rows of cells, of which nobody tells how far they span. */
export const docReader: Reader = {
  mediaType: 'application/msword',
  method: 'office',
  recognises: (bytes) => magic.every((b, i) => bytes[i] === b),
  async read(bytes) {
    if (names(bytes, 'EncryptedPackage')) throw new SkipDocument(finding('encrypted', ''));
    if (!names(bytes, 'WordDocument')) throw new SkipDocument(finding('office-unread', ''));
    const text = await textOf(bytes);
    const page = { number: 1, width: 0, height: 0, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks: blocksOf(text).flatMap(unbroken) };
    return { document: { mediaType: 'application/msword', method: 'office', pageCount: 0, pages: [page] }, findings: [] };
  },
};

/** A row with more cells than this is several whose ends are lost: a wide row keeps the sign of its end in a place that the library does not look at. */
const mostCells = 20;

/** Where the ends of rows are lost, the cells stand one below the other, as in a text of one cell a line: the form tells where a row begins. */
function unbroken(block: Block): Block[] {
  if (block.kind !== 'table' || block.rows.every((row) => row.cells.length <= mostCells)) return [block];
  return block.rows.flatMap((row) => row.cells.filter((text) => text !== '').map((text): Block => ({ kind: 'text', text, line: row.line })));
}

async function textOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await new WordExtractor().extract(Buffer.from(bytes))).getBody();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SkipDocument(/encrypt|password/i.test(reason) ? finding('encrypted', '') : finding('unreadable', '', { reason }));
  }
}
