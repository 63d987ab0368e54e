import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveAddress, type Planned } from '../../../src/acquire/archive/archive.js';
import { makeArchive, openArchive } from '../../../src/acquire/archive/open-archive.js';
import { answer, newArchive, now, refusal, unchanged } from './archive.js';

const page: Planned = { address: 'http://a.test/1.html', role: 'document', listed: { list: 'http://a.test/', source: 'a', title: '2022年年度报告', date: '2023-01-13' } };
const other: Planned = { address: 'http://a.test/2.html', role: 'document', listed: { list: 'http://a.test/', source: 'a' } };
const addressesOf = (planned: readonly { readonly address: string }[]): string[] => planned.map((one) => one.address);

describe('the bytes in an archive', () => {
  it('lie under their hash, once however many addresses they have', async () => {
    const archive = await newArchive();
    const first = await archive.record(page, answer(page.address, 'the same'));
    const second = await archive.record(other, answer(other.address, 'the same'));
    expect(first).toMatchObject({ change: 'new', knownBytes: false });
    expect(second).toEqual({ change: 'new', knownBytes: true, sha256: first.sha256 });
    expect(await readFile(archive.pathOf(first.sha256 ?? ''), 'utf8')).toBe('the same');
    expect(addressesOf(archive.receiptsOf(first.sha256 ?? ''))).toEqual([other.address, page.address]);
    expect(await archive.objects.list()).toEqual({ hashes: [first.sha256], others: [] });
  });

  it('are written anew where something of another length lies in their place', async () => {
    const archive = await newArchive();
    const { sha256 = '' } = await archive.record(page, answer(page.address, 'whole'));
    await writeFile(archive.pathOf(sha256), 'who');
    await archive.record(other, answer(other.address, 'whole'));
    expect(Buffer.from(await archive.bytes(sha256)).toString()).toBe('whole');
  });

  it('leave no half written file behind', async () => {
    const archive = await newArchive();
    await archive.record(page, answer(page.address, 'x'));
    expect(await readdir(join(archive.path, 'objects', 'incoming'))).toEqual([]);
  });

  it('that are gone stop the run with the file that is missed', async () => {
    const archive = await newArchive();
    await expect(archive.bytes('ab'.repeat(32))).rejects.toMatchObject({ exitCode: 5 });
  });
});

describe('a receipt', () => {
  it('tells the address, what answered, its header fields, and what the list said', async () => {
    const archive = await newArchive();
    await archive.record(page, answer(page.address, 'x', { finalAddress: 'http://a.test/new/1.html', headers: { etag: '"7"' } }));
    expect(archive.receiptsFrom(page.address)).toEqual([
      {
        address: page.address,
        finalAddress: 'http://a.test/new/1.html',
        fetchedAt: '2023-01-31T08:00:00.000Z',
        status: 200,
        headers: { etag: '"7"' },
        sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
        bytes: 1,
        listed: page.listed,
      },
    ]);
  });

  it('of every version is kept, and the newest is the one at hand', async () => {
    const archive = await newArchive();
    const changes = [];
    for (const text of ['one', 'one', 'two', 'one']) changes.push((await archive.record(page, answer(page.address, text))).change);
    expect(changes).toEqual(['new', 'same', 'changed', 'changed']);
    expect(archive.receiptsFrom(page.address)).toHaveLength(4);
    expect(archive.documents().map((one) => one.receipt.bytes)).toEqual([3]);
  });

  it('stays the one at hand when a refusal comes later, or nothing changed', async () => {
    const archive = await newArchive();
    const { sha256 } = await archive.record(page, answer(page.address, 'one'));
    expect(await archive.record(page, refusal(page.address, 'blocked', true))).toEqual({ change: 'refused', sha256, knownBytes: true });
    expect(archive.known(page.address)).toMatchObject({ receipt: { sha256 }, refusal: { code: 'blocked' } });
    expect(await archive.record(page, unchanged(page.address))).toEqual({ change: 'same', sha256, knownBytes: true });
    expect(archive.known(page.address)).toEqual(expect.objectContaining({ askedAt: '2023-02-28T08:00:00.000Z', due: false }));
    expect(archive.known(page.address)?.refusal).toBeUndefined();
  });
});

describe('the plan of an archive', () => {
  it('is asked in its order, and what is kept is not asked again', async () => {
    const archive = await newArchive();
    expect(archive.plan([page, other])).toBe(2);
    expect(addressesOf(archive.due())).toEqual([page.address, other.address]);
    await archive.record(page, answer(page.address, 'x'));
    expect(archive.plan([page, other])).toBe(0);
    expect(archive.due({ of: 'a' })).toEqual([{ ...other, place: 2 }]);
    expect(archive.due({ of: 'b' })).toEqual([]);
  });

  it('asks again on demand, with what the server wants to hear of the version at hand, behind all else', async () => {
    const archive = await newArchive();
    archive.plan([page, other]);
    await archive.record(page, answer(page.address, 'x', { headers: { etag: '"7"', 'last-modified': 'Fri, 13 Jan 2023 00:00:00 GMT' } }));
    expect(archive.plan([page], { again: true })).toBe(1);
    expect(archive.due()).toEqual([
      { ...other, place: 2 },
      { ...page, place: 3, known: { etag: '"7"', lastModified: 'Fri, 13 Jan 2023 00:00:00 GMT' } },
    ]);
  });

  it('keeps what was refused in passing, once a run: a run goes on behind the place it is at', async () => {
    const archive = await newArchive();
    archive.plan([page, other]);
    await archive.record(page, refusal(page.address, 'server-error', true));
    expect(addressesOf(archive.due())).toEqual([page.address, other.address]);
    expect(addressesOf(archive.due({ after: 1 }))).toEqual([other.address]);
  });

  it('remembers what was refused for good until that is old', async () => {
    const archive = await newArchive();
    await archive.record(page, refusal(page.address, 'redirect-loop', false, '2023-01-01T00:00:00.000Z'));
    expect(archive.plan([page])).toBe(0);
    expect(archive.refused({ of: 'a' })).toMatchObject([{ code: 'redirect-loop', passing: false }]);
    expect(archive.plan([page], { refusedBefore: '2022-12-01T00:00:00.000Z' })).toBe(0);
    expect(archive.plan([page], { refusedBefore: '2023-01-02T00:00:00.000Z' })).toBe(1);
  });

  it('takes over the newest word of each list, whether an address is asked or not', async () => {
    const archive = await newArchive();
    await archive.record(page, answer(page.address, 'x'));
    archive.plan([{ ...page, listed: { list: 'http://a.test/index_1.html', source: 'a', title: '2022年年度报告（更正）' } }, { ...page, listed: { list: 'mine.csv', issuer: '甲区', year: 2022 } }]);
    expect(archive.listings(page.address)).toEqual([
      { list: 'http://a.test/index_1.html', source: 'a', title: '2022年年度报告（更正）' },
      { list: 'mine.csv', issuer: '甲区', year: 2022 },
    ]);
  });

  it('forgets what is dismissed, until it is planned again', async () => {
    const archive = await newArchive();
    archive.plan([page]);
    archive.dismiss(page.address);
    expect(archive.due()).toEqual([]);
    expect(archive.plan([page])).toBe(1);
  });

  it('tells lists from documents', async () => {
    const archive = await newArchive();
    archive.plan([{ address: 'http://a.test/', role: 'list', listed: { list: 'http://a.test/', source: 'a' } }, page]);
    expect(addressesOf(archive.due({ role: 'list' }))).toEqual(['http://a.test/']);
    await archive.record({ address: 'http://a.test/', role: 'list' }, answer('http://a.test/', 'list'));
    expect(archive.documents()).toEqual([]);
  });
});

describe('the attachments of a page', () => {
  const file: Planned = { address: 'http://a.test/P1.pdf', role: 'document', attachmentOf: page.address };

  it('belong to it, and have what its list says', async () => {
    const archive = await newArchive();
    await archive.record(page, answer(page.address, 'page'), () => archive.plan([page, file]));
    expect(archive.due({ of: 'a' })).toEqual([{ ...file, listed: page.listed, place: 2 }]);
    await archive.record(file, answer(file.address, 'pdf'));
    expect(archive.documents().find((one) => one.address === file.address)).toMatchObject({ attachedTo: [page.address], receipt: { attachmentOf: page.address } });
  });

  it('are those of its newest version', async () => {
    const archive = await newArchive();
    await archive.record(page, answer(page.address, 'page'), () => archive.plan([file]));
    await archive.record(file, answer(file.address, 'pdf'));
    await archive.record(page, answer(page.address, 'page without a file'));
    expect(archive.documents().find((one) => one.address === file.address)?.attachedTo).toEqual([]);
  });
});

describe('changes that belong together', () => {
  it('are all made or none: a list without its entries is not kept as asked', async () => {
    const archive = await newArchive();
    archive.plan([page]);
    const recording = archive.record(page, answer(page.address, 'x'), () => {
      archive.plan([other]);
      archive.remember('a', 'pages', 1);
      throw new Error('killed');
    });
    await expect(recording).rejects.toThrow('killed');
    expect(addressesOf(archive.due())).toEqual([page.address]);
    expect(archive.receiptsFrom(page.address)).toEqual([]);
    expect(archive.recall('a', 'pages')).toBeUndefined();
  });
});

describe('the memory of an archive', () => {
  it('keeps what a source wants to know the next time', async () => {
    const archive = await newArchive();
    archive.remember('a', 'pages', { seen: [1, 2] });
    archive.remember('a', 'else', true);
    archive.remember('b', 'pages', 3);
    archive.forget('a', 'else');
    expect([archive.recall('a', 'pages'), archive.recall('a', 'else'), archive.recall('b', 'pages')]).toEqual([{ seen: [1, 2] }, undefined, 3]);
    archive.forget('a');
    expect([archive.recall('a', 'pages'), archive.recall('b', 'pages')]).toEqual([undefined, 3]);
  });

  it('counts requests by host and day', async () => {
    let time = now();
    const archive = await makeArchive((await newArchive()).path, () => time);
    archive.counts.add('a.test');
    archive.counts.add('a.test');
    expect([archive.counts.today('a.test'), archive.counts.today('b.test')]).toEqual([2, 0]);
    time = new Date('2023-02-01T00:00:00Z');
    expect(archive.counts.today('a.test')).toBe(0);
  });
});

describe('a folder', () => {
  it('that is no archive is not opened as one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
    await expect(openArchive(folder, now)).rejects.toMatchObject({ exitCode: 1 });
    await writeFile(join(folder, 'catalog.db'), 'no database '.repeat(100));
    await expect(openArchive(folder, now)).rejects.toMatchObject({ exitCode: 1 });
  });

  it('that is one gives what was kept in it', async () => {
    const archive = await newArchive();
    await archive.record(page, answer(page.address, 'x'));
    archive.close();
    expect((await openArchive(archive.path, now)).documents()).toHaveLength(1);
  });
});

describe('the address of a request', () => {
  it('is written in one way, without its fragment', () => {
    expect(archiveAddress({ address: 'HTTP://A.test:80/公开#top' })).toBe('http://a.test/%E5%85%AC%E5%BC%80');
  });

  it('has the form that is sent with it', () => {
    expect(archiveAddress({ address: 'http://a.test/proxy.jsp', method: 'POST', form: { startrecord: '1', perpage: '15' } })).toBe('http://a.test/proxy.jsp#startrecord=1&perpage=15');
  });
});
