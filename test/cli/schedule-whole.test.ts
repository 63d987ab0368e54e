import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { site, type Seen, type Site } from '../acquire/client/site.js';
import { validated } from '../acquire/crawl/published.js';
import { folderWith } from '../batch/folder.js';
import { rowsOf, type Row } from '../formats/rows-of.js';
import { theReport } from '../formats/the-report.js';
import { truthOf } from '../make/truth-file.js';
import { pageOf } from '../make/web/pages.js';
import { started, type CommandProcess, type Ended } from './command-process.js';
import { quickPipeline } from './quick-pipeline.js';

import.meta.jest.setTimeout(300_000);

const samples = join(import.meta.dirname, '../../samples');
const applicants = ['natural_person', 'commercial_enterprise', 'research_institution', 'public_interest_organization', 'legal_services_organization', 'other_organization', 'total'];
const variables = ['issuer_id', 'division_code', 'issuer', 'year', 'template', 'requests_received', 'requests_carried_in', 'requests_processed', 'granted', 'partly_granted', 'denied', 'not_held', 'not_processed', 'other', 'reconsiderations', 'lawsuits', 'status'];
const typeset = theReport();
const truth = truthOf(typeset.report);
const page = pageOf(typeset, 'trs', { charset: 'utf-8', pasted: false });

/** Rows of requests.csv as they are to be: `issuer year item applicant count status`. */
async function expectedRequests(): Promise<string[]> {
  const sample = JSON.parse(await readFile(join(samples, 'huoxian-town-2019.expected.json'), 'utf8')) as { requests: Record<string, (string | null)[]> };
  const line = (of: string, item: string, applicant: string, value: string | null): string => `${of} ${item} ${applicant} ${value ?? ''} ${value === null ? 'blank' : 'read'}`;
  const town = Object.entries(sample.requests).flatMap(([item, values]) => values.map((value, at) => line('北京市通州区漷县镇 2019', item, applicants[at] ?? '', value)));
  const office = Object.entries(truth.requests).flatMap(([item, values]) => Object.entries(values).map(([applicant, value]) => line(`${truth.issuer} ${truth.year}`, item, applicant, value)));
  return [...town, ...office].sort();
}

describe('the delivered command', () => {
  let office: Site;
  let folder: string;
  let pipeline: string;
  /** Told of each request; what it takes is not answered. */
  let takes: (seen: Seen) => boolean = () => false;
  const told = (answer: (seen: Seen, response: ServerResponse) => void) => (seen: Seen, response: ServerResponse): void => {
    if (!takes(seen)) answer(seen, response);
  };

  beforeEach(async () => {
    const pdf = await readFile(join(samples, 'huoxian-town-2019-libreoffice.pdf'));
    const rows = [['/nb/202101/t20210120_1.html', truth.title], ['/nb/202001/P020200120.pdf', '北京市通州区漷县镇2019年政府信息公开工作年度报告'], ['/zn/t20200101_2.html', '政府信息公开指南']];
    const list = `<html><body><ul>${rows.map(([href = '', title = '']) => `<li><a href="${href}">${title}</a><span>2021-01-20</span></li>`).join('')}</ul><script>createPageHTML(1, 0, "index", "html")</script></body></html>`;
    takes = () => false;
    office = await site({ '/robots.txt': told(validated('User-agent: *\nDisallow: /zn/\n', 'text/plain')), '/nb/': told(validated(list)), '/nb/202101/t20210120_1.html': told(validated(page)), '/nb/202001/P020200120.pdf': told(validated(pdf, 'application/pdf')) });
    folder = await folderWith({});
    pipeline = await quickPipeline();
  });
  afterEach(() => office.close());

  const pass = (): CommandProcess => started(['schedule', '--once', `http://127.0.0.1:${office.port}/nb/`, '--archive', join(folder, 'archive'), '--out', join(folder, 'dataset'), '--pipeline', pipeline, '--allow-host', '127.0.0.1', '--json']);
  const rows = async (file: string): Promise<Row[]> => rowsOf(await readFile(join(folder, 'dataset', file), 'utf8'));
  const asked = (): string[] => office.seen.splice(0).map(({ path, headers }) => `${path}${headers['if-none-match'] === undefined ? '' : ' if it changed'}`);
  const summaryOf = ({ out }: Ended): unknown => JSON.parse(out);

  it('makes a panel from an empty archive by one pass, with its own client and readers; the next one asks for robots.txt and the list, and reads nothing', async () => {
    const first = await pass().ended;
    expect([first.code, summaryOf(first)]).toMatchObject([2, { exit_code: 2, interrupted: false, new: 2, changed: 0, blocked: 0, failed: 0, crawl: { new: 2, refused: [], exit_code: 0 }, run: { documents: 2, documents_resumed: 0, reports: 2 } }]);
    expect(asked()).toEqual(['/robots.txt', '/nb/', '/nb/202101/t20210120_1.html', '/nb/202001/P020200120.pdf']);
    expect(office.atOnce.get('127.0.0.1')).toBe(1);

    const requests = await rows('requests.csv');
    expect(requests.map((row) => ['issuer', 'year', 'item', 'applicant', 'count', 'status'].map((name) => row[name] ?? '').join(' ')).sort()).toEqual(await expectedRequests());
    const panel = await rows('panel.csv');
    expect(panel.map((row) => variables.map((name) => row[name] ?? '').join(' '))).toEqual([
      '110112106 110112106 北京市通州区漷县镇 2019 2019 2 0 2 2 0 0 0 0 0 0 0 review',
      '632522101 632522101 同德县唐谷镇 2019 2019 25 0 25 1 3 4 2 7 5 0 0 complete',
    ]);
    expect((await rows('reports.csv')).map(({ source }) => source).sort()).toEqual([`http://127.0.0.1:${office.port}/nb/202001/P020200120.pdf`, `http://127.0.0.1:${office.port}/nb/202101/t20210120_1.html`]);

    const second = await pass().ended;
    expect([second.code, summaryOf(second)]).toMatchObject([2, { crawl: { new: 0, changed: 0, unchanged: 0 }, run: { documents: 2, documents_resumed: 2, reports: 2 } }]);
    expect(asked()).toEqual(['/robots.txt', '/nb/ if it changed']);
    expect(await rows('panel.csv')).toEqual(panel);
  });

  it('that gets SIGTERM while it crawls says what it came to, and the same command goes on there', async () => {
    const running = pass();
    takes = ({ path }) => path === '/nb/202101/t20210120_1.html' && running.child.kill('SIGTERM');
    const first = await running.ended;
    expect([first.code, summaryOf(first)]).toMatchObject([143, { exit_code: 143, interrupted: true, crawl: { interrupted: true }, run: null }]);
    expect(asked()).toEqual(['/robots.txt', '/nb/', '/nb/202101/t20210120_1.html']);
    takes = () => false;
    const second = await pass().ended;
    expect([second.code, summaryOf(second)]).toMatchObject([2, { interrupted: false, run: { reports: 2 } }]);
    // The answer that was under way is asked for again; nothing that was kept is.
    expect(asked()).toEqual(['/robots.txt', '/nb/202101/t20210120_1.html', '/nb/202001/P020200120.pdf']);
  });
});
