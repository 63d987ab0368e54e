import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withArchive } from '../../src/batch/locked-archive.js';

const writer = { holder: { pid: process.pid, host: 'here' }, now: () => new Date('2100-01-31T08:00:00Z') };
const place = async () => join(await mkdtemp(join(tmpdir(), 'gongkai-')), 'archive');

describe('an archive that is written', () => {
  it('is held by one process alone, which the other is told', async () => {
    const path = await place();
    await withArchive(path, writer, async () => {
      const other = withArchive(path, { ...writer, holder: { pid: process.ppid, host: 'here' } }, () => Promise.resolve());
      await expect(other).rejects.toMatchObject({ exitCode: 5, message: `Another run is writing to this archive: process ${process.pid} on here, since 2100-01-31T08:00:00.000Z` });
    });
    expect(await readdir(path)).toEqual(['catalog.db', 'objects']);
  });

  it('is rid of what a killed run left half written', async () => {
    const path = await place();
    await withArchive(path, writer, () => writeFile(join(path, 'objects/incoming/half'), '%PDF'));
    await withArchive(path, writer, () => Promise.resolve());
    expect(await readdir(join(path, 'objects/incoming'))).toEqual([]);
  });

  it('that can not be one says so', async () => {
    const path = await place();
    await writeFile(path, 'a file');
    await expect(withArchive(path, writer, () => Promise.resolve())).rejects.toMatchObject({ exitCode: 5 });
  });
});
