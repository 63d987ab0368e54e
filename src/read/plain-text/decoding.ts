/** So much of the characters beyond ASCII are of the sets of GB 2312 where a text is Chinese. */
const chinesePart = 0.9;

/**
 * The text of some bytes: by their byte order mark, as UTF-8 where they are
 * strictly that, as GB 18030 where they are that and most of it is what Chinese
 * is written with (Big5 and Latin bytes can be decoded as GBK, too, to rubbish).
 * Null where they are none of these.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return strictly('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return strictly('utf-16be', bytes);
  return strictly('utf-8', bytes) ?? (isGb(bytes) ? strictly('gb18030', bytes) : null);
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether most of the double bytes are in the rows of GB 2312 that are in use: signs (01-09) and characters (16-87). */
function isGb(bytes: Uint8Array): boolean {
  let [all, common] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[++i] ?? 0;
    all++;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7))) common++;
    // Of four bytes in GB 18030.
    else if (trail >= 0x30 && trail <= 0x39) i += 2;
  }
  return all > 0 && common >= chinesePart * all;
}
