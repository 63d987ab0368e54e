import { centre } from '../../model/box.js';
import type { Word } from '../../model/page.js';
import type { LabelScore } from '../mend.js';
import { isNumberEntry, textOfParts, type Entry, type Placed } from './placed.js';
import { leader } from './segment.js';

/** A table with fewer rows than this below its head… */
const fewRows = 2;
/** …has so many columns at least… */
const manyColumns = 4;
/** …and every table this part of its places filled. */
const filled = 0.4;
/** A column of paragraphs has entries as long as this, in characters. */
const paragraph = 40;

/** Whether what is set in columns is a table: numbers in rows, or short entries that fill them; not paragraphs side by side, not the scattered labels of a chart. */
export function isTable(pieces: readonly Placed[], columns: number, rows: number, dataLines: readonly number[]): boolean {
  if (columns < (rows < fewRows ? manyColumns : 2)) return false;
  const numbers = pieces.filter((p) => p.segment.isNumber).length;
  const long = pieces.filter((p) => p.segment.text.length > paragraph).length;
  if (long > 0.4 * pieces.length) return false;
  const places = Math.max(1, dataLines.length) * columns;
  const onLines = pieces.filter((p) => dataLines.some((y) => y > p.segment.box.y0 && y < p.segment.box.y1)).length;
  return onLines >= filled * places && (numbers >= 0.15 * pieces.length || dataLines.length >= 3);
}

/** A list of contents has so many lines at least… */
const fewestContents = 3;
/** …and leaders in this part of them. */
const ledPart = 0.7;

/** Whether lines are a list of contents: titles, dots that lead the eye, and page numbers that never fall. */
export function isContents(pieces: readonly Placed[], columns: number, words: readonly Word[]): boolean {
  if (columns !== 2) return false;
  const numbers = pieces.filter((p) => p.from === 1 && p.segment.isNumber).sort((a, b) => a.segment.box.y0 - b.segment.box.y0);
  const pages = numbers.map((p) => Number(p.segment.text.normalize('NFKC')));
  if (numbers.length < fewestContents || pages.some((n, i) => !Number.isInteger(n) || n < (pages[i - 1] ?? 1))) return false;
  const dots = words.filter((w) => leader.test(w.text));
  const led = numbers.filter(({ segment: { box, size } }) => dots.some((w) => w.box.x1 < box.x0 + 1 && Math.abs(centre(w.box).y - centre(box).y) < 0.6 * size));
  return led.length >= ledPart * numbers.length;
}

/** A text as like as this to a label is that label. */
const known = 0.78;

/** Whether the head and the body have known labels: one row of numbers below them is a table, however small. */
export function isKnownTable(head: readonly Entry[], body: readonly Entry[], columns: number, score: LabelScore): boolean {
  const labels = [...head, ...body].filter((e) => !isNumberEntry(e) && score(textOfParts(e.parts)) >= known);
  return columns > 1 && labels.length >= (head.length === 0 ? 1 : 3);
}
