import { height, width } from '../../model/box.js';
import type { Raster } from '../../model/picture.js';
import { pixelsOfPoint } from './bitmap.js';
import { piecesOf, type Component } from './components.js';

/** Dirt is no larger than this both ways; a decimal point of small print is. Points, and at least so many pixels. */
const largestSpeck = 0.75;
const speckPixels = 2;
/** What stands nearer than this to something larger may be a part of it. Pixels. */
const apart = 3;
/** A character is no lower than this. Points. */
const lowestCharacter = 4.5;
/** What is smaller than this part of the highest character, both ways, is a point, a sign or dirt. */
const small = 0.5;
/** From character to character, and to a point, is less room than this part of the height of the highest… */
const pitch = 0.6;
/** …and above or below them all nothing stands further off than this part of it. */
const offLine = 0.3;
/** Left of a stem that is narrower than this part of its height, between these parts of it, is the bar of a 4: of thin print a dot is left of it. */
const narrow = 0.5;
const bar = { from: 0.45, to: 0.9 };
/** A dash is so many times as wide as it is high; it may stand apart before a number. */
const dash = 1.5;
/** What is left of a rule runs along the edge of the picture for at least this part of it… */
const alongEdge = 0.9;
/** …and is no thicker than this. Points. */
const thickestRest = 3;

/**
 * The picture of a cell (evened, without rulings) less its specks of dirt:
 * dots smaller than any that is printed, apart from all else, and not between
 * two characters, where a faint decimal point may stand: without it both
 * readers would be sure of another number; and larger ones that are off the
 * line of the characters, or too far from them to be their point; and what is
 * left of a rule at its edge. Readers take dirt for points and the rest of a
 * rule for a 1, and are unsure of the number.
 */
export function withoutDirt(picture: Raster): Raster {
  const all = piecesOf(picture);
  const rests = all.filter((c) => isRestOfRule(c, picture));
  const components = all.filter((c) => !rests.includes(c));
  const most = Math.max(speckPixels, largestSpeck * pixelsOfPoint(picture));
  const isSmall = ({ box }: Component): boolean => box.x1 - box.x0 <= most && box.y1 - box.y0 <= most;
  const large = components.filter((c) => !isSmall(c));
  const isBetween = ({ box }: Component): boolean => large.some((l) => l.box.x1 <= box.x0) && large.some((l) => l.box.x0 >= box.x1);
  const isOfCharacter = (c: Component): boolean => isBetween(c) || large.some((l) => gap(c, l) < apart || isOfBar(c, l));
  const specks = [...rests, ...components.filter((c) => isSmall(c) && !isOfCharacter(c) && !isOfPieces(c, components, large)), ...astray(components, isSmall, lowestCharacter * pixelsOfPoint(picture))];
  if (specks.length === 0) return picture;
  const pixels = picture.pixels.slice();
  for (const { box } of specks) {
    for (let y = Math.max(0, box.y0 - 1); y < Math.min(picture.height, box.y1 + 1); y++) pixels.fill(255, y * picture.width + Math.max(0, box.x0 - 1), y * picture.width + Math.min(picture.width, box.x1 + 1));
  }
  return { ...picture, pixels };
}

/** Whether something runs along an edge of the picture, as no character does. */
function isRestOfRule({ box }: Component, picture: Raster): boolean {
  const thickest = thickestRest * pixelsOfPoint(picture);
  const isBeside = (box.x0 === 0 || box.x1 === picture.width) && width(box) <= thickest && height(box) >= alongEdge * picture.height;
  return isBeside || ((box.y0 === 0 || box.y1 === picture.height) && height(box) <= thickest && width(box) >= alongEdge * picture.width);
}

/** Whether something small stands where a 4 has its bar, were the other its stem. */
function isOfBar({ box }: Component, { box: other }: Component): boolean {
  const [high, middle] = [height(other), (box.y0 + box.y1) / 2];
  return box.x1 <= other.x0 && other.x0 - box.x1 <= pitch * high && width(other) <= narrow * high && middle >= other.y0 + bar.from * high && middle <= other.y0 + bar.to * high;
}

/** Whether specks that stand one below another on the line of the characters, and near them, are as high together as a character: of a broken one; what goes on above and below it is of a dotted rule. */
function isOfPieces(speck: Component, all: readonly Component[], characters: readonly Component[]): boolean {
  const beside = characters.find(({ box }) => box.x1 > speck.box.x0 - pitch * height(box) && box.x0 < speck.box.x1 + pitch * height(box));
  if (!beside || speck.box.y1 <= beside.box.y0 || speck.box.y0 >= beside.box.y1) return false;
  const column = all.filter((c) => !characters.includes(c)).filter(({ box }) => box.x0 < speck.box.x1 + 1 && box.x1 > speck.box.x0 - 1);
  const beyond = offLine * height(beside.box);
  if (column.some(({ box }) => box.y1 < beside.box.y0 - beyond) && column.some(({ box }) => box.y0 > beside.box.y1 + beyond)) return false;
  const pieces = column.filter(({ box }) => box.y0 >= beside.box.y0 - 1 && box.y1 <= beside.box.y1 + 1);
  return Math.max(...pieces.map((p) => p.box.y1), 0) - Math.min(...pieces.map((p) => p.box.y0), Infinity) >= small * height(beside.box);
}

/** What is small beside the characters, off their line or far from them and from what goes on from them; a dot that `isDot` and may be faint print only where it is off the line. `lowest`: of a character, in pixels. */
function astray(components: readonly Component[], isDot: (c: Component) => boolean, lowest: number): Component[] {
  const highest = Math.max(...components.map(({ box }) => height(box)), 0);
  if (highest < lowest) return [];
  // Beside a piece of a seal, which is higher, a digit is a character all the same.
  const isCharacter = ({ box }: Component): boolean => height(box) >= lowest || Math.max(width(box), height(box)) >= small * highest;
  const characters = components.filter(isCharacter);
  const [top, foot, left] = [Math.min(...characters.map((c) => c.box.y0)), Math.max(...characters.map((c) => c.box.y1)), Math.min(...characters.map((c) => c.box.x0))];
  let rest = components.filter((c) => !isCharacter(c));
  const outside = rest.filter(({ box }) => box.y1 < top - offLine * highest || box.y0 > foot + offLine * highest);
  rest = rest.filter((c) => !isDot(c) && !outside.includes(c));
  // Pieces of a broken character go on from one another.
  for (const open = [...characters]; open.length > 0; ) {
    const from = open.pop();
    const near = rest.filter((c) => from && gap(c, from) <= pitch * highest);
    rest = rest.filter((c) => !near.includes(c));
    open.push(...near);
  }
  return [...outside, ...rest.filter(({ box }) => !(box.x1 <= left && width(box) >= dash * height(box)))];
}

/** Pixels between the boxes of two components, the wider way. */
const gap = ({ box: a }: Component, { box: b }: Component): number => Math.max(a.x0 - b.x1, b.x0 - a.x1, a.y0 - b.y1, b.y0 - a.y1);
