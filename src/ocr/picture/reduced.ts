import type { Raster } from '../../model/picture.js';

/** Of a page, by the factor: as it was seen from afar. */
const known = new WeakMap<Raster, Map<number, Raster>>();

/** The picture with each `factor` × `factor` pixels made one: made once, for several look at a page from afar. Not to be changed. */
export function fromAfar(page: Raster, factor: number): Raster {
  const own = known.get(page) ?? new Map<number, Raster>();
  known.set(page, own);
  const small = own.get(factor) ?? reduced(page, factor, factor);
  own.set(factor, small);
  return small;
}

/** The picture with each `across` × `down` pixels made one, of their mean lightness; what is left over at the right and at the foot is dropped. `dpi` is that across. */
export function reduced(page: Raster, across: number, down: number): Raster {
  const { columns, rows, sums, pixels } = sumsOf(page, across, down);
  const result = new Uint8Array(sums.length);
  for (let row = 0; row < rows; row++) toMeans(sums.subarray(row * columns, (row + 1) * columns), 1 / pixels, result.subarray(row * columns, (row + 1) * columns));
  return { width: columns, height: rows, pixels: result, dpi: page.dpi / across };
}

/** The sums of each `across` × `down` pixels, row by row, and how many `pixels` are in each; what is left over at the right and at the foot is in none. */
export function sumsOf({ width, height, pixels }: Raster, across: number, down: number): { columns: number; rows: number; sums: Int32Array; pixels: number } {
  const columns = Math.max(1, Math.floor(width / across));
  const rows = Math.max(1, Math.floor(height / down));
  const [wide, high] = [Math.min(across, width), Math.min(down, height)];
  const sums = new Int32Array(columns * rows);
  const own = new ColumnSums(width);
  for (let row = 0; row < rows; row++) {
    const into = sums.subarray(row * columns, (row + 1) * columns);
    for (let top = row * high; top < (row + 1) * high; top += mostRows) {
      own.clear();
      for (let y = top; y < Math.min(top + mostRows, (row + 1) * high); y++) own.add(pixels.subarray(y * width, (y + 1) * width));
      own.addTo(into, wide);
    }
  }
  return { columns, rows, sums, pixels: wide * high };
}

/** So many times 255 is the most that 16 bits hold. */
const mostRows = 257;

/**
 * Sums of rows of pixels, column by column. Four pixels are added at a time, as
 * one word of 32 bits: those with an even number in one word, those with an odd
 * one in another, 16 bits each (the bytes of a word being from the right, as on
 * all machines that the program runs on). No more than `mostRows` fit.
 */
class ColumnSums {
  readonly #row: Uint8Array;
  readonly #words: Int32Array;
  readonly #even: Int32Array;
  readonly #odd: Int32Array;
  readonly #evens: Uint16Array;
  readonly #odds: Uint16Array;

  constructor(width: number) {
    const words = (width + 3) >> 2;
    this.#row = new Uint8Array(4 * words);
    this.#words = new Int32Array(this.#row.buffer);
    [this.#even, this.#odd] = [new Int32Array(words), new Int32Array(words)];
    [this.#evens, this.#odds] = [new Uint16Array(this.#even.buffer), new Uint16Array(this.#odd.buffer)];
  }

  clear(): void {
    this.#even.fill(0);
    this.#odd.fill(0);
  }

  add(row: Uint8Array): void {
    this.#row.set(row);
    addWords(this.#words, this.#even, this.#odd);
  }

  /** Adds the sums of each so many columns. */
  addTo(into: Int32Array, wide: number): void {
    if (wide === 4) addFours(this.#even, this.#odd, into);
    else addAny(this.#evens, this.#odds, wide, into);
  }
}

// Work on a row is a function of its own here and elsewhere: called so often it is compiled at once, and once.

function addWords(words: Int32Array, even: Int32Array, odd: Int32Array): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? 0;
    even[i] = ((even[i] ?? 0) + (word & 0xff00ff)) | 0;
    odd[i] = ((odd[i] ?? 0) + ((word >>> 8) & 0xff00ff)) | 0;
  }
}

function addFours(even: Int32Array, odd: Int32Array, into: Int32Array): void {
  for (let i = 0; i < into.length; i++) {
    const e = even[i] ?? 0;
    const o = odd[i] ?? 0;
    into[i] = (into[i] ?? 0) + (e & 0xffff) + (e >>> 16) + (o & 0xffff) + (o >>> 16);
  }
}

function addAny(evens: Uint16Array, odds: Uint16Array, wide: number, into: Int32Array): void {
  for (let i = 0, x = 0; i < into.length; i++) {
    let sum = into[i] ?? 0;
    for (const end = x + wide; x < end; x++) sum += ((x & 1) === 0 ? evens[x >> 1] : odds[x >> 1]) ?? 0;
    into[i] = sum;
  }
}

/** Sums times a share, rounded. */
function toMeans(sums: Int32Array, share: number, into: Uint8Array): void {
  for (let i = 0; i < sums.length; i++) into[i] = (sums[i] ?? 0) * share + 0.5;
}

/** The picture in which rows are columns. */
export function transposed({ width, height, pixels, dpi }: Raster): Raster {
  const result = new Uint8Array(pixels.length);
  for (let top = 0; top < height; top += tile) for (let left = 0; left < width; left += tile) transposeTile(pixels, width, height, left, top, result);
  return { width: height, height: width, pixels: result, dpi };
}

/** Pixels. */
const tile = 32;

function transposeTile(pixels: Uint8Array, width: number, height: number, left: number, top: number, result: Uint8Array): void {
  const foot = Math.min(height, top + tile);
  const right = Math.min(width, left + tile);
  for (let y = top; y < foot; y++) for (let x = left; x < right; x++) result[x * height + y] = pixels[y * width + x] ?? 0;
}
