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
/** Red, green and blue. */
const channels = 3;
/** A line of more than so many times its height is text. Chinese text is read as well when it is set so much narrower, at so much less work. */
const textLine = 4;
const narrower = 0.65;

/** Lines so narrow go through the net several at a time: on one thread that takes a third less for each, for the weights are fetched once. Wider ones take as long or longer. Pixels. */
const narrow = 64;
const together = 8;

/** A line as the net takes it. Pixels: `width` of the line, `padded` with the white to its right. */
interface Sized {
  readonly index: number;
  readonly line: Raster;
  readonly width: number;
  readonly padded: number;
}

/**
 * Reads pictures of single lines, black on white, in the order given; of each
 * `toReading` makes what is kept, for what the net says of a line is large, and
 * is gone afterwards. `text`: they are lines of text, where a few characters
 * more or less matter little; numbers are read at their width.
 */
export async function readStrips<T>(session: InferenceSession, lines: readonly Raster[], toReading: (strips: Strips, index: number) => T, text = false): Promise<T[]> {
  const result: T[] = [];
  for (const batch of batchesOf(lines.map((line, index) => sized(line, index, text)))) {
    const padded = batch[0]?.padded ?? narrowest;
    const input = new Float32Array(batch.length * channels * lineHeight * padded);
    batch.forEach((one, i) => paint(one, input.subarray(i * channels * lineHeight * padded, (i + 1) * channels * lineHeight * padded)));
    const output = (await session.run({ [session.inputNames[0] ?? '']: new ort.Tensor('float32', input, [batch.length, channels, lineHeight, padded]) }))[session.outputNames[0] ?? ''];
    if (!output) throw new Error('the recognition model gave nothing');
    const [, steps = 0, classes = 0] = output.dims;
    const likely = output.data as Float32Array;
    batch.forEach(({ index, line, width }, i) => {
      result[index] = toReading({ likely: likely.subarray(i * steps * classes, (i + 1) * steps * classes), steps, classes, pitch: (padded / steps) * (line.width / width) }, index);
    });
    output.dispose();
  }
  return result;
}

function sized(line: Raster, index: number, text: boolean): Sized {
  const narrowed = text && line.width > textLine * line.height ? narrower : 1;
  const width = Math.max(stripWidth, Math.round((line.width * lineHeight * narrowed) / line.height));
  return { index, line, width, padded: Math.max(narrowest, Math.ceil(width / stripWidth) * stripWidth) };
}

/** Lines that go through the net at a time: all of a batch are as wide. */
function batchesOf(lines: readonly Sized[]): Sized[][] {
  const batches: Sized[][] = [];
  const open = new Map<number, Sized[]>();
  for (const line of lines) {
    const begun = open.get(line.padded);
    if (begun && line.padded <= narrow && begun.length < together) {
      begun.push(line);
      continue;
    }
    const batch = [line];
    open.set(line.padded, batch);
    batches.push(batch);
  }
  return batches;
}

/** Puts a line where the net wants it: once for each of its colours, from -1 for black to 1 for white; to its right is white. */
function paint({ line, width, padded }: Sized, input: Float32Array): void {
  const { pixels } = resized(line, width, lineHeight);
  const plane = lineHeight * padded;
  input.fill(1);
  for (let y = 0; y < lineHeight; y++) for (let x = 0; x < width; x++) input[y * padded + x] = (pixels[y * width + x] ?? paper) / 127.5 - 1;
  for (let copy = 1; copy < channels; copy++) input.copyWithin(copy * plane, 0, plane);
}
