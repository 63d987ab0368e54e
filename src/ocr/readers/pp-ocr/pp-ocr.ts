import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-node';
import type { Raster } from '../../../model/picture.js';
import { joinedLines } from '../../joined-lines.js';
import { inkBoxOf, inkKeyOf, numberLines } from '../../number-lines.js';
import { lineParts } from '../../picture/line-parts.js';
import { cutOut } from '../../resample.js';
import type { FoundLine, PageReader, Reading } from '../../text-reader.js';
import { withModel, type ModelPaths } from '../model-paths.js';
import { decode, type Alphabet } from './decoding.js';
import { detectLines } from './detection.js';
import { repeated, saidEachTime } from './repeated.js';
import { withFewerPasses } from './net/fewer-passes.js';
import { netOf, withNet } from './net/onnx-file.js';
import { readStrips, type Strips } from './recognition.js';

/** What a number is made of, and what the net takes its signs for when they stand alone. */
const signs: readonly (readonly [string, string])[] = [
  ['0', '0oOQ〇○口D'], ['1', '1lI|丨'], ['2', '2Zz'], ['3', '3'], ['4', '4'], ['5', '5Ss'], ['6', '6b'], ['7', '7'], ['8', '8B'], ['9', '9g'],
  ['.', '.．·'], [',', ',，'], ['-', '-—–一－_'], ['+', '+＋'], ['/', '/／'], ['%', '%％'],
];

/** The net sees nothing in many a lone 0 that it reads in a row of them. */
const repeats = 3;

/** A box of one character or two digits is no wider than so many times its height. */
const widestCharacter = 1.4;

/** Only where it is as sure as this of a character cut to its ink, that is what the page says. */
const sure = 0.9;

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
  const asText = (strips: Strips): Reading => decode(strips, dictionary, null);
  const asNumber = (strips: Strips): Reading => decode(strips, dictionary, alphabet);
  // What the pictures of the page that was read last say as numbers, by their ink. No more: what a page says must not hang on the pages before it.
  const numbers = new Map<string, Reading>();
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
      // Most boxes of one character are numbers of table cells, which will be asked for by themselves: the net looks once for both.
      const single = cuts.map(singleCharacter);
      const keys = single.map((line) => line && inkKeyOf(line));
      numbers.clear();
      const texts = new Map<string, Reading>();
      await readOnce(recognition, single.flatMap((line) => line ?? []), (key, strips) => {
        texts.set(key, asText(strips));
        numbers.set(key, asNumber(strips));
      });
      const readings = single.map((line, i) => {
        const text = texts.get(keys[i] ?? '');
        return line && text && cuts[i] ? moved(text, inkBoxOf(cuts[i]).x0 - inkBoxOf(line).x0) : undefined;
      });
      // Cut so near to its ink many a character alone is none to the net, and a piece of one is another; the box that was found has more around it.
      const others = cuts.flatMap((cut, i) => (isSure(readings[i], numbers.get(keys[i] ?? '')) ? [] : [{ i, cut }]));
      (await readStrips(recognition, others.map(({ cut }) => cut), asText, true)).forEach((r, k) => (readings[others[k]?.i ?? 0] = r));
      return boxes.flatMap((box, i): FoundLine[] => (readings[i] && readings[i].text.trim() !== '' ? [{ box, reading: readings[i] }] : []));
    },
    readLines: (lines) => readStrips(nets.recognition, lines, asText, true),
    async readNumbers(cells) {
      const lines = cells.map(numberLines);
      const unknown = lines.flat().filter((line) => !numbers.has(inkKeyOf(line)));
      await readOnce(nets.recognition, unknown, (key, strips) => numbers.set(key, asNumber(strips)));
      const unseen = new Map(lines.flat().flatMap((line) => (numbers.get(inkKeyOf(line))?.text === '' ? [[inkKeyOf(line), line] as const] : [])));
      const keys = [...unseen.keys()];
      (await readStrips(nets.recognition, [...unseen.values()].map((line) => repeated(line, repeats)), asNumber)).forEach((r, i) => {
        const once = saidEachTime(r, repeats);
        if (once) numbers.set(keys[i] ?? '', once);
      });
      return lines.map((own): Reading => joinedLines(own.flatMap((line) => numbers.get(inkKeyOf(line)) ?? [])));
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

/** A reading whose places are told from another edge, so many pixels further left. */
const moved = (reading: Reading, by: number): Reading => ({ ...reading, characters: reading.characters.map((c) => ({ ...c, x0: c.x0 + by, x1: c.x1 + by })) });

/** Whether a text is sure, or is the number that it surely is as a number: among all characters a 0 is much like an O. */
function isSure(text: Reading | undefined, number: Reading | undefined): boolean {
  if (!text || text.text === '') return false;
  return text.confidence >= sure || (number !== undefined && number.confidence >= sure && number.text === text.text && /^\d+$/.test(number.text));
}

/** Reads pictures of lines, of those with the same ink the first alone. */
async function readOnce(recognition: ort.InferenceSession, lines: readonly Raster[], take: (key: string, strips: Strips) => void): Promise<void> {
  const firsts = new Map<string, Raster>();
  for (const line of lines) if (!firsts.has(inkKeyOf(line))) firsts.set(inkKeyOf(line), line);
  const keys = [...firsts.keys()];
  await readStrips(recognition, [...firsts.values()], (strips, i) => take(keys[i] ?? '', strips));
}
