// node --import tsx test/make/samples-of-formats.ts SAMPLESDIR
// Writes the sample of the form of 2021 in other formats: the same report as a web page, a workbook and an OFD, and a Word file. Wants no other program.

import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read } from '../../src/read/readers.js';
import { sheetXml } from './sheet.js';
import { dressed } from './dress.js';
import { issuers } from './issuers.js';
import { ofdOf } from './ofd.js';
import { blocksOf, type Typeset } from './page.js';
import { makeReport } from './truth.js';
import { inGbk } from './web/gbk.js';
import { pageOf } from './web/pages.js';
import { tinyXlsx } from '../read/office/sheets/tiny-xlsx.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: samples-of-formats.ts SAMPLESDIR');
const report = makeReport({ issuer: issuers.huitong, year: 2022, requestsForm: '2021', disclosureForm: '2021', habits: { notes: true } }, ['会同县自然资源局', '2022 年政府信息公开工作年度报告'], 'sample');
const typeset: Typeset = { report, wording: {}, seed: 'sample', dress: dressed({}) };
const pdf = await readFile(join(folder, 'huitong-bureau-2022.pdf'));

await writeFile(join(folder, 'huitong-bureau-2022-page.html'), inGbk(pageOf(typeset, 'jcms', { charset: 'gb2312', pasted: true })));
await writeFile(join(folder, 'huitong-bureau-2022-workbook.xlsx'), tinyXlsx([sheetXml(blocksOf(typeset, 0), true)]));
await writeFile(join(folder, 'huitong-bureau-2022-layout.ofd'), ofdOf((await read(pdf, { pages: 20 })).document.pages));
await copyFile(new URL('../read/office/files/report-2021.docx', import.meta.url), join(folder, 'word-2021.docx'));
