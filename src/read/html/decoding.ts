import { detect } from 'chardet';

/** A page says its character set this early, or not at all (HTML Standard, 13.2.3.2: 1024 bytes; publishing systems are later). */
const declaredWithin = 4096;

/**
 * The text of a page: by its byte order mark, as UTF-8 where it is strictly
 * that, whatever it says of itself; else by what it says, or by what it looks
 * like, whichever leaves fewer characters unread. GB 2312 and GBK are read as
 * GB 18030, which holds both.
 */
export function decodePage(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decoded('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return decoded('utf-16be', bytes);
  const strict = strictUtf8(bytes);
  if (strict !== null) return strict;
  const names = [declared(bytes), detect(bytes.subarray(0, 200_000)) ?? '', 'gb18030', 'utf-8'].map(known).filter((name) => name !== '');
  const readings = [...new Set(names)].map((name) => decoded(name, bytes)).map((text) => ({ text, unread: text.split('\ufffd').length }));
  return readings.reduce((best, one) => (one.unread < best.unread ? one : best), readings[0] ?? { text: '', unread: 0 }).text;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const decoded = (name: string, bytes: Uint8Array): string => new TextDecoder(name).decode(bytes);

/** What a page says that it is written in; empty where it says nothing. */
const declared = (bytes: Uint8Array): string => /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, declaredWithin)).toString('latin1'))?.[1] ?? '';

/** The name of a character set that can be decoded, and may be a Chinese page's; empty otherwise. */
function known(name: string): string {
  const low = name.toLowerCase();
  if (/^(?:gb|hz|x-gbk|cp936|windows-936)/.test(low)) return 'gb18030';
  return /^(?:utf-8|utf8|big5|utf-16le|utf-16be)$/.test(low) ? low : '';
}
