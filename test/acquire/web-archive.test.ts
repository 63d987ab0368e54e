import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { isWebArchive, WebArchive } from '../../src/acquire/web-archive/web-archive.js';
import { record, response } from './warc.js';

const limits = { members: 10, memberBytes: 100_000, allBytes: 1_000_000 };
const page = '<html><body>某县政府信息公开工作年度报告</body></html>';
const textOf = async (archive: WebArchive, name: string): Promise<string> => Buffer.from(await archive.read(name)).toString('utf8');
const info = record('warcinfo', '', 'software: a crawler\r\n');

describe('a web archive', () => {
  const records = [info, record('request', 'http://a.gov.cn/1.html', 'GET /1.html HTTP/1.1\r\n\r\n'), response('http://a.gov.cn/1.html', page), response('http://a.gov.cn/gone', 'gone', {}, 404), response('http://a.gov.cn/2.pdf', '%PDF-')];

  it.each([
    ['plain', Buffer.concat(records)],
    ['each record compressed', Buffer.concat(records.map((r) => gzipSync(r)))],
    ['compressed as a whole', gzipSync(Buffer.concat(records))],
  ])('has a member for each answer with status 200, by its address: %s', async (_, bytes) => {
    expect(isWebArchive(bytes)).toBe(true);
    const archive = new WebArchive(bytes, limits);
    expect(archive.names).toEqual(['http://a.gov.cn/1.html', 'http://a.gov.cn/2.pdf']);
    expect(await textOf(archive, 'http://a.gov.cn/1.html')).toBe(page);
    expect(await textOf(archive, 'http://a.gov.cn/2.pdf')).toBe('%PDF-');
  });

  it('has an address that was fetched twice as two members', () => {
    expect(new WebArchive(Buffer.concat([response('http://a/', '1'), response('http://a/', '2')]), limits).names).toEqual(['http://a/', 'http://a/#2']);
  });

  const chunked = Buffer.concat([Buffer.from('5;note\r\n'), Buffer.from(page).subarray(0, 5), Buffer.from(`\r\n${(Buffer.byteLength(page) - 5).toString(16)}\r\n`), Buffer.from(page).subarray(5), Buffer.from('\r\n0\r\n\r\n')]);

  it.each([
    ['chunks', chunked, { 'Transfer-Encoding': 'chunked' }],
    ['gzip', gzipSync(page), { 'Content-Encoding': 'gzip' }],
    ['deflate', deflateSync(page), { 'Content-Encoding': 'deflate' }],
    ['br', brotliCompressSync(page), { 'Content-Encoding': 'br' }],
    ['what the crawler had decoded, the fields left as they were', Buffer.from(page), { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' }],
  ])('gives a body without the coding of its transport: %s', async (_, body, fields) => {
    expect(await textOf(new WebArchive(response('http://a/', body, fields), limits), 'http://a/')).toBe(page);
  });
});

describe('a web archive that is hostile or broken', () => {
  const codeOf = async (make: () => unknown): Promise<string> => {
    try {
      await make();
      return 'none';
    } catch (error) {
      return (error as { finding?: { code: string } }).finding?.code ?? String(error);
    }
  };
  const bomb = gzipSync(Buffer.alloc(5_000_000));

  it('is refused where a record or a body is too large when inflated', async () => {
    const body = new WebArchive(response('http://a/', bomb, { 'Content-Encoding': 'gzip' }), limits);
    expect(await codeOf(() => body.read('http://a/'))).toBe('archive-too-large');
    expect(await codeOf(() => new WebArchive(Buffer.concat([gzipSync(info), bomb]), limits))).toBe('archive-too-large');
    expect(await codeOf(() => new WebArchive(Buffer.concat(Array.from({ length: 30 }, () => gzipSync(response('http://a/', Buffer.alloc(50_000))))), { ...limits, members: 100 }))).toBe('archive-too-large');
  });

  it('is refused where it has too many members', async () => {
    expect(await codeOf(() => new WebArchive(Buffer.concat(Array.from({ length: 11 }, (_, i) => response(`http://a/${i}`, ''))), limits))).toBe('archive-too-large');
  });

  it('is refused where a record does not say how long it is, or is followed by none', async () => {
    expect(await codeOf(() => new WebArchive(Buffer.from('WARC/1.0\r\nContent-Length: -1\r\n\r\n'), limits))).toBe('archive-unreadable');
    expect(await codeOf(() => new WebArchive(Buffer.concat([response('http://a/', page), Buffer.from('rubbish')]), limits))).toBe('archive-unreadable');
    expect(await codeOf(() => new WebArchive(gzipSync(info).subarray(0, 40), limits))).toBe('archive-unreadable');
  });

  it('gives no part of a record that is cut off', async () => {
    const cut = new WebArchive(response('http://a/', page).subarray(0, -20), limits);
    expect(await codeOf(() => cut.read('http://a/'))).toBe('archive-unreadable');
  });
});
