import { readFileSync } from 'node:fs';
import { decodeText } from '../../../src/read/plain-text/decoding.js';
import { plainTextReader } from '../../../src/read/plain-text/plain-text.js';
import { inBig5, inGbk } from '../../make/web/gbk.js';

const text = '一、本年新收政府信息公开申请数量\t2\t0\n（一）予以公开\t镕\n';

describe('the bytes of a text', () => {
  it('are UTF-8 where they are strictly that, with a byte order mark or without', () => {
    expect(decodeText(Buffer.from(text))).toBe(text);
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(text);
  });

  it('are GB 18030 where they are no UTF-8 and are what Chinese is written with', () => {
    expect(decodeText(inGbk(text))).toBe(text);
    expect(plainTextReader.recognises(inGbk(text))).toBe(true);
  });

  it('are UTF-16 by its mark', () => {
    const bytes = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
    expect(decodeText(bytes)).toBe(text);
    expect(plainTextReader.recognises(bytes)).toBe(true);
  });

  it('are UTF-16 without its mark where their zeros are those of its digits and line ends', () => {
    const bytes = Buffer.from(text, 'utf16le');
    expect(decodeText(bytes)).toBe(text);
    expect(decodeText(Buffer.from(bytes).swap16())).toBe(text);
    expect(plainTextReader.recognises(bytes)).toBe(true);
  });

  it('are Big5 where they are no GB 18030 and are what Chinese is written with', () => {
    const traditional = '一、本年新收政府信息公開申請數量\t2\t0\n（一）予以公開\n（二）部分公開\n';
    expect(decodeText(inBig5(traditional))).toBe(traditional);
    expect(plainTextReader.recognises(inBig5(traditional))).toBe(true);
  });

  it('are no text where they are Latin or of a program', () => {
    expect(decodeText(Buffer.from('Stra\u00dfe, \u00e9t\u00e9 \u00e0 la carte', 'latin1'))).toBeNull();
    expect(plainTextReader.recognises(Buffer.from('\0\0\0\x01ab\0\0'))).toBe(false);
    expect(plainTextReader.recognises(readFileSync(process.execPath).subarray(0, 4096))).toBe(false);
  });
});
