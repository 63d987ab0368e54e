/** The bytes of a text in a character set of one or two bytes: each character by looking it up in a decoder. */
function inSet(name: string, text: string): Uint8Array {
  const decoder = new TextDecoder(name);
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  return new Uint8Array(Array.from(text).flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (codes.get(c) ?? [0x3f]))));
}

export const inGbk = (text: string): Uint8Array => inSet('gbk', text);
export const inBig5 = (text: string): Uint8Array => inSet('big5', text);
