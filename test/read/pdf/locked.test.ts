import { createHash } from 'node:crypto';
import { read } from '../../../src/read/readers.js';
import { book, contentObject, type BookStyle } from './book.js';

const limits = { pages: 10 };
const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
const id = Buffer.from('0123456789abcdef', 'latin1');

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const s = Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number): void => void ([s[i], s[j]] = [s[j] ?? 0, s[i] ?? 0]);
  for (let i = 0, j = 0; i < 256; i++) swap(i, (j = (j + (s[i] ?? 0) + (key[i % key.length] ?? 0)) & 255));
  let i = 0;
  let j = 0;
  return Buffer.from(data.map((byte) => {
    i = (i + 1) & 255;
    swap(i, (j = (j + (s[i] ?? 0)) & 255));
    return byte ^ (s[((s[i] ?? 0) + (s[j] ?? 0)) & 255] ?? 0);
  }));
}

/** A book with RC4 of 40 bits (ISO 32000-1, 7.6): an owner's password, and the user's as given. */
function locked(user = ''): BookStyle {
  const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password), padding]).subarray(0, 32);
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(user));
  const key = md5(padded(user), owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id).subarray(0, 5);
  const dictionary = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${owner.toString('hex')}> /U <${rc4(key, padding).toString('hex')}> >>`;
  const keyOf = (object: number): Buffer => md5(key, Buffer.from([object & 255, object >> 8, 0, 0, 0])).subarray(0, 10);
  return { deflated: true, more: { 30: dictionary }, trailer: `/Encrypt 30 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`, encrypt: (object, data) => rc4(keyOf(object), data) };
}

describe('a PDF with a password', () => {
  it('of its owner alone is read like any other', async () => {
    const { document, findings } = await read(book(['11', '22'], locked()).bytes, limits);
    expect(document.pages.map((p) => [p.words.map((w) => w.text), p.partial])).toEqual([[['11'], undefined], [['22'], undefined]]);
    expect(findings).toEqual([]);
  });

  it('of its owner alone is not vouched for on a page of which bytes are changed', async () => {
    const { bytes, at } = book(['11', '22'], locked());
    const inContent = bytes.indexOf('stream\n', at.get(contentObject(2))) + 20;
    bytes[inContent] = (bytes[inContent] ?? 0) ^ 1;
    const { document, findings } = await read(bytes, limits);
    expect(document.pages.map((p) => p.partial)).toEqual([undefined, true]);
    expect(findings.map((f) => f.code)).toEqual(['file-damaged', 'page-cut']);
  });

  it('for its reader is told to have one', async () => {
    await expect(read(book(['11'], locked('secret')).bytes, limits)).rejects.toMatchObject({ finding: { code: 'encrypted' } });
  });

  it('is read where its pointer leads astray, and not vouched for', async () => {
    const text = book(['11', '22'], locked()).bytes.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7');
    const { document, findings } = await read(Buffer.from(text, 'latin1'), limits);
    expect(document.pages.map((p) => [p.words.map((w) => w.text), p.partial])).toEqual([[['11'], true], [['22'], true]]);
    expect(findings.map((f) => f.code)).toEqual(['file-damaged', 'nothing-certain']);
  });

  it('says that it is cut where what it is read with is lost with its end', async () => {
    const { bytes, table } = book(['11', '22'], locked());
    await expect(read(bytes.subarray(0, table), limits)).rejects.toMatchObject({ finding: { code: 'unreadable', message: expect.stringContaining('encrypted') as string } });
  });
});
