import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { response } from '../acquire/warc.js';
import { ofdOf } from '../make/ofd.js';
import { blocksOf } from '../make/page.js';
import { sheetXml, xlsOf } from '../make/sheet.js';
import { textOf, textShapes } from '../make/text.js';
import { truthOf, type TruthTable } from '../make/truth-file.js';
import { inGbk } from '../make/web/gbk.js';
import { pageOf, systems } from '../make/web/pages.js';
import { tinyXlsx } from '../read/office/sheets/tiny-xlsx.js';
import { tinyZip } from '../read/tiny-zip.js';
import { read } from '../../src/read/readers.js';
import { rowsOf, type Row } from './rows-of.js';
import { theReport } from './the-report.js';
import { builtCommand } from '../built-program.js';

// One run of the program reads them all, a scan among them.
import.meta.jest.setTimeout(300_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = (name: string): Promise<Buffer> => readFile(join(root, 'test', name));
const typeset = theReport();
const truth = truthOf(typeset.report);
const blocks = blocksOf(typeset, 0);

/** The report in every format, under names that do not tell which. */
async function allFormats(): Promise<Map<string, Uint8Array | string>> {
  const pdf = await here('formats/files/report.pdf');
  const files = new Map<string, Uint8Array | string>([
    ['pdf', pdf],
    ['scan', await here('formats/files/scan.pdf')],
    ['docx', await here('read/office/files/report-2019.docx')],
    ['doc', await here('read/office/files/report-2019.doc')],
    ['xlsx', tinyXlsx([sheetXml(blocks, true)])],
    ['xls', xlsOf(blocks, true)],
    ['ofd', ofdOf((await read(pdf, { pages: 10 })).document.pages)],
  ]);
  for (const [i, system] of systems.entries()) {
    for (const charset of ['utf-8', 'gbk']) {
      const page = pageOf(typeset, system, { charset, pasted: i % 2 === 0 });
      files.set(`page-${system}-${charset}`, charset === 'gbk' ? inGbk(page) : page);
    }
  }
  for (const shape of textShapes) files.set(`text-${shape}`, textOf(typeset, shape));
  const inArchive = (note: string): string => `${pageOf(typeset, 'trs', { charset: 'utf-8', pasted: false })}<!-- ${note} -->`;
  files.set('zip', tinyZip([{ name: 'a/b', content: inArchive('packed') }]));
  files.set('warc', response('http://www.example.gov.cn/a.html', inArchive('kept'), { 'Content-Type': 'text/html' }));
  files.set('warc-gz', gzipSync(response('http://www.example.gov.cn/b.html', inArchive('kept and packed'), { 'Content-Type': 'text/html' })));
  return files;
}

const tables = [
  { file: 'requests', row: 'item', column: 'applicant', value: 'count' },
  { file: 'proceedings', row: 'procedure', column: 'outcome', value: 'count' },
  { file: 'disclosure', row: 'item', column: 'measure', value: 'value' },
] as const;

interface Read { readonly name: string; readonly right: number; readonly marked: number; readonly wrong: readonly string[] }

/** The name of the file that a source is, or lies in. */
const nameOf = (source: string): string => source.split('!')[0]?.split('/').at(-1) ?? '';

/** What the dataset says of each file, held against the truth. */
async function datasetOf(out: string): Promise<{ readonly read: Read[]; readonly reports: Row[] }> {
  const reports = rowsOf(await readFile(join(out, 'reports.csv'), 'utf8'));
  const values = await Promise.all(tables.map(async (t) => ({ ...t, rows: rowsOf(await readFile(join(out, `${t.file}.csv`), 'utf8')) })));
  const read = reports.map((report): Read => {
    let [right, marked] = [0, 0];
    const wrong: string[] = [];
    for (const { file, row, column, value, rows } of values) {
      const expected: TruthTable = truth[file];
      const own = rows.filter((r) => r['report_id'] === report['report_id']);
      for (const r of own) {
        const printed = expected[r[row] ?? '']?.[r[column] ?? ''];
        const isVouched = r['status'] === 'read' || r['status'] === 'blank' || r['status'] === 'repaired';
        if (!isVouched) marked++;
        else if (printed !== undefined && (printed ?? '') === r[value]) right++;
        else wrong.push(`${file} ${r[row] ?? ''} ${r[column] ?? ''}: ${String(printed)}, read ${r[value] ?? ''}`);
      }
    }
    return { name: nameOf(report['source'] ?? ''), right, marked, wrong };
  });
  return { read, reports };
}

describe('one report, whatever it comes in', () => {
  it('is the same rows in requests.csv, proceedings.csv and disclosure.csv', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
    await mkdir(join(folder, 'in'));
    const files = await allFormats();
    for (const [name, content] of files) await writeFile(join(folder, 'in', name), content);
    const out = join(folder, 'out');
    const code = await new Promise((done) => execFile(process.execPath, [builtCommand, 'run', join(folder, 'in'), '--out', out, '--jobs', '2'], { cwd: root }, (error) => done(error?.code ?? 0)));
    expect(code).toBe(2);

    const { read: found, reports } = await datasetOf(out);
    expect(found.map((f) => f.name).sort()).toEqual([...files.keys()].sort());
    expect(found.flatMap((f) => f.wrong.map((w) => `${f.name}: ${w}`))).toEqual([]);
    expect(new Set(reports.map((r) => [r['issuer'], r['year'], r['division_code'], r['template']].join(' ')))).toEqual(new Set([[truth.issuer, String(truth.year), truth.division_code, truth.template].join(' ')]));

    const all = Object.values({ ...truth.requests, ...truth.proceedings, ...truth.disclosure }).reduce((sum, row) => sum + Object.keys(row).length, 0);
    // A scan may leave a few in doubt; numbers that run together leave more, and say so.
    const least = new Map([['scan', 0.97], ['text-bare', 0.8]]);
    expect(found.filter((f) => f.right + f.marked !== all || f.right < (least.get(f.name) ?? 1) * all)).toEqual([]);
  });
});
