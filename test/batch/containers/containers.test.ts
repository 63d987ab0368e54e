import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { membersOf } from '../../../src/batch/containers/members.js';
import { fileOf, memberSource } from '../../../src/batch/containers/member-source.js';
import { SourceBytes } from '../../../src/batch/containers/source-bytes.js';
import { documentsIn } from '../../../src/batch/inputs.js';
import { response } from '../../acquire/warc.js';
import { ofdParts, pageXml } from '../../make/ofd.js';
import { tinyZip, type TinyMember } from '../../read/tiny-zip.js';
import { folderWith } from '../folder.js';

const member = (name: string | Uint8Array, content: string | Uint8Array = 'x', more: Partial<TinyMember> = {}): TinyMember => ({ name, content, ...more });

async function fileWith(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(await folderWith({}), name);
  await writeFile(path, bytes);
  return path;
}

/** The documents of a file, by what stands behind its path. */
const inside = async (path: string): Promise<string[]> => (await documentsIn([path], [])).map((source) => source.slice(path.length));

/** The text of a document, or the code of the finding that says why there is none. */
async function said(source: string): Promise<string> {
  try {
    return Buffer.from(await new SourceBytes().read(source, 200)).toString('utf8');
  } catch (error) {
    return (error as { finding?: { code: string } }).finding?.code ?? String(error);
  }
}

describe('an archive', () => {
  it('stands for what it holds, without folders and what a system keeps beside files', async () => {
    const path = await fileWith('a.zip', tinyZip([member('2019/', ''), member('2019/b.txt', 'two'), member('a.txt', 'one'), member('__MACOSX/a.txt'), member('.DS_Store'), member('2019/.hidden')]));
    expect(await inside(path)).toEqual(['!/2019/b.txt', '!/a.txt']);
    expect(await said(`${path}!/2019/b.txt`)).toBe('two');
  });

  it('is told by its bytes, whatever it is called', async () => {
    expect(await inside(await fileWith('a.pdf', tinyZip([member('a.txt')])))).toEqual(['!/a.txt']);
    expect(await inside(await fileWith('a.zip', Buffer.from('no archive')))).toEqual(['']);
  });

  it('has its names in GBK where nothing says that they are UTF-8', async () => {
    const gbk = Buffer.from('b1a8b8e62e747874', 'hex');
    expect(await inside(await fileWith('a.zip', tinyZip([member(gbk), member(Buffer.from('年报.txt'))])))).toEqual(['!/年报.txt', '!/报告.txt'].sort());
  });

  it('may hold archives, and those are opened once more, not without end', async () => {
    const within = (inner: Uint8Array): Uint8Array => tinyZip([member('inner.zip', inner)]);
    const deep = await fileWith('a.zip', within(tinyZip([member('a.txt', 'deep')])));
    expect(await inside(deep)).toEqual(['!/inner.zip!/a.txt']);
    expect(await said(`${deep}!/inner.zip!/a.txt`)).toBe('deep');
    const deeper = await fileWith('a.zip', within(within(within(tinyZip([member('a.txt')])))));
    expect(await inside(deeper)).toEqual(['!/inner.zip!/inner.zip']);
    expect(await said(`${deeper}!/inner.zip!/inner.zip`)).toBe('archive-nested');
  });

  it('is none where it is a document made of parts', async () => {
    const ofd = tinyZip(ofdParts([pageXml('')]));
    expect(await inside(await fileWith('a.ofd', ofd))).toEqual(['']);
    expect(await inside(await fileWith('a.docx', tinyZip([member('[Content_Types].xml'), member('word/document.xml')])))).toEqual(['']);
    const held = await fileWith('a.zip', tinyZip([member('a.ofd', ofd)]));
    expect(await inside(held)).toEqual(['!/a.ofd']);
  });

  it('has its members hashed by their own bytes, so that a run goes on where one was changed', async () => {
    const path = await fileWith('a.zip', tinyZip([member('a.txt', 'one'), member('b.txt', 'one')]));
    const bytes = new SourceBytes();
    const before = await bytes.hash(`${path}!/a.txt`);
    expect(before).toBe(await bytes.hash(`${path}!/b.txt`));
    await writeFile(path, tinyZip([member('a.txt', 'other'), member('b.txt', 'one')]));
    expect(await bytes.hash(`${path}!/a.txt`)).not.toBe(before);
    expect(await bytes.hash(`${path}!/b.txt`)).toBe(before);
  });
});

describe('a web archive', () => {
  it('stands for the pages it keeps, by their addresses', async () => {
    const path = await fileWith('a.warc.gz', Buffer.concat([gzipSync(response('http://www.a.gov.cn/x/?id=1', '一')), gzipSync(response('http://www.a.gov.cn/.well-known/b.html', '二'))]));
    expect(await inside(path)).toEqual(['!/http://www.a.gov.cn/.well-known/b.html', '!/http://www.a.gov.cn/x/?id=1']);
    expect(await said(`${path}!/http://www.a.gov.cn/x/?id=1`)).toBe('一');
  });

  it('may lie in an archive', async () => {
    const path = await fileWith('a.zip', tinyZip([member('crawl.warc', response('http://a/', '一'))]));
    expect(await inside(path)).toEqual(['!/crawl.warc!/http://a/']);
    expect(await said(`${path}!/crawl.warc!/http://a/`)).toBe('一');
  });
});

describe('an archive that is hostile or broken', () => {
  it.each([
    ['is cut off', tinyZip([member('a.txt')]).subarray(0, -30), 'archive-unreadable'],
    ['holds nothing', tinyZip([]), 'archive-empty'],
    ['holds folders alone', tinyZip([member('a/', '')]), 'archive-empty'],
    ['holds more members than any archive of reports', tinyZip(Array.from({ length: 20_001 }, (_, i) => member(String(i), ''))), 'archive-too-large'],
  ])('stands for itself and gives one finding where it %s', async (_, bytes, code) => {
    const path = await fileWith('a.zip', bytes);
    expect(await inside(path)).toEqual(['']);
    expect(await said(path)).toBe(code);
  });

  it.each([
    ['inflates without end', member('a.txt', Buffer.alloc(40 * 1024 * 1024)), 'archive-too-large'],
    ['is longer than it says', member('a.txt', 'long enough', { says: 3 }), 'archive-unreadable'],
    ['is encrypted', member('a.txt', 'x', { flags: 1 }), 'encrypted'],
    ['has another checksum', member('a.txt', 'x', { crc: 1 }), 'archive-unreadable'],
  ])('gives one finding for the member that %s, and the others are read', async (_, bad, code) => {
    const path = await fileWith('a.zip', tinyZip([bad, member('b.txt', 'good')]));
    expect(await inside(path)).toEqual(['!/a.txt', '!/b.txt']);
    expect(await said(`${path}!/a.txt`)).toBe(code);
    expect(await said(`${path}!/b.txt`)).toBe('good');
  });

  it('leads nowhere by the names in it, and none of them garbles a line', async () => {
    const path = await fileWith('a.zip', tinyZip([member('../../../../etc/passwd', 'mine'), member('/etc/hosts', 'mine too'), member('a\u001b[2J\nb.txt', 'odd')]));
    const sources = await documentsIn([path], []);
    expect(sources).toHaveLength(3);
    expect(await Promise.all(sources.map(said))).toEqual(expect.arrayContaining(['mine', 'mine too', 'odd']));
    expect(sources.join('')).not.toMatch(/[\u0000-\u001f]/);
  });
});

describe('the source of a member', () => {
  it('goes back to the file it lies in, also where a folder looks like one', async () => {
    const folder = await folderWith({ 'odd!/a.zip': 'x' });
    expect(await fileOf(memberSource(join(folder, 'odd!', 'a.zip'), 'b/c.txt'))).toEqual({ path: join(folder, 'odd!', 'a.zip'), name: 'b/c.txt' });
    expect(await fileOf(join(folder, 'odd!', 'a.zip'))).toEqual({ path: join(folder, 'odd!', 'a.zip'), name: '' });
    expect(await membersOf(join(folder, 'odd!', 'a.zip'))).toBeNull();
  });
});
