/** First bytes of each kind of picture that is decoded. */
const kinds: readonly { readonly mediaType: string; readonly isIn: (bytes: Uint8Array) => boolean }[] = [
  { mediaType: 'image/png', isIn: (b) => startsWith(b, [0x89, 0x50, 0x4e, 0x47]) },
  { mediaType: 'image/jpeg', isIn: (b) => startsWith(b, [0xff, 0xd8, 0xff]) },
  { mediaType: 'image/tiff', isIn: (b) => startsWith(b, [0x49, 0x49, 0x2a, 0]) || startsWith(b, [0x4d, 0x4d, 0, 0x2a]) },
  { mediaType: 'image/webp', isIn: (b) => startsWith(b, [0x52, 0x49, 0x46, 0x46]) && startsWith(b.subarray(8), [0x57, 0x45, 0x42, 0x50]) },
];

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean => first.every((value, i) => bytes[i] === value);

/** The media type of a picture by its first bytes; empty where they are of no kind that is decoded. */
export const pictureType = (bytes: Uint8Array): string => kinds.find((k) => k.isIn(bytes))?.mediaType ?? '';

export const isPicture = (bytes: Uint8Array): boolean => pictureType(bytes) !== '';
