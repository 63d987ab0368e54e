import type { Raster } from '../../../src/model/picture.js';

/** A white sheet on which rectangles are drawn. Pixels. */
export interface Sheet {
  readonly raster: Raster;
  fill(x0: number, y0: number, x1: number, y1: number, lightness?: number): void;
}

export function sheet(width: number, height: number, dpi = 200): Sheet {
  const raster: Raster = { width, height, pixels: new Uint8Array(width * height).fill(255), dpi };
  return {
    raster,
    fill(x0, y0, x1, y1, lightness = 0) {
      for (let y = y0; y < y1; y++) raster.pixels.fill(lightness, y * width + x0, y * width + x1);
    },
  };
}

/** A table of 3 rows and 3 columns whose rules are drawn. `left`, `top` 100, columns of 200 pixels, rows of 80. */
export function table(thickness = 3, lightness = 0): Sheet {
  const drawn = sheet(800, 500);
  for (let i = 0; i <= 3; i++) {
    drawn.fill(100, 100 + 80 * i, 700 + thickness, 100 + 80 * i + thickness, lightness);
    drawn.fill(100 + 200 * i, 100, 100 + 200 * i + thickness, 340 + thickness, lightness);
  }
  return drawn;
}

/** The picture with grain: each pixel off by up to `most`, the same each time. */
export function grained(raster: Raster, most: number): Raster {
  let state = 7;
  const pixels = Uint8Array.from(raster.pixels, (value) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.max(0, Math.min(255, value + Math.round((state / 2 ** 32 - 0.5) * 2 * most)));
  });
  return { ...raster, pixels };
}
