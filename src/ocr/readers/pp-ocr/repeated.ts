import type { Raster } from '../../../model/picture.js';
import type { Reading } from '../../text-reader.js';

/** A picture so many times, side by side. */
export function repeated(picture: Raster, times: number): Raster {
  const { width, height } = picture;
  const pixels = new Uint8Array(width * times * height);
  for (let y = 0; y < height; y++) for (let i = 0; i < times; i++) pixels.set(picture.pixels.subarray(y * width, (y + 1) * width), (y * times + i) * width);
  return { ...picture, width: width * times, pixels };
}

/** What a picture that was read so many times side by side says: one character, the same each time. Null where it is anything else. */
export function saidEachTime({ characters }: Reading, times: number): Reading | null {
  const [first, ...others] = characters;
  if (!first || characters.length !== times || others.some((c) => c.text !== first.text)) return null;
  return { text: first.text, confidence: Math.min(...characters.map((c) => c.confidence)), characters: [first] };
}
