import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Planned } from '../../src/acquire/archive/archive.js';
import { makeArchive } from '../../src/acquire/archive/open-archive.js';
import { runBatch } from '../../src/batch/run-batch.js';
import { answer, now } from '../acquire/archive/archive.js';
import { batchIn, folderWith } from './folder.js';

import.meta.jest.setTimeout(60_000);

/** An archive with these versions of addresses, in their order. */
async function folderWithArchive(answers: readonly (readonly [address: string, text: string, more?: Partial<Planned>])[]): Promise<string> {
  const folder = await folderWith({});
  await add(folder, answers);
  return folder;
}

async function add(folder: string, answers: readonly (readonly [address: string, text: string, more?: Partial<Planned>])[]): Promise<void> {
  const archive = await makeArchive(join(folder, 'in'), now);
  for (const [address, text, more] of answers) {
    const planned: Planned = { address, role: 'document', ...more };
    archive.plan([planned]);
    await archive.record(planned, answer(address, text));
  }
  archive.close();
}

const rows = async (folder: string, file: string): Promise<string[]> => (await readFile(join(folder, 'out', file), 'utf8')).trim().split('\n').slice(1);
const read = async (folder: string): Promise<number> => (await readFile(join(folder, 'journal'), 'utf8').catch(() => '')).split('\n').length - 1;

describe('a run over an archive', () => {
  it('names each document by the address it was fetched from, in its newest version, and leaves out lists', async () => {
    const folder = await folderWithArchive([
      ['http://a.test/b/1.html', 'report 甲 1'],
      ['http://a.test/b/1.html', 'report 甲 2'],
      ['http://a.test/list', 'report 乙 3', { role: 'list' }],
    ]);
    const { totals } = await runBatch(batchIn(folder));
    expect(totals.reports).toBe(1);
    const [row] = await rows(folder, 'reports.csv');
    expect(row).toContain(',http://a.test/b/1.html,1.html,');
    expect((await rows(folder, 'requests.csv'))[0]).toContain(',2,read');
  });

  it('reads the same bytes of two addresses once, and says that they are the same', async () => {
    const folder = await folderWithArchive([
      ['http://b.test/2', 'report 甲 1'],
      ['http://a.test/1', 'report 甲 1'],
    ]);
    const { totals } = await runBatch(batchIn(folder));
    expect([totals.reports, totals.duplicates, await read(folder)]).toEqual([1, 1, 1]);
    expect((await rows(folder, 'reports.csv'))[0]).toContain(',http://a.test/1,');
    expect((await rows(folder, 'problems.csv'))[0]).toContain('http://b.test/2,');
  });

  it('reads again only what is new or changed, or of which a list says something else', async () => {
    const folder = await folderWithArchive([
      ['http://a.test/1', 'report 甲 1'],
      ['http://a.test/2', 'report 乙 1'],
    ]);
    await runBatch(batchIn(folder));
    expect(await read(folder)).toBe(2);
    expect((await runBatch(batchIn(folder))).resumed).toBe(2);
    expect(await read(folder)).toBe(2);
    await add(folder, [
      ['http://a.test/2', 'report 乙 2'],
      ['http://a.test/3', 'report 丙 1'],
    ]);
    expect((await runBatch(batchIn(folder))).resumed).toBe(1);
    expect(await read(folder)).toBe(4);
    const archive = await makeArchive(join(folder, 'in'), now);
    archive.plan([{ address: 'http://a.test/1', role: 'document', listed: { list: 'mine', issuer: '甲区' } }]);
    archive.close();
    expect((await runBatch(batchIn(folder))).resumed).toBe(2);
  });

  it('may have files beside it', async () => {
    const folder = await folderWithArchive([['http://a.test/1', 'report 甲 1']]);
    const files = await folderWith({ 'more/x.txt': 'report 乙 1' });
    const { totals } = await runBatch(batchIn(folder, { inputs: [join(folder, 'in'), join(files, 'more')] }));
    expect(totals.reports).toBe(2);
  });
});
