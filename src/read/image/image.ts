import sharp from 'sharp';
import { SkipDocument } from '../../model/errors.js';
import { finding } from '../../model/findings.js';
import type { Page } from '../../model/page.js';
import type { PagePicture, PagePictures } from '../../model/picture.js';
import type { Reader } from '../reader.js';
import { twoPrints } from '../two-prints.js';

/** First bytes of each kind of picture. */
const kinds: readonly { readonly mediaType: string; readonly isIn: (bytes: Uint8Array) => boolean }[] = [
  { mediaType: 'image/png', isIn: (b) => startsWith(b, [0x89, 0x50, 0x4e, 0x47]) },
  { mediaType: 'image/jpeg', isIn: (b) => startsWith(b, [0xff, 0xd8, 0xff]) },
  { mediaType: 'image/tiff', isIn: (b) => startsWith(b, [0x49, 0x49, 0x2a, 0]) || startsWith(b, [0x4d, 0x4d, 0, 0x2a]) },
  { mediaType: 'image/webp', isIn: (b) => startsWith(b, [0x52, 0x49, 0x46, 0x46]) && startsWith(b.subarray(8), [0x57, 0x45, 0x42, 0x50]) },
];

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean => first.every((value, i) => bytes[i] === value);

/** No picture with more pixels is decoded. */
const mostPixels = 120_000_000;
/** Nor is one given to the readers with more: what is larger is made smaller. */
const mostKept = 16_000_000;
/** The longer side of A4; of a picture that does not say how large its paper is, that is what it is taken for. Inches. */
const a4 = 11.69;
/** Paper is not smaller nor larger than this: what a picture says of its resolution is often made up. Inches. */
const paper = { least: 6, most: 24 };

/** Reads pictures as documents: each page of a TIFF, or the one picture there is, is a page. */
export const imageReader: Reader = {
  mediaType: 'image/*',
  method: 'ocr',
  recognises: (bytes) => kinds.some((k) => k.isIn(bytes)),
  async read(bytes, limits) {
    const mediaType = kinds.find((k) => k.isIn(bytes))?.mediaType ?? '';
    const sizes = await sizesOf(bytes);
    const last = Math.min(sizes.length, limits.pages);
    const findings = last < sizes.length ? [finding('too-many-pages', '', { limit: last, pages: sizes.length })] : [];
    const pages = sizes.slice(0, last).map(({ width, height, dpi }, i): Page => {
      const box = { x0: 0, y0: 0, x1: (width * 72) / dpi, y1: (height * 72) / dpi };
      return { number: i + 1, width: box.x1, height: box.y1, words: [], hidden: [], rulings: [], areas: [], pictures: [{ box }], blocks: [] };
    });
    return { document: { mediaType, method: 'ocr', pageCount: sizes.length, pages, pictures: picturesOf(bytes, sizes) }, findings };
  },
};

interface Size {
  /** Pixels, as the picture is to be seen. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

async function sizesOf(bytes: Uint8Array): Promise<Size[]> {
  try {
    const { pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return await Promise.all(Array.from({ length: pages }, async (_, page): Promise<Size> => {
      const { width, height, orientation = 1, density } = await sharp(bytes, { page, limitInputPixels: false }).metadata();
      if (width * height > mostPixels) throw new Error(`a picture of ${String(width)} × ${String(height)} pixels is more than is decoded (${String(mostPixels)})`);
      const [w, h] = orientation >= 5 ? [height, width] : [width, height];
      const longest = Math.max(w, h);
      const isPaper = density !== undefined && longest / density >= paper.least && longest / density <= paper.most;
      return { width: w, height: h, dpi: isPaper ? density : longest / a4 };
    }));
  } catch (error) {
    throw new SkipDocument(finding('unreadable', '', { reason: error instanceof Error ? error.message : String(error) }));
  }
}

function picturesOf(bytes: Uint8Array, sizes: readonly Size[]): PagePictures {
  return {
    async pictureOf(number): Promise<PagePicture | null> {
      const size = sizes[number - 1];
      if (!size) return null;
      const scale = Math.min(1, Math.sqrt(mostKept / (size.width * size.height)));
      const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
      const { data, info } = await sharp(bytes, { page: number - 1, limitInputPixels: mostPixels }).rotate().resize(width, height, { fit: 'fill' }).flatten({ background: '#ffffff' }).toColourspace('srgb').ensureAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
      return twoPrints(data, info.width, info.height, size.dpi * scale);
    },
    async close() {
      await Promise.resolve();
    },
  };
}
