import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { openArchive } from '../../src/acquire/archive/open-archive.js';
import { verifyArchive } from '../../src/acquire/archive/verify.js';
import { site } from '../acquire/client/site.js';
import { folderWith } from '../batch/folder.js';
import { quickPipeline } from './quick-pipeline.js';
import { builtCommand } from '../built-program.js';

import.meta.jest.setTimeout(300_000);

const now = () => new Date();
const documents = 24;
/** Where the child is killed: at this request of its own, before, in the middle of, or after the answer. */
const kills = [1, 2, 3, 3, 5, 2].map((request, index) => ({ request, when: (['before', 'within', 'after'] as const)[index % 3] ?? 'before' }));

describe('a fetch that is killed again and again', () => {
  it('is completed by the same command: nothing is lost, nothing that was kept is asked for again, and the archive is whole', async () => {
    let child: ChildProcess | undefined;
    let plan: (typeof kills)[number] | undefined;
    let requests = 0;
    const pages = Object.fromEntries(
      Array.from({ length: documents }, (_, number) => [
        `/${number}.pdf`,
        (_seen: unknown, response: ServerResponse) => {
          const now = ++requests === plan?.request ? plan.when : undefined;
          const kill = () => child?.kill('SIGKILL');
          if (now === 'before') kill();
          response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': '20000' });
          response.write(`%PDF ${number} `.padEnd(10_000, '.'), () => {
            if (now === 'within') kill();
            response.end(''.padEnd(10_000, '-'), now === 'after' ? kill : undefined);
          });
        },
      ]),
    );
    const office = await site(pages);
    const [folder, pipeline] = [await folderWith({}), await quickPipeline()];
    const list = join(folder, 'list.txt');
    await writeFile(list, Object.keys(pages).map((path) => `http://127.0.0.1:${office.port}${path}\n`).join(''));
    const run = async (): Promise<number | null> => {
      requests = 0;
      child = spawn(process.execPath, [builtCommand, 'fetch', list, '--archive', join(folder, 'archive'), '--pipeline', pipeline, '--allow-host', '127.0.0.1'], { stdio: 'ignore' });
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    };
    const kept = async (): Promise<string[]> => {
      const archive = await openArchive(join(folder, 'archive'), now);
      const paths = archive.documents().map(({ address }) => new URL(address).pathname);
      archive.close();
      return paths;
    };
    let before: string[] = [];
    try {
      for (plan of kills) {
        office.seen.length = 0;
        expect(await run()).toBeNull();
        expect(office.seen.map((one) => one.path).filter((path) => before.includes(path))).toEqual([]);
        before = await kept();
      }
      plan = undefined;
      expect(await run()).toBe(0);
      expect((await kept()).toSorted()).toEqual(Object.keys(pages).toSorted());
      const archive = await openArchive(join(folder, 'archive'), now);
      expect(await verifyArchive(archive, new AbortController().signal)).toMatchObject({ receipts: documents, faults: [] });
      archive.close();
    } finally {
      await office.close();
    }
  });
});
