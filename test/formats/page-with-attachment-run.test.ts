import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { interruptionOf } from '../../src/cli/interruption.js';
import { loadedPipeline } from '../../src/cli/loaded-pipeline.js';
import { response } from '../acquire/warc.js';
import { gongkai } from '../cli/command-line.js';
import { blocksOf } from '../make/page.js';
import { sheetXml } from '../make/sheet.js';
import { truthOf } from '../make/truth-file.js';
import { pageOf } from '../make/web/pages.js';
import { tinyXlsx } from '../read/office/sheets/tiny-xlsx.js';
import { tinyZip } from '../read/tiny-zip.js';
import { rowsOf } from './rows-of.js';
import { theReport } from './the-report.js';

// Each run starts processes that read the documents.
import.meta.jest.setTimeout(300_000);

const typeset = theReport();
const truth = truthOf(typeset.report);
const link = '<p>附件下载：<a href="./P01.xlsx">年度报告.xlsx</a></p>';
const withoutTables = pageOf(typeset, 'trs', { charset: 'utf-8', pasted: false })
  .replace('<div class="side">', `${link}<div class="side">`)
  .replace(/<table[\s\S]*?<\/table>/g, '');
/** The page, whose bytes are another's nowhere. */
const page = (note: string): string => `${withoutTables}<!-- ${note} -->`;
/** The tables alone; behind the end of the archive stands a note. */
function workbook(note: string): Buffer {
  const bytes = Buffer.from(tinyXlsx([sheetXml(blocksOf(typeset, 0).filter((b) => b.kind === 'table'), true)]));
  bytes.writeUInt16LE(note.length, bytes.length - 2);
  return Buffer.concat([bytes, Buffer.from(note)]);
}

const files: Readonly<Record<string, string | Uint8Array>> = {
  'folder/p.html': page('in a folder'),
  'folder/attachments/P01.xlsx': workbook('folder'),
  'a.zip': tinyZip([{ name: 'a/p.html', content: page('in a ZIP archive') }, { name: 'a/P01.xlsx', content: workbook('zip') }]),
  'b.warc': Buffer.concat([response('http://www.example.gov.cn/a/p.html', page('in a web archive'), { 'Content-Type': 'text/html' }), response('http://www.example.gov.cn/a/P01.xlsx', workbook('warc'))]),
  'alone/q.html': page('without its file'),
};

/** Where the tables of each lie, and the hash of what holds them. */
const holders = [
  { path: 'a.zip!/a/P01.xlsx', note: 'zip' },
  { path: 'b.warc!/http://www.example.gov.cn/a/P01.xlsx', note: 'warc' },
  { path: 'folder/attachments/P01.xlsx', note: 'folder' },
].map(({ path, note }) => ({ path, sha256: createHash('sha256').update(workbook(note)).digest('hex') }));

const worker = fileURLToPath(new URL('../../src/batch/worker.ts', import.meta.url));

/** Runs the program with its own readers; `stopAt`: after so many documents it is interrupted. */
async function run(folder: string, out: string, stopAt = Infinity): Promise<number> {
  const signals = new EventEmitter();
  const terminal = new Writable({
    write(chunk: Buffer, _, done) {
      const shown = /(\d+)\/\d+ documents/.exec(chunk.toString());
      if (shown && Number(shown[1]) >= stopAt) signals.emit('SIGINT');
      done();
    },
  });
  const { code } = await gongkai(folder, ['run', join(folder, 'in'), '--out', out, '--jobs', '1'], {
    pipelineIn: loadedPipeline,
    readerFor: (pipeline) => ({ path: worker, arguments: [pipeline.folder], nodeArguments: ['--import', 'tsx'] }),
    terminal: Object.assign(terminal, { isTTY: true, columns: 120 }),
    signal: interruptionOf(signals),
  });
  return code;
}

const bytesOf = async (out: string): Promise<Record<string, string>> => Object.fromEntries(await Promise.all((await readdir(out)).sort().map(async (name) => [name, await readFile(join(out, name), 'utf8')] as const)));

describe('a page and the workbook that it links to, run in a folder, a ZIP archive and a web archive', () => {
  it('are each one report, the workbook\'s, with what the page says; the same after an interruption', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, 'in', name)), { recursive: true });
      await writeFile(join(folder, 'in', name), content);
    }
    const out = join(folder, 'out');
    expect(await run(folder, out)).toBe(0);
    const whole = await bytesOf(out);

    const reports = rowsOf(whole['reports.csv'] ?? '');
    expect(reports.map((r) => [r['source'], r['sha256'], r['report_id'], r['file']])).toEqual(expect.arrayContaining(holders.map(({ path, sha256 }) => [`${join(folder, 'in')}/${path}`, sha256, `r${sha256.slice(0, 16)}`, 'P01.xlsx'])));
    expect(reports).toHaveLength(holders.length);
    for (const report of reports) expect(report).toMatchObject({ title: truth.title, issuer: truth.issuer, year: String(truth.year), division_code: truth.division_code, published: '2023-01-13', template: truth.template, status: 'complete' });
    const sections = rowsOf(whole['sections.csv'] ?? '');
    for (const { report_id } of reports) expect(sections.filter((s) => s['report_id'] === report_id).length).toBeGreaterThan(1);

    const problems = rowsOf(whole['problems.csv'] ?? '');
    const codesOf = (name: string): (string | undefined)[] => problems.filter((p) => p['source']?.endsWith(name)).map((p) => p['code']);
    expect(codesOf('/p.html')).toEqual(['one-report', 'one-report', 'one-report']);
    expect(codesOf('q.html')).toContain('attachment');
    expect(problems.find((p) => p['code'] === 'attachment')?.['message']).toContain('P01.xlsx');

    const later = join(folder, 'later');
    expect(await run(folder, later, 2)).toBe(130);
    expect(await run(folder, later)).toBe(0);
    expect(await bytesOf(later)).toEqual(whole);
  });
});
