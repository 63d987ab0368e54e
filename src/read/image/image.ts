import sharp from 'sharp';
import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import type { Page } from '../../model/page.js';
import type { PagePicture, PagePictures } from '../../model/picture.js';
import type { Reader } from '../reader.js';
import { isPicture, pictureType } from './kinds.js';
import { mostPixels, pictureFrom, type PictureSize } from './picture-from.js';

/** What the paper of a picture is taken for that does not say how large it is. Inches. */
const a4 = { longer: 11.69, shorter: 8.27 };
/** Paper is not smaller nor larger than this: what a picture says of its resolution is often made up. Inches. */
const paper = { least: 6, most: 24 };

/** Reads pictures as documents: each page of a TIFF, or the one picture there is, is a page. */
export const imageReader: Reader = {
  mediaType: 'image/*',
  method: 'ocr',
  recognises: isPicture,
  async read(bytes, limits) {
    const sizes = await sizesOf(bytes);
    const last = Math.min(sizes.length, limits.pages);
    const findings = last < sizes.length ? [finding('too-many-pages', '', { limit: last, pages: sizes.length })] : [];
    const pages = sizes.slice(0, last).map(({ width, height, dpi }, i): Page => {
      const box = { x0: 0, y0: 0, x1: (width * 72) / dpi, y1: (height * 72) / dpi };
      return { number: i + 1, width: box.x1, height: box.y1, words: [], hidden: [], rulings: [], areas: [], pictures: [{ box }], blocks: [] };
    });
    return { document: { mediaType: pictureType(bytes), method: 'ocr', pageCount: sizes.length, pages, pictures: picturesOf(bytes, sizes) }, findings };
  },
};

async function sizesOf(bytes: Uint8Array): Promise<PictureSize[]> {
  try {
    const { pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return await Promise.all(Array.from({ length: pages }, async (_, page): Promise<PictureSize> => {
      const { width, height, orientation = 1, density } = await sharp(bytes, { page, limitInputPixels: false }).metadata();
      if (width * height > mostPixels) throw new Error(`a picture of ${String(width)} × ${String(height)} pixels is more than is decoded (${String(mostPixels)})`);
      const [w, h] = orientation >= 5 ? [height, width] : [width, height];
      const longest = Math.max(w, h);
      const isPaper = density !== undefined && longest / density >= paper.least && longest / density <= paper.most;
      return { width: w, height: h, dpi: isPaper ? density : likelyDpi(w, h) };
    }));
  } catch (error) {
    throw new SkipDocument(finding('unreadable', '', { reason: error instanceof Error ? error.message : String(error) }));
  }
}

/** Dots to an inch of a picture in pixels, if it is of A4. A longer one is of several pages, one below the other: as wide as one. */
const likelyDpi = (width: number, height: number): number => (height > width ? Math.min(height / a4.longer, width / a4.shorter) : width / a4.longer);

function picturesOf(bytes: Uint8Array, sizes: readonly PictureSize[]): PagePictures {
  return {
    async pictureOf(number): Promise<PagePicture | null> {
      const size = sizes[number - 1];
      return size ? pictureFrom(bytes, size, number - 1) : null;
    },
    async close() {
      await Promise.resolve();
    },
  };
}
