import type { PagePicture } from '../model/picture.js';

/** A pixel is red where red is above green and blue by more than this… */
const reddish = 36;
/** …and a picture is in colour where this part of its pixels is. */
const redPart = 0.0004;

/** A page's two prints of its pixels, red, green, blue and opacity by turns; what is not opaque lies on white. Of three `channels` all is opaque. */
export function twoPrints(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number, dpi: number, channels: 3 | 4 = 4): PagePicture {
  const all = new Uint8Array(width * height);
  const clean = new Uint8Array(width * height);
  let reds = 0;
  for (let i = 0, o = 0; i < all.length; i++, o += channels) {
    let [r, g, b] = [pixels[o] ?? 255, pixels[o + 1] ?? 255, pixels[o + 2] ?? 255];
    if (channels === 4) {
      const lack = 255 - (pixels[o + 3] ?? 255);
      [r, g, b] = [Math.min(255, r + lack), Math.min(255, g + lack), Math.min(255, b + lack)];
    }
    // Of grey the lightness is that of any of the three.
    if (r === g && g === b) {
      all[i] = r;
      clean[i] = r;
      continue;
    }
    const lightness = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
    all[i] = lightness;
    const red = r - (g > b ? g : b);
    if (red > reddish) reds++;
    // Red ink takes no red light away: on paper it vanishes, on black it stays black.
    clean[i] = red > 8 ? Math.min(255, r + (red >> 1)) : lightness;
  }
  const print = { width, height, pixels: all, dpi };
  return { all: print, withoutRed: reds > redPart * all.length ? { width, height, pixels: clean, dpi } : print };
}
