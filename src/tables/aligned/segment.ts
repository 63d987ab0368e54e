import { around, centre, type Box } from '../../model/box.js';
import type { Word } from '../../model/page.js';
import { lineText } from '../cell-text.js';

/** Words of one line with no gap between them that parts two entries. */
export interface Segment {
  readonly words: readonly Word[];
  readonly box: Box;
  readonly text: string;
  /** Height of the font in points. */
  readonly size: number;
  /** A number, with its signs and unit, or a mark that stands for one. */
  readonly isNumber: boolean;
  /** It counts the rows of its table, and is no figure of it. */
  readonly isSerial?: boolean;
}

/** A number that a table tells. */
export const isFigure = (segment: Segment): boolean => segment.isNumber && segment.isSerial !== true;

/** The middles of two words that follow one another on a line are no further apart than this part of their size. */
export const oneLine = 0.45;
/** A gap wider than this part of the size parts two entries… */
const entryGap = 0.72;
/** …a narrower one between Chinese characters, which stand without blanks unless each stands alone, or beside a digit… */
const hanGap = 0.27;
/** …or a Chinese label and a number, between which prose sets a quarter… */
const labelGap = 0.45;
/** …and a narrower one still, where numbers stand on both sides of it. */
const numberGap = 0.24;
/** Leaders: dots that lead from a label to its number. */
export const leader = /^[.．…‥·]+$/;
const fewestLeaders = 3;

const numeral = /^[\s\d.,:%‰$€£¥()+\-–—−±*†‡~<>≤≥/#&^\\[\]]*\d[\s\d.,:%‰$€£¥()+\-–—−±*†‡~<>≤≥/#&^\\[\]]*(?:(?<=[\d%）)\s])\p{L}{1,2}|(?<=\d)\p{Script=Han}{1,3})?[*†‡\\]*$/u;
const placeholder = /^(?:[-–—−*†‡.#]{1,5}|\(?n\/?a\)?|\([xXzZ]\)|[.…]{2,5}|nil|‡)$/iu;

/** Whether a text is a number as tables print them: with signs, marks and a short unit, in digits of either width. */
export const isNumber = (text: string): boolean => numeral.test(halfWidth(text)) || placeholder.test(text);

const halfWidth = (text: string): string => text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('￥', '¥');

export function toSegment(words: readonly Word[]): Segment {
  const box = around(words.map((w) => w.box)) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  const text = lineText(words);
  return { words, box, text, size: Math.max(...words.map((w) => w.size)), isNumber: isNumber(text) };
}

/** The segments of words, line by line from top to bottom, each line from left to right; a vertical word is a segment of its own. */
export function segmentsOf(words: readonly Word[]): Segment[] {
  const across = levelLines(words.filter((w) => !w.vertical)).flatMap((line) => cutAtGaps(withoutLeaders(line)));
  return [...across, ...words.filter((w) => w.vertical).map((w) => toSegment([w]))];
}

/**
 * Words by line, each from left to right: a word goes on with the line whose
 * last word is most nearly on its height. Heads of several lines are set higher
 * and lower beside one another, so that steps from word to word would lead from
 * one line to the next.
 */
function levelLines(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  const last = (line: readonly Word[]): number => middle(line.at(-1));
  for (const word of words.toSorted((a, b) => a.box.x0 - b.box.x0)) {
    const off = (line: readonly Word[]): number => Math.abs(last(line) - middle(word)) / Math.min(word.size, line.at(-1)?.size ?? word.size);
    const nearest = lines.reduce<Word[] | null>((best, line) => (best === null || off(line) < off(best) ? line : best), null);
    if (nearest && off(nearest) <= oneLine) nearest.push(word);
    else lines.push([word]);
  }
  return lines.sort((a, b) => middle(a[0]) - middle(b[0]));
}

const middle = (word: Word | undefined): number => (word ? centre(word.box).y : 0);

function cutAtGaps(line: readonly Word[]): Segment[] {
  const runs: Word[][] = [];
  line.forEach((word, i) => {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && !parts(last, word, line[i + 1])) run.push(word);
    else runs.push([word]);
  });
  return runs.map(toSegment);
}

/** Whether the gap between two words parts two entries. `next`: the word after them. */
function parts(last: Word, word: Word, next: Word | undefined): boolean {
  const gap = word.box.x0 - last.box.x1;
  const size = Math.max(last.size, word.size);
  if (gap > entryGap * size) return true;
  if (gap > hanGap * size && isHan(last.text) && isHan(word.text) && !/\p{Nd}$/u.test(last.text) && !/^\p{Nd}/u.test(word.text)) return true;
  // 只计 1 件: a number with Chinese as near on its other side is of a sentence.
  const goesOn = next !== undefined && /^\p{Script=Han}/u.test(next.text) && next.box.x0 - word.box.x1 < 1.2 * gap;
  if (gap > labelGap * size && isHan(last.text) && isNumber(word.text) && !goesOn) return true;
  return gap > numberGap * size && isEntry(last.text) && isEntry(word.text);
}

/** A number of some length, or with a sign: “1 000” is one, “1,000 2,000” are two. */
const isEntry = (text: string): boolean => isNumber(text) && (/\p{Nd}.*\p{Nd}/u.test(text) || placeholder.test(text));

/** Several characters, some of them Chinese: 总 计 is set with blanks between single ones. */
const isHan = (text: string): boolean => Array.from(text).length > 1 && /\p{Script=Han}/u.test(text);

/** A line without the dots that lead the eye across it; the gap that they filled is left. */
function withoutLeaders(line: readonly Word[]): Word[] {
  const dots = line.filter((w) => leader.test(w.text));
  if (dots.length < fewestLeaders && !dots.some((w) => w.text.length >= fewestLeaders)) return [...line];
  return line.filter((w) => !leader.test(w.text));
}
