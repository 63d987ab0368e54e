import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { htmlOf } from '../make/html.js';
import { plainDress } from '../make/dress.js';
import { sheetXml } from '../make/sheet.js';
import { textOfBlocks } from '../make/text.js';
import { pageOf } from '../make/web/pages.js';
import { countyYears, yearOfTheSlip, type CountyYear } from '../make/years/county-years.js';
import { docxOf } from '../make/years/docx.js';
import { tinyXlsx } from '../read/office/sheets/tiny-xlsx.js';
import { builtCommand } from '../built-program.js';

// One run of the program reads them all.
import.meta.jest.setTimeout(300_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
const years = countyYears();
const formats = ['html', 'docx', 'xlsx', 'txt', 'pdf'] as const;
const printed = [2013, 2018, 2024];

function written({ year, blocks, typeset }: CountyYear, format: (typeof formats)[number]): string | Uint8Array | Promise<Uint8Array> {
  if (format === 'pdf') return readFile(join(import.meta.dirname, 'files', `${String(year)}.pdf`));
  if (format === 'docx') return docxOf(blocks);
  if (format === 'xlsx') return tinyXlsx([sheetXml(blocks, true)]);
  if (format === 'txt') return textOfBlocks(blocks, 'tabs');
  return typeset === undefined ? htmlOf(blocks, '', plainDress, false) : pageOf(typeset, 'trs', { charset: 'utf-8', pasted: true });
}

type Row = Record<string, string>;

const rowsOf = async (file: string): Promise<Row[]> => {
  const [head = [], ...lines] = (await readFile(file, 'utf8')).trim().split('\n').map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').replaceAll('""', '"')));
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
};

describe('one county, 2008 to 2024, from seventeen documents in five formats', () => {
  const folder = mkdtemp(join(tmpdir(), 'gongkai-'));
  const out = folder.then((path) => join(path, 'out'));
  const table = async (name: string): Promise<Row[]> => rowsOf(join(await out, `${name}.csv`));

  beforeAll(async () => {
    const input = join(await folder, 'in');
    await mkdir(input);
    const others = formats.filter((f) => f !== 'pdf');
    for (const [i, year] of years.entries()) {
      const format = printed.includes(year.year) ? 'pdf' : (others[i % others.length] ?? 'html');
      await writeFile(join(input, `${String(year.year)}.${format}`), await written(year, format));
    }
    const outFolder = await out;
    const code = await new Promise((done) => execFile(process.execPath, [builtCommand, 'run', input, '--out', outFolder, '--jobs', '2'], { cwd: root }, (error) => done(error?.code ?? 0)));
    expect(code).toBe(0);
  });

  it('is one row a year, without a gap, under one id whatever it was called', async () => {
    const panel = await table('panel');
    expect(panel.map((row) => row['year']).sort()).toEqual(years.map((y) => String(y.year)));
    expect(new Set(panel.map((row) => [row['issuer_id'], row['division_code'], row['status'], row['other_reports']].join(' ')))).toEqual(new Set(['350112 350112 complete ']));
    expect(panel.map((row) => [row['year'], row['template']]).sort()).toEqual(years.map((y) => [String(y.year), y.template]));
  });

  it.each(years)('has the numbers of $year, and none that its form does not have', async ({ year, panel: expected }) => {
    const row = (await table('panel')).find((r) => r['year'] === String(year)) ?? {};
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, row[name]]))).toEqual(expected);
  });

  it('is held against itself from year to year: what one carries out the next carries in', async () => {
    const reports = new Map((await table('reports')).map((row) => [row['report_id'], row['year']]));
    const checks = (await table('checks')).filter((row) => row['check']?.startsWith('year.'));
    const outcomes = [2020, 2021, 2022, 2023, 2024].map((year) => [year, [...new Set(checks.filter((c) => reports.get(c['report_id']) === String(year) && c['check'] === 'year.total').map((c) => c['held']))]]);
    expect(outcomes).toEqual([2020, 2021, 2022, 2023, 2024].map((year) => [year, [String(year !== yearOfTheSlip)]]));
    expect((await table('problems')).filter((row) => row['code'] === 'year-check-failed')).toHaveLength(2);
  });
});
