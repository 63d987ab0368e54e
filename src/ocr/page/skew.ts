import type { Raster } from '../../model/picture.js';

/** Angles are looked for in steps of a quarter degree up to this, and finer around the best. Degrees. */
const widest = 5;
const coarse = 0.25;
const fine = 0.025;
/** Ink for this purpose: on even ground. */
const ink = 140;
/** So many dark points are enough. */
const mostPoints = 60_000;

/**
 * By how many degrees a picture is turned clockwise, so that its lines run down
 * to the right: the angle at which its ink gathers in the fewest rows
 * (projection profile, Postl 1986). `raster`: on even ground.
 */
export function skewOf(raster: Raster): number {
  const points = pointsOf(raster);
  if (points.x.length < 200) return 0;
  const rows = raster.height + raster.width;
  const gathering = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const counts = new Uint32Array(rows + 2);
    const shift = raster.width * Math.max(0, slope) + 1;
    for (let i = 0; i < points.x.length; i++) {
      const row = Math.round((points.y[i] ?? 0) - slope * (points.x[i] ?? 0) + shift);
      counts[row] = (counts[row] ?? 0) + 1;
    }
    let sum = 0;
    for (const count of counts) sum += count * count;
    return sum;
  };
  const best = (from: number, to: number, step: number): number => {
    let found = { angle: 0, value: -1 };
    for (let angle = from; angle <= to + step / 2; angle += step) {
      const value = gathering(angle);
      if (value > found.value || (value === found.value && Math.abs(angle) < Math.abs(found.angle))) found = { angle, value };
    }
    return found.angle;
  };
  const near = best(-widest, widest, coarse);
  return best(near - coarse, near + coarse, fine);
}

function pointsOf({ width, pixels }: Raster): { x: Float32Array; y: Float32Array } {
  const dark: number[] = [];
  for (let i = 0; i < pixels.length; i++) if ((pixels[i] ?? 255) < ink && (i < width || (pixels[i - width] ?? 255) >= ink)) dark.push(i);
  const step = Math.max(1, Math.ceil(dark.length / mostPoints));
  const some = dark.filter((_, i) => i % step === 0);
  return { x: Float32Array.from(some, (i) => i % width), y: Float32Array.from(some, (i) => Math.floor(i / width)) };
}

/** A picture turned back by `degrees` (as `skewOf` tells them) about its middle, of the same size; what comes in from outside is white. */
export function levelled(raster: Raster, degrees: number): Raster {
  if (Math.abs(degrees) < fine) return raster;
  const { width, height, pixels, dpi } = raster;
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const result = new Uint8Array(pixels.length).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sx = cos * (x - cx) - sin * (y - cy) + cx;
      const sy = sin * (x - cx) + cos * (y - cy) + cy;
      const [i, j] = [Math.floor(sx), Math.floor(sy)];
      if (i < 0 || j < 0 || i >= width - 1 || j >= height - 1) continue;
      const [u, v, o] = [sx - i, sy - j, j * width + i];
      const top = (1 - u) * (pixels[o] ?? 255) + u * (pixels[o + 1] ?? 255);
      const foot = (1 - u) * (pixels[o + width] ?? 255) + u * (pixels[o + width + 1] ?? 255);
      result[y * width + x] = Math.round((1 - v) * top + v * foot);
    }
  }
  return { width, height, pixels: result, dpi };
}
