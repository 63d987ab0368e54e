import { centre, width } from '../model/box.js';
import type { Word } from '../model/page.js';
import { clusters } from './lines.js';

/** A character, or a number set upright in a line that runs downwards, is no wider than this part of its size. */
const oneCharacter = 1.3;
/** Characters that run downwards follow one another in gaps of no more than this part of their size. */
const tight = 0.35;
/** Characters of one column stand no further off it than this part of their size. */
const offColumn = 0.45;

/**
 * The words of a cell that run downwards, in lines from right to left: vertical
 * writing, its Latin letters and digits lying on their side, and columns of
 * upright characters.
 */
export function downward(words: readonly Word[]): ReadonlySet<Word> {
  const vertical = words.filter((w) => w.vertical && !w.turn);
  const lying = words.filter((w) => w.turn === 90 && !w.vertical);
  const upright = words.filter((w) => !w.vertical && !w.turn && width(w.box) <= oneCharacter * w.size);
  if (vertical.length > 0 || (lying.length > 0 && upright.length > 0)) return new Set([...vertical, ...lying, ...upright]);
  return new Set(upright.length === words.length && isInColumns(upright) ? upright : []);
}

/** Lines that run downwards, from right to left. */
export function columnsOf(words: Iterable<Word>): Word[][] {
  const all = [...words];
  const size = all.length === 0 ? 0 : Math.min(...all.map((w) => w.size));
  return clusters(all, (w) => -centre(w.box).x, offColumn * size).map((column) => column.toSorted((a, b) => a.box.y0 - b.box.y0));
}

/**
 * Whether single characters are read downwards: they stand in several columns,
 * each of them tight, and are printed column after column from right to left.
 * Spaced-out lines are printed one after another; numbers are never read so.
 */
function isInColumns(words: readonly Word[]): boolean {
  if (words.length < 3 || words.some((w) => !/^[\p{Script=Han}\p{P}]+$/u.test(w.text))) return false;
  const columns = columnsOf(words);
  if (columns.length < 2 || (columns[0]?.length ?? 0) < 2) return false;
  const inOrder = columns.flat().every((w, i) => w === words[i]);
  return inOrder && columns.every((column) => column.every((w, i) => i === 0 || w.box.y0 - (column[i - 1]?.box.y1 ?? w.box.y0) <= tight * w.size));
}
