import type { Raster } from '../model/picture.js';
import type { NumberReading, Readings } from '../model/readings.js';
import { barIn } from './picture/dash.js';
import { numberLines, touchesItsEdge } from './number-lines.js';
import { mayBeBroken } from './picture/broken-digits.js';
import type { CellPicture } from './scan-page.js';
import type { NumberReader, Reading } from './text-reader.js';

/** Marks that stand for nothing. */
const nothing = /^[-/]+$/;
const plainNumber = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** What touches the edge of its picture, has lost strokes, or runs by a streak may be a part of what is printed: no reader is surer of it than this. */
const partConfidence = 0.5;

/** A text without a digit, or a letter that readers take for one. */
const signs = /^[^\p{L}\p{N}]*$/u;
/** How sure the shape of a dash is. */
const dashConfidence = 0.9;

/**
 * Reads cells with all readers, the more trusted first. A cell that is blank for
 * sure is shown to none; one with a trace that no reader can make anything of is
 * not blank either.
 */
export async function readCells(cells: readonly CellPicture[], readers: readonly NumberReader[]): Promise<Readings[]> {
  const inked = cells.flatMap(({ picture }, i) => (numberLines(picture).length > 0 ? [i] : []));
  const pictures = inked.flatMap((i) => cells[i]?.picture ?? []);
  const read: Reading[][] = [];
  for (const reader of readers) read.push(await reader.readNumbers(pictures));
  return cells.map(({ picture, filling, isStreaked }, i): Readings => {
    const at = inked.indexOf(i);
    const ink = filling === 'blank' ? 'none' : 'some';
    if (at < 0) return ink === 'none' ? { readers: readers.map(() => ({ text: '', says: 'blank', value: null, confidence: 1 })), ink } : { readers: [], ink };
    const dash = isStreaked ? [] : dashIn(picture, read.flatMap((own) => (own[at] ? [own[at]] : [])));
    if (dash.length > 0) return { readers: dash, ink };
    const isCut = isStreaked || touchesItsEdge(picture);
    const most = ({ text }: Reading): number => (isCut || numberLines(picture).some((line) => mayBeBroken(line, text)) ? partConfidence : 1);
    return { readers: read.flatMap((own) => (own[at] ? [toNumber(own[at], most(own[at]))] : [])), ink };
  });
}

/**
 * What readers say of a cell with nothing but a dash, whatever sign they take it for: its shape tells more than they
 * do, who seldom see it. Of a short one only where a reader sees no digit either, for the rest of one may be a bar, too.
 */
function dashIn(picture: Raster, readings: readonly Reading[]): NumberReading[] {
  const bar = barIn(picture);
  if (bar === null || (bar === 'short' && !readings.some(({ text }) => signs.test(text)))) return [];
  return readings.map(() => ({ text: '-', says: 'blank', value: null, confidence: dashConfidence }));
}

/** `most`: how sure the reader is at most believed to be. */
function toNumber({ text, confidence: least, characters }: Reading, most: number): NumberReading {
  const confidence = Math.min(most, least);
  if (text === '' || nothing.test(text)) return { text, says: 'blank', value: null, confidence };
  // Where a sign of dirt makes a number unclear, it says nothing of how sure the digits are.
  const digits = characters.filter((c) => /\d/.test(c.text)).map((c) => c.confidence);
  if (!plainNumber.test(text)) return { text, says: 'unclear', value: null, confidence: digits.length > 0 ? Math.min(most, ...digits) : confidence };
  const value = text.replace(/[,+]/g, '');
  // Places in the value are places in the text less what was left out before them.
  const others = characters.flatMap((c, i) => {
    if (/[,+]/.test(c.text)) return [];
    const at = characters.slice(0, i).filter((o) => !/[,+]/.test(o.text)).length;
    return c.others.map((o) => ({ at, text: o.text, confidence: o.confidence }));
  });
  return { text, says: 'number', value, confidence, others };
}
