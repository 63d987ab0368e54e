import type { CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import { hiddenBySheet } from './shown.js';

/** More rules than these are not looked at, nor sheets of more characters. */
const mostRules = 200;
const longestSheet = 500_000;

const hiding = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])|text-indent\s*:\s*-\d{3}/i;
/** Selectors by names, classes and ids: no others tell for certain what they are for. */
const simple = /^[\w\s.#>-]+$/;

/**
 * Marks what the style sheets within a page hide in the cells of its tables. A
 * hidden cell makes its row doubtful: those beside it move.
 */
export function markHiddenBySheets(page: CheerioAPI): void {
  const sheets = page('style').toArray().filter((e) => !/print/i.test(e.attribs['media'] ?? '')).map((e) => page(e).text());
  for (const selector of sheets.flatMap(hidingSelectors).slice(0, mostRules)) {
    for (const element of page('td, th').find(selector).toArray()) element.attribs[hiddenBySheet] = '';
    for (const cell of page(selector).filter('td, th, tr').toArray()) rowOf(cell).attribs[hiddenBySheet] = '';
  }
}

/** The row of a cell; itself where it is one. */
const rowOf = (element: Element): Element => (element.name !== 'tr' && element.parent && isTag(element.parent) ? element.parent : element);

/** The selectors of a sheet's rules that hide something, without those that hold on some devices only. */
function hidingSelectors(sheet: string): string[] {
  if (sheet.length > longestSheet) return [];
  const plain = sheet.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ');
  const selectors: string[] = [];
  let [depth, from, head] = [0, 0, ''];
  for (let at = 0; at < plain.length; at++) {
    if (plain[at] === '{' && ++depth === 1) [head, from] = [plain.slice(from, at).trim(), at + 1];
    if (plain[at] !== '}' || --depth > 0) continue;
    if (depth === 0 && !head.includes('@') && hiding.test(plain.slice(from, at))) selectors.push(...head.split(',').map((one) => one.trim()).filter((one) => simple.test(one)));
    [depth, from] = [0, at + 1];
  }
  return selectors;
}
