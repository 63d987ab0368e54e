// Pictures as PDF keeps them: the bytes of the stream, and the dictionary that says how they are coded.

import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { withFolder } from '../print.js';
import { jbig2Of } from './jbig2.js';
import { pictureOf } from './paper.js';
import type { Coding, Sheet } from './scan.js';

const run = promisify(execFile);

export interface Coded { readonly dictionary: string; readonly data: Buffer }

const spaceOf = (sheet: Sheet): string => (sheet.channels === 1 ? '/DeviceGray' : '/DeviceRGB');
const described = (sheet: Sheet, bits: number, more: string): string => `/Width ${sheet.width} /Height ${sheet.height} /BitsPerComponent ${bits} ${more}`;
const grey = (bits: number, sheet: Sheet, more: string): string => described(sheet, bits, `/ColorSpace /DeviceGray ${more}`);

/** Grey pixels in fewer bits, each row filled up to a whole byte; `level` is what a pixel is worth. */
function packed({ width, height, pixels, channels }: Sheet, bits: 1 | 4): Buffer {
  if (channels !== 1) throw new Error('only a grey picture can be packed');
  const perByte = 8 / bits;
  const bytes = Math.ceil(width / perByte);
  const data = Buffer.alloc(bytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const level = (pixels[y * width + x] ?? 0) >> (8 - bits);
      const at = y * bytes + Math.floor(x / perByte);
      data[at] = (data[at] ?? 0) | (level << (8 - bits - bits * (x % perByte)));
    }
  }
  return data;
}

/** A number of an entry of the first directory of a little- or big-endian TIFF. */
function tiffEntry(tiff: Buffer, wanted: number): number {
  const little = tiff[0] === 0x49;
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  for (let entry = directory + 2; entry < directory + 2 + 12 * short(directory); entry += 12) {
    if (short(entry) !== wanted) continue;
    if (long(entry + 4) !== 1) throw new Error(`tag ${wanted} has ${long(entry + 4)} values: the picture is in pieces`);
    return short(entry + 2) === 3 ? short(entry + 8) : long(entry + 8);
  }
  throw new Error(`the TIFF has no tag ${wanted}`);
}

const tileOffsets = 324;
const tileByteCounts = 325;

interface Fax { readonly width: number; readonly height: number; readonly data: Buffer }

/** ITU-T T.6, white coded as 0. libtiff codes in strips; one tile as large as the page is in one piece, in whole sixteens. */
async function fax(sheet: Sheet): Promise<Fax> {
  const [width, height] = [Math.ceil(sheet.width / 16) * 16, Math.ceil(sheet.height / 16) * 16];
  const whole = await pictureOf(sheet).extend({ right: width - sheet.width, bottom: height - sheet.height, background: '#fff' }).toColourspace('b-w').raw().toBuffer();
  const tiff = await sharp(whole, { raw: { width, height, channels: 1 } }).toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, tile: true, tileWidth: width, tileHeight: height }).toBuffer();
  const start = tiffEntry(tiff, tileOffsets);
  return { width, height, data: tiff.subarray(start, start + tiffEntry(tiff, tileByteCounts)) };
}

export const hasJpeg2000 = (): boolean => spawnSync('opj_compress', ['-h']).error === undefined;

const jpeg2000 = (sheet: Sheet, quality: number): Promise<Buffer> => withFolder(async (folder) => {
  const [source, target] = [join(folder, sheet.channels === 1 ? 'page.pgm' : 'page.ppm'), join(folder, 'page.jp2')];
  await writeFile(source, Buffer.concat([Buffer.from(`P${sheet.channels === 1 ? 5 : 6}\n${sheet.width} ${sheet.height}\n255\n`), sheet.pixels]));
  // In decibels: 34 is about what JPEG of quality 60 leaves of a page of text.
  await run('opj_compress', ['-i', source, '-o', target, '-q', String(Math.round(28 + quality / 10))]);
  return readFile(target);
});

const codings: Readonly<Record<Coding, (sheet: Sheet, quality: number) => Promise<Coded> | Coded>> = {
  'jpeg': async (sheet, quality) => ({ dictionary: described(sheet, 8, `/ColorSpace ${spaceOf(sheet)} /Filter /DCTDecode`), data: await pictureOf(sheet).toColourspace(sheet.channels === 1 ? 'b-w' : 'srgb').jpeg({ quality }).toBuffer() }),
  'jpeg-2000': async (sheet, quality) => ({ dictionary: `/Width ${sheet.width} /Height ${sheet.height} /Filter /JPXDecode`, data: await jpeg2000(sheet, quality) }),
  'flate': (sheet) => ({ dictionary: described(sheet, 8, `/ColorSpace ${spaceOf(sheet)} /Filter /FlateDecode`), data: deflateSync(sheet.pixels) }),
  'flate-4-bit': (sheet) => ({ dictionary: grey(4, sheet, '/Filter /FlateDecode'), data: deflateSync(packed(sheet, 4)) }),
  'flate-1-bit': (sheet) => ({ dictionary: grey(1, sheet, '/Filter /FlateDecode'), data: deflateSync(packed(sheet, 1)) }),
  'ccitt': async (sheet) => {
    const coded = await fax(sheet);
    return { dictionary: grey(1, { ...sheet, ...coded }, `/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${coded.width} /Rows ${coded.height} >>`), data: coded.data };
  },
  'jbig2': (sheet) => ({ dictionary: grey(1, sheet, '/Filter /JBIG2Decode'), data: jbig2Of(sheet.width, sheet.height, sheet.pixels) }),
};

/** A picture coded for a PDF. */
export const coded = async (sheet: Sheet, coding: Coding, quality: number): Promise<Coded> => codings[coding](sheet, quality);
