// npx tsx test/make/scans/read-names.ts OUT.csv [--font FAMILY] [--dpi N] [--every N] [--from N] [--codes CSV]
//
// Prints the full names of all divisions down to counties, and of the towns whose name has a character that the reader of scans
// does not know, as lines of scanned pages, reads them, and writes `code,printed,read` for every name that came out otherwise.
// `--every`, `--from`: one of so many names, beginning with which. `--codes`: those alone whose code begins a line of the file.

import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { Division } from '../../../src/interpret/identity/gazetteer.js';
import { modelPaths } from '../../../src/ocr/readers/model-paths.js';
import { openPpOcr } from '../../../src/ocr/readers/pp-ocr/pp-ocr.js';
import { defaultPipelineFolder, loadPipeline } from '../../../src/pipeline/load-pipeline.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { font: { type: 'string', default: 'Noto Serif CJK SC' }, dpi: { type: 'string', default: '200' }, every: { type: 'string', default: '1' }, from: { type: 'string', default: '0' }, codes: { type: 'string' } } });
const [out] = positionals;
if (out === undefined) throw new Error('Name a file to write.');
const dpi = Number(values.dpi);
const { gazetteer } = await loadPipeline(defaultPipelineFolder());
const known = new Set((await readFile(modelPaths().dictionary, 'utf8')).split(/\r?\n/));
const isKnown = (name: string): boolean => Array.from(name).every((character) => known.has(character));

const areas = Array.from({ length: 900_000 }, (_, at) => gazetteer.withCode(String(at + 100_000))).flatMap((area) => area ?? []).filter(({ level, until }) => level !== 'zone' && until === undefined);
const towns = areas.filter(({ level }) => level === 'province').flatMap((province) => gazetteer.townsIn(province)).filter(({ name }) => !isKnown(name));
const wanted = values.codes === undefined ? null : new Set((await readFile(values.codes, 'utf8')).split('\n').map((line) => line.split(',')[0]));
const printed = [...areas, ...towns].filter(({ code }) => wanted?.has(code) ?? true).filter((_, at) => at % Number(values.every) === Number(values.from)).map((division) => ({ division, name: [...gazetteer.above(division), division].map(({ name }) => name).join('') }));

const [width, height] = [Math.round(8.27 * dpi), Math.round(11.69 * dpi)];
const size = Math.round((16 / 72) * dpi);
const perPage = Math.floor((height - 4 * size) / (2 * size));

/** The lines as black print on a white page, a little out of focus. */
async function pageOf(lines: readonly string[]): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#111';
  context.font = `${String(size)}px "${values.font}"`;
  lines.forEach((line, at) => { context.fillText(line, 2 * size, 3 * size + 2 * size * at); });
  return sharp(await canvas.encode('png')).greyscale().blur(0.7).raw().toBuffer();
}

const reader = await openPpOcr(modelPaths());
const rows: { division: Division; name: string; read: string }[] = [];
for (let at = 0; at < printed.length; at += perPage) {
  const some = printed.slice(at, at + perPage);
  const found = await reader.readPage({ width, height, pixels: await pageOf(some.map(({ name }) => name)), dpi });
  for (const [line, { division, name }] of some.entries()) {
    const [top, bottom] = [2 * size + 2 * size * line - size / 4, 3 * size + 2 * size * line + size / 4];
    const read = found.filter(({ box }) => (box.y0 + box.y1) / 2 > top && (box.y0 + box.y1) / 2 < bottom).sort((a, b) => a.box.x0 - b.box.x0).map(({ reading }) => reading.text).join('').replace(/\s/g, '');
    if (read !== name) rows.push({ division, name, read });
  }
  await writeFile(out, `code,printed,read\n${rows.map(({ division, name, read }) => `${division.code},${name},${read}\n`).join('')}`);
}
await reader.close();
console.log(`${String(printed.length)} names, ${String(rows.length)} came out otherwise`);
