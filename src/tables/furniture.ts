import { centre } from '../model/box.js';
import type { Page, Word } from '../model/page.js';
import { linesOf } from './cell-text.js';
import type { LabelScore } from './mend.js';

/** A text as like as this to a label is that label. */
const label = 0.78;
/** Head and foot of a page, in parts of its height. */
const margin = 0.12;
/** 续上表, （续下页）, 接上页: a note that a table goes on. */
const goesOn = /^[（(]?[续接][上下]?[页表][)）]?$/;
/** Digits that tell the pages apart. A year does not: lines that differ in theirs are the titles of two reports. */
const countedUp = /(?<!\d)(?!20\d\d年)\d+/g;
const pageNumber = /^[-—–－_·.~\s]*(?:第)?\s*\d{1,4}\s*(?:页)?(?:\s*[/／共]\s*(?:共)?\s*\d{1,4}\s*(?:页)?)?[-—–－_·.~\s]*$/;

/**
 * Words that belong to the page and not to the text: page numbers, and heads
 * and feet that return at the same place. Each page comes with its words that
 * stand in no ruled table. A line of numbers, or with a label that is known, is
 * of a table without rules, wherever it stands.
 */
export function furnitureOf(pages: readonly { page: Page; words: readonly Word[] }[], score: LabelScore): Set<Word> {
  const furniture = new Set<Word>();
  const returning = new Map<string, Word[][]>();
  for (const { page, words } of pages) {
    if (page.height === 0) continue;
    const marginal = words.filter((w) => !w.vertical && isMarginal(w, page));
    const turned = marginal.filter((w) => w.turn).map((w) => [w]);
    for (const line of [...linesOf(marginal.filter((w) => !w.turn)), ...turned]) {
      const text = line.map((w) => w.text).join('');
      if ((pageNumber.test(text.normalize('NFKC')) && standsAlone(line, words)) || goesOn.test(text)) line.forEach((w) => furniture.add(w));
      else if (/\p{L}/u.test(text) && !line.some((w) => score(w.text) >= label) && !standsBesideLabel(line, words, score)) {
        const y = Math.round((line[0]?.box.y0 ?? 0) / 4);
        const key = `${String(y)} ${text.replace(countedUp, '#')}`;
        const before = returning.get(key);
        if (before) before.push(line);
        else returning.set(key, [line]);
      }
    }
  }
  for (const lines of returning.values()) {
    if (lines.length >= 2) for (const line of lines) for (const word of line) furniture.add(word);
  }
  return furniture;
}

/** Whether a line is one run of words with nothing beside it: numbers far apart, or beside the lines of a label, are of a table. */
function standsAlone(line: readonly Word[], words: readonly Word[]): boolean {
  const size = Math.max(...line.map((w) => w.size));
  const isRun = line.every((w, i) => w.box.x0 - (line[i - 1]?.box.x1 ?? w.box.x0) < 1.5 * size);
  return isRun && !words.some((w) => !line.includes(w) && w.box.y1 > (line[0]?.box.y0 ?? 0) - 0.2 * size && w.box.y0 < (line[0]?.box.y1 ?? 0) + 0.2 * size && !w.vertical && !w.turn);
}

/** Whether a line reaches into the height of a known label: it is of the same boxhead, whose other heads have one line or three. */
function standsBesideLabel(line: readonly Word[], words: readonly Word[], score: LabelScore): boolean {
  const size = Math.max(...line.map((w) => w.size));
  const [y0, y1] = [Math.min(...line.map((w) => w.box.y0)), Math.max(...line.map((w) => w.box.y1))];
  return words.some((w) => !line.includes(w) && Math.min(w.box.y1, y1) - Math.max(w.box.y0, y0) > 0.1 * size && score(w.text) >= label);
}

function isMarginal(word: Word, page: Page): boolean {
  const { x, y } = centre(word.box);
  if (word.turn === 90 || word.turn === 270) return x < page.width * margin || x > page.width * (1 - margin);
  return y < page.height * margin || y > page.height * (1 - margin);
}
