import { around, centre, contains, height, width, type Box } from '../model/box.js';
import type { Grid, Place } from '../model/grid.js';
import type { Page, Ruling, Word } from '../model/page.js';
import { anySheet, asShown, turnIn, turns, upright, uprightRuling, uprightSheet, type Sheet, type Turn } from '../model/turn.js';

/** What of a page is set in one direction, as a page on which it stands upright. */
export interface View {
  readonly page: Page;
  /** Clockwise degrees by which it is turned on the page as shown. */
  readonly turn: Turn;
}

/** Lines and filled areas this near to each other are of one drawing. Points. */
const reach = 3;
/** A drawing of fewer lines and areas is a frame or an underlining, no table. */
const fewestPieces = 5;
/** So many numbers set turned, outside of any drawing, are of a table without rules… */
const fewestNumbers = 3;
/** …where they are no fewer than this part of the upright ones. */
const partOfUpright = 1 / 3;

/**
 * The views of a page, the upright one first. What is drawn with lines or filled
 * areas goes where most of its numbers stand, with all that is in it: a head may
 * be set sideways in an upright table. Loose text goes with the tables of its
 * own direction, if there are any.
 */
export function viewsOf(page: Page): View[] {
  if (!page.words.some((w) => w.turn)) return [{ page, turn: 0 }];
  const drawings = drawingsOf(page);
  const home = new Map(page.words.map((w) => [w, drawings.find(({ box }) => contains(box, centre(w.box).x, centre(w.box).y))] as const));
  const turned = new Map(drawings.map((d) => [d, directionOf(page.words.filter((w) => home.get(w) === d))] as const));
  const loose = page.words.filter((w) => home.get(w) === undefined);
  const tables = turns.filter((turn) => turn === 0 || [...turned.values()].includes(turn) || hasTable(loose, turn));
  const wordTurn = (w: Word): Turn => {
    const drawing = home.get(w);
    const own = drawing ? turned.get(drawing) : w.turn;
    return own !== undefined && tables.includes(own) ? own : 0;
  };
  return tables.map((turn): View => {
    const elsewhere = drawings.filter((d) => turned.get(d) !== turn).map((d) => d.box);
    const isHere = ({ x0, y0, x1, y1 }: Box): boolean => !elsewhere.some((b) => x0 >= b.x0 - reach && y0 >= b.y0 - reach && x1 <= b.x1 + reach && y1 <= b.y1 + reach);
    const words = page.words.filter((w) => wordTurn(w) === turn);
    return { turn, page: turnedBack({ ...page, words, rulings: page.rulings.filter((r) => isHere(boxOf(r))), areas: page.areas.filter((a) => isHere(a.box)) }, turn) };
  });
}

/** A page turned back by the degrees by which its text is turned. */
function turnedBack(page: Page, turn: Turn): Page {
  if (turn === 0) return page;
  const boxed = <T extends { readonly box: Box }>(item: T): T => ({ ...item, box: upright(item.box, turn, page) });
  return {
    ...page,
    ...uprightSheet(turn, page),
    words: page.words.map((word) => withTurn(boxed(word), turnIn(turn, word.turn ?? 0))),
    hidden: page.hidden.map(boxed),
    rulings: page.rulings.map((r) => uprightRuling(r, turn, page)),
    areas: page.areas.map(boxed),
    pictures: page.pictures.map(boxed),
    blocks: [],
  };
}

function withTurn(word: Word, turn: Turn): Word {
  if (turn !== 0) return { ...word, turn };
  const straight: { -readonly [K in keyof Word]: Word[K] } = { ...word };
  delete straight.turn;
  return straight;
}

/** A grid that was found on a view, with its places on the page as shown. `sheetOf`: sizes of the pages as shown. */
export function gridAsShown(grid: Grid, sheetOf: (page: number) => Sheet): Grid {
  const { turn } = grid;
  if (turn === undefined) return grid;
  const shown = (place: Place): Place => ({ ...place, box: place.box && asShown(place.box, turn, sheetOf(place.page)) });
  return { ...grid, cells: grid.cells.map((c) => ({ ...c, places: c.places.map(shown), ...(c.frames ? { frames: c.frames.map(shown) } : {}) })), places: grid.places.map(shown) };
}

/** The words by direction, those that are turned as if they stood upright: their places have a meaning among themselves only. */
export function byDirection(words: readonly Word[]): Word[][] {
  if (words.length > 0 && !words.some((w) => w.turn)) return [[...words]];
  return turns.flatMap((turn) => {
    const same = words.filter((w) => (w.turn ?? 0) === turn);
    if (same.length === 0) return [];
    return [turn === 0 ? same : same.map((w) => withTurn({ ...w, box: upright(w.box, turn, anySheet) }, 0))];
  });
}

const isNumber = ({ text }: Word): boolean => /^[\p{Nd}.,+-]+$/u.test(text);

/** The direction of most numbers, or of most text where there are none; upright where there is neither. */
function directionOf(words: readonly Word[]): Turn {
  const numbers = words.filter(isNumber);
  const telling = numbers.length > 0 ? numbers : words;
  const amount = (turn: Turn): number => telling.reduce((sum, w) => sum + ((w.turn ?? 0) === turn ? w.text.length : 0), 0);
  return turns.reduce((best, turn) => (amount(turn) > amount(best) ? turn : best), 0);
}

function hasTable(loose: readonly Word[], turn: Turn): boolean {
  const numbers = (of: Turn): number => loose.filter((w) => (w.turn ?? 0) === of && isNumber(w)).length;
  return numbers(turn) >= Math.max(fewestNumbers, partOfUpright * numbers(0));
}

const boxOf = ({ axis, at, from, to }: Ruling): Box => (axis === 'horizontal' ? { x0: from, x1: to, y0: at, y1: at } : { x0: at, x1: at, y0: from, y1: to });

interface Drawing {
  readonly box: Box;
}

/** What hangs together of lines and filled areas, the smallest first. */
function drawingsOf(page: Page): Drawing[] {
  const whole = 0.8 * page.width * page.height;
  const pieces = [...page.rulings.map(boxOf), ...page.areas.map((a) => a.box).filter((b) => width(b) * height(b) < whole)].sort((a, b) => a.x0 - b.x0);
  const parent = pieces.map((_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r] ?? r;
    parent[i] = r;
    return r;
  };
  pieces.forEach((a, i) => {
    for (let j = i + 1; j < pieces.length; j++) {
      const b = pieces[j];
      if (!b || b.x0 > a.x1 + reach) return;
      if (b.y0 <= a.y1 + reach && b.y1 >= a.y0 - reach) parent[root(j)] = root(i);
    }
  });
  const groups = new Map<number, Box[]>();
  pieces.forEach((piece, i) => groups.set(root(i), [...(groups.get(root(i)) ?? []), piece]));
  return [...groups.values()]
    .filter((group) => group.length >= fewestPieces)
    .flatMap((group) => around(group) ?? [])
    .sort((a, b) => width(a) * height(a) - width(b) * height(b))
    .map((box) => ({ box }));
}
