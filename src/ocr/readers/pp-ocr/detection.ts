import type { InferenceSession } from 'onnxruntime-node';
import * as ort from 'onnxruntime-node';
import type { Box } from '../../../model/box.js';
import type { Raster } from '../../../model/picture.js';
import { cutOut, resizedPage } from '../../resample.js';

/** Pages are looked at in about this resolution: 10 point text is 15 pixels high. Pixels to an inch. */
const lookedAt = 105;
/** Nor larger than this, whatever the paper. Pixels. */
const largestSide = 2016;
/** The net takes sides that are multiples of this. */
const multiple = 32;
/** Mean and deviation of the pictures that the net was trained on, blue first; of PaddleOCR's configuration. */
const channels = [{ mean: 0.406, deviation: 0.225 }, { mean: 0.456, deviation: 0.224 }, { mean: 0.485, deviation: 0.229 }] as const;
/** A pixel is of text where the net says so with more than this… */
const textPixel = 0.3;
/** …and a patch of them is a line where it says so with this on the whole. */
const textPatch = 0.5;
/** The net marks the core of a line; the line is larger by this factor of area by circumference (DB, Liao et al. 2020). */
const unclip = 1.6;

/** Of an evened page what is darker than this is print. */
const dark = 200;
/** White that is left around the print of a page. Of the pixels that the net sees. */
const margin = 24;

/** Where lines of text are on an upright, evened page: boxes in pixels of the page. */
export async function detectLines(session: InferenceSession, page: Raster): Promise<Box[]> {
  const around = printed(page, (margin * page.dpi) / lookedAt);
  if (!around) return [];
  const boxes = await linesIn(session, cutOut(page, around));
  return boxes.map((b) => ({ x0: b.x0 + around.x0, y0: b.y0 + around.y0, x1: b.x1 + around.x0, y1: b.y1 + around.y0 }));
}

/** The part of a page that holds all print, and white around it: whole pixels. Null where there is none. */
function printed({ width, height, pixels }: Raster, white: number): Box | null {
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    const row = pixels.subarray(y * width, (y + 1) * width);
    const first = firstDark(row);
    if (first < 0) continue;
    [x0, x1, y0, y1] = [Math.min(x0, first), Math.max(x1, afterLastDark(row)), Math.min(y0, y), y + 1];
  }
  if (x1 === 0) return null;
  const more = Math.round(white);
  return { x0: Math.max(0, x0 - more), y0: Math.max(0, y0 - more), x1: Math.min(width, x1 + more), y1: Math.min(height, y1 + more) };
}

function firstDark(row: Uint8Array): number {
  for (let x = 0; x < row.length; x++) if ((row[x] ?? 255) < dark) return x;
  return -1;
}

function afterLastDark(row: Uint8Array): number {
  for (let x = row.length; x > 0; x--) if ((row[x - 1] ?? 255) < dark) return x;
  return 0;
}

async function linesIn(session: InferenceSession, page: Raster): Promise<Box[]> {
  const scale = Math.min(1, lookedAt / page.dpi, largestSide / Math.max(page.width, page.height));
  const [width, height] = [page.width, page.height].map((side) => Math.max(multiple, Math.round((side * scale) / multiple) * multiple)) as [number, number];
  const small = await resizedPage(page, width, height);
  const size = width * height;
  const input = new Float32Array(3 * size);
  channels.forEach(({ mean, deviation }, c) => {
    const shades = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean) / deviation);
    for (let i = 0, at = c * size; i < size; i++, at++) input[at] = shades[small.pixels[i] ?? 255] ?? 0;
  });
  const tensor = new ort.Tensor('float32', input, [1, 3, height, width]);
  const output = (await session.run({ [session.inputNames[0] ?? '']: tensor }))[session.outputNames[0] ?? ''];
  if (!output) throw new Error('the detection model gave nothing');
  const boxes = patches(output.data as Float32Array, width, height);
  output.dispose();
  const [sx, sy] = [page.width / width, page.height / height];
  return boxes.map((b) => ({ x0: Math.max(0, b.x0 * sx), y0: Math.max(0, b.y0 * sy), x1: Math.min(page.width, b.x1 * sx), y1: Math.min(page.height, b.y1 * sy) }));
}

/** Patches of pixels that hang together, grown to the size of the lines that they are the core of. */
function patches(likely: Float32Array, width: number, height: number): Box[] {
  // 1 where there is text that is in no patch yet.
  const text = new Uint8Array(likely.length);
  for (let i = 0; i < likely.length; i++) if ((likely[i] ?? 0) > textPixel) text[i] = 1;
  const boxes: Box[] = [];
  const open: number[] = [];
  const visit = (i: number): void => {
    if (text[i] !== 1) return;
    text[i] = 0;
    open.push(i);
  };
  for (let start = text.indexOf(1); start >= 0; start = text.indexOf(1, start + 1)) {
    visit(start);
    let [x0, x1, y0, y1, sum, count] = [width, 0, height, 0, 0, 0];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      const y = Math.floor(i / width);
      const x = i - y * width;
      sum += likely[i] ?? 0;
      count++;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
      if (x > 0) visit(i - 1);
      if (x < width - 1) visit(i + 1);
      if (y > 0) visit(i - width);
      if (y < height - 1) visit(i + width);
    }
    const [w, h] = [x1 - x0 + 1, y1 - y0 + 1];
    if (count < 6 || h < 3 || sum / count < textPatch) continue;
    const grow = (w * h * unclip) / (2 * (w + h));
    boxes.push({ x0: x0 - grow, y0: y0 - grow, x1: x1 + 1 + grow, y1: y1 + 1 + grow });
  }
  return boxes.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}
