import { createCanvas } from '@napi-rs/canvas';
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from './pdfjs.js';
import type { PagePicture, PagePictures } from '../../model/picture.js';
import { twoPrints } from '../two-prints.js';
import { openPdf } from './open.js';
import { height, width } from '../../model/box.js';
import { coarsest, embeddedPicture, finest } from './embedded-picture.js';
import type { KeptPictures } from './kept-pictures.js';
import { contentOf, layersOf, type Layers, type Painted } from './page-content.js';
import { pictureLookup } from './pictures.js';

/** A page without pictures is drawn at this; digits of 7.5 points are 18 pixels high. Pixels to an inch. */
const drawnAt = 250;
/** No page is drawn with more pixels: 4 bytes each. A4 at 300 dpi has 8.7 million. */
const mostPixels = 36_000_000;

/** The pictures of a PDF's pages; those that were `kept` when it was read, or the file is opened again when the first other one is asked for. */
export function pdfPictures(bytes: Uint8Array, kept: KeptPictures): PagePictures {
  let opened: Promise<{ document: PDFDocumentProxy; layers: Layers }> | null = null;
  return {
    async pictureOf(number) {
      const known = kept.take(number);
      if (known) return known;
      opened ??= openPdf(bytes).then(async ({ document }) => ({ document, layers: await layersOf(document) }));
      const { document, layers } = await opened;
      const page = await document.getPage(number);
      try {
        const painted = await contentOf(page, layers);
        return (await embeddedPicture(painted, pictureLookup(page))) ?? (await draw(page, painted));
      } finally {
        page.cleanup();
      }
    },
    async close() {
      const last = await opened?.catch(() => null);
      opened = null;
      await last?.document.loadingTask.destroy();
    },
  };
}

async function draw(page: PDFPageProxy, painted: Painted): Promise<PagePicture> {
  const dpi = Math.min(resolutionOf(painted), 72 * Math.sqrt(mostPixels / (painted.width * painted.height)));
  const viewport = page.getViewport({ scale: dpi / 72 });
  const [w, h] = [Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height))];
  const canvas = createCanvas(w, h);
  const context = canvas.getContext('2d');
  await page.render({ canvas: null, canvasContext: context, viewport, background: '#ffffff' }).promise;
  return twoPrints(context.getImageData(0, 0, w, h).data, w, h, dpi);
}

/** The resolution that the page's pictures have where they are painted: their pixels to the inches that they cover. */
function resolutionOf({ content, operators: { fnArray, argsArray } }: Painted): number {
  const area = content.pictures.reduce((sum, { box: b }) => sum + (width(b) * height(b)) / (72 * 72), 0);
  let pixels = 0;
  fnArray.forEach((operator, i) => {
    const args = argsArray[i] as readonly unknown[] | undefined;
    if (operator === OPS.paintImageXObject) pixels += Number(args?.[1]) * Number(args?.[2]);
    if (operator === OPS.paintImageMaskXObject || operator === OPS.paintInlineImageXObject) {
      const image = args?.[0] as { width?: number; height?: number } | undefined;
      pixels += (image?.width ?? 0) * (image?.height ?? 0);
    }
  });
  if (!(pixels > 0) || !(area > 1)) return drawnAt;
  return Math.min(finest, Math.max(coarsest, Math.sqrt(pixels / area)));
}
