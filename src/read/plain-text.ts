import type { Block, MarkupRow } from '../model/page.js';
import type { Reader } from './reader.js';

/** Bytes that plain text does not hold. */
const binary = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25, 28, 29, 30, 31]);

/** Reads UTF-8 text as extractors write it: a table is a run of lines with tabs in them, a cell what stands between two tabs. */
export const plainTextReader: Reader = {
  mediaType: 'text/plain',
  method: 'plain',
  recognises(bytes) {
    if (bytes.some((b) => binary.has(b))) return false;
    return decode(bytes) !== null;
  },
  read(bytes) {
    const page = { number: 1, width: 0, height: 0, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks: blocksOf(decode(bytes) ?? '') };
    return Promise.resolve({ document: { mediaType: 'text/plain', method: 'plain' as const, pageCount: 0, pages: [page] }, findings: [] });
  },
};

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Lines with tabs are rows; rows with nothing but blank lines between them are one table. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let rows: MarkupRow[] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
  };
  text.split(/\r\n|\r|\n|\f/).forEach((line, i) => {
    if (line.includes('\t')) rows.push({ cells: line.split('\t').map((c) => c.trim()), line: i + 1 });
    else if (line.trim() !== '') {
      endTable();
      blocks.push({ kind: 'text', text: line.trim(), line: i + 1 });
    }
  });
  endTable();
  return blocks;
}
