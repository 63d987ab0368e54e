import type { Raster } from '../../model/picture.js';
import type { Turn } from '../../model/turn.js';

/** A picture turned clockwise. */
export function turned(raster: Raster, turn: Turn): Raster {
  if (turn === 0) return raster;
  const { width, height, pixels, dpi } = raster;
  const [w, h] = turn === 180 ? [width, height] : [height, width];
  const result = new Uint8Array(pixels.length);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const from = turn === 90 ? (height - 1 - x) * width + y : turn === 180 ? (height - 1 - y) * width + width - 1 - x : x * width + width - 1 - y;
      result[y * w + x] = pixels[from] ?? 255;
    }
  }
  return { width: w, height: h, pixels: result, dpi };
}
