/** So much of the characters beyond ASCII are of the sets in common use where a text is Chinese. */
const chinesePart = 0.9;
/** UTF-16 is looked for in the first bytes. */
const lookedAt = 65_536;

/** Whether most of the double bytes are in the rows of GB 2312 that are in use: signs (01-09) and characters (16-87). */
export const isGb = (bytes: Uint8Array): boolean =>
  areMostly(bytes, (lead, trail) => trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7)), (trail) => trail >= 0x30 && trail <= 0x39);

/** Whether most of the double bytes are signs or characters of the first level of Big5, those in common use (leads A1-A3, A4-C6). */
export const isBig5 = (bytes: Uint8Array): boolean =>
  areMostly(bytes, (lead, trail) => lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe)), () => false);

/** `isOfFour`: by the second byte, whether the character has four (GB 18030). */
function areMostly(bytes: Uint8Array, isCommon: (lead: number, trail: number) => boolean, isOfFour: (trail: number) => boolean): boolean {
  let [all, common] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[++i] ?? 0;
    all++;
    if (isCommon(lead, trail)) common++;
    else if (isOfFour(trail)) i += 2;
  }
  return all > 0 && common >= chinesePart * all;
}

/** In which order of bytes some bytes are UTF-16: by their mark, or as they have zeros and are in that order what Chinese is written with; null where they are not. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const begin = bytes.subarray(0, Math.min(lookedAt, bytes.length - (bytes.length % 2)));
  if (!begin.includes(0)) return null;
  const isWritten = (first: 0 | 1): boolean => {
    let known = 0;
    for (let i = 0; i < begin.length; i += 2) if (isOfReports(256 * (begin[i + first] ?? 0) + (begin[i + 1 - first] ?? 0))) known++;
    return known >= chinesePart * (begin.length / 2);
  };
  return isWritten(1) ? 'utf-16le' : isWritten(0) ? 'utf-16be' : null;
}

/** Whether a code is that of a line end, a tab, a sign of ASCII, or a Chinese character or sign. */
const isOfReports = (code: number): boolean => (code >= 0x20 && code < 0x7f) || [9, 10, 13].includes(code) || (code >= 0x3000 && code <= 0x303f) || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xff00 && code <= 0xffef);
