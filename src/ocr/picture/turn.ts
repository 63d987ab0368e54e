import type { Raster } from '../../model/picture.js';
import type { Turn } from '../../model/turn.js';
import { transposed } from './reduced.js';

/** The picture turned clockwise. */
export function turned(picture: Raster, turn: Turn): Raster {
  if (turn === 0) return picture;
  if (turn === 180) return { ...picture, pixels: picture.pixels.slice().reverse() };
  const lying = transposed(picture);
  return turn === 90 ? mirrored(lying) : upsideDown(lying);
}

function mirrored(picture: Raster): Raster {
  const { width, height } = picture;
  const pixels = picture.pixels.slice();
  for (let y = 0; y < height; y++) pixels.subarray(y * width, (y + 1) * width).reverse();
  return { ...picture, pixels };
}

function upsideDown(picture: Raster): Raster {
  const { width, height } = picture;
  const pixels = new Uint8Array(picture.pixels.length);
  for (let y = 0; y < height; y++) pixels.set(picture.pixels.subarray(y * width, (y + 1) * width), (height - 1 - y) * width);
  return { ...picture, pixels };
}
