// JBIG2 (ITU-T T.88) as scanners write it: one generic region a page, arithmetically coded, template 0.

/** Of the probability estimator, annex E: Qe, next state after the likelier symbol, after the other, whether to switch. */
const states: readonly (readonly [number, number, number, 0 | 1])[] = [
  [0x5601, 1, 1, 1], [0x3401, 2, 6, 0], [0x1801, 3, 9, 0], [0x0ac1, 4, 12, 0], [0x0521, 5, 29, 0], [0x0221, 38, 33, 0], [0x5601, 7, 6, 1], [0x5401, 8, 14, 0],
  [0x4801, 9, 14, 0], [0x3801, 10, 14, 0], [0x3001, 11, 17, 0], [0x2401, 12, 18, 0], [0x1c01, 13, 20, 0], [0x1601, 29, 21, 0], [0x5601, 15, 14, 1], [0x5401, 16, 14, 0],
  [0x5101, 17, 15, 0], [0x4801, 18, 16, 0], [0x3801, 19, 17, 0], [0x3401, 20, 18, 0], [0x3001, 21, 19, 0], [0x2801, 22, 19, 0], [0x2401, 23, 20, 0], [0x2201, 24, 21, 0],
  [0x1c01, 25, 22, 0], [0x1801, 26, 23, 0], [0x1601, 27, 24, 0], [0x1401, 28, 25, 0], [0x1201, 29, 26, 0], [0x1101, 30, 27, 0], [0x0ac1, 31, 28, 0], [0x09c1, 32, 29, 0],
  [0x08a1, 33, 30, 0], [0x0521, 34, 31, 0], [0x0441, 35, 32, 0], [0x02a1, 36, 33, 0], [0x0221, 37, 34, 0], [0x0141, 38, 35, 0], [0x0111, 39, 36, 0], [0x0085, 40, 37, 0],
  [0x0049, 41, 38, 0], [0x0025, 42, 39, 0], [0x0015, 43, 40, 0], [0x0009, 44, 41, 0], [0x0005, 45, 42, 0], [0x0001, 45, 43, 0], [0x5601, 46, 46, 0],
];

/** The encoder of annex E. */
class Arithmetic {
  readonly #indices = new Uint8Array(1 << 16);
  readonly #likelier = new Uint8Array(1 << 16);
  readonly #bytes: number[] = [0];
  #low = 0;
  #interval = 0x8000;
  #left = 12;

  code(context: number, bit: number): void {
    const [size, likely, unlikely, isSwitch] = states[this.#indices[context] ?? 0] ?? [0, 0, 0, 0];
    this.#interval -= size;
    const isLikely = bit === this.#likelier[context];
    if (isLikely && (this.#interval & 0x8000) !== 0) {
      this.#low += size;
      return;
    }
    if (isLikely === this.#interval < size) this.#interval = size;
    else this.#low += size;
    if (!isLikely && isSwitch === 1) this.#likelier[context] = 1 - (this.#likelier[context] ?? 0);
    this.#indices[context] = isLikely ? likely : unlikely;
    do {
      this.#interval = (this.#interval << 1) & 0xffff;
      this.#low *= 2;
      this.#left -= 1;
      if (this.#left === 0) this.#out();
    } while ((this.#interval & 0x8000) === 0);
  }

  #out(): void {
    const last = this.#bytes.length - 1;
    if (this.#bytes[last] !== 0xff && this.#low >= 0x8000000) {
      this.#bytes[last] = (this.#bytes[last] ?? 0) + 1;
      this.#low -= 0x8000000;
    }
    const stuffed = this.#bytes[last] === 0xff;
    const shift = stuffed ? 20 : 19;
    this.#bytes.push(Math.floor(this.#low / 2 ** shift) & 0xff);
    this.#low %= 2 ** shift;
    this.#left = stuffed ? 7 : 8;
  }

  end(): Buffer {
    const most = this.#low + this.#interval;
    this.#low = Math.floor(this.#low / 0x10000) * 0x10000 + 0xffff;
    if (this.#low >= most) this.#low -= 0x8000;
    for (let round = 0; round < 2; round += 1) {
      this.#low *= 2 ** this.#left;
      this.#out();
    }
    return Buffer.from([...this.#bytes.slice(1), 0xff, 0xac]);
  }
}

/** Sixteen pixels before and above each are its context: template 0 with its adaptive pixels where they usually are. */
function region(width: number, height: number, pixels: Uint8Array): Buffer {
  const coder = new Arithmetic();
  const black = (x: number, y: number): number => (x >= 0 && x < width && y >= 0 && (pixels[y * width + x] ?? 255) < 128 ? 1 : 0);
  for (let y = 0; y < height; y += 1) {
    let above = black(0, y - 2) << 1 | black(1, y - 2);
    let over = black(0, y - 1) << 2 | black(1, y - 1) << 1 | black(2, y - 1);
    let before = 0;
    for (let x = 0; x < width; x += 1) {
      // From the top: x-1..x+1 two rows up with A2, A3 beside it; x-2..x+2 one row up with A4, A1; x-4..x-1.
      const context = before | black(x + 3, y - 1) << 4 | over << 5 | black(x - 3, y - 1) << 10 | black(x + 2, y - 2) << 11 | above << 12 | black(x - 2, y - 2) << 15;
      const bit = black(x, y);
      coder.code(context, bit);
      above = (above << 1 | black(x + 2, y - 2)) & 7;
      over = (over << 1 | black(x + 3, y - 1)) & 31;
      before = (before << 1 | bit) & 15;
    }
  }
  return coder.end();
}

function numbers(...of: readonly (readonly [number, 1 | 2 | 4])[]): Buffer {
  const bytes = Buffer.alloc(of.reduce((sum, [, size]) => sum + size, 0));
  of.reduce((at, [value, size]) => bytes.writeUIntBE(value, at, size), 0);
  return bytes;
}

/** The segments of a page as PDF embeds them: page information (48), and an immediate generic region (38). `pixels`: grey. */
export function jbig2Of(width: number, height: number, pixels: Uint8Array): Buffer {
  const segment = (place: number, type: number, body: Buffer): Buffer => Buffer.concat([numbers([place, 4], [type, 1], [0, 1], [1, 1], [body.length, 4]), body]);
  const size = [[width, 4], [height, 4]] as const;
  const page = numbers(...size, [0, 4], [0, 4], [0, 1], [0, 2]);
  const head = Buffer.concat([numbers(...size, [0, 4], [0, 4], [0, 1], [0, 1]), Buffer.from([3, 0xff, 0xfd, 0xff, 2, 0xfe, 0xfe, 0xfe])]);
  return Buffer.concat([segment(0, 48, page), segment(1, 38, Buffer.concat([head, region(width, height, pixels)]))]);
}
