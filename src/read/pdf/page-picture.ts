import { createCanvas } from '@napi-rs/canvas';
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PagePicture, PagePictures } from '../../model/picture.js';
import { twoPrints } from '../two-prints.js';
import { openPdf } from './open.js';
import { height, width, type Box } from '../../model/box.js';

/** A page without pictures is drawn at this; digits of 7.5 points are 18 pixels high. Pixels to an inch. */
const drawnAt = 250;
/** What was scanned finer or coarser is drawn so fine or coarse. Pixels to an inch. */
const finest = 300;
const coarsest = 150;
/** No page is drawn with more pixels: 4 bytes each. A4 at 300 dpi has 8.7 million. */
const mostPixels = 36_000_000;

/** The pictures of a PDF's pages; the file is opened again when the first is asked for. `boxes`: where pictures are painted on a page, in points. */
export function pdfPictures(bytes: Uint8Array, boxes: (page: number) => readonly Box[]): PagePictures {
  let opened: Promise<PDFDocumentProxy> | null = null;
  return {
    async pictureOf(number) {
      opened ??= openPdf(bytes).then(({ document }) => document);
      const page = await (await opened).getPage(number);
      try {
        return await draw(page, boxes(number));
      } finally {
        page.cleanup();
      }
    },
    async close() {
      const document = await opened?.catch(() => null);
      opened = null;
      await document?.loadingTask.destroy();
    },
  };
}

async function draw(page: PDFPageProxy, boxes: readonly Box[]): Promise<PagePicture> {
  const size = page.getViewport({ scale: 1 });
  const wanted = await resolutionOf(page, boxes);
  const dpi = Math.min(wanted, 72 * Math.sqrt(mostPixels / (size.width * size.height)));
  const viewport = page.getViewport({ scale: dpi / 72 });
  const [w, h] = [Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height))];
  const canvas = createCanvas(w, h);
  const context = canvas.getContext('2d');
  await page.render({ canvas: null, canvasContext: context, viewport, background: '#ffffff' }).promise;
  return twoPrints(context.getImageData(0, 0, w, h).data, w, h, dpi);
}

/** The resolution that the page's pictures have where they are painted: their pixels to the inches that they cover. */
async function resolutionOf(page: PDFPageProxy, boxes: readonly Box[]): Promise<number> {
  const area = boxes.reduce((sum, b) => sum + (width(b) * height(b)) / (72 * 72), 0);
  const { fnArray, argsArray } = await page.getOperatorList();
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
