import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { openArchive } from '../../src/acquire/archive/open-archive.js';
import { verifyArchive } from '../../src/acquire/archive/verify.js';
import { site, text, type Seen } from '../acquire/client/site.js';
import { folderWith } from '../batch/folder.js';
import { started, type CommandProcess } from './command-process.js';
import { quickPipeline } from './quick-pipeline.js';

import.meta.jest.setTimeout(120_000);

const paths = Array.from({ length: 6 }, (_, number) => `/nb/t20230505_${1000 + number}.htm`);
const list = `<html><body><ul>${paths.map((path, number) => `<li><a href="${path}">第${number}镇2022年政府信息公开工作年度报告</a><span>2023-05-05</span></li>`).join('')}</ul></body></html>`;
const report = (path: string): string => `<html><body><p>${path} ${'依照条例编制本报告。'.repeat(20)}</p></body></html>`;

describe('two processes that write to one archive', () => {
  it('are one after the other: the second ends at once, names the first and asks for nothing, and goes on when the first is killed; nothing is fetched twice', async () => {
    /** Called when the fourth request of all (the second report) is there, which is not answered before. */
    let atFourth: (answer: () => void) => void = (answer) => answer();
    let requests = 0;
    const told = (answer: (seen: Seen, response: ServerResponse) => void) => (seen: Seen, response: ServerResponse): void => {
      if (++requests === 4) atFourth(() => answer(seen, response));
      else answer(seen, response);
    };
    const office = await site({ '/robots.txt': told(text('User-agent: *\n')), '/nb/': told(text(list)), ...Object.fromEntries(paths.map((path) => [path, told(text(report(path)))])) });
    const [folder, pipeline] = [await folderWith({}), await quickPipeline()];
    const crawl = (): CommandProcess => started(['crawl', `http://127.0.0.1:${office.port}/nb/`, '--archive', join(folder, 'archive'), '--pipeline', pipeline, '--allow-host', '127.0.0.1', '--json']);
    try {
      const first = crawl();
      await new Promise<void>((resolve) => (atFourth = () => resolve()));
      const second = await crawl().ended;
      expect([second.code, office.seen.length]).toEqual([5, 4]);
      expect(second.err).toContain(`process ${String(first.child.pid)}`);
      first.child.kill('SIGKILL');
      expect((await first.ended).code).toBeNull();
      const third = await crawl().ended;
      expect([third.code, JSON.parse(third.out)]).toMatchObject([0, { new: 5, refused: [] }]);
      // The report that was under way when its process was killed came to nobody.
      expect(office.seen.map(({ path }) => path)).toEqual(['/robots.txt', '/nb/', paths[0], paths[1], '/robots.txt', ...paths.slice(1)]);
      const archive = await openArchive(join(folder, 'archive'), () => new Date());
      expect(await verifyArchive(archive, new AbortController().signal)).toMatchObject({ receipts: 7, faults: [] });
      archive.close();
    } finally {
      await office.close();
    }
  });

  it('that begin at the same time: one crawls, the other is refused, and no two requests are under way at once', async () => {
    const office = await site({ '/nb/': text(list), ...Object.fromEntries(paths.map((path) => [path, text(report(path))])) });
    const [folder, pipeline] = [await folderWith({}), await quickPipeline()];
    const crawl = (): CommandProcess => started(['crawl', `http://127.0.0.1:${office.port}/nb/`, '--archive', join(folder, 'archive'), '--pipeline', pipeline, '--allow-host', '127.0.0.1']);
    try {
      const ended = await Promise.all([crawl().ended, crawl().ended, crawl().ended]);
      // One that comes when another has ended finds all there, and asks for the list alone.
      const codes = ended.map(({ code }) => code).sort();
      expect(codes[0]).toBe(0);
      expect(codes.every((code) => code === 0 || code === 5)).toBe(true);
      const asked = office.seen.map(({ path }) => path);
      expect(asked.filter((path) => paths.includes(path))).toEqual(paths);
      expect(office.atOnce.get('127.0.0.1')).toBe(1);
    } finally {
      await office.close();
    }
  });
});
