import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Raster } from '../../../model/picture.js';
import { joinedLines } from '../../joined-lines.js';
import { numberLines } from '../../number-lines.js';
import { cutOut, resized } from '../../resample.js';
import { alikeReadings } from '../../alike-readings.js';
import type { NumberReader, ReadCharacter, Reading } from '../../text-reader.js';
import { englishIn, withModel, type ModelPaths } from '../model-paths.js';

/** Its models were trained on lines about this high: a lone 0 that is larger is often taken for no line at all. Pixels. */
const lineHeight = 36;
/** It looks again at a line that may be another than it said; most thin digits are told apart in a picture so low. Pixels. */
const lowerLine = 28;
/** As what it misreads a thin digit, and never the other way round: each 4 in 40 and each 5 in 30, of 12,000 numbers in scans. */
const misreadAs: Readonly<Record<string, string>> = { '1': '4', '3': '5' };
/** White that is left around a line: right at the edge of its picture a digit alone is often taken for no line at all. Pixels. */
const margin = 18;
/** Lighter than this is paper and its grain, which it takes for text; a line's darkest pixel is black, and no line's is lighter than `palestInk`. */
const paper = 210;
const palestInk = 150;
/** A worker learns and grows: it is renewed after so many pictures. */
const renewedAfter = 1500;

/** Tesseract, as the second reader of numbers. */
export async function openTesseract(paths: ModelPaths): Promise<NumberReader> {
  let worker: Worker | null = await withModel(englishIn(paths.tesseract), () => opened(paths));
  let count = 0;
  const look = async (line: Raster, height: number): Promise<Reading> => {
    if (worker === null) throw new Error('the reader is closed');
    if (count >= renewedAfter) {
      await worker.terminate();
      worker = await opened(paths);
      count = 0;
    }
    count++;
    const sized = resized(line, Math.max(8, Math.round((line.width * height) / line.height)), height);
    const { data } = await worker.recognize(asPgm(cutOut(contrasted(sized), { x0: -margin, y0: -margin, x1: sized.width + margin, y1: sized.height + margin })), {}, { text: true, blocks: true });
    const symbols = (data.blocks ?? []).flatMap((b) => b.paragraphs.flatMap((p) => p.lines.flatMap((l) => l.words.flatMap((w) => w.symbols))));
    const characters = symbols.map((s): ReadCharacter => ({
      text: s.text,
      confidence: s.confidence / 100,
      x0: ((s.bbox.x0 - margin) * line.width) / sized.width,
      x1: ((s.bbox.x1 - margin) * line.width) / sized.width,
      others: [],
    }));
    return { text: characters.map((c) => c.text).join(''), confidence: characters.length > 0 ? Math.min(...characters.map((c) => c.confidence)) : 0, characters };
  };
  const read = async (line: Raster): Promise<Reading> => {
    const first = await look(line, lineHeight);
    if (first.text !== '' && !/[13]/.test(first.text)) return first;
    const again = await look(line, lowerLine);
    return isWhatWasMisread(first.text, again.text) ? again : first;
  };
  return {
    name: 'tesseract',
    async readNumbers(cells) {
      const lines = cells.map(numberLines);
      const readings = await alikeReadings(lines.flat(), async (some) => {
        const own: Reading[] = [];
        for (const line of some) own.push(await read(line));
        return own;
      });
      let next = 0;
      return lines.map((own) => joinedLines(readings.slice(next, (next += own.length))));
    },
    async close() {
      await worker?.terminate();
      worker = null;
    },
  };
}

/** Whether a second look tells what a first one is known to miss. */
function isWhatWasMisread(first: string, again: string): boolean {
  return first === '' ? /\d/.test(again) : first.length === again.length && Array.from(first).every((c, i) => c === again[i] || misreadAs[c] === again[i]);
}

async function opened({ tesseract }: ModelPaths): Promise<Worker> {
  const worker = await createWorker('eng', OEM.LSTM_ONLY, { langPath: tesseract, cacheMethod: 'none', gzip: true });
  // Without the resolution it guesses one and reads far worse; its dictionary of the document would make one cell tell on another.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, tessedit_char_whitelist: '0123456789.,-+/%', user_defined_dpi: '300', tessedit_enable_doc_dict: '0' });
  return worker;
}

/** The picture with its ink black and its paper white. */
function contrasted(picture: Raster): Raster {
  const black = Math.min(palestInk, picture.pixels.reduce((a, b) => Math.min(a, b), paper));
  return { ...picture, pixels: picture.pixels.map((value) => Math.max(0, Math.min(255, Math.round(((value - black) * 255) / (paper - black))))) };
}

/** The picture as a file of the simplest kind there is. */
function asPgm({ width, height, pixels }: Raster): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${String(width)} ${String(height)}\n255\n`, 'latin1'), pixels]);
}
