import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { started } from '../cli/command-process.js';
import { blocksOf } from '../make/page.js';
import { sheetXml } from '../make/sheet.js';
import { pageOf } from '../make/web/pages.js';
import { tinyXlsx } from '../read/office/sheets/tiny-xlsx.js';
import { theReport } from './the-report.js';

// Each run starts processes that read the documents.
import.meta.jest.setTimeout(300_000);

const typeset = theReport();
const page = (link: string): string => pageOf(typeset, 'trs', { charset: 'utf-8', pasted: false }).replace('<div class="side">', `${link}<div class="side">`);
const here = (name: string): Promise<Buffer> => readFile(new URL(`../${name}`, import.meta.url));

/** A page with its workbook beside it, and the report as others send it. */
async function folderOfReports(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
  await mkdir(join(folder, 'in'));
  const files = {
    'a.html': page(''), 'b.html': page('<a href="P1.xlsx">年度报告.xlsx</a>').replace(/<table[\s\S]*?<\/table>/g, ''), 'P1.xlsx': tinyXlsx([sheetXml(blocksOf(typeset, 0), true)]),
    'c.docx': await here('read/office/files/report-2021.docx'), 'd.doc': await here('read/office/files/report-2019.doc'), 'e.pdf': await here('formats/files/report.pdf'),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, 'in', name), content);
  return folder;
}

const orderFor = (folder: string, out: string): string[] => ['run', join(folder, 'in'), '--out', join(folder, out), '--jobs', '1'];
const finished = async (ledger: string): Promise<number> => (await readFile(ledger, 'utf8').catch(() => '')).split('\n').length - 1;
const bytesOf = async (out: string): Promise<Record<string, string>> => Object.fromEntries(await Promise.all((await readdir(out)).sort().map(async (name) => [name, await readFile(join(out, name), 'utf8')] as const)));

/** Runs until so many documents are done, and kills it then. */
async function killedAfter(documents: number, folder: string): Promise<void> {
  const work = join(folder, 'out.gongkai-run');
  await mkdir(work, { recursive: true });
  const { child, ended } = started(orderFor(folder, 'out'));
  const watcher = watch(work, () => {
    void finished(join(work, 'ledger.jsonl')).then((done) => done >= documents && child.kill('SIGKILL'));
  });
  const { code } = await ended;
  watcher.close();
  expect(code).toBeNull();
}

describe('a run over pages, Word files, a workbook and a PDF that is killed again and again', () => {
  it('is continued by the same command, to the same bytes', async () => {
    const folder = await folderOfReports();
    await started(orderFor(folder, 'whole')).ended;
    for (const documents of [1, 3]) await killedAfter(documents, folder);
    expect(await readdir(folder)).not.toContain('out');
    const { code } = await started(orderFor(folder, 'out')).ended;
    expect(code).toBe(0);
    expect(await bytesOf(join(folder, 'out'))).toEqual(await bytesOf(join(folder, 'whole')));
    expect((await readFile(join(folder, 'out', 'reports.csv'), 'utf8')).trim().split('\n')).toHaveLength(6);
  });
});
