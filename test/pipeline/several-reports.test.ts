import { readFile } from 'node:fs/promises';
import type { DocumentResult } from '../../src/model/report.js';
import type { Page, ReadDocument } from '../../src/model/page.js';
import { defaultPipelineFolder, loadPipeline } from '../../src/pipeline/load-pipeline.js';
import { reportsApart } from '../../src/pipeline/reports-apart.js';
import { runDocument } from '../../src/pipeline/run-document.js';

const pipeline = await loadPipeline(defaultPipelineFolder());
const town = await readFile('samples/huoxian-town-2019.txt', 'utf8');
const other = town.replaceAll('漷县镇', '永乐店镇').replaceAll('2019', '2020');

const readText = (text: string): Promise<DocumentResult> => runDocument(new TextEncoder().encode(text), { path: 'a.txt', file: 'a.txt', sha256: '0'.repeat(64) }, pipeline);
const vouched = ({ reports }: DocumentResult): number[] => reports.map((r) => r.values.filter((v) => v.status === 'read').length);
const codes = ({ reports, findings }: DocumentResult): string[] => [...findings, ...reports.flatMap((r) => r.findings)].map((f) => f.code);

describe('two reports in one text', () => {
  it('are two reports, each with its own issuer, year and values', async () => {
    const result = await readText(`${town}\n${other}`);
    expect(result.reports.map(({ identity: { issuer, year } }) => `${issuer} ${String(year)}`)).toEqual(['北京市通州区漷县镇 2019', '北京市通州区永乐店镇 2020']);
    expect(vouched(result)).toEqual([...vouched(await readText(town)), ...vouched(await readText(other))]);
    expect(codes(result)).not.toContain('several-reports');
  });

  it('are told apart where a list of contents names them first', async () => {
    const titles = ['北京市通州区漷县镇 2019 年政府信息公开工作年度报告', '北京市通州区永乐店镇 2020 年政府信息公开工作年度报告'];
    expect((await readText(`${titles.join('\n')}\n${town}\n${other}`)).reports.map((r) => r.identity.year)).toEqual([2019, 2020]);
  });
});

describe('the title of another report', () => {
  const link = '北京市通州区永乐店镇2018年政府信息公开工作年度报告';

  it('below the tables takes nothing from the report above it', async () => {
    const result = await readText(`${town}\n${link}\n`);
    expect(result.reports.map((r) => r.identity.year)).toEqual([2019]);
    expect(vouched(result)).toEqual(vouched(await readText(town)));
  });

  it('between the title and the tables makes every value suspect: nobody can tell whose they are', async () => {
    const [title = '', ...rest] = town.trim().split('\n');
    const result = await readText([title, link, ...rest].join('\n'));
    expect(codes(result)).toContain('several-reports');
    expect(vouched(result)).toEqual([0]);
  });
});

describe('the pages of a compilation', () => {
  const page = (number: number): Page => ({ number, width: 595, height: 842, words: [{ text: 'x', box: { x0: 0, x1: 5, y0: 0, y1: 5 }, size: 10, vertical: false }], hidden: [], rulings: [], areas: [], pictures: [], blocks: [] });
  const document: ReadDocument = { mediaType: 'application/pdf', method: 'text', pageCount: 6, pages: [1, 2, 3, 4, 5, 6].map(page) };
  const title = (of: string, on: number) => ({ text: `${of}2022年政府信息公开工作年度报告`, page: on, size: 22 });
  const prose = (on: number) => ({ text: '一、总体情况', page: on, size: 12 });
  const pagesOf = (lines: Parameters<typeof reportsApart>[1]) => reportsApart(document, lines, pipeline.labels)?.map((part) => part.pages.map((p) => p.number)) ?? null;
  const many = (on: number) => Array.from({ length: 5 }, () => prose(on));

  it('are cut where a title opens a page; the cover before the first is nobody\'s', () => {
    expect(pagesOf([...many(1), title('甲镇', 2), ...many(2), ...many(3), prose(4), title('乙镇', 4), ...many(4), ...many(5)])).toEqual([[2, 3], [4, 5, 6]]);
  });
  it('are not cut where a title stands in the middle of a page', () => {
    expect(pagesOf([title('甲镇', 1), ...many(1), ...many(3), title('乙镇', 3), ...many(4)])).toBeNull();
  });
});
