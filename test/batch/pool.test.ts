import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from '../../src/batch/pool.js';
import type { Limits } from '../../src/batch/reader-process.js';
import type { DocumentResult } from '../../src/model/report.js';
import { fault, folderWith } from './folder.js';

// Processes start slowly on a busy machine.
import.meta.jest.setTimeout(60_000);

const open: Pool<DocumentResult>[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

async function reading(files: Readonly<Record<string, string>>, limits: Partial<Limits> = {}, signal = new AbortController().signal) {
  const folder = await folderWith(files);
  const pool = new Pool<DocumentResult>({ reader: { path: fault('reader.mjs'), arguments: [join(folder, 'journal')], nodeArguments: [] }, limits: { seconds: 60, megabytes: 400, ...limits }, signal });
  open.push(pool);
  return { pool, path: (name: string) => join(folder, name), read: (name: string) => pool.read({ path: join(folder, name) }), journal: async () => (await readFile(join(folder, 'journal'), 'utf8')).trimEnd().split('\n') };
}

describe('a document that is read in a process of its own', () => {
  it('gives its result', async () => {
    const { read } = await reading({ a: 'report 甲 7' });
    expect(await read('a')).toMatchObject({ kind: 'result', document: { outcome: 'report', reports: [{ identity: { issuer: '甲' } }] } });
  });

  it.each([
    ['crash', 'exit code 3'],
    ['abort', 'signal SIGABRT'],
    ['kill-itself', 'signal SIGKILL'],
    ['throw', 'exit code 1'],
  ])('and does %s is tried twice, then set aside; the next one is read', async (deed, reason) => {
    const { read, journal } = await reading({ bad: deed, good: 'report 甲' });
    expect(await read('bad')).toEqual({ kind: 'crashed', reason });
    expect(await journal()).toEqual(['bad', 'bad']);
    expect(await read('good')).toMatchObject({ kind: 'result' });
  });

  it('and crashes by an accident that does not come again is read', async () => {
    const { read } = await reading({ a: 'crash-once 甲' });
    expect(await read('a')).toMatchObject({ kind: 'result' });
  });

  it('and never ends is stopped at its time; the next one is read', async () => {
    const { read, journal } = await reading({ bad: 'hang', good: 'report 甲' }, { seconds: 0.3 });
    expect(await read('bad')).toEqual({ kind: 'timeout' });
    expect(await journal()).toEqual(['bad']);
  });

  it('and is a long scan may take longer, page by page, and tells how far it is', async () => {
    const { pool, path } = await reading({ a: 'scan 600' }, { seconds: 2, scannedPageSeconds: 30 });
    const told: unknown[] = [];
    expect(await pool.read({ path: path('a') }, (read) => told.push([read.page, read.pages]))).toMatchObject({ kind: 'result' });
    expect(told).toEqual([[1, 4], [2, 4], [3, 4], [4, 4]]);
  });

  it('and is a long scan that hangs on a page is stopped at the time of a page', async () => {
    const { read } = await reading({ a: 'scan 1 2' }, { seconds: 0.3, scannedPageSeconds: 0.5 });
    expect(await read('a')).toEqual({ kind: 'timeout' });
  });

  it.each(['eat-memory', 'eat-heap'])('and does %s is stopped at its limit; the next one is read', async (deed) => {
    const { read } = await reading({ bad: deed, good: 'report 甲' }, { megabytes: 150 });
    expect(await read('bad')).toEqual({ kind: 'out-of-memory' });
    expect(await read('good')).toMatchObject({ kind: 'result' });
  });

  it('and finds that nothing can be written stops the run with the reason', async () => {
    const { read } = await reading({ a: 'no-disk' });
    await expect(read('a')).rejects.toMatchObject({ name: 'StopRun', exitCode: 5, message: "Can't write to there: the disk is full" });
  });

  it('and writes to its standard output disturbs nobody', async () => {
    const { read } = await reading({ a: 'chatter 甲' });
    expect(await read('a')).toMatchObject({ kind: 'result' });
  });

  it('does not slow or change the others that are read at the same time', async () => {
    const { read } = await reading({ a: 'report 甲', b: 'crash', c: 'report 乙', d: 'abort' });
    const kinds = (await Promise.all(['a', 'b', 'c', 'd'].map(read))).map((one) => one.kind);
    expect(kinds).toEqual(['result', 'crashed', 'result', 'crashed']);
  });

  it('is not read when the run is interrupted, and its process is gone', async () => {
    const interruption = new AbortController();
    const { read } = await reading({ a: 'hang' }, {}, interruption.signal);
    const pending = read('a');
    interruption.abort(130);
    await expect(pending).rejects.toBe(130);
  });
});

describe('a reader that does not start', () => {
  it('stops the run, and says why', async () => {
    const pool = new Pool<DocumentResult>({ reader: { path: fault('does-not-start.mjs'), arguments: [], nodeArguments: [] }, limits: { seconds: 60, megabytes: 400 }, signal: new AbortController().signal });
    await expect(pool.read({ path: 'a' })).rejects.toMatchObject({ name: 'StopRun', exitCode: 6, message: 'The process that reads documents does not start: Error: the model of the divisions is not there' });
  });
});
