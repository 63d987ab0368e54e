import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { runBatch, type Progress } from '../../src/batch/run-batch.js';
import { batchIn, fault, folderWith } from './folder.js';

// Processes start slowly on a busy machine.
import.meta.jest.setTimeout(60_000);

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)));
}

const journalOf = async (folder: string) => (await readFile(join(folder, 'journal'), 'utf8')).trimEnd().split('\n');

const reports = { 'in/a.txt': 'report 甲 1', 'in/b.txt': 'report 乙 2', 'in/c.txt': 'report 丙 3' };

describe('a run', () => {
  it('puts the dataset into its place and takes away what it needed for that', async () => {
    const folder = await folderWith(reports);
    const { totals, out } = await runBatch(batchIn(folder));
    expect(totals).toMatchObject({ documents: 3, reports: 3, reportsComplete: 3 });
    expect(await readdir(out)).toContain('datapackage.json');
    expect((await readdir(folder)).sort()).toEqual(['in', 'journal', 'out']);
  });

  it('writes the same bytes whatever the number of workers', async () => {
    const folder = await folderWith({ ...reports, 'in/d.txt': 'crash', 'in/e.txt': 'nothing', 'in/f.txt': 'report 甲 1' });
    const one = await runBatch(batchIn(folder, { jobs: 1, out: join(folder, 'one') }));
    const four = await runBatch(batchIn(folder, { jobs: 4, out: join(folder, 'four') }));
    expect(await bytesOf(four.out)).toEqual(await bytesOf(one.out));
  });

  it('tells of documents that crash, hang or eat memory, and reads the others', async () => {
    const folder = await folderWith({ ...reports, 'in/crash': 'crash', 'in/hang': 'hang', 'in/eat': 'eat-memory' });
    const { totals, out } = await runBatch(batchIn(folder, { limits: { seconds: 3, megabytes: 200 } }));
    expect(totals).toMatchObject({ documents: 6, reports: 3, failedDocuments: 3 });
    const lines = (await readFile(join(out, 'problems.csv'), 'utf8')).trimEnd().split('\n').slice(1);
    expect(lines.map((line) => [basename(line.split(',')[0] ?? ''), line.split(',')[3]])).toEqual([
      ['crash', 'crashed'],
      ['eat', expect.stringMatching(/out-of-memory|timeout/)],
      ['hang', 'timeout'],
    ]);
  });

  it('of an empty folder writes a dataset without rows', async () => {
    const folder = await folderWith({ 'in/README.md': 'nothing here' });
    const { totals } = await runBatch(batchIn(folder));
    expect(totals).toMatchObject({ documents: 0, reports: 0 });
  });

  it('over a folder that the dataset is put into does not read the dataset', async () => {
    const folder = await folderWith(reports);
    const batch = batchIn(folder, { inputs: [join(folder, 'in')], out: join(folder, 'in', 'dataset') });
    const first = await runBatch(batch);
    const before = await bytesOf(first.out);
    const second = await runBatch(batch);
    expect(second.totals.documents).toBe(3);
    expect(await bytesOf(second.out)).toEqual(before);
  });

  it('into a folder with other files stops before anything is read', async () => {
    const folder = await folderWith({ ...reports, 'out/thesis.docx': 'years of work' });
    await expect(runBatch(batchIn(folder))).rejects.toMatchObject({ exitCode: 1 });
    expect((await readdir(folder)).sort()).toEqual(['in', 'out']);
  });

  it('whose output folder can not be made says so', async () => {
    const folder = await folderWith({ ...reports, file: '' });
    await expect(runBatch(batchIn(folder, { out: join(folder, 'file', 'out') }))).rejects.toMatchObject({ exitCode: expect.any(Number) as number, name: 'StopRun' });
  });

  it('leaves the last dataset as it is when a reader does not start', async () => {
    const folder = await folderWith(reports);
    const { out } = await runBatch(batchIn(folder));
    const before = await bytesOf(out);
    await expect(runBatch(batchIn(folder, { reader: { path: fault('does-not-start.mjs'), arguments: [], nodeArguments: [] } }))).rejects.toMatchObject({ exitCode: 6 });
    expect(await bytesOf(out)).toEqual(before);
  });
});

describe('a run that is interrupted', () => {
  it('stops, keeps what it read, and is continued by the same command', async () => {
    const folder = await folderWith({ ...reports, 'in/z.txt': 'wait 丁 4' });
    const interruption = new AbortController();
    const onProgress = ({ done }: Progress): void => {
      if (done === 3) interruption.abort(143);
    };
    const stopped = runBatch(batchIn(folder, { jobs: 1, signal: interruption.signal, onProgress }));
    await expect(stopped).rejects.toMatchObject({ name: 'StopRun', exitCode: 143 });
    expect(await readdir(folder)).not.toContain('out');

    await writeFile(join(folder, 'in', 'z.txt.go'), 'nothing');
    const { resumed, totals } = await runBatch(batchIn(folder));
    expect(resumed).toBe(3);
    expect(totals.reports).toBe(4);
  });
});

describe('a run that is killed', () => {
  const killedWhen = async (folder: string, last: string): Promise<void> => {
    const run = spawn(process.execPath, ['--import', 'tsx', fault('run.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(run, 'close');
    for await (const line of createInterface({ input: run.stdout })) if (line === last) run.kill('SIGKILL');
    await closed;
  };

  it('is continued by the same command: nothing is read twice, and the bytes are the same', async () => {
    const folder = await folderWith({ ...reports, 'in/z.txt': 'wait 丁 4' });
    await killedWhen(folder, 'b.txt');
    const before = await journalOf(folder);
    expect(await readdir(`${join(folder, 'out')}.gongkai-run`)).toEqual(expect.arrayContaining(['ledger.jsonl', 'lock']));

    await writeFile(join(folder, 'in', 'z.txt.go'), 'nothing');
    const { resumed, out } = await runBatch(batchIn(folder));
    expect(resumed).toBeGreaterThanOrEqual(2);
    const journal = await journalOf(folder);
    expect(before.slice(0, 2)).toEqual(['a.txt', 'b.txt']);
    expect(journal.filter((name) => name === 'a.txt' || name === 'b.txt')).toEqual(['a.txt', 'b.txt']);
    expect((await readdir(folder)).sort()).toEqual(['in', 'journal', 'out']);

    const unbroken = await runBatch(batchIn(folder, { out: join(folder, 'unbroken') }));
    expect(await bytesOf(unbroken.out)).toEqual(await bytesOf(out));
  });

  it('reads a document again whose bytes have changed since', async () => {
    const folder = await folderWith({ ...reports, 'in/z.txt': 'wait 丁 4' });
    await killedWhen(folder, 'c.txt');
    await writeFile(join(folder, 'in', 'a.txt'), 'report 甲 99');
    await rm(join(folder, 'in', 'z.txt'));
    const { resumed, out, totals } = await runBatch(batchIn(folder));
    expect(resumed).toBe(2);
    expect(totals.reports).toBe(3);
    expect(await readFile(join(out, 'requests.csv'), 'utf8')).toContain('new,total,99,read');
  });

  it('while it moved the files into place is made whole by the same command', async () => {
    const folder = await folderWith(reports);
    const { out } = await runBatch(batchIn(folder));
    const whole = await bytesOf(out);
    // As a kill between two renames leaves it: the mark of a whole set gone, some files new, some old.
    await rm(join(out, 'datapackage.json'));
    await copyFile(join(out, 'requests.csv'), join(out, 'proceedings.csv'));
    const again = await runBatch(batchIn(folder));
    expect(await bytesOf(again.out)).toEqual(whole);
  });
});
