import { contains, height, width, type Box } from '../model/box.js';
import type { Page, Word } from '../model/page.js';

/** What of a page has to be read from its picture. */
export type ToRead = 'nothing' | 'page' | { readonly region: Box };

/** A picture that covers this part of a page may be all of it. */
const mostOfPage = 0.5;
/** Fewer characters than this beside such a picture are a stamp, a page number, a heading. */
const fewCharacters = 60;
/** A picture in a page of text may hold a table where it is as large as this. Points. */
const tableSize = { width: 200, height: 80 };
/** A text layer is rubbish where so many of its characters are of no language, or of none that is printed in reports. */
const rubbishPart = 0.25;

/** Characters of a report: Chinese, digits, Latin letters, their points and signs. */
const printed = /[\p{Script=Han}\p{Script=Latin}\p{Nd}\p{P}\p{No}\s￥¥%+=<>~|$°℃㎡×÷√■□●○▲△◆★]/u;

/** Whether a page says in its text what it shows, or has to be read from its picture. */
export function toRead(page: Page): ToRead {
  const words = page.words.filter((w) => !w.under);
  const characters = words.reduce((sum, w) => sum + Array.from(w.text).length, 0);
  if (page.blocks.length > 0) return 'nothing';
  if (characters === 0) return page.pictures.length > 0 || page.areas.length > 0 || page.rulings.length > 0 || page.hidden.length > 0 ? 'page' : 'nothing';
  if (isRubbish(words)) return 'page';
  const sheet = page.width * page.height;
  const covered = page.pictures.reduce((sum, { box }) => sum + width(box) * height(box), 0);
  if (covered >= mostOfPage * sheet && characters < fewCharacters) return 'page';
  const tables = page.pictures.map((p) => p.box).filter((box) => width(box) >= tableSize.width && height(box) >= tableSize.height && !words.some((w) => contains(box, (w.box.x0 + w.box.x1) / 2, (w.box.y0 + w.box.y1) / 2)));
  const [largest] = tables.sort((a, b) => width(b) * height(b) - width(a) * height(a));
  return largest ? { region: largest } : 'nothing';
}

function isRubbish(words: readonly Word[]): boolean {
  const all = words.flatMap((w) => Array.from(w.text));
  return all.filter((c) => !printed.test(c)).length > rubbishPart * all.length;
}
