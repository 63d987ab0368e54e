import { readFile } from 'node:fs/promises';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { joined } from '../../src/pipeline/joined-report.js';
import { runDocument } from '../../src/pipeline/run-document.js';
import type { DocumentResult } from '../../src/model/report.js';
import { heldAgainst } from '../make/held-against.js';
import { sheetXml } from '../make/sheet.js';
import { blocksOf } from '../make/page.js';
import { truthOf } from '../make/truth-file.js';
import { pageOf } from '../make/web/pages.js';
import { tinyXlsx } from '../read/office/sheets/tiny-xlsx.js';
import { theReport } from './the-report.js';

const pipeline = await loadPipeline(defaultPipelineFolder());
const typeset = theReport();
const truth = truthOf(typeset.report);
const read = (path: string, bytes: string | Uint8Array): Promise<DocumentResult> => runDocument(Buffer.from(bytes as string), { path, file: path, sha256: path }, pipeline);

const whole = pageOf(typeset, 'trs', { charset: 'utf-8', pasted: false });
const link = '<p>附件下载：<a href="./P01.docx">年度报告.docx</a></p>';
const withTables = whole.replace('<div class="side">', `${link}<div class="side">`);
const withoutTables = withTables.replace(/<table[\s\S]*?<\/table>/g, '');

const docx = await readFile(new URL('../read/office/files/report-2019.docx', import.meta.url));
const attachment = await read('P01.docx', docx);
/** The tables alone, without anything that says whose they are. */
const workbook = await read('P02.xlsx', tinyXlsx([sheetXml(blocksOf(typeset, 0).filter((b) => b.kind === 'table'), true)]));

const only = (documents: readonly DocumentResult[] | null): DocumentResult => {
  const [one, ...more] = (documents ?? []).filter((d) => d.reports.length > 0);
  if (!one || more.length > 0) throw new Error('not one report');
  return one;
};
const codes = (d: DocumentResult | undefined): string[] => [...(d?.findings ?? []), ...(d?.reports.flatMap((r) => r.findings) ?? [])].map((f) => f.code);

describe('a page without tables, and the file that it links to', () => {
  it('are one report: the tables, the source and the hash of the file, and what the page says of it', async () => {
    const page = await read('p.html', withoutTables);
    expect(codes(page)).toContain('attachment');
    const documents = joined({ page, attachments: [workbook] });
    const one = only(documents);
    expect(one.source.path).toBe('P02.xlsx');
    expect(heldAgainst(one, truth)).toMatchObject({ marked: 0, wrong: [] });
    expect(one.reports[0]?.identity).toMatchObject({ title: truth.title, issuer: truth.issuer, year: truth.year, published: '2023-01-13' });
    expect(one.reports[0]?.sections?.length).toBeGreaterThan(1);
    expect(codes(documents?.[0])).toEqual(['one-report']);
  });
});

describe('a page with tables, and a file that repeats them', () => {
  it('are one report, the page\'s', async () => {
    const documents = joined({ page: await read('p.html', withTables), attachments: [attachment, workbook] });
    const one = only(documents);
    expect(one.source.path).toBe('p.html');
    expect(heldAgainst(one, truth)).toMatchObject({ marked: 0, wrong: [] });
    expect(documents?.slice(1).map(codes)).toEqual([['one-report'], ['one-report']]);
  });
  it('are one report, the file\'s, where the page leaves something in doubt', async () => {
    const spoilt = withTables.replace(/<td([^>]*class="value[^>]*)>(\d+)</, '<td$1>$2/3<');
    expect(only(joined({ page: await read('p.html', spoilt), attachments: [attachment] })).source.path).toBe('P01.docx');
  });
  it('that differ in a number vouch for neither', async () => {
    const other = withTables.replace(/(class="value[^>]*>)(\d+)</, (_, head: string, n: string) => `${head}${String(Number(n) + 5)}<`);
    const one = only(joined({ page: await read('p.html', other), attachments: [attachment] }));
    expect(codes(one).filter((c) => c === 'copies-differ')).toHaveLength(1);
    expect(heldAgainst(one, truth)).toMatchObject({ marked: 1, wrong: [] });
  });
  it('lend each other a table that one lacks', async () => {
    const tables = [...withTables.matchAll(/<table>[\s\S]*?<\/table>/g)].map((m) => m[0]).slice(0, -1);
    const page = await read('p.html', tables.slice(1).reduce((html, table) => html.replace(table, ''), withTables));
    const rest = await read('P03.html', tables.slice(1).join('<p>续</p>'));
    const one = only(joined({ page, attachments: [rest] }));
    expect(codes(one)).toContain('table-from');
    expect(heldAgainst(one, truth)).toMatchObject({ marked: 0, wrong: [] });
  });
});

describe('reports of other years or offices that a page links to', () => {
  it('stay reports of their own', async () => {
    const page = await read('p.html', withoutTables.replaceAll(String(truth.year), String(truth.year - 3)));
    expect(joined({ page, attachments: [attachment] })).toBeNull();
  });
  it('stay apart where a file does not say whose tables it holds, and they differ in more than a few cells', async () => {
    const html = (change: (n: number, i: number) => number): string => {
      let i = 0;
      return withTables.replace(/(class="value[^>]*>)(\d+)</g, (_, head: string, n: string) => `${head}${String(change(Number(n), i++))}<`);
    };
    const few = await read('p.html', html((n, i) => (i < 3 ? n + 5 : n)));
    expect(codes(only(joined({ page: few, attachments: [workbook] }))).filter((c) => c === 'copies-differ')).toHaveLength(3);
    const many = await read('p.html', html((n) => n + 1));
    expect(joined({ page: many, attachments: [workbook] })).toBeNull();
  });
});
