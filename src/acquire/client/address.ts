import { Refused } from './refused.js';

/** Longer addresses are no document's (the de facto limit of browsers and servers). */
const longest = 2048;

/**
 * The address as a WHATWG URL, which writes hosts in one way only
 * (`http://0x7f.1` is `127.0.0.1`), without its fragment.
 *
 * @throws Refused `bad-address`
 */
export function toAddress(text: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw new Refused('bad-address', 'it is not written as an address is');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Refused('bad-address', `${url.protocol} is neither http nor https`);
  if (url.username !== '' || url.password !== '') throw new Refused('bad-address', 'it has a name or password in it');
  if (url.href.length > longest) throw new Refused('bad-address', `it is longer than ${longest} characters`);
  url.hash = '';
  return url;
}

/** The host of an address as a name or number without brackets. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** The port of an address, said or not. */
export const portOf = (url: URL): string => (url.port !== '' ? url.port : url.protocol === 'https:' ? '443' : '80');
