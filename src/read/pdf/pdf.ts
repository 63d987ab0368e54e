import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../model/box.js';
import { finding } from '../../model/findings.js';
import type { Finding } from '../../model/finding.js';
import type { Page } from '../../model/page.js';
import type { Reader } from '../reader.js';
import { interpret, type Operators, type PageContent } from './content.js';
import { Damage } from './damage.js';
import type { PdfFont } from './graphics-state.js';
import { toMatrix } from './matrix.js';
import { largestPicture, tooLargePicture } from './large-pictures.js';
import { pdfPictures } from './page-picture.js';
import { openPdf, reasonOf } from './open.js';
import { paintedPage } from './painted-page.js';
import { opacityOf, type Opacity, type PaintedPicture, type PictureLookup } from './pictures.js';
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
      const layers = await document.getOptionalContentConfig().catch(() => null);
      const layerIsOn = (properties: unknown): boolean => layers === null || Boolean(layers.isVisible(properties));
      for (let number = 1; number <= last; number++) {
        if (damage.isLost(number)) {
          pages.push(nothingOf(number));
          continue;
        }
        try {
          const { page, lack } = await readPage(document, number, layerIsOn);
          const isLeftOut = tooLarge !== null && showsNothing(page);
          if (isLeftOut) findings.push(finding('page-unreadable', `p${number}`, { reason: `a picture of ${tooLarge.width} × ${tooLarge.height} pixels is more than is decoded (${largestPicture})` }));
          pages.push((await damage.isPartial(number, lack)) || isLeftOut ? { ...page, partial: true } : page);
        } catch (error) {
          findings.push(finding('page-unreadable', `p${number}`, { reason: reasonOf(error) }));
          pages.push(nothingOf(number));
        }
      }
      return { document: { mediaType: 'application/pdf', method: 'text', pageCount: document.numPages, pages: withoutWatermarks(pages), pictures: pdfPictures(bytes, (number) => pages.find((p) => p.number === number)?.pictures.map((p) => p.box) ?? []) }, findings: [...findings, ...damage.findings()] };
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

const showsNothing = ({ words, hidden, pictures, areas, rulings }: Page): boolean => words.length + hidden.length + pictures.length + areas.length + rulings.length === 0;

/** A page of which nothing could be read. */
const nothingOf = (number: number): Page => ({ number, width: 0, height: 0, words: [], hidden: [], rulings: [], areas: [], pictures: [], blocks: [], partial: true });

/** A page, and what it lacks of what it shows, as far as that comes out while it is read. */
async function readPage(document: PDFDocumentProxy, number: number, layerIsOn: (properties: unknown) => boolean): Promise<{ page: Page; lack: string | null }> {
  const page = await document.getPage(number);
  try {
    const viewport = page.getViewport({ scale: 1 });
    const box: Box = { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height };
    const operators = (await page.getOperatorList()) as Operators;
    const content = interpret(operators, toMatrix(viewport.transform), box, fontLookup(page), layerIsOn);
    const pictureOf = pictureLookup(page);
    const opacity = await Promise.all(content.pictures.map((picture) => (hasTextUnder(picture, content) ? opacityOf(picture, pictureOf) : unknownOpacity)));
    const read = paintedPage({ number, width: viewport.width, height: viewport.height }, content, opacity);
    return { page: read, lack: content.hasLostText ? 'text whose font can not be read' : null };
  } finally {
    page.cleanup();
  }
}

/** Fonts by pdf.js's name; null where the font never came, or the reason instead of it, so that its text is not placed at random. */
function fontLookup(page: PDFPageProxy): (name: string) => PdfFont | null {
  const { commonObjs } = page as unknown as { commonObjs: { has(name: string): boolean; get(name: string): PdfFont | string } };
  return (name) => {
    const font = commonObjs.has(name) ? commonObjs.get(name) : null;
    return typeof font === 'string' ? null : font;
  };
}

/** Pictures by pdf.js's name: they are decoded while the operators are read, and may come after them. */
function pictureLookup(page: PDFPageProxy): PictureLookup {
  const { objs, commonObjs } = page as unknown as Record<'objs' | 'commonObjs', { get(name: string, callback: (picture: unknown) => void): void }>;
  return (name) => new Promise((resolve) => (name.startsWith('g_') ? commonObjs : objs).get(name, resolve));
}

const unknownOpacity = Promise.resolve<Opacity>(() => null);

/** Only then does it matter how much a picture hides. */
const hasTextUnder = (picture: PaintedPicture, { glyphs }: PageContent): boolean =>
  glyphs.some((g, i) => i < picture.before && !g.unpainted && g.box.x1 > picture.box.x0 && g.box.x0 < picture.box.x1 && g.box.y1 > picture.box.y0 && g.box.y0 < picture.box.y1);
