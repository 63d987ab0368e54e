import { around, centre, type Box } from '../model/box.js';
import type { Ruling, Word } from '../model/page.js';
import type { PagePicture, Raster } from '../model/picture.js';
import { asShown, type Turn } from '../model/turn.js';
import { wordsOfLines } from './line-words.js';
import { inkBoxOf } from './number-lines.js';
import type { Bitmap } from './picture/bitmap.js';
import { cellPicture, fillingOf, type Filling } from './picture/cell.js';
import { withoutDarkFields } from './picture/dark-fields.js';
import { evened } from './picture/ground.js';
import { inkOf, withoutSpecks } from './picture/ink.js';
import { rulingsOf } from './picture/rulings.js';
import { levelled, skewOf } from './picture/skew.js';
import { streaksOf } from './picture/streaks.js';
import { turned } from './picture/turn.js';
import { withoutRulings } from './picture/without-rulings.js';
import { withoutDirt } from './picture/without-dirt.js';
import { withoutScreen } from './picture/without-screen.js';
import { hiding, runsThrough, withoutStreaks } from './picture/without-streaks.js';
import { showThrough, withoutPale } from './show-through.js';
import { wordsApart, zoneOf } from './text-apart.js';
import { sureness, type FoundLine, type PageReader } from './text-reader.js';

/** A page that was read from its picture, and stands upright and level. */
export interface ScannedPage {
  /** Points of the upright page. */
  readonly width: number;
  readonly height: number;
  /** In no order. */
  readonly words: readonly Word[];
  readonly rulings: readonly Ruling[];
  /** A box of the upright page on the page as it is shown. Points. */
  readonly toPage: (box: Box) => Box;
  /** A table cell. `frame`: points of the upright page. */
  cellAt(frame: Box): CellPicture;
  /** The words, those in and around tables without rules between columns (`tables`, points of the upright page) parted and placed by their ink; null where nobody can tell how large their text is. */
  wordsApart(tables: readonly Box[]): Promise<readonly Word[] | null>;
}

/** A table cell as it is seen. */
export interface CellPicture {
  /** Black on white, without rules and without what is printed in red. */
  readonly picture: Raster;
  /** Of everything that is printed, the red too: a number in red is no blank. */
  readonly filling: Filling;
  /** A streak runs where a character of it may be hidden. */
  readonly isStreaked: boolean;
}

/** A line is read with confidence where each of its characters is as sure as this on the whole. */
const confident = 0.8;
/** A page is upside down where less than this part of its characters is read so. */
const upsideDown = 0.6;
/** Straightens the picture of a page, finds its rules and reads its text. */
export async function scanPage(picture: PagePicture, reader: PageReader): Promise<ScannedPage> {
  const streaks = streaksOf(picture.all);
  const opaque = hiding(streaks, picture.all);
  const screened = withoutScreen(withoutStreaks(picture.all, streaks));
  const fields = withoutDarkFields(screened, picture.withoutRed === picture.all ? screened : withoutScreen(withoutStreaks(picture.withoutRed, streaks)));
  const even = evened(fields.page);
  const angle = skewOf(even);
  const level = levelled(even, angle);
  const clean = picture.withoutRed === picture.all ? level : levelled(evened(fields.inked), angle);
  const { turn, page, lines: seen } = await upright(level, reader);
  const printed = page === level ? clean : clean === level ? page : turned(clean, turn);
  const white = showThrough(page, seen);
  const print = white === null ? printed : withoutPale(printed, white);
  const lines = white === null ? seen : await reader.readPage(printed === page ? print : withoutPale(page, white));
  const k = 72 / page.dpi;
  const rulings = rulingsOf(print);
  const words = wordsOfLines(lines, rulings, k);
  // Most pages of a long report have no table: nobody asks for their cells.
  let bare: Bare | null = null;
  const toPage = placedBy(turn, angle, { width: page.width * k, height: page.height * k }, { width: level.width * k, height: level.height * k });
  return {
    width: page.width * k,
    height: page.height * k,
    words,
    rulings,
    toPage,
    cellAt(frame) {
      bare ??= bareOf(page, print, rulings);
      const cell = withoutDirt(cellPicture(bare.print, frame));
      const filling = fillingOf(bare.all, bare.ink, frame);
      const isStreaked = opaque.some((s) => runsThrough(s, toPage(reachOf(cell, frame)), picture.all));
      return { picture: cell, filling: isStreaked && filling === 'blank' ? 'doubtful' : filling, isStreaked };
    },
    async wordsApart(tables) {
      const zone = zoneOf(lines, tables.map((t) => ({ x0: t.x0 / k, x1: t.x1 / k, y0: t.y0 / k, y1: t.y1 / k })));
      if (!zone) return null;
      bare ??= bareOf(page, print, rulings);
      const ink = print === page ? bare.ink : withoutSpecks(inkOf(bare.print));
      return wordsApart({ lines, rulings, print: bare.print, ink }, words, zone, reader, k);
    },
  };
}

/** Where more of a number may stand: around its ink, a character further; in a cell without ink, anywhere. Points. */
function reachOf(cell: Raster, frame: Box): Box {
  const { x0, y0, x1, y1 } = inkBoxOf(cell);
  if (x1 === x0) return frame;
  const [k, further] = [72 / cell.dpi, y1 - y0];
  const [left, top] = [centre(frame).x - (cell.width / 2) * k, centre(frame).y - (cell.height / 2) * k];
  return { x0: left + (x0 - further) * k, y0: top + y0 * k, x1: left + (x1 + further) * k, y1: top + y1 * k };
}

/** A page without its rulings: all that is printed, what of it is not red, and where ink is. */
interface Bare {
  readonly all: Raster;
  readonly print: Raster;
  readonly ink: Bitmap;
}

function bareOf(page: Raster, print: Raster, rulings: readonly Ruling[]): Bare {
  const all = withoutRulings(page, rulings);
  return { all, print: print === page ? all : withoutRulings(print, rulings), ink: withoutSpecks(inkOf(all)) };
}

/** A page with fewer Chinese characters than this that are read with confidence may stand any way round. */
const enough = 20;

/**
 * The page the way round in which it can be read, and its lines. `turn`:
 * clockwise degrees by which it was turned to stand so. Only what is written in
 * Chinese tells: 0, 6, 8, 9 and lines of them are read upside down as well. The
 * ways are tried until one can be read; where none can, the one with most.
 */
async function upright(level: Raster, reader: PageReader): Promise<{ turn: Turn; page: Raster; lines: FoundLine[] }> {
  const first = await reader.readPage(level);
  const isSideways = first.filter(({ box }) => box.y1 - box.y0 > 1.5 * (box.x1 - box.x0)).length > 0.5 * first.length;
  let best = { turn: 0 as Turn, page: level, lines: first, ...legible(first) };
  for (const turn of isSideways ? ([90, 270, 180] as const) : ([180, 90, 270] as const)) {
    if (first.length === 0 || (best.part >= upsideDown && best.sure >= enough)) break;
    const page = turned(level, turn);
    const lines = await reader.readPage(page);
    const way = { turn, page, lines, ...legible(lines) };
    if (way.sure > best.sure) best = way;
  }
  return best;
}

/** How many Chinese characters stand in lines of several that are read with confidence, and which part of all of those. */
function legible(lines: readonly FoundLine[]): { readonly sure: number; readonly part: number } {
  const written = lines.filter(({ reading }) => chinese(reading.characters) > 1);
  const count = (some: readonly FoundLine[]): number => some.reduce((sum, l) => sum + chinese(l.reading.characters), 0);
  const sure = count(written.filter(({ reading }) => sureness(reading) >= confident));
  return { sure, part: sure / Math.max(1, count(written)) };
}

const chinese = (characters: FoundLine['reading']['characters']): number => characters.filter((c) => /\p{Script=Han}/u.test(c.text)).length;

/** Points. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The way of a box from the upright page to the page as it is shown. It knows
 * sizes alone: it is kept for as long as the document is read, and with it would
 * be the pictures of every page, if it knew them.
 */
function placedBy(turn: Turn, degrees: number, upright: Size, level: Size): (box: Box) => Box {
  return (box) => unlevelled(back(box, turn, upright), degrees, level);
}

/** A box of the upright page on the level one. */
function back(box: Box, turn: Turn, { width, height }: Size): Box {
  // What was turned clockwise by `turn` to stand upright was turned back by as much.
  const was = ((360 - turn) % 360) as Turn;
  return was === 0 ? box : asShown(box, was, was === 180 ? { width, height } : { width: height, height: width });
}

/** A box of the level page around the same place on the page that was not. */
function unlevelled(box: Box, degrees: number, level: Size): Box {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [cx, cy] = [level.width / 2, level.height / 2];
  const at = (x: number, y: number): Box => {
    const [px, py] = [cos * (x - cx) - sin * (y - cy) + cx, sin * (x - cx) + cos * (y - cy) + cy];
    return { x0: px, y0: py, x1: px, y1: py };
  };
  return around([at(box.x0, box.y0), at(box.x1, box.y0), at(box.x0, box.y1), at(box.x1, box.y1)]) ?? box;
}
