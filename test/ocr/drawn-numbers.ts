import { createRequire } from 'node:module';
import path from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Raster } from '../../src/model/picture.js';
import { numberLines } from '../../src/ocr/number-lines.js';
import type { Chance } from '../make/chance.js';

const fonts = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');
GlobalFonts.registerFromPath(path.join(fonts, 'LiberationSans-Regular.ttf'), 'Plain');
GlobalFonts.registerFromPath(path.join(fonts, 'LiberationSans-Bold.ttf'), 'Bold');

/** How numbers are scanned. */
export interface Treatment {
  readonly font: 'Plain' | 'Bold';
  /** Pixels of an em. */
  readonly em: number;
  /** Furthest that a shade is off, of 255. */
  readonly grain: number;
  /** What is darker is black and all else white; 0: shades of grey. */
  readonly threshold: number;
}

/** So many pixels of the drawing are one of the scan each way: numbers fall on the pixels as they may. */
const fine = 4;

/** A number as a scanner sees it, on a picture of its cell cut to its ink. */
export function scannedNumber(text: string, { font, em, grain, threshold }: Treatment, chance: Chance): Raster {
  const [width, height] = [Math.ceil(em * text.length * 0.8 + 20), Math.ceil(em * 1.6)];
  const context = createCanvas(width * fine, height * fine).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width * fine, height * fine);
  context.fillStyle = '#000';
  context.font = `${String(em * fine)}px ${font}`;
  context.fillText(text, 8 * fine + chance.whole(0, fine - 1), em * 1.2 * fine + chance.whole(0, fine - 1));
  const { data } = context.getImageData(0, 0, width * fine, height * fine);
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const [left, top] = [(at % width) * fine, Math.floor(at / width) * fine];
    let sum = 0;
    for (let y = 0; y < fine; y++) for (let x = 0; x < fine; x++) sum += data[((top + y) * width * fine + left + x) * 4] ?? 255;
    const shade = Math.max(0, Math.min(255, sum / fine ** 2 + chance.whole(-grain, grain)));
    pixels[at] = threshold === 0 ? shade : shade < threshold ? 0 : 255;
  }
  const [line] = numberLines({ width, height, pixels, dpi: (em * 72) / 10 });
  if (!line) throw new Error(`nothing was drawn of ${text}`);
  return line;
}
