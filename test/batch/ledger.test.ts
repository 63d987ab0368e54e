import fc from 'fast-check';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../../src/batch/ledger.js';
import { document, report } from '../export/documents.js';

const place = async () => join(await mkdtemp(join(tmpdir(), 'gongkai-')), 'ledger.jsonl');
const documents = ['漷县镇.pdf', 'b.pdf', 'c.pdf'].map((path) => document(path, [report({ identity: { title: path } })]));

async function filled(settings = 'x'): Promise<string> {
  const path = await place();
  const ledger = await Ledger.open(path, settings);
  await Promise.all(documents.map((one) => ledger.append(one)));
  await ledger.close();
  return path;
}

describe('the ledger', () => {
  it('gives back what a run before this one had read', async () => {
    const ledger = await Ledger.open(await filled(), 'x');
    for (const one of documents) expect(await ledger.find(one.source.path, one.source.sha256)?.read()).toEqual(one);
    await ledger.close();
  });

  it('knows nothing of other bytes at the same path', async () => {
    const ledger = await Ledger.open(await filled(), 'x');
    expect(ledger.find('b.pdf', 'another hash')).toBeUndefined();
    await ledger.close();
  });

  it('knows nothing of what was read with other settings', async () => {
    const ledger = await Ledger.open(await filled('an older version'), 'x');
    expect(documents.map((one) => ledger.knows(one.source.path))).toEqual([false, false, false]);
    await ledger.close();
  });

  it('has the last word on a path that was read again', async () => {
    const path = await filled();
    const ledger = await Ledger.open(path, 'x');
    const again = document('b.pdf', [], { bytes: 'new' });
    await ledger.append(again);
    await ledger.close();
    const later = await Ledger.open(path, 'x');
    expect(await later.find('b.pdf', again.source.sha256)?.read()).toEqual(again);
    await later.close();
  });

  it('that is kept has no more than twice what is of use in it, and gives that back', async () => {
    const path = await filled('an older version');
    const size = async (): Promise<number> => (await readFile(path)).length;
    const older = await size();
    let newest: readonly ReturnType<typeof document>[] = [];
    for (let pass = 0; pass < 6; pass++) {
      const ledger = await Ledger.open(path, 'x');
      newest = documents.map(({ source }) => document(source.path, [], { bytes: `version ${pass}` }));
      for (const one of newest) await ledger.append(one);
      await ledger.keep();
      expect(await size()).toBeLessThanOrEqual(2 * older);
    }
    expect((await readFile(path, 'utf8')).includes('an older version')).toBe(false);
    const later = await Ledger.open(path, 'x');
    for (const one of newest) expect(await later.find(one.source.path, one.source.sha256)?.read()).toEqual(one);
    await later.close();
  });

  it('that is kept, and of which most is of use, is not written again', async () => {
    const path = await filled();
    const before = await readFile(path);
    const ledger = await Ledger.open(path, 'x');
    await ledger.append(document('b.pdf', [], { bytes: 'new' }));
    await ledger.keep();
    expect((await readFile(path)).subarray(0, before.length).equals(before)).toBe(true);
  });

  it('that can not be written anew is kept as it is', async () => {
    const path = await filled('an older version');
    await mkdir(`${path}.part`);
    const before = await readFile(path);
    const ledger = await Ledger.open(path, 'x');
    await ledger.keep();
    expect(await readFile(path)).toEqual(before);
  });

  it('cut off at any byte, as a kill does, keeps every whole line and goes on behind it', async () => {
    const whole = await readFile(await filled());
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        const path = await place();
        await writeFile(path, whole.subarray(0, length));
        const ledger = await Ledger.open(path, 'x');
        const kept = whole.subarray(0, length).toString().split('\n').length - 1;
        expect(documents.map((one) => ledger.knows(one.source.path))).toEqual(documents.map((_, at) => at < kept));
        for (const one of documents.slice(kept)) await ledger.append(one);
        await ledger.close();
        expect(await readFile(path)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('passes over a line that the disk has spoilt', async () => {
    const path = await filled();
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, [lines[0], '\u0000\u0000\u0000', '{"settings":"x"}', 'null', lines[1], ''].join('\n'));
    const ledger = await Ledger.open(path, 'x');
    expect(documents.map((one) => ledger.knows(one.source.path))).toEqual([true, true, false]);
    expect(await ledger.find('b.pdf', documents[1]?.source.sha256 ?? '')?.read()).toEqual(documents[1]);
    await ledger.close();
  });
});
