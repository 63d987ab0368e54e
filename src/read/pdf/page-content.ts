import type { PDFDocumentProxy, PDFPageProxy } from './pdfjs.js';
import { interpret, type Operators, type PageContent } from './content.js';
import type { PdfFont } from './graphics-state.js';
import { toMatrix } from './matrix.js';

/** Whether an optional-content group of a document is shown. */
export type Layers = (properties: unknown) => boolean;

export async function layersOf(document: PDFDocumentProxy): Promise<Layers> {
  const layers = await document.getOptionalContentConfig().catch(() => null);
  return (properties) => layers === null || Boolean(layers.isVisible(properties));
}

/** What a page paints, and by which operators. Width and height in points, as the page is shown. */
export interface Painted {
  readonly width: number;
  readonly height: number;
  readonly operators: Operators;
  readonly content: PageContent;
}

export async function contentOf(page: PDFPageProxy, layerIsOn: Layers): Promise<Painted> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const operators = (await page.getOperatorList()) as Operators;
  return { width, height, operators, content: interpret(operators, toMatrix(transform), { x0: 0, y0: 0, x1: width, y1: height }, fontLookup(page), layerIsOn) };
}

/** Fonts by pdf.js's name; null where the font never came, or the reason instead of it, so that its text is not placed at random. */
function fontLookup(page: PDFPageProxy): (name: string) => PdfFont | null {
  const { commonObjs } = page as unknown as { commonObjs: { has(name: string): boolean; get(name: string): PdfFont | string } };
  return (name) => {
    const font = commonObjs.has(name) ? commonObjs.get(name) : null;
    return typeof font === 'string' ? null : font;
  };
}
