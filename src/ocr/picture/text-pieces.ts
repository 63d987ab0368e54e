import { around, height, width, type Box } from '../../model/box.js';
import { apart } from './text-blocks.js';

/** Strokes side by side are of one character where they stand no further apart than this, and are together no wider than one. In em, as all below. */
const within = 0.2;
const widest = 1.08;
/** A Chinese character is wider than this, a digit and a mark are not. */
const broad = 0.55;
/** The room of a character, in the middle of which it stands. */
const room = 1;
const narrowRoom = 0.5;
/** White between the rooms of two Chinese characters that parts two texts… */
const textGap = 0.27;
/** …of a narrower one and another: one of them may be a digit, which is set apart from Chinese… */
const digitGap = 0.42;
/** …and beside a mark, which has its room on one side: a low one on its right, a bracket on its outer side. */
const markGap = 0.8;
const highestMark = 0.5;
const bracket = 0.82;
const broadestBracket = 0.4;

/** The pieces of a line of text that stand apart, from left to right: each the boxes of its ink. Pixels; `em`: the size of the characters. */
export function piecesOf(line: readonly Box[], em: number): Box[][] {
  const foot = Math.max(...line.map((b) => b.y1));
  const characters = charactersOf(line, em);
  const pieces: Box[][] = [];
  characters.forEach((character, i) => {
    const before = characters[i - 1];
    if (!before || standApart(before.box, character.box, foot, em)) pieces.push([...character.strokes]);
    else pieces.at(-1)?.push(...character.strokes);
  });
  return pieces;
}

interface Character {
  readonly box: Box;
  readonly strokes: readonly Box[];
}

function charactersOf(line: readonly Box[], em: number): Character[] {
  const characters: Character[] = [];
  for (const strokes of apart(line, 'x0', 'x1', 1)) {
    const box = around(strokes);
    const last = characters.at(-1);
    if (!box) continue;
    if (last && box.x0 - last.box.x1 < within * em && box.x1 - last.box.x0 <= widest * em) characters[characters.length - 1] = { box: around([last.box, box]) ?? box, strokes: [...last.strokes, ...strokes] };
    else characters.push({ box, strokes });
  }
  return characters;
}

function standApart(left: Box, right: Box, foot: number, em: number): boolean {
  const isBroad = (b: Box): boolean => width(b) >= broad * em;
  const end = (b: Box): number => Math.max(width(b), (isBroad(b) ? room : narrowRoom) * em) / 2;
  const white = (right.x0 + right.x1) / 2 - end(right) - (left.x0 + left.x1) / 2 - end(left);
  const isLow = (b: Box): boolean => !isBroad(b) && height(b) <= highestMark * em && b.y0 > foot - 0.62 * em;
  const isBracket = (b: Box): boolean => width(b) <= broadestBracket * em && height(b) >= bracket * em;
  if (isLow(left) || isBracket(left) || isBracket(right)) return white > markGap * em;
  return white > (isBroad(left) && isBroad(right) ? textGap : digitGap) * em;
}
