import type { PagePicture } from '../model/picture.js';

/** A pixel is red where red is above green and blue by more than this… */
const reddish = 36;
/** …and it is told from grey by more than this… */
const leastRed = 8;
/** …and a picture is in colour where this part of its pixels is. */
const redPart = 0.0004;

/** A page's two prints of its pixels, red, green, blue and opacity by turns; what is not opaque lies on white. Of three `channels` all is opaque. */
export function twoPrints(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number, dpi: number, channels: 3 | 4 = 4): PagePicture {
  const all = new Uint8Array(width * height);
  // Of a page in grey, as most are, it is the same.
  let clean: Uint8Array | null = null;
  let reds = 0;
  for (let from = 0; from < all.length; from += width) {
    const row = pixels.subarray(from * channels, (from + width) * channels);
    if (!lightnessOf(row, channels, all.subarray(from, from + width)) && clean === null) continue;
    clean ??= all.slice();
    reds += withoutRed(row, channels, all.subarray(from, from + width), clean.subarray(from, from + width));
  }
  const print = { width, height, pixels: all, dpi };
  return { all: print, withoutRed: clean !== null && reds > redPart * all.length ? { width, height, pixels: clean, dpi } : print };
}

/** The lightness of each pixel of a row; whether any is red. */
function lightnessOf(row: Uint8Array | Uint8ClampedArray, channels: 3 | 4, into: Uint8Array): boolean {
  let isRed = false;
  for (let i = 0, o = 0; i < into.length; i++, o += channels) {
    let r = row[o] ?? 255;
    let g = row[o + 1] ?? 255;
    let b = row[o + 2] ?? 255;
    if (channels === 4) {
      const lack = 255 - (row[o + 3] ?? 255);
      r = Math.min(255, r + lack);
      g = Math.min(255, g + lack);
      b = Math.min(255, b + lack);
    }
    // Of grey the lightness is that of any of the three.
    into[i] = r === g && g === b ? r : (0.299 * r + 0.587 * g + 0.114 * b + 0.5) | 0;
    if (r - (g > b ? g : b) > leastRed) isRed = true;
  }
  return isRed;
}

/** The same without red ink, which takes no red light away: on paper it vanishes, on black it stays black. How many pixels are red. */
function withoutRed(row: Uint8Array | Uint8ClampedArray, channels: 3 | 4, all: Uint8Array, into: Uint8Array): number {
  let reds = 0;
  for (let i = 0, o = 0; i < into.length; i++, o += channels) {
    const lack = channels === 4 ? 255 - (row[o + 3] ?? 255) : 0;
    const r = Math.min(255, (row[o] ?? 255) + lack);
    const red = r - Math.min(255, Math.max(row[o + 1] ?? 255, row[o + 2] ?? 255) + lack);
    if (red > reddish) reds++;
    into[i] = red > leastRed ? Math.min(255, r + (red >> 1)) : (all[i] ?? 255);
  }
  return reds;
}
