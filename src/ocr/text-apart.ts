import { around, centre, contains, height, width, type Box } from '../model/box.js';
import type { Ruling, Word } from '../model/page.js';
import type { Raster } from '../model/picture.js';
import { keptLines } from './kept-lines.js';
import { asNumberWord, fontBox, isNumberLike, stepOfLine } from './line-words.js';
import type { Bitmap } from './picture/bitmap.js';
import { componentsOf } from './picture/components.js';
import { linesOfInk } from './picture/text-blocks.js';
import { piecesOf } from './picture/text-pieces.js';
import { cutOut } from './resample.js';
import type { FoundLine, PageReader, Reading } from './text-reader.js';

/** Heads stand above, and rows below, what was taken for the table: no further than this. In em. */
const aboveAndBelow = 4;
/** A line that was found is the one piece of it that is as wide as this part of it. */
const samePiece = 0.7;
/** White around a piece when it is read, and around its ink when it is placed. In em. */
const margin = 0.18;
const bearing = 0.04;
/** Marks have their room on one side, which is no gap. In em. */
const ofMark = 0.45;
/** What is no wider than this may be digits alone. In em. */
const fewDigits = 2.2;

/** What is known of a page's picture. Pixels; rulings in points. */
export interface SeenPage {
  readonly lines: readonly FoundLine[];
  readonly rulings: readonly Ruling[];
  /** Without rules. */
  readonly print: Raster;
  readonly ink: Bitmap;
}

/** The parts of a page that are seen by their ink. `em`: the size of their characters. Pixels. */
export interface Zone {
  readonly bands: readonly { readonly from: number; readonly to: number }[];
  readonly em: number;
}

/** Where tables stand, with the heads above them and the rows below; null where nobody can tell how large their text is. Pixels. */
export function zoneOf(lines: readonly FoundLine[], tables: readonly Box[]): Zone | null {
  const steps = lines.filter(({ box }) => tables.some((t) => contains(t, centre(box).x, centre(box).y))).flatMap((line) => stepOfLine(line) ?? []).sort((a, b) => a - b);
  const em = steps[steps.length >> 1];
  return em === undefined ? null : { em, bands: tables.map((t) => ({ from: t.y0 - aboveAndBelow * em, to: t.y1 + aboveAndBelow * em })) };
}

/** A text that stands apart, with its ink. Pixels. */
interface Piece {
  readonly box: Box;
  readonly strokes: readonly Box[];
  /** The piece right of it on its line begins here. */
  readonly next: number;
  readonly before: number;
}

/**
 * The words of a page whose tables have no rules between columns: in the zone
 * each text that stands apart from others by its ink is a word, at the place of
 * its ink. Lines found there that are one such text keep what was read of them;
 * the others are read again, each by itself. `words`: those of the found lines,
 * kept outside of the zone; `k`: points to a pixel.
 */
export async function wordsApart({ lines, rulings, print, ink }: SeenPage, words: readonly Word[], zone: Zone, reader: PageReader, k: number): Promise<Word[]> {
  const inBand = (b: Box): boolean => zone.bands.some(({ from, to }) => centre(b).y > from && centre(b).y < to);
  const all = componentsOf(ink).map((c) => c.box).filter(inBand);
  const kept = keptLines(lines.filter(({ box }) => inBand(box)), all, zone.em);
  const isIn = (b: Box): boolean => inBand(b) && !kept.some(({ box }) => contains(box, centre(b).x, centre(b).y));
  const strokes = all.filter(isIn);
  const pieces = linesOfInk(strokes, zone.em).flatMap((line) => placed(piecesOf(line, zone.em).flatMap((piece) => cutAtRules(piece, rulings, k))));
  const owners = pieces.map((piece) => lines.filter(({ box }) => contains(box, centre(piece.box).x, centre(piece.box).y)));
  const held = new Map<FoundLine, number>();
  for (const line of owners.flat()) held.set(line, (held.get(line) ?? 0) + 1);
  const known = pieces.map((piece, i) => owners[i]?.find((line) => held.get(line) === 1 && owners[i]?.length === 1 && isSame(line.box, piece.box))?.reading);
  const unread = pieces.filter((_, i) => known[i] === undefined);
  const readings = await readPieces(unread, print, zone.em, reader);
  const found = pieces.flatMap((piece, i): Word[] => {
    const reading = known[i] ?? readings[unread.indexOf(piece)];
    const text = reading?.text.replace(/\s/g, '') ?? '';
    return text === '' ? [] : [toWord(piece, text, zone.em, k)];
  });
  return [...words.filter((w) => !isIn({ x0: w.box.x0 / k, x1: w.box.x1 / k, y0: w.box.y0 / k, y1: w.box.y1 / k })), ...found];
}

function placed(pieces: readonly (readonly Box[])[]): Piece[] {
  const boxes = pieces.flatMap((strokes) => around(strokes) ?? []);
  return boxes.map((box, i) => ({ box, strokes: pieces[i] ?? [], next: boxes[i + 1]?.x0 ?? Infinity, before: boxes[i - 1]?.x1 ?? -Infinity }));
}

function cutAtRules(piece: readonly Box[], rulings: readonly Ruling[], k: number): Box[][] {
  const box = around(piece);
  if (!box) return [];
  const y = centre(box).y * k;
  const cuts = rulings.filter((r) => r.axis === 'vertical' && r.from <= y && r.to >= y).map((r) => r.at / k).filter((x) => x > box.x0 && x < box.x1);
  if (cuts.length === 0) return [[...piece]];
  const parts = new Map<number, Box[]>();
  for (const stroke of piece) {
    const cell = cuts.filter((x) => x < centre(stroke).x).length;
    parts.set(cell, [...(parts.get(cell) ?? []), stroke]);
  }
  return [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
}

const isSame = (line: Box, piece: Box): boolean => width(piece) > samePiece * (width(line) - 0.3 * height(line)) && height(piece) > 0.45 * height(line);

/** What pieces say, each with nothing but its own ink; those in which nothing is seen, as numbers. */
async function readPieces(pieces: readonly Piece[], print: Raster, em: number, reader: PageReader): Promise<Reading[]> {
  const pictures = pieces.map((piece) => pictureOf(piece, print, em));
  const readings = [...(await reader.readLines(pictures))];
  const blank = pieces.flatMap(({ box }, i) => (readings[i]?.text.trim() === '' && width(box) < fewDigits * em ? [i] : []));
  const numbers = await reader.readNumbers(blank.flatMap((i) => pictures[i] ?? []));
  blank.forEach((i, n) => numbers[n] && (readings[i] = numbers[n]));
  return readings;
}

function pictureOf({ box, strokes }: Piece, print: Raster, em: number): Raster {
  const lacking = Math.max(0, 0.8 * em - height(box)) / 2;
  const more = margin * em;
  const cut = { x0: Math.floor(box.x0 - more), y0: Math.floor(box.y0 - more - lacking), x1: Math.ceil(box.x1 + more), y1: Math.ceil(box.y1 + more + lacking) };
  const all = cutOut(print, cut);
  const pixels = new Uint8Array(all.pixels.length).fill(255);
  for (const s of strokes) {
    const [x0, x1] = [Math.max(0, s.x0 - 2 - cut.x0), Math.min(all.width, s.x1 + 2 - cut.x0)];
    for (let y = Math.max(0, s.y0 - 2 - cut.y0); y < Math.min(all.height, s.y1 + 2 - cut.y0); y++) pixels.set(all.pixels.subarray(y * all.width + x0, y * all.width + x1), y * all.width + x0);
  }
  return { ...all, pixels };
}

function toWord({ box, next, before }: Piece, text: string, em: number, k: number): Word {
  const left = /^[（《“「]/u.test(text) ? ofMark : bearing;
  const right = /[）》”」，。、；：]$/u.test(text) ? ofMark : bearing;
  const size = height(box) > 1.3 * em ? height(box) : em;
  const y = centre(box).y;
  const whole = { x0: Math.max(box.x0 - left * em, Math.min(box.x0, before)), x1: Math.min(box.x1 + right * em, Math.max(box.x1, next)), y0: y - (fontBox * size) / 2, y1: y + (fontBox * size) / 2 };
  const word: Word = { text, box: { x0: whole.x0 * k, x1: whole.x1 * k, y0: whole.y0 * k, y1: whole.y1 * k }, size: size * k, vertical: false };
  return isNumberLike(text) ? asNumberWord(word, size * k) : word;
}
