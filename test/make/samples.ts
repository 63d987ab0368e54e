// npx tsx test/make/samples.ts SAMPLESDIR TRUTHDIR
// Typesets the samples: a town's real report of 2019 in three dresses, and a made-up report of the form of 2021.

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { a4Landscape, dressed, type Dress } from './dress.js';
import { applicants, clauses, outcomes, procedures, requestIds, splitServices } from './form-data.js';
import { issuers } from './issuers.js';
import type { Typeset } from './page.js';
import { placed } from './place.js';
import { printReport } from './print.js';
import { truthOf } from './truth-file.js';
import { makeReport, type Printed, type Report, type Story, type Values } from './truth.js';

const source = fileURLToPath(new URL('huoxian-town-2019.txt', import.meta.url));
const zero: Printed = { text: '0', value: '0' };
const zeros = (columns: readonly { readonly id: string }[]): Record<string, Printed> => Object.fromEntries(columns.map(({ id }) => [id, zero]));

/** The numbers of the town's report: two applications by natural persons, both granted; one cell empty; else 0. */
function huoxianReport(): Report {
  const two: Printed = { text: '2', value: '2' };
  const requests: Values = Object.fromEntries(requestIds('2019').map((id) => [id, zeros(applicants)]));
  for (const id of ['new', 'granted', 'processed_total']) requests[id] = { ...requests[id], natural_person: two, total: two };
  requests['carried_in'] = { ...requests['carried_in'], natural_person: { text: '', value: null } };
  const disclosure: Values = {};
  for (const clause of clauses['2019']) {
    for (const item of clause.items) if (item.id !== 'other_services') disclosure[item.id] = zeros(clause.measures);
  }
  for (const part of splitServices) disclosure[part.id] = { items_change: zero, decisions: zero };
  return {
    issuer: issuers.huoxian, year: 2019, requestsForm: '2019', disclosureForm: '2019', services: 'parts-in-next-column', habits: {},
    title: ['北京市通州区漷县镇 2019 年政府信息公开工作年度报告'], requests, disclosure,
    proceedings: Object.fromEntries(procedures.map(({ id }) => [id, zeros(outcomes)])), units: { 'procurement/procurement_amount': '' },
  };
}

/** The words of the report: its lines without those of the tables, with paragraphs made whole that a page end cut. */
function storyOfText(text: string): Story {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const opening: string[] = [];
  const chapters: { heading: string; paragraphs: string[] }[] = [];
  let inTable = false;
  for (const line of lines.slice(1)) {
    const chapter = chapters.at(-1);
    const into = chapter ? chapter.paragraphs : opening;
    const last = into.at(-1);
    if (/^[一二三四五六]、[^\t]*情况$|^六、/.test(line)) {
      inTable = false;
      chapters.push({ heading: line, paragraphs: [] });
    } else if (line.includes('\t') || line.startsWith('第二十条') || inTable) inTable = true;
    else if (last !== undefined && last.length > 30 && !/[。：]$/.test(last)) into[into.length - 1] = last + line;
    else into.push(line);
  }
  return { opening, chapters };
}

interface Sample { readonly name: string; readonly typeset: Typeset }

function samplesOf(text: string): Sample[] {
  const wording = { brackets: 'half', ordinal: '1. ' } as const;
  const huoxian = (dress: Partial<Dress>): Typeset => ({ report: huoxianReport(), wording, dress: dressed(dress), seed: 'huoxian', story: storyOfText(text) });
  const cut = { table: 'requests', row: 'unavailable.still_unclear', inside: 1 } as const;
  const bureau = makeReport(
    { issuer: issuers.huitong, year: 2022, requestsForm: '2021', disclosureForm: '2021', habits: { notes: true } },
    ['会同县自然资源局', '2022 年政府信息公开工作年度报告'], 'sample',
  );
  return [
    { name: 'huoxian-town-2019-chromium', typeset: huoxian({ font: 'AR PL UMing CN', fill: '#f2f2f2', pageNumber: '—N—', size: 9.5, padding: 9.2, rowHeight: 0, cutRows: true, closed: true, fresh: true, break: cut }) },
    { name: 'huoxian-town-2019-libreoffice', typeset: huoxian({ engine: 'libreoffice', font: 'AR PL SungtiL GB', pageNumber: '-N-', size: 10.5, rowHeight: 24 }) },
    { name: 'huoxian-town-2019-landscape', typeset: huoxian({ font: 'AR PL KaitiM GB', paper: a4Landscape, size: 8, prose: 14, padding: 2, rowHeight: 0, head: 'vertical', group: 'stacked', pageNumber: '第N页' }) },
    { name: 'huitong-bureau-2022', typeset: { report: bureau, wording: {}, seed: 'sample', dress: dressed({ engine: 'libreoffice', font: 'AR PL UMing CN', fill: '#c6d9f1', size: 11, rowHeight: 46, outside: true, fresh: true, break: { table: 'requests', row: 'carried_in' } }) } },
  ];
}

const [samplesFolder, truthFolder] = process.argv.slice(2);
if (samplesFolder === undefined || truthFolder === undefined) throw new Error('usage: samples.ts SAMPLESDIR TRUTHDIR');
await mkdir(samplesFolder, { recursive: true });
await mkdir(truthFolder, { recursive: true });
await copyFile(source, join(samplesFolder, 'huoxian-town-2019.txt'));
for (const { name, typeset } of samplesOf(await readFile(source, 'utf8'))) {
  const done = await placed(typeset);
  await printReport(done.typeset, done.pad, join(samplesFolder, `${name}.pdf`));
  await writeFile(join(truthFolder, `${name}.truth.json`), `${JSON.stringify(truthOf(done.typeset.report), null, 1)}\n`);
  console.log(`${name}${done.found ? '' : ': THE BREAK COULD NOT BE PLACED'}`);
}
await writeFile(join(truthFolder, 'huoxian-town-2019.truth.json'), `${JSON.stringify(truthOf(huoxianReport()), null, 1)}\n`);
