import { centre, height, overlaps, width, type Box } from '../model/box.js';
import type { Picture, Ruling, Word } from '../model/page.js';
import { columnsOf, downward } from './downward-text.js';
import { clusters } from './lines.js';
import { byDirection } from './turned-view.js';

/** Words whose middles are no further apart than this part of their size stand on one line. */
const oneLine = 0.45;
/** A gap narrower than this part of the size parts nothing. */
const narrowGap = 0.18;
/** A gap wider than this part of the size parts two entries, not two words. */
const wideGap = 0.8;

export interface CellText {
  /** Lines joined with `\n`. */
  readonly text: string;
  /** Whether every line break is one that the cell's width forced. */
  readonly wrapped: boolean;
  /** Whether a number in it is struck out, far paler than the page's text, runs over the cell's edge, or stands beside one of another size (a footnote's mark); or whether all that stands in it is a picture. */
  readonly unclear?: true;
}

/** Sizes that differ by more than this part are of different things. */
const otherSize = 0.12;

/** The text of the words of one cell, in reading order. Vertical lines run from right to left. `table`: how far its cells are padded (points), and the horizontal rulings and the pictures of the page. */
export function textOf(words: readonly Word[], cell: Box | null, table: { readonly padding: number; readonly strokes: readonly Ruling[]; readonly pictures?: readonly Picture[] } = { padding: 0, strokes: [] }): CellText {
  const down = downward(words);
  const across = words.filter((w) => !down.has(w));
  const lines = byDirection(across).flatMap(linesOf);
  const texts = [...lines.map(lineText), ...columnsOf(down).map((column) => column.map((w) => w.text).join(''))];
  const wrapped = cell !== null && down.size === 0 && across.every((w) => !w.turn) && lines.slice(0, -1).every((line) => isFull(line, cell, table.padding));
  const digits = words.filter((w) => /\p{Nd}/u.test(w.text));
  const sizes = digits.map((w) => w.size);
  const unclear = digits.some((w) => w.runsOn === true || w.faint === true || table.strokes.some((r) => strikes(r, w)) || digits.some((other) => other !== w && overlaps(w.box, other.box, 0.2, 0.35))) || (digits.some((w) => w.under) && !digits.every((w) => w.under)) || Math.max(...sizes) - Math.min(...sizes) > otherSize * Math.max(...sizes);
  const isPicture = cell !== null && words.length === 0 && (table.pictures ?? []).some((p) => isMostlyIn(p.box, cell));
  return { text: texts.join('\n'), wrapped, ...(unclear || isPicture ? { unclear: true as const } : {}) };
}

/** Whether a picture belongs to the cell: a number may well be pasted in as one. */
function isMostlyIn(picture: Box, cell: Box): boolean {
  const w = Math.min(picture.x1, cell.x1) - Math.max(picture.x0, cell.x0);
  const h = Math.min(picture.y1, cell.y1) - Math.max(picture.y0, cell.y0);
  return w > 0 && h > 0 && w * h > 0.6 * width(picture) * height(picture);
}

/** Whether a ruling runs through the middle of a word, or of one of its characters. */
function strikes(ruling: Ruling, { box, text }: Word): boolean {
  const part = (ruling.at - box.y0) / height(box);
  return part > 0.3 && part < 0.75 && Math.min(ruling.to, box.x1) - Math.max(ruling.from, box.x0) > (0.6 * width(box)) / text.length;
}

/** Words by line, lines from top to bottom, words from left to right. */
export function linesOf(words: readonly Word[]): Word[][] {
  const rows = clusters(words, (w) => centre(w.box).y, oneLine * sizeOf(words));
  return rows.map((line) => line.toSorted((a, b) => a.box.x0 - b.box.x0));
}

const sizeOf = (words: readonly Word[]): number => (words.length === 0 ? 0 : Math.min(...words.map((w) => w.size)));

/** One line's words: nothing between Chinese characters, a blank between others, two where the gap is wide. */
export function lineText(line: readonly Word[]): string {
  let text = '';
  let last: Word | null = null;
  for (const word of line) {
    if (last) {
      const gap = word.box.x0 - last.box.x1;
      const latin = /[\p{L}\p{N}.,%+-]$/u.test(last.text) && /^[\p{L}\p{N}.,%+-]/u.test(word.text) && !(isHan(last.text.at(-1)) || isHan(word.text[0]));
      if (latin && gap > narrowGap * word.size) text += gap > wideGap * word.size ? '  ' : ' ';
    }
    text += word.text;
    last = word;
  }
  return text;
}

const isHan = (character: string | undefined): boolean => character !== undefined && /\p{Script=Han}/u.test(character);

/** Whether not one more character would fit on the line. */
function isFull(line: readonly Word[], cell: Box, padding: number): boolean {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last) return false;
  const used = last.box.x1 - first.box.x0;
  const one = width(last.box) / Math.max(1, last.text.length);
  return used + one > width(cell) - 2 * padding - 0.5;
}
