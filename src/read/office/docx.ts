import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import { withPictures } from '../inset-pictures.js';
import { childOf } from '../xml.js';
import type { Reader } from '../reader.js';
import { documentLimits, isZip, openZip } from '../zip.js';
import { embedded } from './embedded-pictures.js';
import { macrosIn } from './macros.js';
import { asOnePage } from './one-page.js';
import { partOf } from './parts.js';
import { wordBlocks } from './word-blocks.js';
import { oddStylesIn } from './word-styles.js';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const main = 'word/document.xml';
const styles = 'word/styles.xml';

/** Reads Word documents (Office Open XML): paragraphs and tables with their spans, as they stand after all tracked changes. */
export const docxReader: Reader = {
  mediaType,
  method: 'office',
  recognises: (bytes) => isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(main),
  async read(bytes) {
    const zip = await openZip(bytes, documentLimits);
    const body = childOf(await partOf(zip, main), 'body');
    if (!body) throw new SkipDocument(finding('unreadable', '', { reason: `${main} has no body` }));
    const oddStyles = zip.names.includes(styles) ? oddStylesIn(await partOf(zip, styles)) : new Set<string>();
    const { blocks, pictures } = wordBlocks(body, oddStyles);
    const { document, findings } = await withPictures(asOnePage(mediaType, blocks), await embedded(zip, main, pictures));
    return { document, findings: [...findings, ...macrosIn(zip.names)] };
  },
};
