// Files that are made to harm whoever reads them, with the code of the finding that each gets.

import { readFile } from 'node:fs/promises';
import { crc32, gzipSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import { response } from '../acquire/warc.js';
import { tinyXlsx } from '../read/office/sheets/tiny-xlsx.js';
import { tinyZip, type TinyMember } from '../read/tiny-zip.js';

const megabyte = 1024 * 1024;
const entities = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}]>`;
const rows = '<tr><td>1</td><td>2</td></tr>'.repeat(3);

const zipIn = (inner: Uint8Array, depth: number): Uint8Array => (depth === 0 ? inner : zipIn(tinyZip([{ name: 'in.zip', content: inner }]), depth - 1));
const docx = (document: string): Uint8Array => tinyZip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/document.xml', content: document }]);
const page = (body: string): string => `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;

/** The library has no types for this part of it. */
const cfb = CFB as { readonly utils: { cfb_new(): object; cfb_add(file: object, name: string, content: Uint8Array): void }; write(file: object, options: { type: 'buffer' }): Uint8Array };

/** A compound file with some streams at its root. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = cfb.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) cfb.utils.cfb_add(file, `/${name}`, content);
  return cfb.write(file, { type: 'buffer' });
}

/** The first block of a Word document that says it is encrypted. */
function lockedWord(): Uint8Array {
  const block = new Uint8Array(8192);
  block.set([0xec, 0xa5, 0xc1, 0x00], 0);
  block[11] = 0x13;
  return block;
}

/** A compound file each of whose chains leads back to its own beginning. */
function looping(file: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(file);
  const view = new DataView(bytes.buffer);
  const table = (view.getUint32(76, true) + 1) * 512;
  for (let at = 0; at < 128; at++) if (view.getUint32(table + 4 * at, true) === 0xfffffffe) view.setUint32(table + 4 * at, Math.max(0, at - 1), true);
  return bytes;
}

/** The header of a picture, and nothing behind it. */
function hugePng(): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  bytes.writeUInt32BE(75_000, 16);
  bytes.writeUInt32BE(150_000, 20);
  bytes.set([8, 6, 0, 0, 0], 24);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

const word = (): Promise<Buffer> => readFile(new URL('../read/office/files/report-2019.doc', import.meta.url));

/** By their names: what they hold, and the code of the finding about the file, or about what lies in it. */
export async function hostileFiles(): Promise<ReadonlyMap<string, { readonly bytes: Uint8Array | string; readonly code: string }>> {
  const many: TinyMember[] = Array.from({ length: 20_001 }, (_, i) => ({ name: `${i}.txt`, content: 'x', stored: true }));
  const warc = response('http://e.gov.cn/a.html', page(rows));
  return new Map(Object.entries({
    'bomb.zip': { bytes: tinyZip([{ name: 'a.html', content: Buffer.alloc(64 * megabyte) }]), code: 'archive-too-large' },
    'deep.zip': { bytes: zipIn(tinyZip([{ name: 'a.txt', content: 'x' }]), 6), code: 'archive-nested' },
    'many.zip': { bytes: tinyZip(many), code: 'archive-too-large' },
    'lying.zip': { bytes: tinyZip([{ name: 'a.html', content: Buffer.alloc(megabyte, 'x'), says: 10 }]), code: 'archive-unreadable' },
    'climbing.zip': { bytes: tinyZip([{ name: '../../../climbed.txt', content: 'nothing' }]), code: 'no-report' },
    'absolute.zip': { bytes: tinyZip([{ name: '/tmp/climbed.txt', content: 'nothing' }]), code: 'no-report' },
    'entities.docx': { bytes: docx(`${entities}<w:document xmlns:w="w"><w:body>&j;</w:body></w:document>`), code: 'unreadable' },
    'outside.docx': { bytes: docx('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body>&a;</w:body></w:document>'), code: 'unreadable' },
    'deep.docx': { bytes: docx(`<w:document xmlns:w="w"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}</w:body></w:document>`), code: 'unreadable' },
    'bomb.docx': { bytes: docx(`<w:document xmlns:w="w"><w:body><w:p>${' '.repeat(64 * megabyte)}</w:p></w:body></w:document>`), code: 'archive-too-large' },
    'entities.xlsx': { bytes: tinyXlsx([{ rows: '' }], { prolog: entities }), code: 'unreadable' },
    'entities.ofd': { bytes: tinyZip([{ name: 'OFD.xml', content: `${entities}<ofd:OFD xmlns:ofd="o"><ofd:DocBody>&j;</ofd:DocBody></ofd:OFD>` }]), code: 'unreadable' },
    'locked.docx': { bytes: compound({ EncryptedPackage: new Uint8Array(5000), EncryptionInfo: new Uint8Array(200) }), code: 'encrypted' },
    'locked.doc': { bytes: compound({ WordDocument: lockedWord(), '1Table': new Uint8Array(5000) }), code: 'encrypted' },
    'locked.xls': { bytes: compound({ Workbook: Uint8Array.from([0x09, 0x08, 16, 0, 0, 6, 5, 0, ...new Array<number>(12).fill(0), 0x2f, 0, 6, 0, 1, 0, 1, 0, 1, 0, ...new Array<number>(5000).fill(0)]) }), code: 'encrypted' },
    'looping.doc': { bytes: looping(await word()), code: 'unreadable' },
    'cut.doc': { bytes: (await word()).subarray(0, 3000), code: 'unreadable' },
    'bomb.warc.gz': { bytes: gzipSync(response('http://e.gov.cn/b.html', Buffer.alloc(300 * megabyte))), code: 'archive-too-large' },
    'coded-bomb.warc': { bytes: response('http://e.gov.cn/c.html', gzipSync(Buffer.alloc(300 * megabyte)), { 'Content-Encoding': 'gzip' }), code: 'archive-too-large' },
    'cut.warc': { bytes: warc.subarray(0, warc.length - 40), code: 'archive-unreadable' },
    'cut.warc.gz': { bytes: gzipSync(warc).subarray(0, 120), code: 'archive-unreadable' },
    'huge.png': { bytes: hugePng(), code: 'unreadable' },
    'nested-elements.html': { bytes: page('<div>'.repeat(100_000)), code: 'unreadable' },
    'nested-tables.html': { bytes: page(`${'<table><tr><td>a</td><td>'.repeat(1000)}${rows}`), code: 'no-report' },
    'open-marks.html': { bytes: page('<b><i><p>x'.repeat(1000)), code: 'no-report' },
    'spans.html': { bytes: page(`<table><tr><td colspan="1000000000" rowspan="1000000000">1</td></tr>${'<tr><td colspan="999999999">2</td><td rowspan="0">3</td></tr>'.repeat(2000)}</table>`), code: 'no-report' },
    'long-cell.html': { bytes: page(`<table><tr><td>自然人</td><td>总计</td></tr><tr><td>${'（一）予以公开'.repeat(20_000)}</td><td>${'1,'.repeat(100_000)}</td></tr></table>`), code: 'no-report' },
    'surrogates.html': { bytes: Buffer.from(`\ufeff${page('<p>\ud800\udc00\ud800</p>')}\udfff`, 'utf16le'), code: 'no-report' },
    'zeros.html': { bytes: page(`<p>a\0b</p>${'\0'.repeat(1000)}`), code: 'no-report' },
    'zeros.txt': { bytes: `a\0b${'\0'.repeat(1000)}`, code: 'unknown-format' },
    'one-line.txt': { bytes: '公开 1 '.repeat(400_000), code: 'no-report' },
  }));
}

