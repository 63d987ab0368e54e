// What is done to the light: shadows, tinted paper, pale ink, the page behind.

import type { Light, Sheet } from './scan.js';

/** Each pixel's lightness times what this says for its place; x and y run from 0 to 1. */
function lit(sheet: Sheet, share: (x: number, y: number) => number): Sheet {
  const { width, height, channels } = sheet;
  const pixels = Uint8Array.from(sheet.pixels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const of = share(x / width, y / height);
      const at = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel += 1) pixels[at + channel] = (pixels[at + channel] ?? 0) * of;
    }
  }
  return { ...sheet, pixels };
}

const bump = (distance: number, width: number): number => Math.exp(-((distance / width) ** 2));

/** How much of the light is lost at a place, 0 to 1. */
const losses: Readonly<Record<Light, (x: number, y: number) => number>> = {
  'shadow-left': (x) => 1 / (1 + Math.exp((x - 0.3) * 18)),
  'shadow-right': (x, y) => 1 / (1 + Math.exp((0.65 - x - 0.15 * y) * 14)),
  'gradient': (x, y) => (x + y) / 2,
  'crease': (x, y) => bump(y - 0.46 - 0.02 * x, 0.006) + 0.5 * bump(x - 0.53, 0.004),
  'spine': (x) => bump(x, 0.16),
};

export const shaded = (sheet: Sheet, light: Light, most: number): Sheet => lit(sheet, (x, y) => 1 - most * Math.min(1, losses[light](x, y)));

/** Black becomes grey: `strength` of what was printed is left. */
export function faded(sheet: Sheet, strength: number): Sheet {
  return { ...sheet, pixels: sheet.pixels.map((value) => 255 - (255 - value) * strength) };
}

export function onPaper(sheet: Sheet, paper: readonly [number, number, number]): Sheet {
  const [red, green, blue] = paper;
  const tint = sheet.channels === 3 ? paper : [Math.round(0.3 * red + 0.59 * green + 0.11 * blue)];
  return { ...sheet, pixels: sheet.pixels.map((value, at) => value * (tint[at % sheet.channels] ?? 255) / 255) };
}

/** The back page, seen from behind: mirrored, pale. Both have one size. */
export function seenThrough(sheet: Sheet, back: Sheet, share: number): Sheet {
  const { width, height, channels } = sheet;
  const pixels = Uint8Array.from(sheet.pixels);
  if (back.width !== width || back.height !== height) return sheet;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [at, behind] = [(y * width + x) * channels, (y * width + width - 1 - x) * channels];
      for (let channel = 0; channel < channels; channel += 1) {
        pixels[at + channel] = (pixels[at + channel] ?? 0) * (1 - share * (255 - (back.pixels[behind + channel] ?? 255)) / 255);
      }
    }
  }
  return { ...sheet, pixels };
}
