import type { Raster } from '../../model/picture.js';

/** The picture with each `across` × `down` pixels made one, of their mean lightness; what is left over at the right and at the foot is dropped. `dpi` is that across. */
export function reduced({ width, height, pixels, dpi }: Raster, across: number, down: number): Raster {
  const columns = Math.max(1, Math.floor(width / across));
  const rows = Math.max(1, Math.floor(height / down));
  const result = new Uint8Array(columns * rows);
  const sums = new Uint32Array(columns);
  const wide = Math.min(across, width);
  const high = Math.min(down, height);
  const share = 1 / (wide * high);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let y = row * high; y < (row + 1) * high; y++) {
      let at = y * width;
      if (wide === 1) {
        for (let column = 0; column < columns; column++) sums[column] = (sums[column] ?? 0) + (pixels[at++] ?? 0);
        continue;
      }
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        for (let k = 0; k < wide; k++) sum += pixels[at++] ?? 0;
        sums[column] = (sums[column] ?? 0) + sum;
      }
    }
    for (let column = 0; column < columns; column++) result[row * columns + column] = (sums[column] ?? 0) * share + 0.5;
  }
  return { width: columns, height: rows, pixels: result, dpi: dpi / across };
}

/** The picture in which rows are columns. */
export function transposed({ width, height, pixels, dpi }: Raster): Raster {
  const result = new Uint8Array(pixels.length);
  const tile = 32;
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile) {
      const foot = Math.min(height, top + tile);
      const right = Math.min(width, left + tile);
      for (let y = top; y < foot; y++) for (let x = left; x < right; x++) result[x * height + y] = pixels[y * width + x] ?? 0;
    }
  }
  return { width: height, height: width, pixels: result, dpi };
}
