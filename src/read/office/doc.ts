import WordExtractor from 'word-extractor';
import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import type { Block } from '../../model/page.js';
import { withPictures } from '../inset-pictures.js';
import { blocksOf } from '../plain-text/blocks.js';
import type { Reader } from '../reader.js';
import { isCompoundFile, rootEntries, rootNames } from './compound-file.js';
import { picturesInDoc } from './compound-pictures.js';
import { macrosIn } from './macros.js';
import { asOnePage } from './one-page.js';
import { wideRows } from './wide-rows.js';

/** Reads Word documents of before 2007, and of WPS: their tables come as rows of cells, of which nobody tells how far they span. */
export const docReader: Reader = {
  mediaType: 'application/msword',
  method: 'office',
  recognises: (bytes) => isCompoundFile(bytes) && rootNames(bytes).has('WordDocument'),
  async read(bytes) {
    if (isLocked(bytes)) throw new SkipDocument(finding('encrypted', ''));
    const blocks = blocksOf(await textOf(bytes)).flatMap(unbroken);
    const { document, findings } = await withPictures(asOnePage('application/msword', blocks), picturesInDoc(bytes));
    return { document, findings: [...findings, ...macrosIn(rootNames(bytes))] };
  },
};

/** A row with more cells than this is several whose ends are lost: a wide row keeps the sign of its end in a place that the library does not look at. */
const mostCells = 20;

/**
 * Where the ends of rows are lost, and all rows have as many cells, these tell them. Else the cells stand one below the other, as in a
 * text of one cell a line: the form tells where a row begins.
 */
function unbroken(block: Block): Block[] {
  if (block.kind !== 'table' || block.rows.every((row) => row.cells.length <= mostCells)) return [block];
  const wide = block.rows.length === 1 ? block.rows.flatMap((row) => wideRows(row.cells)?.map((cells) => ({ cells, line: row.line })) ?? []) : [];
  if (wide.length > 0) return [{ kind: 'table', rows: wide }];
  return block.rows.flatMap((row) => row.cells.filter((text) => text !== '').map((text): Block => ({ kind: 'text', text, line: row.line })));
}

/** Whether the first block of the document says that the rest is encrypted (MS-DOC 2.5.2, fEncrypted). */
function isLocked(bytes: Uint8Array): boolean {
  const start = rootEntries(bytes).get('WordDocument') ?? 0;
  return ((bytes[start + 11] ?? 0) & 0x01) !== 0;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await new WordExtractor().extract(Buffer.from(bytes))).getBody();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SkipDocument(/encrypt|password/i.test(reason) ? finding('encrypted', '') : finding('unreadable', '', { reason }));
  }
}
