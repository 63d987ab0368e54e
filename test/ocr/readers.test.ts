/** @jest-environment ./test/ocr/outer-realm.mjs */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Raster } from '../../src/model/picture.js';
import { readCells } from '../../src/ocr/cell-readings.js';
import { inkBoxOf } from '../../src/ocr/number-lines.js';
import type { CellPicture } from '../../src/ocr/scan-page.js';
import type { ScanReaders } from '../../src/pipeline/scanned-numbers.js';
import { KeptReaders } from '../../src/pipeline/scan-readers.js';
import { chanceOf } from '../make/chance.js';
import { scannedNumber } from './drawn-numbers.js';

// The models are opened once; on a busy machine that takes a while.
import.meta.jest.setTimeout(120_000);

const kept = new KeptReaders();
let readers: ScanReaders;
beforeAll(async () => {
  readers = await kept.open();
});
afterAll(() => kept.close());

const numbers = ['0', '7', '22', '138', '4096', '0'];
const cells = numbers.map((text, i): Raster => scannedNumber(text, { font: 'Plain', em: 28, grain: 12, threshold: 0 }, chanceOf(`cell ${String(i)}`)));

describe('the readers of scans, with the models of the installed packages', () => {
  it.each(['page', 'second'] as const)('read numbers of cells with confidence (%s reader)', async (which) => {
    const readings = await readers[which].readNumbers(cells);
    expect(readings.map((r) => r.text)).toEqual(numbers);
    expect(Math.min(...readings.map((r) => r.confidence))).toBeGreaterThan(0.8);
  });

  // Cells of scans of our own making, which a first look took for numbers with a 1 or a 3.
  it('tell a thin 4 from a 1 and a thin 5 from a 3 (second reader)', async () => {
    const folder = path.join(import.meta.dirname, 'thin-digits');
    const files = readdirSync(folder);
    const pictures = await Promise.all(files.map(async (file): Promise<Raster> => {
      const { data, info } = await sharp(path.join(folder, file)).greyscale().raw().toBuffer({ resolveWithObject: true });
      return { width: info.width, height: info.height, pixels: new Uint8Array(data), dpi: 200 };
    }));
    const readings = await readers.second.readNumbers(pictures);
    expect(readings.map((r) => r.text)).toEqual(files.map((file) => path.basename(file, '.png')));
  });

  it('agree on the numbers of cells, and see nothing in one that is blank', async () => {
    const blank: Raster = { width: 60, height: 30, pixels: new Uint8Array(1800).fill(255), dpi: 200 };
    const pictures = [...cells.slice(0, 3).map((picture): CellPicture => ({ picture, filling: 'inked', isStreaked: false })), { picture: blank, filling: 'blank', isStreaked: false } as const];
    const readings = await readCells(pictures, [readers.page, readers.second]);
    expect(readings.map((r) => [r.ink, ...r.readers.map((own) => own.value)])).toEqual([['some', '0', '0'], ['some', '7', '7'], ['some', '22', '22'], ['none', null, null]]);
  });

  it('find a digit alone on a page where its ink is (page reader)', async () => {
    const page: Raster = { width: 600, height: 400, pixels: new Uint8Array(240_000).fill(255), dpi: 200 };
    const placed = ['3', '22', '5', '8'].map((text, i) => ({ text, x: 60 + 130 * i, picture: scannedNumber(text, { font: 'Plain', em: 28, grain: 0, threshold: 0 }, chanceOf(`page ${String(i)}`)) }));
    for (const { x, picture } of placed) for (let y = 0; y < picture.height; y++) page.pixels.set(picture.pixels.subarray(y * picture.width, (y + 1) * picture.width), (180 + y) * page.width + x);
    const found = (await readers.page.readPage(page)).toSorted((a, b) => a.box.x0 - b.box.x0);
    expect(found.map(({ reading }) => reading.text)).toEqual(placed.map(({ text }) => text));
    found.forEach(({ box, reading }, i) => {
      const middle = box.x0 + ((reading.characters[0]?.x0 ?? 0) + (reading.characters.at(-1)?.x1 ?? 0)) / 2;
      const ink = inkBoxOf(placed[i]?.picture ?? page);
      expect(Math.abs(middle - (placed[i]?.x ?? 0) - (ink.x0 + ink.x1) / 2)).toBeLessThan(2.5);
    });
  });
});
