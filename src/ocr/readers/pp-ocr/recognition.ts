import type { InferenceSession } from 'onnxruntime-node';
import * as ort from 'onnxruntime-node';
import type { Raster } from '../../../model/picture.js';
import { resized } from '../../resample.js';

/** What the net says of one picture: for each of `steps` strips from left to right, how likely each of `classes` is. */
export interface Strips {
  readonly likely: Float32Array;
  readonly steps: number;
  readonly classes: number;
  /** Pixels of the picture to a strip. */
  readonly pitch: number;
}

/** The net reads lines of this height. Pixels. */
export const lineHeight = 48;
const paper = 255;
/** Widths are rounded up to this, so that lines of about one width are read together. Pixels. */
const widthStep = 32;
const narrowest = 64;
/** So many lines are read together: more were not faster on one thread, and take memory. */
const batchSize = 4;

/** Reads pictures of single lines, black on white, in batches of like width; in the order given. */
export async function readStrips(session: InferenceSession, lines: readonly Raster[]): Promise<Strips[]> {
  const sized = lines.map((line, index) => {
    const width = Math.max(8, Math.round((line.width * lineHeight) / line.height));
    return { index, line, width, padded: Math.max(narrowest, Math.ceil(width / widthStep) * widthStep) };
  }).sort((a, b) => a.padded - b.padded);
  const result: Strips[] = [];
  for (let start = 0; start < sized.length; ) {
    const padded = sized[start]?.padded ?? narrowest;
    let end = start;
    while (end < sized.length && end - start < batchSize && sized[end]?.padded === padded) end++;
    const batch = sized.slice(start, end);
    start = end;
    const plane = lineHeight * padded;
    const input = new Float32Array(batch.length * 3 * plane).fill(1);
    batch.forEach(({ line, width }, k) => {
      const { pixels } = resized(line, width, lineHeight);
      for (let y = 0; y < lineHeight; y++) {
        for (let x = 0; x < width; x++) {
          const value = (pixels[y * width + x] ?? paper) / 127.5 - 1;
          for (let c = 0; c < 3; c++) input[(k * 3 + c) * plane + y * padded + x] = value;
        }
      }
    });
    const output = (await session.run({ [session.inputNames[0] ?? '']: new ort.Tensor('float32', input, [batch.length, 3, lineHeight, padded]) }))[session.outputNames[0] ?? ''];
    if (!output) throw new Error('the recognition model gave nothing');
    const [, steps = 0, classes = 0] = output.dims;
    const data = output.data as Float32Array;
    batch.forEach(({ index, line, width }, k) => {
      result[index] = { likely: data.slice(k * steps * classes, (k + 1) * steps * classes), steps, classes, pitch: (padded / steps) * (line.width / width) };
    });
    output.dispose();
  }
  return result;
}
