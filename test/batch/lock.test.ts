import { mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Lock } from '../../src/batch/lock.js';

const place = async () => join(await mkdtemp(join(tmpdir(), 'gongkai-')), 'lock');
const now = () => new Date('2026-11-23T12:00:00Z');
const here = { pid: process.pid, host: 'here' };
const left = (path: string, held: object) => writeFile(path, JSON.stringify({ host: 'here', since: '2026-11-23T11:00:00Z', token: 't', ...held }));

/** A process that is alive and older than any lock here could be. */
const alive = process.ppid;

describe('the lock of an output folder', () => {
  it('says who holds it and since when, and leaves nothing behind', async () => {
    const path = await place();
    const lock = await Lock.take(path, here, now);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid, host: 'here', since: '2026-11-23T12:00:00.000Z' });
    await lock.release();
    expect(await readdir(dirname(path))).toEqual([]);
  });

  it('is refused while its holder lives', async () => {
    const path = await place();
    await left(path, { pid: alive, since: '2100-01-01T00:00:00Z' });
    await expect(Lock.take(path, here, now)).rejects.toMatchObject({ exitCode: 5, message: `Another run is writing to this output folder: process ${alive} on here, since 2100-01-01T00:00:00Z` });
  });

  it('is taken over where its holder is dead', async () => {
    const path = await place();
    await left(path, { pid: 2 ** 22 + 1 });
    await (await Lock.take(path, here, now)).release();
  });

  it('is taken over where the number of its holder went to a younger process', async () => {
    const path = await place();
    await left(path, { pid: alive, since: '2001-01-01T00:00:00Z' });
    await (await Lock.take(path, here, now)).release();
  });

  it('of another machine is refused while there are signs of life, and taken over when there are none', async () => {
    const path = await place();
    await left(path, { pid: 1, host: 'there' });
    await utimes(path, now(), new Date('2026-11-23T11:59:30Z'));
    await expect(Lock.take(path, here, now)).rejects.toMatchObject({ exitCode: 5 });
    await utimes(path, now(), new Date('2026-11-23T11:58:00Z'));
    await (await Lock.take(path, here, now)).release();
  });

  it('that a power cut left empty is taken over', async () => {
    const path = await place();
    await writeFile(path, '');
    await (await Lock.take(path, here, now)).release();
  });

  it('goes to exactly one of many that want it at once', async () => {
    const path = await place();
    await left(path, { pid: 2 ** 22 + 1 });
    const holders = [1, process.ppid, process.pid].map((pid) => Lock.take(path, { pid, host: 'here' }, () => new Date('2100-01-01T00:00:00Z')));
    const taken = (await Promise.allSettled(holders)).filter((one) => one.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    await taken[0]?.value.release();
  });
});
