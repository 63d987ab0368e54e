// Scans reports with one long list in a ruled table: npx tsx test/make/lists/scan-lists.ts FOLDER --seed N [--count N]
// Each as a PDF of pictures, 200 and 150 dots to an inch, grey and black and white by turns; beside them NAME.truth.json. Read by compare-lists.ts --scans.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from '../chance.js';
import { printWith, withFolder } from '../print.js';
import { pdfOf } from '../scans/pdf-kinds.js';
import { pagesOf } from '../scans/rasterise.js';
import type { Treatment } from '../scans/scan.js';
import { treated } from '../scans/treat.js';
import { listPage, type ListDress } from './list-page.js';
import { listReport } from './list-report.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '6' } } });
const [folder] = positionals;
if (folder === undefined) throw new Error('Name a folder.');
await mkdir(folder, { recursive: true });
const treatments: readonly Treatment[] = [
  { dpi: 200, ink: 'grey', skew: 0.4, noise: 4, blur: 0.6 },
  { dpi: 150, ink: 'grey', skew: 0.3, noise: 4, blur: 0.5 },
  { dpi: 200, ink: '1-bit', skew: 0.3 },
  { dpi: 150, ink: '1-bit' },
];
const dresses: readonly ListDress[] = ['ruled', 'thin', 'merged'];
for (let n = 0; n < Number(values.count); n++) {
  const report = listReport(Number(values.seed), n);
  const dress = dresses[n % dresses.length] ?? 'ruled';
  const treatment = treatments[n % treatments.length] ?? { dpi: 200, ink: 'grey' };
  const name = `scan-${values.seed}-${String(n)}-${dress}-${String(treatment.dpi)}-${treatment.ink}`;
  await writeFile(join(folder, `${name}.truth.json`), JSON.stringify(report, null, 1));
  await withFolder(async (work) => {
    const pdf = join(work, 'printed.pdf');
    await printWith('chromium', listPage(report, dress), pdf);
    const prints = await pagesOf(pdf, treatment.dpi, false);
    const sheets = await Promise.all(prints.map((print, place) => treated(print, prints[place ^ 1] ?? print, treatment, '某某区', `${name} ${String(place)}`)));
    await writeFile(join(folder, `${name}.pdf`), await pdfOf(sheets.map((sheet) => ({ sheet, words: [] })), treatment, chanceOf(name)));
  });
}
