import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Surroundings } from '../../src/cli/surroundings.js';
import { site, text, type Site } from '../acquire/client/site.js';
import { askedOf, titles } from '../acquire/crawl/published.js';
import { folderWith } from '../batch/folder.js';
import { gongkai } from './command-line.js';
import { quickPipeline } from './quick-pipeline.js';

import.meta.jest.setTimeout(60_000);

let office: Site | undefined;
afterEach(() => office?.close());

const once = (folder: string, source: string, changes: Partial<Surroundings> = {}) => gongkai(folder, ['schedule', '--once', source, '--archive', join(folder, 'archive'), '--out', join(folder, 'dataset'), '--allow-host', 'office.test', '--json'], changes);

describe('a pass of a schedule', () => {
  it('makes a dataset from an empty archive by one command, and the next one brings nothing new and asks for the list alone', async () => {
    office = await site({ '/l/': text(`<html><body><ul><li><a href="/r/0.html">${titles(2022)}</a><span>2023-01-13</span></li></ul></body></html>`), '/r/0.html': text(`<html><body><p>${'编制本报告。'.repeat(50)}</p></body></html>`) });
    const folder = await folderWith({});
    await mkdir(join(folder, 'in'), { recursive: true });
    const first = await once(folder, office.at('/l/'));
    expect(first.err).not.toContain('should not have happened');
    // The reader of the tests takes no page.
    expect(JSON.parse(first.out)).toMatchObject({ exit_code: first.code, new: 1, changed: 0, blocked: 0, failed: 1, crawl: { new: 1, exit_code: 0 }, run: { exit_code: first.code } });
    expect(first.err).toContain('Pass       1 new, 0 changed, 0 blocked, 1 failed; exit code');
    expect(await readFile(join(folder, 'dataset', 'panel.csv'), 'utf8')).not.toBe('');
    const before = office.seen.length;
    const second = await once(folder, office.at('/l/'));
    expect(JSON.parse(second.out)).toMatchObject({ exit_code: first.code, crawl: { new: 0, changed: 0 } });
    expect(askedOf(office, before)).toEqual(['/l/']);
  });

  it('reads nothing and asks nothing while another pass goes on, whose process it names', async () => {
    office = await site({});
    const folder = await folderWith({});
    await mkdir(join(folder, 'archive'));
    await writeFile(join(folder, 'archive', 'schedule.lock'), JSON.stringify({ pid: 4711, host: 'there', since: '2026-11-23T00:00:00Z', token: 'x' }));
    const refused = await once(folder, office.at('/l/'));
    expect([refused.code, office.seen.length]).toEqual([5, 0]);
    expect(refused.err).toContain('process 4711 on there');
  });

  it.each([
    ['while it crawls', 2, { new: 0, interrupted: true }, ['/l/']],
    ['between two reports', 3, { new: 1, interrupted: true }, ['/l/', '/r/0.html']],
  ])('that is told to stop %s says what it came to, and the same command goes on there', async (_, requests, crawl, asked) => {
    const page = text(`<html><body><p>${'编制本报告。'.repeat(50)}</p></body></html>`);
    const row = (number: number): string => `<li><a href="/r/${number}.html">${titles(2022 - number)}</a><span>2023-01-13</span></li>`;
    office = await site({ '/l/': text(`<html><body><ul>${row(0)}${row(1)}</ul></body></html>`), '/r/0.html': page, '/r/1.html': page });
    const folder = await folderWith({});
    await mkdir(join(folder, 'in'), { recursive: true });
    const stop = new AbortController();
    const now = () => ((office?.seen.length ?? 0) >= requests && stop.abort(143), new Date('2026-11-23T00:00:00Z'));
    const first = await once(folder, office.at('/l/'), { signal: stop.signal, now });
    expect([first.code, JSON.parse(first.out), askedOf(office)]).toMatchObject([143, { exit_code: 143, interrupted: true, crawl, run: null }, asked]);
    const second = await once(folder, office.at('/l/'));
    expect(JSON.parse(second.out)).toMatchObject({ exit_code: second.code, interrupted: false, crawl: { new: 2 - crawl.new, interrupted: false } });
    expect(askedOf(office)).toEqual(['/l/', '/r/0.html', '/r/1.html']);
  });

  it('that is told to stop while it reads says what the crawl came to', async () => {
    office = await site({ '/l/': text(`<html><body><ul><li><a href="/r/0.html">${titles(2022)}</a></li></ul></body></html>`), '/r/0.html': text(`<html><body><p>${'编制本报告。'.repeat(50)}</p></body></html>`) });
    const folder = await folderWith({});
    const stop = new AbortController();
    const pipelineIn = () => (stop.abort(143), Promise.reject(new Error('told to stop')));
    const first = await once(folder, office.at('/l/'), { signal: stop.signal, pipelineIn });
    expect([first.code, JSON.parse(first.out)]).toMatchObject([143, { exit_code: 143, interrupted: true, new: 1, failed: null, crawl: { new: 1, exit_code: 0 }, run: null }]);
  });

  it('needs a source', async () => {
    const [folder, pipeline] = [await folderWith({}), await quickPipeline()];
    await rm(join(pipeline, 'sources'), { recursive: true });
    const none = await gongkai(folder, ['schedule', '--once', '--pipeline', pipeline, '--archive', join(folder, 'archive'), '--out', join(folder, 'dataset')]);
    expect(none.code).toBe(1);
    expect(none.err).toContain('no sources of its own');
  });
});

describe('a schedule', () => {
  /** A day that goes by as the command sleeps; it is interrupted in the evening. */
  async function day(source: string, folder: string, passes: number, pipeline?: string) {
    const interruption = new AbortController();
    let now = Date.parse('2026-11-23T00:00:00+08:00');
    let slept = 0;
    const sleep = (duration: number): Promise<void> => {
      if (++slept > passes) interruption.abort(143);
      now += duration;
      return Promise.resolve();
    };
    return gongkai(folder, ['schedule', source, '--archive', join(folder, 'archive'), '--out', join(folder, 'dataset'), '--allow-host', 'office.test', '--json', ...(pipeline === undefined ? [] : ['--pipeline', pipeline])], { now: () => new Date(now), sleep, signal: interruption.signal });
  }

  it('makes a pass at each time of the cron line, in its time zone, until it is interrupted', async () => {
    office = await site({ '/l/': text(`<html><body><ul><li><a href="/r/0.html">${titles(2022)}</a><span>2023-01-13</span></li></ul></body></html>`), '/r/0.html': text(`<html><body><p>${'编制本报告。'.repeat(50)}</p></body></html>`) });
    const folder = await folderWith({});
    await mkdir(join(folder, 'in'), { recursive: true });
    const { code, out, err } = await day(office.at('/l/'), folder, 2);
    expect(code).toBe(143);
    expect([...err.matchAll(/Next pass {2}(\S+)/g)].map(([, time]) => time)).toEqual(['2026-11-22T19:10:00.000Z', '2026-11-23T19:10:00.000Z', '2026-11-24T19:10:00.000Z']);
    expect(out.trim().split('\n').map((line) => (JSON.parse(line) as { crawl: { new: number } }).crawl.new)).toEqual([1, 0]);
  });

  it('whose cron line tells no time is refused, with the key to correct', async () => {
    const pipeline = await quickPipeline();
    const file = join(pipeline, 'pipeline.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"10 3 * * *"', '"61 3 * * *"'));
    office = await site({});
    const { code, err } = await day(office.at('/l/'), await folderWith({}), 1, pipeline);
    expect(code).toBe(1);
    expect(err).toMatch(/“61 3 \* \* \*”[^]*schedule\.cron/);
  });
});
