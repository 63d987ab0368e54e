// npx tsx test/make/one-report.ts
// Prints the report that stands in every format, and scans it: test/formats/files/report.pdf and scan.pdf.
// Needs chromium and poppler-utils.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { theReport } from '../formats/the-report.js';
import { chanceOf } from './chance.js';
import { printReport } from './print.js';
import { pdfOf } from './scans/pdf-kinds.js';
import { pagesOf } from './scans/rasterise.js';
import { treated } from './scans/treat.js';
import type { Treatment } from './scans/scan.js';

const folder = join(import.meta.dirname, '..', 'formats', 'files');
await mkdir(folder, { recursive: true });
const typeset = theReport();
const pdf = join(folder, 'report.pdf');
await printReport(typeset, 0, pdf);
const treatment: Treatment = { dpi: 300, ink: '1-bit', blur: 0.6, noise: 2 };
const prints = await pagesOf(pdf, treatment.dpi, false);
const sheets = await Promise.all(prints.map((print, i) => treated(print, print, treatment, typeset.report.issuer.name, `one ${String(i)}`)));
await writeFile(join(folder, 'scan.pdf'), await pdfOf(sheets.map((sheet) => ({ sheet, words: [] })), treatment, chanceOf('one pdf')));
