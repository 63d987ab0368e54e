import type { Raster } from '../model/picture.js';

/** Darker than this is ink, on paper that has been evened to white. */
const ink = 150;
/** White that is kept around the ink, so that one can be moved over the other. Pixels. */
const room = 2;
/** The ink of two prints of one number may be larger or smaller by this: they lie differently on the pixels. */
const mostLarger = 1;
/** Prints are laid over each other at steps of half a pixel, so far either way. Pixels. */
const offsets = [-1, -0.5, 0, 0.5, 1] as const;
/**
 * In no square of 3 × 3 pixels may two prints differ by more than this on the
 * whole (of the darkness of their ink): a stroke of a pixel and a half that only
 * one of them has is half of such a square. What is grainier is read apart.
 */
const mostInSquare = 0.2;
/** Nor may they differ on the whole by more than this part of their ink. */
const mostOfInk = 0.22;
/** Lower print than this has strokes and gaps of a pixel: no two of them are told apart for sure. Pixels. */
const lowest = 13;
/** Print that is longer than this, in parts of its height, is seldom the same twice. */
const longest = 6;

/** A picture cut down to its ink. */
interface Print {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** With `room` around it: (width + 2 room) × (height + 2 room); 0 paper to 1 ink at its darkest. */
  readonly dark: Float32Array;
  readonly sum: number;
}

/**
 * Pictures, black on white, of which some show the same print: groups of their
 * indices, each of pictures that are all like its first one. Two that differ in
 * a stroke are never in one group; those of which it is not sure are alone.
 */
export function likePictures(pictures: readonly Raster[]): number[][] {
  const groups: { first: Print; members: number[] }[] = [];
  const alone: number[][] = [];
  pictures.forEach((picture, index) => {
    const print = printOf(picture, index);
    if (print === null) {
      alone.push([index]);
      return;
    }
    const group = groups.find(({ first }) => isLike(first, print));
    if (group) group.members.push(index);
    else groups.push({ first: print, members: [index] });
  });
  return [...groups.map((g) => g.members), ...alone];
}

function printOf({ width, height, pixels }: Raster, index: number): Print | null {
  let [x0, x1, y0, y1, darkest] = [width, -1, height, -1, 255];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = pixels[y * width + x] ?? 255;
      if (value >= ink) continue;
      [x0, x1, y0, y1, darkest] = [Math.min(x0, x), Math.max(x1, x), Math.min(y0, y), Math.max(y1, y), Math.min(darkest, value)];
    }
  }
  const [w, h] = [x1 - x0 + 1, y1 - y0 + 1];
  if (h < lowest || w > longest * h) return null;
  const across = w + 2 * room;
  const dark = new Float32Array(across * (h + 2 * room));
  let sum = 0;
  for (let y = -room; y < h + room; y++) {
    for (let x = -room; x < w + room; x++) {
      const [px, py] = [x0 + x, y0 + y];
      const value = px < 0 || py < 0 || px >= width || py >= height ? 255 : (pixels[py * width + px] ?? 255);
      const share = Math.min(1, (255 - value) / (255 - darkest));
      dark[(y + room) * across + x + room] = share;
      sum += share;
    }
  }
  return { index, width: w, height: h, dark, sum };
}

function isLike(a: Print, b: Print): boolean {
  if (Math.abs(a.width - b.width) > mostLarger || Math.abs(a.height - b.height) > mostLarger) return false;
  if (Math.abs(a.sum - b.sum) > mostOfInk * Math.min(a.sum, b.sum)) return false;
  return offsets.some((dy) => offsets.some((dx) => liesOn(a, b, dx, dy)));
}

/** Whether `b`, moved by a part of a pixel, lies on `a`. */
function liesOn(a: Print, b: Print, dx: number, dy: number): boolean {
  const [width, height] = [Math.max(a.width, b.width) + 2 * room, Math.max(a.height, b.height) + 2 * room];
  const apart = new Float32Array(width * height);
  const most = mostOfInk * Math.min(a.sum, b.sum);
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const difference = at(a, x, y) - between(b, x + dx, y + dy);
      apart[y * width + x] = difference;
      sum += Math.abs(difference);
    }
    if (sum > most) return false;
  }
  // Of each sign for itself: an edge that lies differently darkens one pixel by what it lightens the next.
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let square = 0;
      for (let k = -1; k <= 1; k++) for (let j = -1; j <= 1; j++) square += apart[(y + k) * width + x + j] ?? 0;
      if (Math.abs(square) > 9 * mostInSquare) return false;
    }
  }
  return true;
}

const at = ({ width, height, dark }: Print, x: number, y: number): number => (x < 0 || y < 0 || x >= width + 2 * room || y >= height + 2 * room ? 0 : (dark[y * (width + 2 * room) + x] ?? 0));

/** The darkness between pixels. */
function between(print: Print, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - left, y - top];
  if (fx === 0 && fy === 0) return at(print, left, top);
  return (at(print, left, top) * (1 - fx) + at(print, left + 1, top) * fx) * (1 - fy) + (at(print, left, top + 1) * (1 - fx) + at(print, left + 1, top + 1) * fx) * fy;
}
