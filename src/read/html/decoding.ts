import { detect } from 'chardet';
import { isBig5, isGb, utf16Of } from '../chinese-bytes.js';

/** A page says its character set this early, or not at all (HTML Standard, 13.2.3.2: 1024 bytes; publishing systems are later). */
const declaredWithin = 4096;

/** Publishing systems cut titles and summaries within a character: a page of UTF-8 lacks no more than this part of its characters beyond ASCII. */
const mostLost = 0.1;

/**
 * The text of a page: as UTF-16 by its byte order mark or its zeros, as UTF-8
 * where it is that but for a few cut characters, whatever it says of itself; else by the characters
 * it has, by what it says, or by what it looks like, whichever leaves fewer
 * characters unread. GB 2312 and GBK are read as GB 18030, which holds both.
 */
export function decodePage(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decoded(utf16, bytes);
  const utf8 = decoded('utf-8', bytes);
  if (lost(utf8) <= mostLost * utf8.replace(/[\0-\x7f]+/g, '').length) return utf8;
  const names = [isGb(bytes) ? 'gb18030' : isBig5(bytes) ? 'big5' : '', declared(bytes), detect(bytes.subarray(0, 200_000)) ?? '', 'gb18030', 'utf-8'].map(known).filter((name) => name !== '');
  const readings = [...new Set(names)].map((name) => decoded(name, bytes)).map((text) => ({ text, unread: lost(text) }));
  return readings.reduce((best, one) => (one.unread < best.unread ? one : best), readings[0] ?? { text: '', unread: 0 }).text;
}

/** Characters that could not be read. */
const lost = (text: string): number => text.split('\ufffd').length - 1;

const decoded = (name: string, bytes: Uint8Array): string => new TextDecoder(name).decode(bytes);

/** What a page says that it is written in; empty where it says nothing. */
const declared = (bytes: Uint8Array): string => /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, declaredWithin)).toString('latin1'))?.[1] ?? '';

/** The name of a character set that can be decoded, and may be a Chinese page's; empty otherwise. */
function known(name: string): string {
  const low = name.toLowerCase();
  if (/^(?:gb|hz|x-gbk|cp936|windows-936)/.test(low)) return 'gb18030';
  return /^(?:utf-8|utf8|big5|utf-16le|utf-16be)$/.test(low) ? low : '';
}
