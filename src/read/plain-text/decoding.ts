import { isBig5, isGb, utf16Of } from '../chinese-bytes.js';

/**
 * The text of some bytes: as UTF-16 by its byte order mark or its zeros, as
 * UTF-8 where they are strictly that, as GB 18030 or Big5 where they are that and
 * most of it is what Chinese is written with (either, and Latin bytes, can be
 * decoded as the other, too, to rubbish). Null where they are none of these.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return strictly(utf16, bytes);
  return strictly('utf-8', bytes) ?? (isGb(bytes) ? strictly('gb18030', bytes) : isBig5(bytes) ? strictly('big5', bytes) : null);
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
