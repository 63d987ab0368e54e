import type { LabelScore } from '../mend.js';
import { isNumberEntry, textOfParts, type Entry, type Placed } from './placed.js';

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

/** A text as like as this to a label is that label. */
const known = 0.78;

/** Whether the head and the body have known labels: one row of numbers below them is a table, however small. */
export function isKnownTable(head: readonly Entry[], body: readonly Entry[], columns: number, score: LabelScore): boolean {
  const labels = [...head, ...body].filter((e) => !isNumberEntry(e) && score(textOfParts(e.parts)) >= known);
  return columns > 1 && labels.length >= (head.length === 0 ? 1 : 3);
}
