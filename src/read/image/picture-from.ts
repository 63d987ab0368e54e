import sharp from 'sharp';
import type { PagePicture } from '../../model/picture.js';
import { twoPrints } from '../two-prints.js';

/** No picture with more pixels is decoded. */
export const mostPixels = 120_000_000;
/** Nor is one given to the readers with more: what is larger is made smaller. */
const mostKept = 16_000_000;

/** How large a picture is. */
export interface PictureSize {
  /** Pixels, as the picture is to be seen. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/** A picture file decoded for the readers of scans, on white. `page`: of a file with several, from 0. */
export async function pictureFrom(bytes: Uint8Array, size: PictureSize, page = 0): Promise<PagePicture> {
  const scale = Math.min(1, Math.sqrt(mostKept / (size.width * size.height)));
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  const { data, info } = await sharp(bytes, { page, limitInputPixels: mostPixels }).rotate().resize(width, height, { fit: 'fill' }).flatten({ background: '#ffffff' }).toColourspace('srgb').ensureAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return twoPrints(data, info.width, info.height, size.dpi * scale);
}
