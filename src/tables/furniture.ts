import { centre } from '../model/box.js';
import type { Page, Word } from '../model/page.js';
import { linesOf } from './cell-text.js';

/** Head and foot of a page, in parts of its height. */
const margin = 0.12;
/** 续上表, （续下页）, 接上页: a note that a table goes on. */
const goesOn = /^[（(]?[续接][上下]?[页表][)）]?$/;
const pageNumber = /^[-—–－_·.~\s]*(?:第)?\s*\d{1,4}\s*(?:页)?(?:\s*[/／共]\s*(?:共)?\s*\d{1,4}\s*(?:页)?)?[-—–－_·.~\s]*$/;

/**
 * Words that belong to the page and not to the text: page numbers, and heads
 * and feet that return at the same place. Each page comes with its words that
 * stand in no ruled table.
 */
export function furnitureOf(pages: readonly { page: Page; words: readonly Word[] }[]): Set<Word> {
  const furniture = new Set<Word>();
  const returning = new Map<string, Word[][]>();
  for (const { page, words } of pages) {
    if (page.height === 0) continue;
    const marginal = words.filter((w) => !w.vertical && isMarginal(w, page));
    for (const line of linesOf(marginal)) {
      const text = line.map((w) => w.text).join('');
      if (pageNumber.test(text.normalize('NFKC')) || goesOn.test(text)) line.forEach((w) => furniture.add(w));
      else {
        const y = Math.round((line[0]?.box.y0 ?? 0) / 4);
        const key = `${String(y)} ${text.replace(/\d+/g, '#')}`;
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

function isMarginal(word: Word, page: Page): boolean {
  const { y } = centre(word.box);
  return y < page.height * margin || y > page.height * (1 - margin);
}
