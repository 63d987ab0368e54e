// Typesets reports with one long list: npx tsx test/make/lists/make-lists.ts FOLDER --seed N [--count N] [--dresses A,B] [--crowded] [--no-office]
// Each as a PDF of Chromium, a web page, a text with tabs and a workbook, and as a PDF, a DOCX and a DOC of LibreOffice; beside them NAME.truth.json.
// `--crowded`: every one counts its rows in a column and splits its numbers by tier. `--no-office` leaves out what LibreOffice makes.

import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { utils, write } from '@e965/xlsx';
import { printWith, withFolder } from '../print.js';
import { listDresses, listPage, printedLine } from './list-page.js';
import { listReport, type ListReport } from './list-report.js';

const run = promisify(execFile);
const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '10' }, dresses: { type: 'string', default: listDresses.join(',') }, crowded: { type: 'boolean', default: false }, 'no-office': { type: 'boolean', default: false } } });
const [folder] = positionals;
if (folder === undefined) throw new Error('Name a folder.');
await mkdir(folder, { recursive: true });
const dresses = listDresses.filter((dress) => values.dresses.split(',').includes(dress));
for (let n = 0; n < Number(values.count); n++) {
  const report = listReport(Number(values.seed), n, values.crowded);
  const dress = dresses[n % dresses.length] ?? 'ruled';
  const name = `list-${values.seed}-${String(n)}-${dress}`;
  const page = listPage(report, dress);
  await writeFile(join(folder, `${name}.truth.json`), JSON.stringify(report, null, 1));
  await writeFile(join(folder, `${name}.html`), page);
  if (dress !== 'halves') {
    await writeFile(join(folder, `${name}.txt`), linesOf(report).map((cells) => cells.join('\t')).join('\n'));
    await writeFile(join(folder, `${name}.xlsx`), workbook(report));
  }
  await printWith('chromium', page, join(folder, `${name}.chromium.pdf`));
  if (!values['no-office']) await withFolder(async (profile) => {
    const source = join(profile, `${name}.office.html`);
    await writeFile(source, page);
    for (const to of ['docx:MS Word 2007 XML', 'doc:MS Word 97', 'pdf:writer_web_pdf_Export']) {
      await run('soffice', [`-env:UserInstallation=file://${join(profile, 'profile')}`, '--headless', '--convert-to', to, '--outdir', folder, source], { timeout: 180_000 });
    }
  });
}

/** The title and the list, each line as its cells. */
function linesOf(report: ListReport): string[][] {
  const { title, columns, lines, units, isCounted } = report;
  const head = [...(isCounted ? ['序号'] : []), '统计指标', ...(units === 'column' ? ['单位'] : []), ...columns.map((c) => c.head)];
  const rows = lines.map((line, i) => {
    const { label, unit, values } = printedLine(line, report);
    return [...(isCounted ? [String(i + 1)] : []), label, ...(units === 'column' ? [unit] : []), ...values];
  });
  return [[title], [], head, ...rows];
}

function workbook(report: ListReport): Uint8Array {
  const cells = linesOf(report).map((line) => line.map((text) => (/^(?:0|[1-9]\d*)$/.test(text) ? Number(text) : text)));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), '附表');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
