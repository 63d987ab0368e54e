import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { theReport } from '../formats/the-report.js';
import { pageOf } from '../make/web/pages.js';
import { hostileFiles } from './files.js';
import { builtCommand } from '../built-program.js';

// One run of the program reads them all.
import.meta.jest.setTimeout(600_000);

const root = fileURLToPath(new URL('../..', import.meta.url));

const run = (folder: string): Promise<number | string> =>
  new Promise((done) => execFile(process.execPath, [builtCommand, 'run', join(folder, 'in'), '--out', join(folder, 'out'), '--jobs', '2', '--timeout', '120'], { cwd: root }, (error) => done(error?.code ?? 0)));

describe('files that are made to do harm', () => {
  it('each give the finding that says what is wrong, and the report among them is read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
    await mkdir(join(folder, 'in'));
    const files = await hostileFiles();
    for (const [name, { bytes }] of files) await writeFile(join(folder, 'in', name), bytes);
    await writeFile(join(folder, 'in', 'm-report.html'), pageOf(theReport(), 'trs', { charset: 'utf-8', pasted: false }));

    // Some failed: that is said, and no more than that.
    expect(await run(folder)).toBe(3);
    expect((await readdir(folder)).sort()).toEqual(['in', 'out']);

    const problems = (await readFile(join(folder, 'out', 'problems.csv'), 'utf8')).trimEnd().split('\n').slice(1);
    const codes = problems.flatMap((line) => {
      const [, name = '', code = ''] = /\/in\/([^,!]+)[^,]*,[^,]*,\w+,([\w-]+),/.exec(line) ?? [];
      return name === 'm-report.html' ? [] : [[name, code]];
    });
    expect(codes.toSorted()).toEqual([...files].map(([name, { code }]) => [name, code]).toSorted());

    const reports = (await readFile(join(folder, 'out', 'reports.csv'), 'utf8')).trimEnd().split('\n').slice(1);
    expect(reports).toEqual([expect.stringContaining('m-report.html')]);
    expect(reports[0]).toMatch(/,complete,\d+$/);
  });
});
