import { around, centre, contains, height, width, type Box } from '../model/box.js';
import type { Page, Word } from '../model/page.js';

/** What of a page has to be read from its picture: nothing, all of it, or parts of it, from top to bottom. */
export type ToRead = 'nothing' | 'page' | { readonly regions: readonly Box[] };

/** A picture that covers this part of a page may be all of it. */
const mostOfPage = 0.5;
/** Fewer characters than this beside such a picture are a stamp, a page number, a heading… */
const fewCharacters = 60;
/** …and what stands so near to the head or the foot of the page, in parts of its height, is no more, however long. */
const margin = 0.07;
/** A picture in a page of text may hold a table where it is as large as this. Points. */
const tableSize = { width: 200, height: 40 };
/** Text over a picture with more characters than this is what the page says there; fewer are a stamp or a page's number. */
const fewOverPicture = 12;
/** The strips of one picture lie no further apart than this, and are as wide as one another but for this. Points. */
const seam = 1.5;
/** A text layer is rubbish where so many of its characters are of no language, or of none that is printed in reports. */
const rubbishPart = 0.25;

/** Characters of a report: Chinese, digits, Latin letters, their points and signs. */
const printed = /[\p{Script=Han}\p{Script=Latin}\p{Nd}\p{P}\p{No}\s￥¥%+=<>~|$°℃㎡×÷√■□●○▲△◆★]/u;

/** Whether a page says in its text what it shows, or has to be read from its picture. */
export function toRead(page: Page): ToRead {
  const words = page.words.filter((w) => !w.under);
  const characters = charactersIn(words);
  if (page.blocks.length > 0) return 'nothing';
  if (characters === 0) return page.pictures.length > 0 || page.areas.length > 0 || page.rulings.length > 0 || page.hidden.length > 0 ? 'page' : 'nothing';
  if (isRubbish(words)) return 'page';
  const sheet = page.width * page.height;
  const covered = page.pictures.reduce((sum, { box }) => sum + width(box) * height(box), 0);
  const isInMargin = ({ box }: Word): boolean => box.y1 < margin * page.height || box.y0 > (1 - margin) * page.height;
  if (covered >= mostOfPage * sheet && charactersIn(words.filter((w) => !isInMargin(w))) < fewCharacters) return 'page';
  const over = (box: Box): number => charactersIn(words.filter((w) => contains(box, centre(w.box).x, centre(w.box).y)));
  const regions = apart(wholes(page.pictures.map((p) => within(p.box, page)))).filter((box) => width(box) >= tableSize.width && height(box) >= tableSize.height && over(box) <= fewOverPicture);
  return regions.length > 0 ? { regions } : 'nothing';
}

const charactersIn = (words: readonly Word[]): number => words.reduce((sum, w) => sum + Array.from(w.text).length, 0);

/** The part of a picture that is on the page. */
const within = (box: Box, page: Page): Box => ({ x0: Math.max(0, box.x0), y0: Math.max(0, box.y0), x1: Math.max(0, Math.min(page.width, box.x1)), y1: Math.max(0, Math.min(page.height, box.y1)) });

/** Pictures that are strips of one, under one another or side by side, put together; from top to bottom. */
function wholes(boxes: readonly Box[]): Box[] {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= seam;
  const isOne = (a: Box, b: Box): boolean => (near(a.x0, b.x0) && near(a.x1, b.x1) && b.y0 - a.y1 <= seam && a.y0 - b.y1 <= seam) || (near(a.y0, b.y0) && near(a.y1, b.y1) && b.x0 - a.x1 <= seam && a.x0 - b.x1 <= seam);
  const found: Box[] = [];
  for (const box of boxes.toSorted((a, b) => a.y0 - b.y0 || a.x0 - b.x0)) {
    const at = found.findIndex((f) => isOne(f, box));
    const other = found[at];
    if (other) found[at] = around([other, box]) ?? box;
    else found.push(box);
  }
  return found;
}

/** Without pictures that another one overlaps: nothing is read twice. The largest stay. */
function apart(boxes: readonly Box[]): Box[] {
  const kept: Box[] = [];
  for (const box of boxes.toSorted((a, b) => width(b) * height(b) - width(a) * height(a))) {
    if (!kept.some((k) => Math.min(k.x1, box.x1) - Math.max(k.x0, box.x0) > seam && Math.min(k.y1, box.y1) - Math.max(k.y0, box.y0) > seam)) kept.push(box);
  }
  return kept.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

function isRubbish(words: readonly Word[]): boolean {
  const all = words.flatMap((w) => Array.from(w.text));
  return all.filter((c) => !printed.test(c)).length > rubbishPart * all.length;
}
