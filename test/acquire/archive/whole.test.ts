import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportArchive } from '../../../src/acquire/archive/export-archive.js';
import { readableName } from '../../../src/acquire/archive/readable-name.js';
import { verifyArchive } from '../../../src/acquire/archive/verify.js';
import { answer, newArchive, refusal } from './archive.js';

const signal = new AbortController().signal;
const document = (address: string) => ({ address, role: 'document' }) as const;

describe('an archive that is verified', () => {
  it('is whole with every version of every address, and tells of objects that a killed run left', async () => {
    const archive = await newArchive();
    for (const text of ['one', 'two']) await archive.record(document('http://a.test/1'), answer('http://a.test/1', text));
    await archive.record(document('http://a.test/2'), refusal('http://a.test/2', 'blocked', true));
    const { sha256 } = await archive.objects.put(new TextEncoder().encode('no receipt'));
    expect(await verifyArchive(archive, signal)).toEqual({ objects: 3, receipts: 2, faults: [], unused: [sha256] });
  });

  it('names bytes that are missing, spoilt, or nobody knows, and where they came from', async () => {
    const archive = await newArchive();
    const kept = [];
    for (const name of ['1', '2']) kept.push(await archive.record(document(`http://a.test/${name}`), answer(`http://a.test/${name}`, name)));
    const [first = '', second = ''] = kept.map(({ sha256 = '' }) => archive.pathOf(sha256));
    await rm(first);
    await writeFile(second, 'x');
    await writeFile(join(archive.path, 'objects', 'notes.txt'), 'mine');
    const { faults } = await verifyArchive(archive, signal);
    expect(faults).toEqual([
      { code: 'missing', what: first, addresses: ['http://a.test/1'] },
      { code: 'spoilt', what: second, addresses: ['http://a.test/2'] },
      { code: 'foreign', what: join(archive.path, 'objects', 'notes.txt'), addresses: [] },
    ]);
  });

  it('is asked for missing bytes whole, not whether they changed', async () => {
    const archive = await newArchive();
    const { sha256 = '' } = await archive.record(document('http://a.test/1'), answer('http://a.test/1', 'x', { headers: { etag: '"1"' } }));
    await rm(archive.pathOf(sha256));
    archive.plan([document('http://a.test/1')], { again: true });
    expect(archive.due()[0]?.known).toBeUndefined();
  });
});

describe('an archive that is exported', () => {
  it('gives each document a name for people, with its receipt', async () => {
    const archive = await newArchive();
    await archive.record(document('http://a.test/x/%E5%85%AC%E5%BC%80.pdf'), answer('http://a.test/x/%E5%85%AC%E5%BC%80.pdf', 'pdf'));
    await archive.record(document('http://a.test/x'), answer('http://a.test/x', 'page'));
    const out = join(archive.path, '..', 'out');
    expect(await exportArchive(archive, out, signal)).toBe(2);
    expect(await readFile(join(out, 'a.test/x/公开.pdf'), 'utf8')).toBe('pdf');
    const lines = (await readFile(join(out, 'receipts.jsonl'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([{ file: 'a.test/x.html', address: 'http://a.test/x' }, { file: 'a.test/x/公开.pdf', bytes: 3 }]);
    await expect(exportArchive(archive, out, signal)).rejects.toMatchObject({ exitCode: 5 });
  });

  it('gives no two documents one name, and no document that of a folder', async () => {
    const archive = await newArchive();
    for (const address of ['http://a.test/A.pdf', 'http://a.test/a.pdf', 'http://a.test/a.pdf/1.pdf']) await archive.record(document(address), answer(address, address));
    const out = join(archive.path, '..', 'out');
    await exportArchive(archive, out, signal);
    const files = (await readFile(join(out, 'receipts.jsonl'), 'utf8')).trim().split('\n').map((line) => (JSON.parse(line) as { file: string }).file);
    expect(files).toEqual(['a.test/A.pdf', 'a.test/a-2.pdf', 'a.test/a.pdf_1.pdf']);
  });

  it('puts no document out of its folder, under a hidden name, or one that no system takes', () => {
    expect(readableName('http://a.test/%2e%2e%2f%2e%2e%2fetc/passwd', '')).toBe('a.test/____etc/passwd'.replace('____', '__.._'));
    expect(readableName('http://a.test:81/.ssh/con?a=b:c', 'text/html; charset=gbk')).toBe('a.test_81/_ssh/con_a=b_c.html');
    expect(Buffer.byteLength(readableName(`http://a.test/${'%E5%85%AC'.repeat(90)}.pdf`, ''))).toBeLessThan(140);
  });
});
