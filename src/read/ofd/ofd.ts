import { SkipDocument } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';
import { finding } from '../../model/findings.js';
import type { Page } from '../../model/page.js';
import { paintedPage } from '../pdf/painted-page.js';
import { withoutWatermarks } from '../pdf/watermarks.js';
import type { Reader } from '../reader.js';
import { isZip, openZip, documentLimits } from '../zip.js';
import { OfdPackage, type OfdPage, type Resources } from './package.js';
import { ofdPictures, type PaintedImage, type PaintedSheet } from './page-pictures.js';
import { paint, points } from './paint.js';

const mediaType = 'application/ofd';
const entry = Buffer.from('OFD.xml');

/** Reads OFD (GB/T 33190-2016): the pages it paints, as those of a PDF. */
export const ofdReader: Reader = {
  mediaType,
  method: 'text',
  recognises: (bytes) => isZip(bytes) && hasEntry(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  async read(bytes, limits) {
    const zip = await openZip(bytes, documentLimits);
    const ofd = await OfdPackage.open(zip).catch((error: unknown) => {
      throw error instanceof SkipDocument ? error : new SkipDocument(finding('unreadable', '', { reason: reasonOf(error) }));
    });
    const findings: Finding[] = [];
    const { pageCount } = ofd;
    if (pageCount > limits.pages) findings.push(finding('too-many-pages', '', { limit: limits.pages, pages: pageCount }));
    const pages: Page[] = [];
    const sheets: PaintedSheet[] = [];
    for await (const each of ofd.pages()) {
      if (pages.length >= limits.pages) break;
      const number = pages.length + 1;
      try {
        if (each instanceof Error) throw each;
        const { page, images } = readPage(number, each.page, each.resources);
        pages.push(page);
        sheets[number - 1] = { width: page.width, height: page.height, images };
      } catch (error) {
        findings.push(finding('page-unreadable', `p${number}`, { reason: reasonOf(error) }));
        pages.push({ number, width: 0, height: 0, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks: [], partial: true });
      }
    }
    return { document: { mediaType, method: 'text', pageCount, pages: withoutWatermarks(pages), pictures: ofdPictures(sheets, (part) => ofd.bytesOf(part)) }, findings };
  },
};

function readPage(number: number, page: OfdPage, resources: Resources): { page: Page; images: PaintedImage[] } {
  const content = paint(page, resources);
  const [, , width = 0, height = 0] = page.box;
  const read = paintedPage({ number, width: width * points, height: height * points }, content, content.pictures.map(() => () => null));
  const images = content.pictures.map(({ place, image }): PaintedImage => ({ place, part: resources.images.get(String(image)) ?? `of image ${String(image)}` }));
  return { page: content.hasLostText ? { ...read, partial: true } : read, images };
}

const reasonOf = (error: unknown): string => (error instanceof SkipDocument ? error.finding.message : error instanceof Error ? error.message : String(error));

/** Whether the directory of an archive (APPNOTE 4.3.12: the name stands 46 bytes behind the mark, its length 28) has the part that an OFD begins with. */
function hasEntry(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 1)) {
    const header = at - 46;
    if (header >= 0 && bytes.readUInt32LE(header) === 0x02014b50 && bytes.readUInt16LE(header + 28) === entry.length) return true;
  }
  return false;
}
