import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from '../../src/acquire/archive/open-archive.js';
import type { Surroundings } from '../../src/cli/surroundings.js';
import { redirect, site, text, type Site } from '../acquire/client/site.js';
import { folderWith } from '../batch/folder.js';
import { gongkai } from './command-line.js';

import.meta.jest.setTimeout(60_000);

const page = '<html><body><p>二〇二二年政府信息公开工作年度报告，全文见附件，共三页。</p><a href="P1.pdf">附件：2022年年度报告</a></body></html>';
const pdf = text('%PDF-1.7 report', { 'content-type': 'application/pdf', 'etag': '"1"' });
const now = () => new Date('2026-11-23T00:00:00Z');

let office: Site;
beforeEach(async () => {
  office = await site({ '/a/1.html': text(page), '/a/P1.pdf': pdf, '/b/2.pdf': pdf, '/3.pdf': text('%PDF-1.7 another'), '/loop': redirect('/loop'), '/busy': text('busy', { 'retry-after': '4000' }, 503) });
});
afterEach(() => office.close());

const asked = (): string[] => office.seen.map((one) => one.path).filter((path) => path !== '/robots.txt');
const fetching = (folder: string, args: readonly string[], changes: Partial<Surroundings> = {}) => gongkai(folder, ['fetch', ...args, '--archive', join(folder, 'archive'), '--allow-host', 'office.test'], changes);

describe('gongkai fetch', () => {
  it('brings what a list names, with the attachments of its pages, once, and tells where each is from', async () => {
    const folder = await folderWith({});
    await writeFile(join(folder, 'list.csv'), `address,issuer,year\n${office.at('/a/1.html')},甲区,2022\n${office.at('/b/2.pdf')},乙区,2022\n`);
    const first = await fetching(folder, [join(folder, 'list.csv'), '--json']);
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out)).toMatchObject({ new: 3, changed: 0, unchanged: 0, same_as_another: 1, left: 0, refused: [], exit_code: 0, interrupted: false });
    expect(asked()).toEqual(['/a/1.html', '/a/P1.pdf', '/b/2.pdf']);
    const archive = await openArchive(join(folder, 'archive'), now);
    expect(archive.documents()).toMatchObject([
      { address: office.at('/a/1.html'), receipt: { listed: { list: 'list.csv', issuer: '甲区', year: 2022 } } },
      { address: office.at('/a/P1.pdf'), receipt: { attachmentOf: office.at('/a/1.html'), listed: { issuer: '甲区', title: '附件：2022年年度报告' } }, attachedTo: [office.at('/a/1.html')] },
      { address: office.at('/b/2.pdf'), receipt: { listed: { issuer: '乙区' } } },
    ]);
    archive.close();
    const second = await fetching(folder, [join(folder, 'list.csv'), '--json']);
    expect([second.code, asked().length]).toEqual([0, 3]);
  });

  it('asks anew on demand, conditionally', async () => {
    const folder = await folderWith({});
    await fetching(folder, [office.at('/b/2.pdf')]);
    const { out } = await fetching(folder, [office.at('/b/2.pdf'), '--again', '--json']);
    expect(JSON.parse(out)).toMatchObject({ new: 0, unchanged: 1 });
    expect(office.seen.at(-1)?.headers['if-none-match']).toBe('"1"');
  });

  it('brings as many as it is told, and the rest with the next command', async () => {
    const folder = await folderWith({});
    const list = [office.at('/a/1.html'), office.at('/b/2.pdf'), office.at('/3.pdf')];
    const first = await fetching(folder, [...list, '--limit', '1', '--json']);
    expect([first.code, JSON.parse(first.out)]).toMatchObject([7, { new: 2, left: 2 }]);
    const second = await fetching(folder, list);
    expect([second.code, asked()]).toEqual([0, ['/a/1.html', '/a/P1.pdf', '/b/2.pdf', '/3.pdf']]);
  });

  it('records what is refused, goes on, says it at the end, and does not ask again for what is refused for good', async () => {
    const folder = await folderWith({});
    const list = [office.at('/loop'), office.at('/3.pdf')];
    const first = await fetching(folder, [...list, '--json']);
    expect(first.code).toBe(8);
    expect(JSON.parse(first.out)).toMatchObject({ new: 1, refused: [{ address: office.at('/loop'), code: 'redirect-loop', passing: false }] });
    expect(first.err).toContain('redirect-loop: The redirects of');
    const requests = office.seen.length;
    const second = await fetching(folder, list);
    expect([second.code, office.seen.length]).toEqual([8, requests]);
    expect(second.err).toContain('redirect-loop');
  });

  it('keeps what is refused in passing for the next run', async () => {
    const folder = await folderWith({});
    const { code } = await fetching(folder, [office.at('/busy')]);
    const archive = await openArchive(join(folder, 'archive'), now);
    expect([code, archive.due().map((one) => one.address)]).toEqual([8, [office.at('/busy')]]);
    archive.close();
  });

  it('reads a list from standard input, and with --dry-run says what it would ask and touches nothing', async () => {
    const folder = await folderWith({});
    const input = () => Promise.resolve(new TextEncoder().encode(`${office.at('/3.pdf')}\n${office.at('/b/2.pdf')}\n`));
    const dry = await fetching(folder, ['-', '--dry-run'], { input });
    expect(dry).toMatchObject({ code: 0, out: `${office.at('/3.pdf')}\n${office.at('/b/2.pdf')}\n` });
    expect([office.seen, await readdir(folder)]).toEqual([[], []]);
    await fetching(folder, [office.at('/3.pdf')]);
    expect((await fetching(folder, ['-', '--dry-run'], { input })).out).toBe(`${office.at('/b/2.pdf')}\n`);
  });

  it('goes on with the good lines of a list, and tells the bad ones', async () => {
    const folder = await folderWith({});
    const input = () => Promise.resolve(new TextEncoder().encode(`${office.at('/3.pdf')}\nnonsense\n`));
    const { code, err } = await fetching(folder, ['-'], { input });
    expect([code, asked()]).toEqual([3, ['/3.pdf']]);
    expect(err).toContain('standard input, line 2: it is no address: nonsense');
  });

  it('of nothing, or out of a list that is not there, says so', async () => {
    const folder = await folderWith({});
    expect((await fetching(folder, ['-'])).code).toBe(4);
    expect(await fetching(folder, [join(folder, 'none.csv')])).toMatchObject({ code: 1, err: expect.stringContaining("can't be read") as string });
  });

  it('does not ask a private address until it is named', async () => {
    const folder = await folderWith({});
    const { code, out } = await gongkai(folder, ['fetch', office.at('/3.pdf'), '--archive', join(folder, 'archive'), '--json']);
    expect([code, office.seen]).toEqual([8, []]);
    expect(out).toContain('"code":"private-address"');
    expect((await fetching(folder, [office.at('/3.pdf')])).code).toBe(0);
  });

  it('that is interrupted says so, keeps what it has, and goes on', async () => {
    const folder = await folderWith({});
    const list = [office.at('/b/2.pdf'), office.at('/3.pdf')];
    const stop = new AbortController();
    const first = await fetching(folder, [...list, '--json'], { signal: stop.signal, now: () => (office.seen.length > 1 && stop.abort(130), now()) });
    expect([first.code, asked()]).toEqual([130, ['/b/2.pdf']]);
    expect(JSON.parse(first.out)).toMatchObject({ exit_code: 130, interrupted: true, new: 1, refused: [] });
    expect(first.err).toContain('Interrupted; what was fetched so far is kept');
    expect((await fetching(folder, list)).code).toBe(0);
    expect(asked()).toEqual(['/b/2.pdf', '/3.pdf']);
  });

  it('keeps the bytes as they came', async () => {
    const folder = await folderWith({});
    await fetching(folder, [office.at('/3.pdf')]);
    const archive = await openArchive(join(folder, 'archive'), now);
    const [document] = archive.documents();
    expect(await readFile(archive.pathOf(document?.receipt.sha256 ?? ''), 'utf8')).toBe('%PDF-1.7 another');
    archive.close();
  });
});
