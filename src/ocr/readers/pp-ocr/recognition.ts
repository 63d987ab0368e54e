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
/** Lines are read together up to this many, and up to this width in sum: with more, what the net works on leaves the processor's cache, and a line takes a third longer. */
const batchSize = 4;
const batchWidth = 512;
/** A line of more than so many times its height is text. Chinese text is read as well when it is set so much narrower, at so much less work. */
const textLine = 4;
const narrower = 0.65;

/** Reads pictures of single lines, black on white, in batches of like width; in the order given. `text`: they are lines of text, where a few characters more or less matter little; numbers are read at their width. */
export async function readStrips(session: InferenceSession, lines: readonly Raster[], text = false): Promise<Strips[]> {
  const sized = lines.map((line, index) => {
    const narrowed = text && line.width > textLine * line.height ? narrower : 1;
    const width = Math.max(8, Math.round((line.width * lineHeight * narrowed) / line.height));
    return { index, line, width, padded: Math.max(narrowest, Math.ceil(width / widthStep) * widthStep) };
  }).sort((a, b) => a.padded - b.padded);
  const result: Strips[] = [];
  for (let start = 0; start < sized.length; ) {
    const padded = sized[start]?.padded ?? narrowest;
    let end = start;
    while (end < sized.length && end - start < batchSize && (end === start || (end - start + 1) * padded <= batchWidth) && sized[end]?.padded === padded) end++;
    const batch = sized.slice(start, end);
    start = end;
    const plane = lineHeight * padded;
    const input = new Float32Array(batch.length * 3 * plane).fill(1);
    batch.forEach(({ line, width }, k) => {
      const { pixels } = resized(line, width, lineHeight);
      const own = k * 3 * plane;
      for (let y = 0; y < lineHeight; y++) for (let x = 0; x < width; x++) input[own + y * padded + x] = (pixels[y * width + x] ?? paper) / 127.5 - 1;
      for (const copy of [1, 2]) input.copyWithin(own + copy * plane, own, own + plane);
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
