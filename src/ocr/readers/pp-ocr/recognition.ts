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
/** The net tells strips of this width apart: lines are as wide as a whole number of them. Pixels. */
const stripWidth = 8;
const narrowest = 32;
/** A line of more than so many times its height is text. Chinese text is read as well when it is set so much narrower, at so much less work. */
const textLine = 4;
const narrower = 0.65;

/**
 * Reads pictures of single lines, black on white, in the order given; of each
 * `toReading` makes what is kept, for what the net says of a line is large.
 * `text`: they are lines of text, where a few characters more or less matter
 * little; numbers are read at their width. Each line goes through the net by
 * itself, at its own width: several together are read no quicker on one thread.
 */
export async function readStrips<T>(session: InferenceSession, lines: readonly Raster[], toReading: (strips: Strips) => T, text = false): Promise<T[]> {
  const result: T[] = [];
  for (const line of lines) {
    const narrowed = text && line.width > textLine * line.height ? narrower : 1;
    const width = Math.max(stripWidth, Math.round((line.width * lineHeight * narrowed) / line.height));
    const padded = Math.max(narrowest, Math.ceil(width / stripWidth) * stripWidth);
    const output = (await session.run({ [session.inputNames[0] ?? '']: new ort.Tensor('float32', inputOf(resized(line, width, lineHeight), padded), [1, 3, lineHeight, padded]) }))[session.outputNames[0] ?? ''];
    if (!output) throw new Error('the recognition model gave nothing');
    const [, steps = 0, classes = 0] = output.dims;
    result.push(toReading({ likely: output.data as Float32Array, steps, classes, pitch: (padded / steps) * (line.width / width) }));
    output.dispose();
  }
  return result;
}

/** The picture three times, as the net wants its colours, from -1 for black to 1 for white; to its right is white. */
function inputOf({ width, pixels }: Raster, padded: number): Float32Array {
  const plane = lineHeight * padded;
  const input = new Float32Array(3 * plane).fill(1);
  for (let y = 0; y < lineHeight; y++) for (let x = 0; x < width; x++) input[y * padded + x] = (pixels[y * width + x] ?? paper) / 127.5 - 1;
  for (const copy of [1, 2]) input.copyWithin(copy * plane, 0, plane);
  return input;
}
