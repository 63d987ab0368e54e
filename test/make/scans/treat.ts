// What becomes of the pages of one document between the printer and the file.

import { chanceOf } from '../chance.js';
import { dirty, noisy, peppered, streaked } from './grain.js';
import { faded, onPaper, seenThrough, shaded } from './light.js';
import { askew, blurred, bordered, pictureOf, sealed, sheetFrom } from './paper.js';
import type { Sheet, Treatment } from './scan.js';

/** Black or white; dithered: the error of each pixel is carried on to its neighbours (Floyd and Steinberg). */
function inOneBit(sheet: Sheet, threshold: number, dithered: boolean): Sheet {
  const { width, height } = sheet;
  if (!dithered) return { ...sheet, pixels: sheet.pixels.map((value) => (value < threshold ? 0 : 255)) };
  const levels = Float32Array.from(sheet.pixels);
  const carry = (x: number, y: number, error: number): void => {
    if (x >= 0 && x < width && y < height) levels[y * width + x] = (levels[y * width + x] ?? 0) + error;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const level = levels[y * width + x] ?? 0;
      const error = level - (level < 128 ? 0 : 255);
      levels[y * width + x] = level - error;
      carry(x + 1, y, error * 7 / 16);
      carry(x - 1, y + 1, error * 3 / 16);
      carry(x, y + 1, error * 5 / 16);
      carry(x + 1, y + 1, error / 16);
    }
  }
  return { ...sheet, pixels: Uint8Array.from(levels) };
}

export const isOneBit = ({ ink }: Treatment): boolean => ink === '1-bit' || ink === 'dithered';

/** How far a page of a document is turned. `page` counts from 0. */
export const turnOf = ({ turn, turnEven = false }: Treatment, page: number): number => (turnEven && page % 2 === 0 ? 0 : turn ?? 0);

/**
 * One page as it comes out of the scanner. `back` is another page, for what shines through.
 *
 * Everything that falls on the paper comes first, then how it lies, then what the sensor adds.
 */
export async function treated(printed: Sheet, back: Sheet, treatment: Treatment, office: string, seed: string): Promise<Sheet> {
  const chance = chanceOf(`${seed} scan`);
  const { skew = 0, strength = 1, showThrough = 0, border = 0, blur = 0, noise = 0, pepper = 0, dirt = 0 } = treatment;
  let sheet = printed;
  if (strength < 1) sheet = faded(sheet, strength);
  if (showThrough > 0) sheet = seenThrough(sheet, await blurred(back, treatment.dpi / 120), showThrough);
  if (treatment.seal !== undefined) sheet = await sealed(sheet, office, treatment.seal, chance);
  if (treatment.paper) sheet = onPaper(sheet, treatment.paper);
  if (border > 0) sheet = await bordered(sheet, border, chance);
  if (skew !== 0) sheet = await askew(sheet, skew * (chance.hit(0.5) ? 1 : -1) * chance.whole(85, 100) / 100, border > 0 ? 12 : 255);
  if (treatment.light) sheet = shaded(sheet, treatment.light, treatment.shade ?? 0.5);
  if (dirt > 0) sheet = dirty(sheet, dirt, chance);
  if (treatment.streaks) sheet = streaked(sheet, treatment.streaks, chanceOf(`${office} streaks`));
  if (blur > 0) sheet = await blurred(sheet, blur);
  if (noise > 0) sheet = noisy(sheet, noise, chance);
  if (isOneBit(treatment)) {
    if (sheet.channels === 3) sheet = await sheetFrom(pictureOf(sheet), { ...sheet, channels: 1 });
    sheet = inOneBit(sheet, treatment.threshold ?? 160, treatment.ink === 'dithered');
  }
  return pepper > 0 ? peppered(sheet, pepper, chance) : sheet;
}
