import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-node';
import type { Raster } from '../../../model/picture.js';
import { joinedLines } from '../../joined-lines.js';
import { numberLines } from '../../number-lines.js';
import { lineParts } from '../../picture/line-parts.js';
import { cutOut } from '../../resample.js';
import { alikeReadings } from '../../alike-readings.js';
import type { FoundLine, PageReader, Reading } from '../../text-reader.js';
import { withModel, type ModelPaths } from '../model-paths.js';
import { decode, type Alphabet } from './decoding.js';
import { detectLines } from './detection.js';
import { repeated, saidEachTime } from './repeated.js';
import { withFewerPasses } from './net/fewer-passes.js';
import { netOf, withNet } from './net/onnx-file.js';
import { readStrips } from './recognition.js';

/** What a number is made of, and what the net takes its signs for when they stand alone. */
const signs: readonly (readonly [string, string])[] = [
  ['0', '0oOQ〇○口D'], ['1', '1lI|丨'], ['2', '2Zz'], ['3', '3'], ['4', '4'], ['5', '5Ss'], ['6', '6b'], ['7', '7'], ['8', '8B'], ['9', '9g'],
  ['.', '.．·'], [',', ',，'], ['-', '-—–一－_'], ['+', '+＋'], ['/', '/／'], ['%', '%％'],
];

/** The net sees nothing in many a lone 0 that it reads in a row of them. */
const repeats = 3;

/** A box of one character or two digits is no wider than so many times its height. */
const widestCharacter = 1.4;

/** What onnxruntime keeps to work in grows with what it was shown: its sessions are renewed after so many pages. */
const renewedAfter = 60;

// A pattern of memory is kept for each width of a line that is met, and there are hundreds.
const options: ort.InferenceSession.SessionOptions = { executionProviders: ['cpu'], intraOpNumThreads: 1, interOpNumThreads: 1, graphOptimizationLevel: 'all', logSeverityLevel: 3, enableMemPattern: false };

/**
 * PP-OCRv4 (PaddleOCR) on ONNX: finds the lines of a page and reads them.
 *
 * @throws Error that names a model that is missing
 */
export async function openPpOcr(paths: ModelPaths): Promise<PageReader> {
  let nets = await openNets(paths);
  let pages = 0;
  const list = await withModel(paths.dictionary, (file) => readFile(file, 'utf8'));
  // Class 0 is the gap, the last one a blank.
  const dictionary = ['', ...list.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
  const classOf = new Map(dictionary.map((c, i) => [c, i] as const));
  const alphabet: Alphabet = signs.map(([text, looks]) => ({ text, classes: Array.from(looks).flatMap((c) => classOf.get(c) ?? []) }));
  return {
    name: 'PP-OCRv4',
    async readPage(page) {
      if (pages++ >= renewedAfter) {
        await released(nets);
        nets = await openNets(paths);
        pages = 1;
      }
      const { detection, recognition } = nets;
      const boxes = lineParts(page, await detectLines(detection, page));
      const cuts = boxes.map((b) => cutOut(page, b));
      const readAll = async (some: readonly number[]): Promise<Reading[]> => readStrips(recognition, some.flatMap((i) => cuts[i] ?? []), (s) => decode(s, dictionary, null), true);
      // Most boxes of one character are numbers of table cells, to be read by themselves later; what they say here only tells them from labels.
      const single = cuts.map(singleCharacter);
      const alone = single.flatMap((line, i) => (line ? [i] : []));
      const whole = cuts.flatMap((_, i) => (single[i] ? [] : [i]));
      const readings: Reading[] = [];
      (await readAll(whole)).forEach((r, k) => (readings[whole[k] ?? 0] = r));
      const ofSingle = new Map(alone.flatMap((i) => (single[i] ? [[single[i], i] as const] : [])));
      const shared = await alikeReadings([...ofSingle.keys()], (some) => readAll(some.flatMap((line) => ofSingle.get(line) ?? [])));
      alone.forEach((i, k) => shared[k] && (readings[i] = shared[k]));
      return boxes.flatMap((box, i): FoundLine[] => (readings[i] && readings[i].text.trim() !== '' ? [{ box, reading: readings[i] }] : []));
    },
    async readNumbers(cells) {
      const lines = cells.map(numberLines);
      const flat = lines.flat();
      const known = new Map<string, Raster>();
      for (const line of flat) if (!known.has(keyOf(line))) known.set(keyOf(line), line);
      const keys = [...known.keys()];
      const readNumber = (some: readonly Raster[]): Promise<Reading[]> => readStrips(nets.recognition, some, (s) => decode(s, dictionary, alphabet));
      const readingOf = new Map((await readNumber([...known.values()])).map((r, i) => [keys[i] ?? '', r] as const));
      const unseen = [...known].filter(([key]) => readingOf.get(key)?.text === '');
      (await readNumber(unseen.map(([, line]) => repeated(line, repeats)))).forEach((r, i) => {
        const once = saidEachTime(r, repeats);
        if (once && unseen[i]) readingOf.set(unseen[i][0], once);
      });
      return lines.map((own): Reading => joinedLines(own.flatMap((line) => readingOf.get(keyOf(line)) ?? [])));
    },
    async close() {
      await released(nets);
    },
  };
}

/** Finds lines, and reads them. */
interface Nets {
  readonly detection: ort.InferenceSession;
  readonly recognition: ort.InferenceSession;
}

async function openNets(paths: ModelPaths): Promise<Nets> {
  return { detection: await withModel(paths.detection, openNet), recognition: await withModel(paths.recognition, openNet) };
}

async function released({ detection, recognition }: Nets): Promise<void> {
  await Promise.all([detection.release(), recognition.release()]);
}

/** A session of the net in a file, with fewer passes than the file has. */
async function openNet(file: string): Promise<ort.InferenceSession> {
  const bytes = await readFile(file);
  return ort.InferenceSession.create(withNet(bytes, withFewerPasses(netOf(bytes))), options);
}

/** The picture of a box that is no wider than a character or two, cut to its ink; null where there is more in it than one line. */
function singleCharacter(cut: Raster): Raster | null {
  if (cut.width > widestCharacter * cut.height) return null;
  const [line, ...more] = numberLines(cut);
  return line && more.length === 0 ? line : null;
}

/** Pictures that are the same in every pixel are read once. */
const keyOf = ({ width, pixels }: Raster): string => `${String(width)} ${Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength).toString('latin1')}`;
