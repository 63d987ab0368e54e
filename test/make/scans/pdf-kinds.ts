// A PDF of pictures, in the ways scanners and scanning programs write one.

import type { Chance } from '../chance.js';
import { coded, type Coded } from './coding.js';
import { lying, pictureOf, sheetFrom } from './paper.js';
import { PdfFile } from './pdf-file.js';
import type { PlacedWord } from './rasterise.js';
import { pointsOf, type Coding, type Sheet, type Treatment } from './scan.js';
import { glyphless, invisible, rubbishOf, stamp, wrongNumbersOf, type Garble } from './text-layer.js';
import { isOneBit } from './treat.js';

export interface ScannedPage { readonly sheet: Sheet; readonly words: readonly PlacedWord[] }

export const codingOf = (treatment: Treatment): Coding => treatment.coding ?? (isOneBit(treatment) ? 'ccitt' : 'jpeg');
export const qualityOf = ({ quality = 80 }: Treatment): number => quality;

type Box = readonly [number, number];
const boxOf = (sheet: Sheet): Box => [pointsOf(sheet.width, sheet.dpi), pointsOf(sheet.height, sheet.dpi)];
const image = (file: PdfFile, { dictionary, data }: Coded, more = ''): number => file.stream(`/Type /XObject /Subtype /Image ${dictionary} ${more}`, data);

/** T.6 pictures are whole sixteens wide and high: what is beyond the sheet hangs out at the right and under the page. */
const drawn = (name: string, box: Box, sheet: Sheet, code: Coding, bottom = 0): string => {
  const up = code === 'ccitt' ? 16 : 1;
  const [width, height] = [pointsOf(Math.ceil(sheet.width / up) * up, sheet.dpi), pointsOf(Math.ceil(sheet.height / up) * up, sheet.dpi)];
  return `q ${width} 0 0 ${height} 0 ${(bottom + box[1] - height).toFixed(2)} cm /${name} Do Q`;
};

async function plainPage(file: PdfFile, { sheet }: ScannedPage, treatment: Treatment, more = '', over = '', fonts = ''): Promise<void> {
  const picture = image(file, await coded(sheet, codingOf(treatment), qualityOf(treatment)));
  const box = boxOf(sheet);
  file.page(box, `${drawn('I', box, sheet, codingOf(treatment))}\n${over}`, `/XObject << /I ${picture} 0 R >> ${fonts}`, more);
}

async function inStrips(file: PdfFile, { sheet }: ScannedPage, treatment: Treatment): Promise<void> {
  const step = Math.ceil(sheet.height / 9 / 16) * 16;
  const box = boxOf(sheet);
  const names: string[] = [];
  const contents: string[] = [];
  for (let top = 0; top < sheet.height; top += step) {
    const height = Math.min(step, sheet.height - top);
    const strip = await sheetFrom(pictureOf(sheet).extract({ left: 0, top, width: sheet.width, height }), sheet);
    names.push(`/S${top} ${image(file, await coded(strip, codingOf(treatment), qualityOf(treatment)))} 0 R`);
    const bottom = pointsOf(sheet.height - top - height, sheet.dpi);
    contents.push(drawn(`S${top}`, [box[0], pointsOf(height, sheet.dpi)], strip, codingOf(treatment), bottom));
  }
  file.page(box, contents.join('\n'), `/XObject << ${names.join(' ')} >>`);
}

/** A stencil of one bit: what is 0 is painted. */
const stencil = async (file: PdfFile, sheet: Sheet): Promise<number> => {
  const { dictionary, data } = await coded(sheet, 'flate-1-bit', 0);
  return image(file, { dictionary: dictionary.replace('/ColorSpace /DeviceGray', '/ImageMask true'), data });
};

async function asMask(file: PdfFile, { sheet }: ScannedPage): Promise<void> {
  const box = boxOf(sheet);
  file.page(box, `0 g ${drawn('I', box, sheet, 'flate-1-bit')}`, `/XObject << /I ${await stencil(file, sheet)} 0 R >>`);
}

/** The lightest of the colours of each pixel: what is red is light, what is black is dark. */
function lightest({ pixels, channels, ...rest }: Sheet): Sheet {
  const of = (at: number): number => Math.max(...pixels.subarray(at * channels, (at + 1) * channels));
  return { ...rest, channels: 1, pixels: Uint8Array.from({ length: pixels.length / channels }, (_, at) => of(at)) };
}

/** Mixed raster content: a coarse picture of the paper, and the ink as a stencil over it. */
async function inLayers(file: PdfFile, { sheet }: ScannedPage): Promise<void> {
  const box = boxOf(sheet);
  const dark = lightest(sheet);
  const paper: Sheet = { ...sheet, pixels: sheet.pixels.map((value, at) => ((dark.pixels[Math.floor(at / sheet.channels)] ?? 0) < 190 ? 246 : value)) };
  const coarse = await sheetFrom(pictureOf(paper).resize(Math.round(sheet.width / 3), Math.round(sheet.height / 3), { fit: 'fill' }), sheet);
  const ink = { ...dark, pixels: dark.pixels.map((value) => (value < 150 ? 0 : 255)) };
  const background = image(file, await coded(coarse, 'jpeg', 40));
  const resources = `/XObject << /B ${background} 0 R /I ${await stencil(file, ink)} 0 R >>`;
  file.page(box, `${drawn('B', box, sheet, 'jpeg')} 0.1 0.1 0.12 rg ${drawn('I', box, sheet, 'flate-1-bit')}`, resources);
}

/** A page of the size of its pixels, as if there were 72 to an inch. */
const asPixels = (file: PdfFile, page: ScannedPage, treatment: Treatment): Promise<void> => plainPage(file, { ...page, sheet: { ...page.sheet, dpi: 72 } }, treatment);

/** Each page was cut from the glass in another size: up to 40 points less on each side, or up to 60 more at right and below. */
async function uneven(file: PdfFile, page: ScannedPage, treatment: Treatment, chance: Chance): Promise<void> {
  const { sheet } = page;
  const cut = (): number => Math.round(chance.whole(0, 40) / 72 * sheet.dpi);
  const [left, top] = [cut(), cut()];
  const smaller = pictureOf(sheet).extract({ left, top, width: sheet.width - left - cut(), height: sheet.height - top - cut() });
  const more = (): number => Math.round(chance.whole(10, 60) / 72 * sheet.dpi);
  const larger = pictureOf(sheet).extend({ right: more(), bottom: more(), background: '#fff' });
  await plainPage(file, { ...page, sheet: await sheetFrom(chance.hit(0.5) ? smaller : larger, sheet) }, treatment);
}

/** The paper stands in the middle of a larger glass; only it is shown. */
async function croppedPage(file: PdfFile, page: ScannedPage, treatment: Treatment): Promise<void> {
  const side = Math.round(page.sheet.dpi * 0.8);
  const glass = await sheetFrom(pictureOf(page.sheet).extend({ top: side, bottom: side, left: side, right: side, background: { r: 70, g: 70, b: 70 } }), page.sheet);
  const [width, height] = boxOf(glass);
  const edge = pointsOf(side, page.sheet.dpi);
  await plainPage(file, { ...page, sheet: glass }, treatment, `/CropBox [${edge} ${edge} ${width - edge} ${height - edge}]`);
}

async function withText(file: PdfFile, page: ScannedPage, treatment: Treatment, font: number, garble: Garble): Promise<void> {
  await plainPage(file, page, treatment, '', invisible(page.words, boxOf(page.sheet)[1], 'G', garble), `/Font << /G ${font} 0 R >>`);
}

/** The document as a PDF. `chance` is that of the whole document. */
export async function pdfOf(pages: readonly ScannedPage[], treatment: Treatment, chance: Chance): Promise<Buffer> {
  const file = new PdfFile();
  const kind = treatment.pdf ?? 'plain';
  const garbles: Readonly<Record<string, Garble>> = { 'rubbish-text': rubbishOf(chance), 'wrong-numbers-text': wrongNumbersOf(chance), 'true-text': (text) => text };
  const garble = garbles[kind];
  const font = garble ? glyphless(file) : kind === 'stamped' ? file.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>') : 0;
  for (const [place, page] of pages.entries()) {
    if (garble) await withText(file, page, treatment, font, garble);
    else if (kind === 'strips') await inStrips(file, page, treatment);
    else if (kind === 'mask') await asMask(file, page);
    else if (kind === 'layers') await inLayers(file, page);
    else if (kind === 'stored-sideways') await plainPage(file, { ...page, sheet: await lying(page.sheet, 270) }, treatment, '/Rotate 90');
    else if (kind === 'shown-sideways') await plainPage(file, page, treatment, '/Rotate 90');
    else if (kind === 'cropped') await croppedPage(file, page, treatment);
    else if (kind === 'points-as-pixels') await asPixels(file, page, treatment);
    else if (kind === 'different-sizes') await uneven(file, page, treatment, chance);
    else if (kind === 'stamped') await plainPage(file, page, treatment, '', stamp(place + 1, 'F'), `/Font << /F ${font} 0 R >>`);
    else await plainPage(file, page, treatment);
  }
  return file.bytes();
}
