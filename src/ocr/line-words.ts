import type { Ruling, Word } from '../model/page.js';
import type { FoundLine } from './text-reader.js';

/** The net's boxes are larger than the text in them by this part of their height, above and below. */
const boxMargin = 0.16;
/** A gap between two characters that is wider than this, in parts of their height, parts two words. */
const wordGap = 0.7;
/** The net tells about where the middle of a character is: it reaches half way to the next, or so far, in parts of the height. */
const halfCharacter = 0.55;
/** A box around two lines that are not quite on one height is higher than its characters: these stand no further apart than so many times their height. */
const pitchToHeight = 1.15;
/** Between the middles of two characters of a word is no more than so many of the usual steps from a Chinese character to the next. */
const longestStep = 1.6;
/** So many steps tell what is usual. */
const fewestSteps = 2;
/** The height of a line that differs from the usual by no more than this factor is the usual one: nets draw boxes as they like. */
const sameHeight = 1.6;
/** What a digit that stands alone is taken for, and what its parts are. */
const digits: ReadonlyMap<string, string> = new Map([...Array.from('0oOQD〇○口').map((c) => [c, '0'] as const), ...Array.from('1lI|L丨').map((c) => [c, '1'] as const)]);
const numberLike = /^[\doOQD〇○口lI|L丨.,]+$/;
/** Whether a text can only be a number. */
export const isNumberLike = (text: string): boolean => numberLike.test(text);
/** The box of a font is higher than its characters by this factor: those of other documents are, and rows are told by them. */
export const fontBox = 1.1;
/** The width of a digit, in parts of the height of the text. */
const digitWidth = 0.5;

/** A word of a page, and the step from one Chinese character of its line to the next; null where too few tell. Points. */
interface Cut {
  readonly word: Word;
  readonly step: number | null;
}

/**
 * The words of the lines that a reader found on a page, cut at rules and wide
 * gaps. `k`: points to a pixel. The size of the text is the usual step from one
 * Chinese character to the next. What can only be a number is spelled in digits
 * and is as high as that: the boxes of single digits are anything from a third
 * of it to twice as much, and rows are told by them. What it says is another
 * matter, which the readers of cells settle.
 */
export function wordsOfLines(lines: readonly FoundLine[], rulings: readonly Ruling[], k: number): Word[] {
  const cuts = lines.flatMap((line) => cutLine(line, rulings, k));
  const steps = cuts.flatMap(({ step }) => step ?? []).sort((a, b) => a - b);
  const usual = steps[steps.length >> 1];
  if (usual === undefined) return cuts.map(({ word }) => word);
  const isUsual = (size: number): boolean => size < sameHeight * usual && size > usual / sameHeight;
  return cuts.map(({ word }) => (numberLike.test(word.text) ? asNumberWord(word, usual) : isUsual(word.size) ? ofSize(word, usual) : word));
}

/** The word with its size, and as high as the box of a font of it. Points. */
function ofSize(word: Word, size: number): Word {
  const [middle, half] = [(word.box.y0 + word.box.y1) / 2, (fontBox * size) / 2];
  return { ...word, size, box: { ...word.box, y0: Math.min(word.box.y0, middle - half), y1: Math.max(word.box.y1, middle + half) } };
}

/** A word that can only be a number, spelled in digits and as high as the box of a font of that size. Points. */
export function asNumberWord(word: Word, size: number): Word {
  const text = Array.from(word.text, (c) => digits.get(c) ?? c).join('');
  const [x, y] = [(word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2];
  const half = Math.max(word.box.x1 - word.box.x0, Array.from(text).length * digitWidth * size) / 2;
  return { ...word, text, size, box: { x0: x - half, x1: x + half, y0: y - (fontBox * size) / 2, y1: y + (fontBox * size) / 2 } };
}

function cutLine({ box, reading }: FoundLine, rulings: readonly Ruling[], k: number): Cut[] {
  const tall = box.y1 - box.y0;
  const [y0, y1] = [(box.y0 + boxMargin * tall) * k, (box.y1 - boxMargin * tall) * k];
  const middle = (y0 + y1) / 2;
  const cuts = rulings.filter((r) => r.axis === 'vertical' && r.from <= middle && r.to >= middle).map((r) => r.at).sort((a, b) => a - b);
  const groups: { cell: number; x0: number; x1: number; text: string }[] = [];
  const printed = reading.characters.filter((c) => c.text.trim() !== '').map((c) => ({ text: c.text, x: (box.x0 + (c.x0 + c.x1) / 2) * k }));
  const step = stepOf(printed);
  const height = Math.min(y1 - y0, pitchToHeight * (step ?? Infinity));
  for (const [i, { text, x }] of printed.entries()) {
    const most = halfCharacter * height;
    const x0 = x - Math.min(most, (x - (printed[i - 1]?.x ?? -Infinity)) / 2);
    const x1 = x + Math.min(most, ((printed[i + 1]?.x ?? Infinity) - x) / 2);
    const cell = cuts.filter((at) => at < x).length;
    const group = groups.at(-1);
    if (group && group.cell === cell && x0 - group.x1 <= wordGap * height && x - (printed[i - 1]?.x ?? x) <= longestStep * (step ?? Infinity)) {
      group.text += text;
      group.x1 = x1;
    } else groups.push({ cell, x0, x1, text });
  }
  return groups.map(({ cell, x0, x1, text }): Cut => ({
    word: {
      text,
      box: { x0: Math.max(x0, (cuts[cell - 1] ?? -Infinity) + 0.5), x1: Math.min(Math.max(x1, x0 + 1), (cuts[cell] ?? Infinity) - 0.5), y0, y1 },
      size: y1 - y0,
      vertical: false,
    },
    step,
  }));
}

/** The usual step from one Chinese character of a found line to the next; null where too few tell. Pixels. */
export const stepOfLine = ({ reading }: FoundLine): number | null => stepOf(reading.characters.filter((c) => c.text.trim() !== '').map((c) => ({ text: c.text, x: (c.x0 + c.x1) / 2 })));

/** The usual step from one Chinese character of a line to the next; null where too few tell. In the unit of `x`. */
function stepOf(printed: readonly { readonly text: string; readonly x: number }[]): number | null {
  const isHan = (text: string | undefined): boolean => /^\p{Script=Han}$/u.test(text ?? '');
  const steps = printed.flatMap(({ text, x }, i) => (i > 0 && isHan(text) && isHan(printed[i - 1]?.text) ? [x - (printed[i - 1]?.x ?? x)] : [])).sort((a, b) => a - b);
  if (steps.length < fewestSteps) return null;
  // The net tells places in strips: the middle one of the steps is a whole number of them, their mean is not.
  const near = steps.filter((step) => step <= longestStep * (steps[(steps.length - 1) >> 1] ?? 0));
  return near.reduce((sum, step) => sum + step, 0) / near.length;
}
