import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../model/box.js';
import { finding } from '../../model/findings.js';
import type { Finding } from '../../model/finding.js';
import type { Page } from '../../model/page.js';
import type { Reader } from '../reader.js';
import { interpret, type Operators, type PageContent } from './content.js';
import type { Glyph } from './glyphs.js';
import { isSameColour, type PdfFont } from './graphics-state.js';
import { toMatrix } from './matrix.js';
import { openPdf, reasonOf } from './open.js';
import { printedOnce, toWords } from './words.js';

/** Reads born-digital PDF: words and rulings of every page, in one pass over its operator list. */
export const pdfReader: Reader = {
  mediaType: 'application/pdf',
  method: 'text',
  recognises: (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') || Buffer.from(bytes.subarray(0, 1024)).includes('%!PS-Adobe-3.0 PDF'),
  async read(bytes, limits) {
    const document = await openPdf(bytes);
    const findings: Finding[] = [];
    const pages: Page[] = [];
    try {
      const last = Math.min(document.numPages, limits.pages);
      if (last < document.numPages) findings.push(finding('too-many-pages', '', { limit: last, pages: document.numPages }));
      const layers = await document.getOptionalContentConfig().catch(() => null);
      const layerIsOn = (properties: unknown): boolean => layers === null || Boolean(layers.isVisible(properties));
      for (let number = 1; number <= last; number++) {
        try {
          pages.push(await readPage(document, number, layerIsOn));
        } catch (error) {
          findings.push(finding('page-unreadable', `p${number}`, { reason: reasonOf(error) }));
          pages.push({ number, width: 0, height: 0, words: [], hidden: [], rulings: [], pictures: [], blocks: [] });
        }
      }
      return { document: { mediaType: 'application/pdf', method: 'text', pageCount: document.numPages, pages }, findings };
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

async function readPage(document: PDFDocumentProxy, number: number, layerIsOn: (properties: unknown) => boolean): Promise<Page> {
  const page = await document.getPage(number);
  try {
    const viewport = page.getViewport({ scale: 1 });
    const box: Box = { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height };
    const operators = (await page.getOperatorList()) as Operators;
    const content = interpret(operators, toMatrix(viewport.transform), box, fontLookup(page), layerIsOn);
    const covering = content.areas.filter((a) => a.covers && a.before > 0);
    const seen = content.glyphs.map((glyph, i) => isSeen(glyph, i, content, covering));
    return {
      number,
      width: viewport.width,
      height: viewport.height,
      words: toWords(printedOnce(content.glyphs.flatMap((g, i) => (seen[i] ? [isUnder(g, i, content) ? { ...g, under: true as const } : g] : []))), content.rulings),
      hidden: toWords(content.glyphs.filter((_, i) => !seen[i]), []),
      rulings: content.rulings,
      pictures: content.pictures.map(({ box: b }) => ({ box: b })),
      blocks: [],
    };
  } finally {
    page.cleanup();
  }
}

/** Fonts by pdf.js's name; null where the font never came, so that its text is not placed at random. */
function fontLookup(page: PDFPageProxy): (name: string) => PdfFont | null {
  const { commonObjs } = page as unknown as { commonObjs: { has(name: string): boolean; get(name: string): PdfFont } };
  return (name) => (commonObjs.has(name) ? commonObjs.get(name) : null);
}

/** A glyph is seen unless it is not painted, painted over, or of the colour of its ground. */
function isSeen(glyph: Glyph, index: number, content: PageContent, covering: PageContent['areas']): boolean {
  if (glyph.unpainted) return false;
  const x = (glyph.box.x0 + glyph.box.x1) / 2;
  const y = (glyph.box.y0 + glyph.box.y1) / 2;
  const covers = (b: Box): boolean => x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1;
  if (covering.some((a) => a.before > index && covers(a.box))) return false;
  const behind = content.areas.findLast((a) => a.before <= index && covers(a.box));
  if (!isSameColour(glyph.colour, behind?.colour ?? '#ffffff')) return true;
  return behind === undefined && content.pictures.some((p) => covers(p.box));
}

/** Whether a picture is painted over the glyph later: a seal that one sees through, or a patch that hides it. */
function isUnder(glyph: Glyph, index: number, content: PageContent): boolean {
  const x = (glyph.box.x0 + glyph.box.x1) / 2;
  const y = (glyph.box.y0 + glyph.box.y1) / 2;
  return content.pictures.some(({ box: b, before }) => before > index && x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1);
}
