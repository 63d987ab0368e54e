// The pages of a typeset PDF as pictures.

import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withFolder } from '../print.js';
import type { Sheet } from './scan.js';

const run = promisify(execFile);

/** A portable grey or colour map, as pdftoppm writes it: three lines of head, then the pixels. */
function sheetOf(bytes: Buffer, dpi: number): Sheet {
  const head = /^P([56])\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error('pdftoppm wrote no picture');
  return { width: Number(head[2]), height: Number(head[3]), channels: head[1] === '5' ? 1 : 3, pixels: new Uint8Array(bytes.subarray(head[0].length)), dpi };
}

/** Each four pixels become one: as a sensor sees them. An odd row or column at the end is lost. */
function halved(sheet: Sheet): Sheet {
  const { channels, pixels } = sheet;
  const [width, height] = [sheet.width >> 1, sheet.height >> 1];
  const row = sheet.width * channels;
  const half = new Uint8Array(width * height * channels);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        const of = 2 * y * row + 2 * x * channels + channel;
        half[at] = ((pixels[of] ?? 0) + (pixels[of + channels] ?? 0) + (pixels[of + row] ?? 0) + (pixels[of + row + channels] ?? 0) + 2) >> 2;
        at += 1;
      }
    }
  }
  return { width, height, channels, pixels: half, dpi: sheet.dpi / 2 };
}

/**
 * What a scanner with this many dots to an inch sees. pdftoppm draws every rule at least one black pixel thick; coarse
 * pages are therefore drawn twice as fine, so that a hairline is pale.
 */
export const pagesOf = (pdf: string, dpi: number, colour: boolean): Promise<Sheet[]> => withFolder(async (folder) => {
  const fine = dpi <= 200;
  await run('pdftoppm', ['-r', String(fine ? 2 * dpi : dpi), ...(colour ? [] : ['-gray']), pdf, join(folder, 'page')]);
  const files = (await readdir(folder)).sort();
  return Promise.all(files.map(async (file) => {
    const bytes = await readFile(join(folder, file));
    return fine ? halved(sheetOf(bytes, 2 * dpi)) : sheetOf(bytes, dpi);
  }));
});

export interface PlacedWord { readonly text: string; readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

/** The words of each page with their places, in points from the top left. */
export async function wordsOf(pdf: string): Promise<PlacedWord[][]> {
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 1 << 27 });
  const pages: PlacedWord[][] = [];
  for (const line of stdout.split('\n')) {
    if (line.includes('<page ')) pages.push([]);
    const word = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line);
    if (word) pages.at(-1)?.push({ x0: Number(word[1]), y0: Number(word[2]), x1: Number(word[3]), y1: Number(word[4]), text: word[5] ?? '' });
  }
  return pages;
}
