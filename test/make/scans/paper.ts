// How the paper lies on the glass: askew, turned, with a black border; and the seal on it.

import sharp, { type Sharp } from 'sharp';
import type { Chance } from '../chance.js';
import type { Sheet } from './scan.js';

export const pictureOf = ({ pixels, width, height, channels }: Sheet): Sharp => sharp(pixels, { raw: { width, height, channels }, limitInputPixels: false });

/** Sharp gives grey pictures back in one channel or in three, as it pleases: here in as many as the sheet has. */
export async function sheetFrom(picture: Sharp, { channels, dpi }: Sheet): Promise<Sheet> {
  const asked = picture.removeAlpha().toColourspace(channels === 1 ? 'b-w' : 'srgb');
  const { data, info } = await asked.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== channels) throw new Error(`a picture of ${info.channels} channels instead of ${channels}`);
  return { width: info.width, height: info.height, channels, pixels: new Uint8Array(data), dpi };
}

/** Askew by some degrees clockwise, in a picture of the same size; what lies beside the paper is of `beside` lightness. */
export async function askew(sheet: Sheet, degrees: number, beside: number): Promise<Sheet> {
  const turned = await sheetFrom(pictureOf(sheet).rotate(degrees, { background: { r: beside, g: beside, b: beside } }), sheet);
  const [left, top] = [Math.max(0, (turned.width - sheet.width) >> 1), Math.max(0, (turned.height - sheet.height) >> 1)];
  return sheetFrom(pictureOf(turned).extract({ left, top, width: Math.min(sheet.width, turned.width), height: Math.min(sheet.height, turned.height) }), sheet);
}

/** Turned clockwise by whole quarters. */
export const lying = (sheet: Sheet, degrees: number): Promise<Sheet> => (degrees === 0 ? Promise.resolve(sheet) : sheetFrom(pictureOf(sheet).rotate(degrees), sheet));
export const blurred = (sheet: Sheet, sigma: number): Promise<Sheet> => sheetFrom(pictureOf(sheet).blur(sigma), sheet);

/** The glass is larger than the paper, and black, unevenly on the four sides. */
export function bordered(sheet: Sheet, millimetres: number, chance: Chance): Promise<Sheet> {
  const side = (): number => Math.round(millimetres * sheet.dpi / 25.4 * chance.whole(10, 100) / 100);
  return sheetFrom(pictureOf(sheet).extend({ top: side(), bottom: side(), left: side(), right: side(), background: { r: 12, g: 12, b: 12 } }), sheet);
}

/** A round seal of 42 mm: two rings, a star, the office's name around it. */
function sealOf(name: string, size: number, share: number): Buffer {
  const middle = size / 2;
  const star = Array.from({ length: 10 }, (_, point) => {
    const radius = (point % 2 === 0 ? 0.17 : 0.065) * size;
    const angle = Math.PI * (point / 5 - 0.5);
    return `${middle + radius * Math.cos(angle)},${middle + radius * Math.sin(angle)}`;
  }).join(' ');
  const chars = Array.from(name);
  const letters = chars.map((char, place) => {
    const angle = chars.length === 1 ? 0 : -120 + 240 * place / (chars.length - 1);
    return `<text x="${middle}" y="${size * 0.2}" transform="rotate(${angle} ${middle} ${middle})" text-anchor="middle" font-family="AR PL SungtiL GB" font-weight="bold" font-size="${Math.min(0.11, 1.5 / chars.length) * size}">${char}</text>`;
  }).join('');
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><g fill="rgb(205,25,30)" stroke="none" opacity="${share}">
<circle cx="${middle}" cy="${middle}" r="${size * 0.47}" fill="none" stroke="rgb(205,25,30)" stroke-width="${size * 0.026}"/><polygon points="${star}"/>${letters}</g></svg>`);
}

/** A red seal somewhere over the right middle of the page, where the numbers are; ink takes light away. A grey page gets it in grey. */
export async function sealed(sheet: Sheet, name: string, share: number, chance: Chance): Promise<Sheet> {
  const { width, height, channels } = sheet;
  const size = Math.round(42 / 25.4 * sheet.dpi);
  const white = { r: 255, g: 255, b: 255, alpha: 1 };
  const seal = await sheetFrom(sharp(sealOf(name, size, share)).flatten({ background: white }).rotate(chance.whole(-25, 25), { background: white }), sheet);
  const [left, top] = [Math.round(width * chance.whole(45, 75) / 100 - seal.width / 2), Math.round(height * chance.whole(30, 70) / 100 - seal.height / 2)];
  const pixels = Uint8Array.from(sheet.pixels);
  for (let y = Math.max(0, -top); y < Math.min(seal.height, height - top); y += 1) {
    for (let x = Math.max(0, -left); x < Math.min(seal.width, width - left); x += 1) {
      const [at, of] = [((top + y) * width + left + x) * channels, (y * seal.width + x) * channels];
      for (let channel = 0; channel < channels; channel += 1) pixels[at + channel] = (pixels[at + channel] ?? 0) * (seal.pixels[of + channel] ?? 255) / 255;
    }
  }
  return { ...sheet, pixels };
}
