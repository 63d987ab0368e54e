import { readFileSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { decodeText } from '../../../src/read/plain-text/decoding.js';
import { plainTextReader } from '../../../src/read/plain-text/plain-text.js';

/** Text in GBK, by looking each character up in the two-byte codes. */
function inGbk(text: string): Uint8Array {
  const codes = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from(Array.from(text).flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : [...(codes.get(c) ?? [0x3f])])));
}

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

  it('are no text where they are Latin, Big5 or of a program', () => {
    expect(decodeText(Buffer.from('Stra\u00dfe, \u00e9t\u00e9 \u00e0 la carte', 'latin1'))).toBeNull();
    expect(decodeText(Buffer.from('a4a4a4e5b8eab0ccb6e6a440a457a4c0b3a1aabaa5d3bdd0aec9', 'hex'))).toBeNull();
    expect(plainTextReader.recognises(readFileSync(process.execPath).subarray(0, 4096))).toBe(false);
  });
});
