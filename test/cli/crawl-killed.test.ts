import type { ChildProcess } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { openArchive } from '../../src/acquire/archive/open-archive.js';
import { verifyArchive } from '../../src/acquire/archive/verify.js';
import { site } from '../acquire/client/site.js';
import { folderWith } from '../batch/folder.js';
import { chanceOf } from '../make/chance.js';
import { started } from './command-process.js';
import { quickPipeline } from './quick-pipeline.js';

import.meta.jest.setTimeout(600_000);

/** More than twenty runs come to, though a child that is being killed asks for some more when the machine is busy. */
const reports = 60;
const lists = reports / 10;
const chance = chanceOf('twenty points of a crawl');
/**
 * Where the child is killed, by chance: at this request of its own (the first is for robots.txt), before, in the
 * middle of, or after the answer, or so many milliseconds after it, while it is being kept.
 */
const kills = Array.from({ length: 20 }, () => ({ request: chance.whole(1, 5), when: chance.pick(['before', 'within', 'after', 'while it is kept'] as const), milliseconds: chance.whole(1, 25) }));

const name = (number: number): string => `/nb/202305/t20230505_${1000 + number}.htm`;
const listed = Array.from({ length: reports }, (_, number) => `<li><a href="${name(number)}">第${number}镇2022年政府信息公开工作年度报告</a><span>2023-05-05</span></li>`);
const page = (number: number): string => `<html><body><ul>${listed.slice(number * 10, number * 10 + 10).join('')}</ul><script>createPageHTML(${lists}, ${number}, "index", "html")</script></body></html>`;
const bodies: Readonly<Record<string, string>> = {
  '/nb/': page(0),
  ...Object.fromEntries(Array.from({ length: lists - 1 }, (_, i) => [`/nb/index_${i + 1}.html`, page(i + 1)])),
  ...Object.fromEntries(listed.map((_, number) => [name(number), `<html><body><p>${`第${number}镇依照条例编制本报告。`.repeat(20)}</p>${number % 10 === 0 ? `<a href="P${number}.pdf">附件</a>` : ''}</body></html>`])),
  ...Object.fromEntries(Array.from({ length: lists }, (_, i) => [`/nb/202305/P${10 * i}.pdf`, `%PDF-1.7 ${10 * i}`])),
};

describe('a crawl that is killed at twenty points by chance', () => {
  it('is completed by the same command: nothing is lost, nothing that was kept is asked for again, and all bytes are whole', async () => {
    let child: ChildProcess | undefined;
    let plan: (typeof kills)[number] | undefined;
    let requests = 0;
    const answering = (body: string, status = 200) => (_: unknown, response: ServerResponse): void => {
      const when = ++requests === plan?.request ? plan.when : undefined;
      const kill = (): void => void child?.kill('SIGKILL');
      if (when === 'before') kill();
      const bytes = Buffer.from(body);
      response.writeHead(status, { 'content-type': body.startsWith('%PDF') ? 'application/pdf' : 'text/html; charset=utf-8', 'content-length': bytes.length, 'etag': `"${bytes.length}"` });
      response.write(bytes.subarray(0, 5), () => {
        if (when === 'within') kill();
        response.end(bytes.subarray(5), when === 'after' ? kill : when === 'while it is kept' ? () => void setTimeout(kill, plan?.milliseconds ?? 0) : undefined);
      });
    };
    const office = await site({ '/robots.txt': answering('User-agent: *\nDisallow:\n'), ...Object.fromEntries(Object.entries(bodies).map(([path, body]) => [path, answering(body)])) });
    const [folder, pipeline] = [await folderWith({}), await quickPipeline()];
    const run = async (): Promise<number | null> => {
      requests = 0;
      office.seen.length = 0;
      const process = started(['crawl', `http://127.0.0.1:${office.port}/nb/`, '--archive', join(folder, 'archive'), '--pipeline', pipeline, '--allow-host', '127.0.0.1']);
      child = process.child;
      return (await process.ended).code;
    };
    /** Paths with a receipt, each as often as it has one. */
    const kept = async (): Promise<string[]> => {
      const archive = await openArchive(join(folder, 'archive'), () => new Date());
      const rows = archive.catalog.rows('SELECT address FROM receipts');
      expect(await verifyArchive(archive, new AbortController().signal)).toMatchObject({ receipts: rows.length, faults: [] });
      archive.close();
      return rows.map(({ address }) => new URL(String(address)).pathname);
    };
    let before: string[] = [];
    try {
      for (plan of kills) {
        expect(await run()).toBeNull();
        expect(office.seen.map(({ path }) => path).filter((path) => before.includes(path))).toEqual([]);
        before = await kept();
      }
      plan = undefined;
      expect(await run()).toBe(0);
      expect(office.seen.map(({ path }) => path).filter((path) => before.includes(path))).toEqual([]);
      expect((await kept()).toSorted()).toEqual(Object.keys(bodies).toSorted());
      expect(await run()).toBe(0);
      expect(office.seen.map(({ path }) => path)).toEqual(['/robots.txt', '/nb/']);
    } finally {
      await office.close();
    }
  });
});
