import { openZip, type ZipLimits } from '../../src/read/zip.js';
import { tinyZip, type TinyMember } from './tiny-zip.js';

const limits: ZipLimits = { members: 5, memberBytes: 8_000_000, allBytes: 12_000_000, ratio: 100 };
const opened = (members: readonly TinyMember[], own: Partial<ZipLimits> = {}): ReturnType<typeof openZip> => openZip(tinyZip(members), { ...limits, ...own });
const refusal = async (work: Promise<unknown>): Promise<string> => work.then(() => 'read', (error: unknown) => (error as { finding: { code: string } }).finding.code);

describe('a ZIP archive', () => {
  it('gives what its members hold, compressed or not, by their names in its order, without folders', async () => {
    const zip = await opened([{ name: 'b/', content: '' }, { name: 'b/二.txt', content: '2'.repeat(100), flags: 0x800 }, { name: 'a', content: '1', stored: true }]);
    expect(zip.names).toEqual(['b/二.txt', 'a']);
    expect(Buffer.from(await zip.read('b/二.txt')).toString()).toBe('2'.repeat(100));
    expect(Buffer.from(await zip.read('a')).toString()).toBe('1');
  });

  it('has names in GBK where they are neither said to be UTF-8 nor are', async () => {
    expect((await opened([{ name: Uint8Array.of(0xb1, 0xa8, 0xb8, 0xe6), content: '' }])).names).toEqual(['报告']);
  });

  it('keeps both of two members of one name apart', async () => {
    const zip = await opened([{ name: 'a', content: '1' }, { name: 'a', content: '2' }]);
    expect(zip.names).toEqual(['a', 'a (2)']);
    expect(Buffer.from(await zip.read('a (2)')).toString()).toBe('2');
  });

  it('is not opened with more members than the limit', async () => {
    expect(await refusal(opened(Array.from({ length: 6 }, (_, i) => ({ name: String(i), content: '' }))))).toBe('archive-too-large');
  });

  it('never has more inflated than the limits of a member, of all, of the ratio', async () => {
    const large = Buffer.alloc(7_000_000);
    expect(await refusal((await opened([{ name: 'a', content: large }], { memberBytes: 6_000_000 })).read('a'))).toBe('archive-too-large');
    expect(await refusal((await opened([{ name: 'a', content: large }])).read('a'))).toBe('archive-too-large');
    const two = await opened([{ name: 'a', content: large }, { name: 'b', content: large }], { ratio: 2000 });
    expect((await two.read('a')).length).toBe(7_000_000);
    expect((await two.read('a')).length).toBe(7_000_000);
    expect(await refusal(two.read('b'))).toBe('archive-too-large');
  });

  it('is not believed where a member holds more or less than its headers say, or other bytes', async () => {
    expect(await refusal((await opened([{ name: 'a', content: Buffer.alloc(5_000_000), says: 10 }])).read('a'))).toBe('archive-unreadable');
    expect(await refusal((await opened([{ name: 'a', content: 'text', says: 100 }])).read('a'))).toBe('archive-unreadable');
    expect(await refusal((await opened([{ name: 'a', content: 'text', crc: 1 }])).read('a'))).toBe('archive-unreadable');
  });

  it('tells that a member is encrypted', async () => {
    expect(await refusal((await opened([{ name: 'a', content: 'text', flags: 1 }])).read('a'))).toBe('encrypted');
  });

  it('is told to be broken where it is cut off', async () => {
    const bytes = tinyZip([{ name: 'a', content: 'text' }]);
    expect(await refusal(openZip(bytes.subarray(0, bytes.length - 30), limits))).toBe('archive-unreadable');
    expect(await refusal(openZip(Buffer.from('PK\x03\x04'), limits))).toBe('archive-unreadable');
  });
});
