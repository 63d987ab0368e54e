import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeArchive } from '../../src/acquire/archive/open-archive.js';
import { answer, now, refusal } from '../acquire/archive/archive.js';
import { folderWith } from '../batch/folder.js';
import { gongkai } from './command-line.js';

const listed = { list: 'list.csv', issuer: '甲区', year: 2022, title: '=年报' };
let folder: string;
const path = () => join(folder, 'archive');
beforeEach(async () => {
  folder = await folderWith({});
  const archive = await makeArchive(path(), now);
  await archive.record({ address: 'http://a.test/1.html', role: 'document' }, answer('http://a.test/1.html', 'one', { fetchedAt: '2022-12-01T00:00:00.000Z' }));
  archive.plan([{ address: 'http://b.test/2.pdf', role: 'document', listed }]);
  await archive.record({ address: 'http://b.test/2.pdf', role: 'document' }, answer('http://b.test/2.pdf', 'two'));
  await archive.record({ address: 'http://b.test/3.pdf', role: 'document' }, refusal('http://b.test/3.pdf', 'blocked', true));
  archive.close();
});
const archive = (...args: readonly string[]) => gongkai(folder, ['archive', ...args]);
const addresses = async (...args: readonly string[]) => (await archive('ls', path(), ...args, '--json')).out.trim().split('\n').map((line) => (JSON.parse(line || '{}') as { address?: string }).address);

describe('gongkai archive ls', () => {
  it('lists the documents as CSV, with what the lists say, safe for a spreadsheet', async () => {
    const { code, out } = await archive('ls', path());
    const [head, , second] = out.split('\n');
    expect([code, head]).toEqual([0, 'address,final_address,fetched_at,status,bytes,sha256,content_type,list,title,date,issuer,year,attached_to']);
    expect(second).toMatch(/^http:\/\/b\.test\/2\.pdf,.*,text\/html,list\.csv,'=年报,,甲区,2022,$/);
  });

  it('lists those of a host, of a list, since a day, or what was refused', async () => {
    expect(await addresses('--host', 'a.test')).toEqual(['http://a.test/1.html']);
    expect(await addresses('--list', 'list.csv')).toEqual(['http://b.test/2.pdf']);
    expect(await addresses('--since', '2023-01-01')).toEqual(['http://b.test/2.pdf']);
    expect(await addresses('--refused')).toEqual(['http://b.test/3.pdf']);
  });
});

describe('gongkai archive show', () => {
  it('tells all of an address', async () => {
    const { code, out } = await archive('show', path(), 'http://b.test/2.pdf#page=2');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ address: 'http://b.test/2.pdf', due: false, refusal: null, listings: [listed], receipts: [{ bytes: 3 }] });
  });

  it('tells all of a hash', async () => {
    const { out } = await archive('show', path(), '3FC4CCFE745870E2C0D99F71F30FF0656C8DEDD41CC1D7D3D376B0DBE685E2F3');
    expect(JSON.parse(out)).toMatchObject({ receipts: [{ address: 'http://b.test/2.pdf' }] });
  });

  it('says where nothing is known', async () => {
    expect(await archive('show', path(), 'http://c.test/')).toMatchObject({ code: 4, out: '' });
  });
});

describe('gongkai archive export', () => {
  it('says how much it put where', async () => {
    expect(await archive('export', path(), '--out', join(folder, 'out'))).toMatchObject({ code: 0, err: expect.stringContaining('Documents  2') as string });
  });
});

describe('gongkai archive verify', () => {
  it('is content with a whole archive', async () => {
    const { code, out } = await archive('verify', path(), '--json');
    expect([code, JSON.parse(out)]).toMatchObject([0, { objects: 2, receipts: 2, faults: [], exit_code: 0 }]);
  });

  it('ends with 3 where bytes are spoilt, and says what to fetch again', async () => {
    const opened = await makeArchive(path(), now);
    await writeFile(opened.pathOf(opened.known('http://b.test/2.pdf')?.receipt?.sha256 ?? ''), 'owt');
    opened.close();
    const { code, err } = await archive('verify', path());
    expect(code).toBe(3);
    expect(err).toMatch(/spoilt: .*\n {4}http:\/\/b\.test\/2\.pdf\n/);
  });

  it('of a folder that is none says so', async () => {
    expect((await archive('verify', folder)).code).toBe(1);
  });
});
