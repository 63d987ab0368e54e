// What chance does to single pixels: noise, black and white dots, dirt.

import type { Chance } from '../chance.js';
import type { Sheet, Treatment } from './scan.js';

/** Numbers below 2 ** 32, quick enough for every pixel (xorshift). */
function quick(chance: Chance): () => number {
  let state = chance.whole(1, 0x7fffffff);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** Normal deviates are looked up: by Box and Muller once, then drawn. */
function normals(next: () => number, sigma: number): Int16Array {
  return Int16Array.from({ length: 1 << 14 }, () => Math.round(sigma * Math.sqrt(-2 * Math.log((next() + 1) / 4294967297)) * Math.cos(2 * Math.PI * next() / 4294967296)));
}

export function noisy(sheet: Sheet, sigma: number, chance: Chance): Sheet {
  const next = quick(chance);
  const table = normals(next, sigma);
  const pixels = new Uint8ClampedArray(sheet.pixels);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (pixels[at] ?? 0) + (table[next() >>> 18] ?? 0);
  return { ...sheet, pixels: new Uint8Array(pixels.buffer) };
}

export function peppered(sheet: Sheet, share: number, chance: Chance): Sheet {
  const next = quick(chance);
  const pixels = Uint8Array.from(sheet.pixels);
  const dots = Math.round(sheet.width * sheet.height * share);
  for (let dot = 0; dot < dots; dot += 1) {
    const at = (next() % (sheet.width * sheet.height)) * sheet.channels;
    pixels.fill(next() & 1 ? 255 : 0, at, at + sheet.channels);
  }
  return { ...sheet, pixels };
}

/** Specks of up to half a millimetre, a few hairs; grey to black. */
export function dirty(sheet: Sheet, specks: number, chance: Chance): Sheet {
  const pixels = Uint8Array.from(sheet.pixels);
  const unit = sheet.dpi / 25.4;
  const blot = (x: number, y: number, radius: number, shade: number): void => {
    for (let dy = -Math.ceil(radius); dy <= radius; dy += 1) {
      for (let dx = -Math.ceil(radius); dx <= radius; dx += 1) {
        const [px, py] = [Math.round(x + dx), Math.round(y + dy)];
        if (Math.hypot(dx, dy) > radius || px < 0 || py < 0 || px >= sheet.width || py >= sheet.height) continue;
        const at = (py * sheet.width + px) * sheet.channels;
        for (let channel = 0; channel < sheet.channels; channel += 1) pixels[at + channel] = Math.min(shade, pixels[at + channel] ?? 0);
      }
    }
  };
  for (let speck = 0; speck < specks; speck += 1) {
    const [x, y, shade] = [chance.whole(0, sheet.width - 1), chance.whole(0, sheet.height - 1), chance.whole(0, 140)];
    blot(x, y, unit * chance.whole(3, 25) / 100, shade);
    if (!chance.hit(0.1)) continue;
    const [angle, length] = [chance.whole(0, 628) / 100, unit * chance.whole(10, 60) / 10];
    for (let step = 0; step < length; step += 0.5) blot(x + step * Math.cos(angle), y + step * Math.sin(angle), 0.6, shade);
  }
  return { ...sheet, pixels };
}

/** Lines from the top of the sheet to its foot, half a point to one and a half thick, a little paler and darker by turns: dirt on the glass of a feeder. */
export function streaked(sheet: Sheet, { count, lightness }: NonNullable<Treatment['streaks']>, chance: Chance): Sheet {
  const pixels = Uint8Array.from(sheet.pixels);
  for (let streak = 0; streak < count; streak += 1) {
    const [middle, half, phase] = [sheet.width * chance.whole(120, 900) / 1000, sheet.dpi / 72 * chance.whole(25, 75) / 100, chance.whole(0, 628) / 100];
    for (let x = Math.floor(middle - half - 1); x <= middle + half + 1; x += 1) {
      const cover = Math.max(0, Math.min(1, half + 0.5 - Math.abs(x + 0.5 - middle)));
      for (let y = 0; y < sheet.height; y += 1) {
        const depth = cover * (0.85 + 0.15 * Math.sin(y / sheet.dpi * 2 + phase));
        for (let at = (y * sheet.width + x) * sheet.channels, end = at + sheet.channels; at < end; at += 1) {
          const before = pixels[at] ?? 0;
          pixels[at] = Math.round(before + (Math.min(before, lightness) - before) * depth);
        }
      }
    }
  }
  return { ...sheet, pixels };
}
