import type { Raster } from '../../model/picture.js';

/** The ground is looked for in squares of this side. Inches: larger than a stroke or a digit, smaller than a shadow. */
const square = 0.16;
/** The ground of a square is lighter than this part of its pixels. */
const lighterThan = 0.8;
/** No ground is darker than this: what is, is ink, or the lid of the scanner. */
const darkest = 60;

/** A picture on even, white ground: each pixel in parts of the ground around it. Shadows and yellow paper go; ink stays as dark as it is against its ground. */
export function evened(raster: Raster): Raster {
  const { width, height, pixels, dpi } = raster;
  const side = Math.max(4, Math.round(square * dpi));
  const [across, down] = [Math.ceil(width / side), Math.ceil(height / side)];
  const ground = new Float32Array(across * down);
  for (let j = 0; j < down; j++) for (let i = 0; i < across; i++) ground[j * across + i] = Math.max(darkest, groundOf(raster, i * side, j * side, side));
  const even = smoothed(lifted(ground, across, down), across, down);
  const result = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    const fy = Math.min(down - 1, Math.max(0, (y + 0.5) / side - 0.5));
    const j = Math.min(down - 2, Math.floor(fy));
    const v = fy - Math.max(0, j);
    for (let x = 0; x < width; x++) {
      const fx = Math.min(across - 1, Math.max(0, (x + 0.5) / side - 0.5));
      const i = Math.min(across - 2, Math.floor(fx));
      const at = (jj: number, ii: number): number => even[Math.max(0, Math.min(down - 1, jj)) * across + Math.max(0, Math.min(across - 1, ii))] ?? 255;
      const u = fx - Math.max(0, i);
      const own = (1 - v) * ((1 - u) * at(j, i) + u * at(j, i + 1)) + v * ((1 - u) * at(j + 1, i) + u * at(j + 1, i + 1));
      const o = y * width + x;
      result[o] = Math.min(255, Math.round((255 * (pixels[o] ?? 255)) / own));
    }
  }
  return { width, height, pixels: result, dpi };
}

/** The lightness that the lighter pixels of a square have. */
function groundOf({ width, height, pixels }: Raster, x0: number, y0: number, side: number): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let y = y0; y < Math.min(height, y0 + side); y++) {
    for (let x = x0; x < Math.min(width, x0 + side); x++) {
      const value = pixels[y * width + x] ?? 255;
      counts[value] = (counts[value] ?? 0) + 1;
      all++;
    }
  }
  let below = 0;
  for (let value = 0; value < 256; value++) {
    below += counts[value] ?? 0;
    if (below >= lighterThan * all) return value;
  }
  return 255;
}

/** A square full of ink has the ground of its neighbours: the lightest of nine, then the darkest of nine (a closing, Serra 1982). */
function lifted(ground: Float32Array, across: number, down: number): Float32Array {
  return nine(nine(ground, across, down, Math.max), across, down, Math.min);
}

const smoothed = (ground: Float32Array, across: number, down: number): Float32Array => {
  const result = new Float32Array(ground.length);
  for (let j = 0; j < down; j++) {
    for (let i = 0; i < across; i++) {
      let [sum, n] = [0, 0];
      for (let b = Math.max(0, j - 1); b <= Math.min(down - 1, j + 1); b++) for (let a = Math.max(0, i - 1); a <= Math.min(across - 1, i + 1); a++) [sum, n] = [sum + (ground[b * across + a] ?? 255), n + 1];
      result[j * across + i] = sum / n;
    }
  }
  return result;
};

function nine(ground: Float32Array, across: number, down: number, choose: (a: number, b: number) => number): Float32Array {
  const result = new Float32Array(ground.length);
  for (let j = 0; j < down; j++) {
    for (let i = 0; i < across; i++) {
      let value = ground[j * across + i] ?? 255;
      for (let b = Math.max(0, j - 1); b <= Math.min(down - 1, j + 1); b++) for (let a = Math.max(0, i - 1); a <= Math.min(across - 1, i + 1); a++) value = choose(value, ground[b * across + a] ?? 255);
      result[j * across + i] = value;
    }
  }
  return result;
}
