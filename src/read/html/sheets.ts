import type { CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import { hiddenBySheet } from './shown.js';

/** More rules than these are not looked at, nor sheets of more characters. */
const mostRules = 200;
const longestSheet = 500_000;

const hiding = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])|text-indent\s*:\s*-\d{3}/i;
/** Takes text off its line, crosses it out, turns it, or makes it as pale as the page… */
const changing = /text-decoration[\w-]*\s*:[^;]*line-through|vertical-align\s*:\s*su(?:per|b)|unicode-bidi\s*:[^;]*override|transform\s*:\s*(?!none)\w|(?:^|;)\s*color\s*:\s*(?:white|transparent|#fff(?:fff)?\b)/i;
/** …which it is not on a ground of its own. */
const grounded = /background/i;
/** What a sheet writes before or behind an element has digits, or is taken from the page. */
const writing = /(?:^|;)\s*content\s*:[^;]*(?:["'][^"'\\]*\d|attr\(|counter)/i;
const written = /:{1,2}(?:before|after)$/i;

/** Selectors by names, classes and ids: no others tell for certain what they are for. */
const simple = /^[\w\s.#>-]+$/;

/**
 * Marks what the style sheets within a page hide in the cells of its tables, or
 * show as something else than its characters. A hidden cell makes its row
 * doubtful: those beside it move.
 */
export function markHiddenBySheets(page: CheerioAPI): void {
  const sheets = page('style').toArray().filter((e) => !/print/i.test(e.attribs['media'] ?? '')).map((e) => page(e).text());
  for (const { selector, effect } of sheets.flatMap(tellingRules).slice(0, mostRules)) {
    for (const element of page('td, th').find(selector).toArray()) element.attribs[hiddenBySheet] = '';
    for (const cell of page(selector).filter('td, th, tr').toArray()) (effect === 'hides' ? rowOf(cell) : cell).attribs[hiddenBySheet] = '';
  }
}

interface TellingRule {
  readonly selector: string;
  readonly effect: 'hides' | 'changes';
}

/** The row of a cell; itself where it is one. */
const rowOf = (element: Element): Element => (element.name !== 'tr' && element.parent && isTag(element.parent) ? element.parent : element);

/** The rules of a sheet that hide or change something, without those that hold on some devices only. */
function tellingRules(sheet: string): TellingRule[] {
  if (sheet.length > longestSheet) return [];
  const plain = sheet.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ');
  const rules: TellingRule[] = [];
  let [depth, from, head] = [0, 0, ''];
  for (let at = 0; at < plain.length; at++) {
    if (plain[at] === '{' && ++depth === 1) [head, from] = [plain.slice(from, at).trim(), at + 1];
    if (plain[at] !== '}' || --depth > 0) continue;
    if (depth === 0 && !head.includes('@')) rules.push(...rulesOf(head, plain.slice(from, at)));
    [depth, from] = [0, at + 1];
  }
  return rules;
}

function rulesOf(head: string, body: string): TellingRule[] {
  const effect = hiding.test(body) ? 'hides' : changing.test(body) && !grounded.test(body) ? 'changes' : null;
  return head.split(',').map((one) => one.trim()).flatMap((one): TellingRule[] => {
    const selector = one.replace(written, '');
    const own = selector === one ? effect : writing.test(body) ? 'changes' : null;
    return own !== null && simple.test(selector) ? [{ selector, effect: own }] : [];
  });
}
