// npx tsx test/make/scans/make-scans.ts OUTDIR [--seed N] [--group NAME] [--only NAME] [--unscanned]
//
// Typesets reports, scans them, and writes each as NAME.pdf (or .png, .jpg, .webp, .tif), with what is printed in it as
// NAME.truth.json, and what was done to it as NAME.scan.json. The same seed makes the same scans.
// `--unscanned` writes the same reports as they were typeset: what is not read there is no fault of the scan. Needs chromium,
// libreoffice, qpdf and poppler-utils; opj_compress (libopenjp2-tools) for JPEG 2000, which is left out without it.

import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import pLimit from 'p-limit';
import { chanceOf } from '../chance.js';
import { documentOf } from '../documents.js';
import { printReport, withFolder } from '../print.js';
import { truthOf } from '../truth-file.js';
import { hasJpeg2000 } from './coding.js';
import { lying } from './paper.js';
import { codingOf, pdfOf } from './pdf-kinds.js';
import { extensionOf, pictureFile } from './picture-files.js';
import { pagesOf, wordsOf } from './rasterise.js';
import type { Scan } from './scan.js';
import { fixtures, scanGroups, scans } from './sets.js';
import { withTablePictures } from './table-pictures.js';
import { treated, turnOf } from './treat.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, group: { type: 'string' }, seed: { type: 'string', default: '1' }, unscanned: { type: 'boolean', default: false } } });
const folder = positionals[0];
if (folder === undefined) throw new Error('usage: make-scans.ts OUTDIR [--seed N] [--group NAME] [--only NAME] [--unscanned]');

const seedNumber = Number(values.seed);
const among = values.group === 'fixtures' ? fixtures : scans;
const run = promisify(execFile);

/** Every page that is the first, third, fifth … as it was typeset, the others as they were scanned. */
const someDigital = (scanned: Buffer, typeset: string): Promise<Buffer> => withFolder(async (work) => {
  const [source, target] = [join(work, 'scanned.pdf'), join(work, 'both.pdf')];
  await writeFile(source, scanned);
  await run('qpdf', ['--empty', '--collate', '--pages', typeset, '1-z:odd', source, '1-z:even', '--', target]);
  return readFile(target);
});

async function scanned(pdf: string, document: Scan, office: string, seed: string): Promise<{ bytes: Buffer; pages: number }> {
  const { scan } = document;
  // A seal is red whatever it is scanned in: what is red turns grey in the scanner.
  const prints = await pagesOf(pdf, scan.dpi, scan.ink === 'colour');
  const words = await wordsOf(pdf);
  const pages = [];
  for (const [place, print] of prints.entries()) {
    const back = prints[place ^ 1] ?? print;
    const sheet = await treated(print, back, scan, office, `${seed} ${place}`);
    pages.push({ sheet: await lying(sheet, turnOf(scan, place)), words: words[place] ?? [] });
  }
  const { file = 'pdf' } = scan;
  if (file !== 'pdf') return { bytes: await pictureFile(pages.map(({ sheet }) => sheet), file, scan), pages: pages.length };
  const bytes = await pdfOf(pages, scan, chanceOf(`${seed} pdf`));
  return { bytes: scan.pdf === 'some-digital' ? await someDigital(bytes, pdf) : bytes, pages: pages.length };
}

async function make(document: Scan, into: string): Promise<void> {
  const begin = Date.now();
  const typeset = documentOf(document, seedNumber, among);
  const office = typeset.report.issuer.name;
  const { bytes, pages } = await withFolder(async (work) => {
    if (values.unscanned) {
      await printReport(typeset, 0, join(work, 'typeset.pdf'));
      return { bytes: await readFile(join(work, 'typeset.pdf')), pages: 0 };
    }
    if (document.scan.pdf === 'table-pictures') return { bytes: await withTablePictures(typeset, document.scan, office, typeset.seed), pages: 0 };
    const pdf = join(work, 'typeset.pdf');
    await printReport(typeset, 0, pdf);
    return scanned(pdf, document, office, typeset.seed);
  });
  const { name, scan, dress, habits } = document;
  const group = Object.entries(scanGroups).find(([, members]) => members.includes(document))?.[0] ?? 'fixtures';
  const file = `${name}.${extensionOf(values.unscanned ? 'pdf' : scan.file ?? 'pdf')}`;
  await writeFile(join(into, file), bytes);
  await writeFile(join(into, `${name}.truth.json`), `${JSON.stringify(truthOf(typeset.report), null, 1)}\n`);
  await writeFile(join(into, `${name}.scan.json`), `${JSON.stringify({ ...scan, file, group, seed: seedNumber, ...(pages > 0 && { pages }), font: typeset.dress.font, ...(!scan.file && { coding: codingOf(scan) }), dress, habits }, null, 1)}\n`);
  console.log(`${file}: ${pages} pages, ${Math.round(bytes.length / 1024)} KB, ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}

await mkdir(folder, { recursive: true });
const group = values.group === undefined ? scans : values.group === 'fixtures' ? fixtures : scanGroups[values.group];
if (!group) throw new Error(`no group ${values.group ?? ''}; there are ${Object.keys(scanGroups).join(', ')}, fixtures`);
const named = group.filter(({ name }) => values.only === undefined || name.includes(values.only));
const chosen = named.filter(({ scan }) => scan.coding !== 'jpeg-2000' || hasJpeg2000());
for (const { name } of named.filter((each) => !chosen.includes(each))) console.log(`${name}: LEFT OUT, opj_compress is not installed`);
const limit = pLimit(2);
await Promise.all(chosen.map((document) => limit(() => make(document, folder))));
console.log(`${chosen.length} documents`);
