import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import type { Finding } from '../../model/finding.js';
import { childOf, parseXml, type Element } from '../xml.js';
import type { Reader } from '../reader.js';
import { documentLimits, isZip, openZip } from '../zip.js';
import { macrosIn } from './macros.js';
import { asOnePage } from './one-page.js';
import { wordBlocks } from './word-blocks.js';
import { oddStylesIn } from './word-runs.js';
import { hasPart } from './word-table.js';

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
    const body = childOf(rootOf(await zip.read(main), main), 'body');
    if (!body) throw new SkipDocument(finding('unreadable', '', { reason: `${main} has no body` }));
    const oddStyles = zip.names.includes(styles) ? oddStylesIn(rootOf(await zip.read(styles), styles)) : new Set<string>();
    const blocks = wordBlocks(body, oddStyles);
    const isPicture = !blocks.some((b) => b.kind !== 'text') && (hasPart(body, 'blip') || hasPart(body, 'imagedata'));
    const findings: Finding[] = [...(isPicture ? [finding('pictures-unread', '')] : []), ...macrosIn(zip.names)];
    return { document: asOnePage(mediaType, blocks), findings };
  },
};

function rootOf(bytes: Uint8Array, part: string): Element {
  try {
    return parseXml(bytes);
  } catch (error) {
    throw new SkipDocument(finding('unreadable', '', { reason: `${part}: ${error instanceof Error ? error.message : String(error)}` }));
  }
}
