import { decodePage } from '../../../src/read/html/decoding.js';
import { htmlReader } from '../../../src/read/html/html.js';
import { inBig5, inGbk } from '../../make/web/gbk.js';

const page = (charset: string, body = '某县2023年政府信息公开工作年度报告'): string => `<html><head>${charset === '' ? '' : `<meta charset="${charset}">`}</head><body><p>${body}</p><table><tr><td>予以公开</td><td>12</td></tr><tr><td>部分公开</td><td>34</td></tr></table></body></html>`;
const traditional = (charset: string): string => page(charset, '某縣2023年政府信息公開工作年度報告').replaceAll('公开', '公開');
const utf16 = (text: string, mark: string): Buffer => Buffer.from(mark + text, 'utf16le');

describe('the bytes of a web page', () => {
  it.each(['utf-8', 'gb2312', 'big5', 'iso-8859-1', 'utf-16', ''])('are UTF-8 or GBK, whatever the page says of itself: %s', (charset) => {
    expect(decodePage(Buffer.from(page(charset)))).toBe(page(charset));
    expect(decodePage(inGbk(page(charset)))).toBe(page(charset));
  });
  it.each(['big5', 'gb2312', 'utf-8', ''])('are Big5, whatever the page says of itself: %s', (charset) => {
    expect(decodePage(inBig5(traditional(charset)))).toBe(traditional(charset));
  });
  it.each(['utf-16', 'utf-8', ''])('are UTF-16 in either order, with a mark and without: %s', (charset) => {
    for (const mark of ['\ufeff', '']) {
      expect(decodePage(utf16(page(charset), mark))).toBe(page(charset));
      expect(decodePage(utf16(page(charset), mark).swap16())).toBe(page(charset));
    }
    expect(htmlReader.recognises(utf16(page(charset), ''))).toBe(true);
  });
  it('are UTF-8 with a character that was cut, or GBK with one', () => {
    const cut = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.of(0xe6)]);
    expect(decodePage(cut(Buffer.from(page('gbk'))))).toContain('部分公开</td><td>34');
    expect(decodePage(cut(inGbk(page('utf-8'))))).toContain('部分公开</td><td>34');
  });
});
