// The pages as a picture file: one page as PNG, JPEG or WebP, or many in a TIFF.

import sharp, { type Sharp } from 'sharp';
import { lying, pictureOf } from './paper.js';
import type { FileKind, Sheet, Treatment } from './scan.js';
import { qualityOf } from './pdf-kinds.js';

type PictureKind = Exclude<FileKind, 'pdf'>;

export const extensionOf = (kind: FileKind): string => kind.replace(/-.*/, '');

/** The EXIF orientation that says: to be turned by 90 degrees clockwise. */
const clockwise = 6;

/** All pages under one another, as sharp wants them for a TIFF; all have the size of the first. */
function tall(pages: readonly Sheet[]): Sharp {
  const [first] = pages;
  if (!first || pages.some((page) => page.width !== first.width || page.height !== first.height)) throw new Error('the pages of a TIFF have one size here');
  const pixels = Buffer.concat(pages.map((page) => page.pixels));
  const raw = { width: first.width, height: first.height * pages.length, channels: first.channels, pageHeight: first.height };
  return sharp(pixels, { raw, limitInputPixels: false });
}

function onlyPage(pages: readonly Sheet[]): Sheet {
  const [page, another] = pages;
  if (!page || another) throw new Error(`a picture holds one page, not ${pages.length}`);
  return page;
}

export async function pictureFile(pages: readonly Sheet[], kind: PictureKind, treatment: Treatment): Promise<Buffer> {
  const quality = qualityOf(treatment);
  const density = treatment.dpi;
  const [first] = pages;
  const space = first?.channels === 1 ? 'b-w' : 'srgb';
  const resolution = { xres: density / 25.4, yres: density / 25.4, resolutionUnit: 'inch' } as const;
  if (kind === 'tif') return tall(pages).toColourspace(space).tiff({ compression: 'lzw', ...resolution }).toBuffer();
  if (kind === 'tif-ccitt') return tall(pages).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, ...resolution }).toBuffer();
  const page = onlyPage(pages);
  if (kind === 'jpg-lying') return pictureOf(await lying(page, 270)).toColourspace(space).withMetadata({ density, orientation: clockwise }).jpeg({ quality }).toBuffer();
  const picture = pictureOf(page).toColourspace(space);
  if (kind === 'jpg-no-density') return picture.jpeg({ quality }).toBuffer();
  const dense = picture.withMetadata({ density });
  if (kind === 'jpg') return dense.jpeg({ quality }).toBuffer();
  if (kind === 'webp') return dense.webp({ quality }).toBuffer();
  return kind === 'png-1-bit' ? dense.png({ palette: true, colours: 2, dither: 0 }).toBuffer() : dense.png().toBuffer();
}
