import { around, centre, contains, width, type Box } from '../model/box.js';
import { stepOfLine } from './line-words.js';
import { piecesOf } from './picture/text-pieces.js';
import type { FoundLine } from './text-reader.js';

/** A heading is set larger than a table by this factor; so many of its Chinese characters tell. */
const larger = 1.08;
const fewestOfHeading = 8;
/** A line of prose is as wide as this part of what is printed, and has more Chinese characters than this. */
const acrossPage = 0.6;
const fewestOfProse = 16;
/** Characters of one text take no more than so many em each, and the box around them this much more. */
const widest = 1.12;
const narrow = 0.55;
const boxMargins = 0.4;

/**
 * Lines in and around a table that are no part of it, and stay as they were found:
 * headings, which are set larger and in one piece, and prose, which runs over most
 * of what is printed without room for columns. `strokes`: the boxes of all ink
 * there; `em`: the size of the table's characters. Pixels.
 */
export function keptLines(lines: readonly FoundLine[], strokes: readonly Box[], em: number): FoundLine[] {
  const all = around(lines.map((line) => line.box));
  const isLarger = (line: FoundLine): boolean => {
    const step = hanOf(line) < fewestOfHeading ? null : stepOfLine(line);
    return step !== null && step > larger * em && piecesOf(strokes.filter((s) => contains(line.box, centre(s).x, centre(s).y)), step).length === 1;
  };
  return lines.filter((line) => isLarger(line) || (all && width(line.box) > acrossPage * width(all) && hanOf(line) > fewestOfProse && isDense(line, em)));
}

const charactersOf = ({ reading }: FoundLine): string[] => Array.from(reading.text.replace(/\s/g, ''));
const hanOf = (line: FoundLine): number => charactersOf(line).filter((c) => /\p{Script=Han}/u.test(c)).length;

/** Whether a line has no room between its characters: it is one text. */
const isDense = (line: FoundLine, em: number): boolean => width(line.box) < widest * em * (charactersOf(line).reduce((sum, c) => sum + (c < '\u2000' ? narrow : 1), 0) + boxMargins);
