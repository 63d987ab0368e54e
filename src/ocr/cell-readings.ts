import type { Raster } from '../model/picture.js';
import type { NumberReading, Readings } from '../model/readings.js';
import { numberLines } from './number-lines.js';
import type { NumberReader, Reading } from './text-reader.js';

/** Marks that stand for nothing. */
const nothing = /^[-/]+$/;
const plainNumber = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/;

/** Reads the pictures of cells with all readers, the more trusted first; a cell without ink is shown to none. */
export async function readCells(cells: readonly Raster[], readers: readonly NumberReader[]): Promise<Readings[]> {
  const inked = cells.flatMap((cell, i) => (numberLines(cell).length > 0 ? [i] : []));
  const pictures = inked.flatMap((i) => cells[i] ?? []);
  const read: Reading[][] = [];
  for (const reader of readers) read.push(await reader.readNumbers(pictures));
  return cells.map((_, i): Readings => {
    const at = inked.indexOf(i);
    if (at < 0) return { readers: readers.map(() => ({ text: '', says: 'blank', value: null, confidence: 1 })), ink: 'none' };
    return { readers: read.flatMap((own) => (own[at] ? [toNumber(own[at])] : [])), ink: 'some' };
  });
}

function toNumber({ text, confidence, characters }: Reading): NumberReading {
  if (text === '' || nothing.test(text)) return { text, says: 'blank', value: null, confidence };
  if (!plainNumber.test(text)) return { text, says: 'unclear', value: null, confidence };
  const value = text.replace(/[,%+]/g, '');
  // Places in the value are places in the text less what was left out before them.
  const others = characters.flatMap((c, i) => {
    if (/[,%+]/.test(c.text)) return [];
    const at = characters.slice(0, i).filter((o) => !/[,%+]/.test(o.text)).length;
    return c.others.map((o) => ({ at, text: o.text, confidence: o.confidence }));
  });
  return { text, says: 'number', value, confidence, others };
}
