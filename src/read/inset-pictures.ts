import sharp from 'sharp';
import type { Finding } from '../model/finding.js';
import { finding } from '../model/findings.js';
import type { Page, ReadDocument } from '../model/page.js';
import type { PagePictures } from '../model/picture.js';
import { isPicture } from './image/kinds.js';
import { mostPixels, pictureFrom } from './image/picture-from.js';

/** A picture that stands in a source without pages: in a web page itself, in an office file. */
export interface InsetPicture {
  readonly bytes: Uint8Array;
  /** Line of the source at which it stands, from 1. */
  readonly line: number;
  /** As large as it is shown, points; null where only its pixels tell. */
  readonly shown: { readonly width: number; readonly height: number } | null;
}

/** A picture may hold a table where it is shown as large as this, points… */
const tableSize = { width: 200, height: 40 };
/** …and has as many pixels: with fewer no row of a form can be read, by eye neither. */
const tablePixels = { width: 250, height: 50 };
/** Pixels to an inch where nothing tells how large a picture is shown: those of a browser (CSS Values 3, 5.2). */
const usualDpi = 96;
/** More pictures than these are not looked at: an album is no report. */
const mostPictures = 60;

interface Inset extends Pick<InsetPicture, 'bytes' | 'line'> {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/**
 * A document with the pictures that stand in it, each as a page of its own
 * behind its text, to be read as scans are; logos, seals and other small ones
 * are left alone. Of what is large enough for a table and can't be decoded
 * (drawings, kinds that are not known, more pixels than are decoded) a finding tells.
 */
export async function withPictures(document: ReadDocument, pictures: readonly InsetPicture[]): Promise<{ document: ReadDocument; findings: Finding[] }> {
  const sized = await Promise.all(distinct(pictures).slice(0, mostPictures).map(sizeOf));
  const insets = sized.filter((size) => typeof size === 'object');
  const unread = sized.filter((size) => size === 'unread').length + Math.max(0, distinct(pictures).length - mostPictures);
  const findings = unread > 0 ? [finding('pictures-unread', '', { count: unread })] : [];
  if (insets.length === 0) return { document, findings };
  const before = document.pages.length;
  const pages = insets.map(({ width, height, dpi, line }, i): Page => {
    const box = { x0: 0, y0: 0, x1: (width * 72) / dpi, y1: (height * 72) / dpi };
    return { number: before + i + 1, width: box.x1, height: box.y1, words: [], hidden: [], rulings: [], areas: [], pictures: [{ box }], blocks: [], inset: { line } };
  });
  return { document: { ...document, pages: [...document.pages, ...pages], pictures: picturesOf(insets, before) }, findings };
}

/** Each picture once: what is shown in several places is no table. */
function distinct(pictures: readonly InsetPicture[]): InsetPicture[] {
  const seen: InsetPicture[] = [];
  for (const one of pictures) if (!seen.some((s) => s.bytes.length === one.bytes.length && Buffer.compare(s.bytes, one.bytes) === 0)) seen.push(one);
  return seen;
}

/** Whether a picture is shown as large as a table, as far as is told. */
export const mayHoldTable = (shown: InsetPicture['shown']): boolean => shown === null || (shown.width >= tableSize.width && shown.height >= tableSize.height);

async function sizeOf({ bytes, line, shown }: InsetPicture): Promise<Inset | 'small' | 'unread'> {
  if (!mayHoldTable(shown)) return 'small';
  // What is not decoded does not tell its size either.
  const otherwise = shown === null ? 'small' : 'unread';
  if (!isPicture(bytes)) return otherwise;
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(() => ({ width: 0, height: 0 }));
  if (width === 0) return otherwise;
  if (width < tablePixels.width || height < tablePixels.height) return 'small';
  if (width * height > mostPixels) return 'unread';
  return { bytes, line, width, height, dpi: shown === null ? usualDpi : (72 * width) / shown.width };
}

function picturesOf(insets: readonly Inset[], before: number): PagePictures {
  return {
    async pictureOf(number) {
      const inset = insets[number - before - 1];
      return inset ? pictureFrom(inset.bytes, inset) : null;
    },
    async close() {
      await Promise.resolve();
    },
  };
}
