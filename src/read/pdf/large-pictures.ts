/** The most pixels of a picture that pdf.js decodes: a page of 75,000 × 150,000 must not be. Larger ones it leaves out without a word. */
export const largestPicture = 64_000_000;

/** A picture's dictionary is no longer than this on either side of what says that it is one. Bytes. */
const reach = 600;

/** The first picture of a file that is too large to be decoded; null where none is, or none that is written in the open. Pixels. */
export function tooLargePicture(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('/Image'); at >= 0; at = file.indexOf('/Image', at + 1)) {
    const before = file.toString('latin1', Math.max(0, at - reach), at);
    const after = file.toString('latin1', at, at + reach);
    const dictionary = before.slice(Math.max(before.lastIndexOf('obj'), 0)) + after.split('stream', 1).join('');
    const [width, height] = [/\/Width\s+(\d+)/, /\/Height\s+(\d+)/].map((key) => Number(key.exec(dictionary)?.[1] ?? 0)) as [number, number];
    if (width * height > largestPicture) return { width, height };
  }
  return null;
}
