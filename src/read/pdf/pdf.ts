import type { PDFDocumentProxy } from './pdfjs.js';
import { finding } from '../../model/findings.js';
import type { Finding } from '../../model/finding.js';
import type { Page } from '../../model/page.js';
import type { Reader } from '../reader.js';
import { toRead } from '../legibility.js';
import type { PageContent } from './content.js';
import { Damage } from './damage.js';
import { embeddedPicture } from './embedded-picture.js';
import { KeptPictures } from './kept-pictures.js';
import { largestPicture, tooLargePicture } from './large-pictures.js';
import { contentOf, layersOf, type Layers } from './page-content.js';
import { pdfPictures } from './page-picture.js';
import { openPdf, reasonOf } from './open.js';
import { paintedPage } from './painted-page.js';
import { opacityOf, pictureLookup, type Opacity, type PaintedPicture } from './pictures.js';
import { withoutWatermarks } from './watermarks.js';

/** Reads born-digital PDF: words and rulings of every page, in one pass over its operator list. */
export const pdfReader: Reader = {
  mediaType: 'application/pdf',
  method: 'text',
  recognises: (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') || Buffer.from(bytes.subarray(0, 1024)).includes('%!PS-Adobe-3.0 PDF'),
  async read(bytes, limits) {
    const opened = await openPdf(bytes);
    const { document } = opened;
    const damage = new Damage(opened);
    const findings: Finding[] = [];
    const pages: Page[] = [];
    const tooLarge = tooLargePicture(bytes);
    try {
      const last = Math.min(document.numPages, limits.pages);
      if (last < document.numPages) findings.push(finding('too-many-pages', '', { limit: last, pages: document.numPages }));
      const layers = await layersOf(document);
      const kept = new KeptPictures();
      for (let number = 1; number <= last; number++) {
        if (damage.isLost(number)) {
          pages.push(nothingOf(number));
          continue;
        }
        try {
          const { page, lack } = await readPage(document, number, layers, kept);
          const isLeftOut = tooLarge !== null && showsNothing(page);
          if (isLeftOut) findings.push(finding('page-unreadable', `p${number}`, { reason: `a picture of ${tooLarge.width} × ${tooLarge.height} pixels is more than is decoded (${largestPicture})` }));
          pages.push((await damage.isPartial(number, lack)) || isLeftOut ? { ...page, partial: true } : page);
        } catch (error) {
          findings.push(finding('page-unreadable', `p${number}`, { reason: reasonOf(error) }));
          pages.push(nothingOf(number));
        }
      }
      return { document: { mediaType: 'application/pdf', method: 'text', pageCount: document.numPages, pages: withoutWatermarks(pages), pictures: pdfPictures(bytes, kept) }, findings: [...findings, ...damage.findings()] };
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

const showsNothing = ({ words, hidden, pictures, areas, rulings }: Page): boolean => words.length + hidden.length + pictures.length + areas.length + rulings.length === 0;

/** A page of which nothing could be read. */
const nothingOf = (number: number): Page => ({ number, width: 0, height: 0, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks: [], partial: true });

/** A page, and what it lacks of what it shows, as far as that comes out while it is read. Its picture is kept where it is all of the page: it is decoded anyway. */
async function readPage(document: PDFDocumentProxy, number: number, layers: Layers, kept: KeptPictures): Promise<{ page: Page; lack: string | null }> {
  const page = await document.getPage(number);
  try {
    const painted = await contentOf(page, layers);
    const { content, width, height } = painted;
    const pictureOf = pictureLookup(page);
    const opacity = await Promise.all(content.pictures.map((picture) => (hasTextUnder(picture, content) ? opacityOf(picture, pictureOf) : unknownOpacity)));
    const read = paintedPage({ number, width, height }, content, opacity);
    if (toRead(read) === 'page' && kept.hasRoom) kept.keep(number, await embeddedPicture(painted, pictureOf));
    return { page: read, lack: content.hasLostText ? 'text whose font can not be read' : null };
  } finally {
    page.cleanup();
  }
}

const unknownOpacity = Promise.resolve<Opacity>(() => null);

/** Only then does it matter how much a picture hides. */
const hasTextUnder = (picture: PaintedPicture, { glyphs }: PageContent): boolean =>
  glyphs.some((g, i) => i < picture.before && !g.unpainted && g.box.x1 > picture.box.x0 && g.box.x0 < picture.box.x1 && g.box.y1 > picture.box.y0 && g.box.y0 < picture.box.y1);
