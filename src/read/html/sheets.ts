import type { Cheerio, CheerioAPI } from 'cheerio';
import { isTag, type AnyNode, type Element } from 'domhandler';
import { hiddenBySheet } from './shown.js';
import { declarationsOf, isPale, obscures } from './styles.js';

/** More rules than these are not looked at, nor sheets of more characters. */
const mostRules = 200;
const longestSheet = 500_000;

const hiding = /display\s*:\s*none|(?:content-)?visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])/i;
const raising = /vertical-align\s*:\s*su(?:per|b)/i;
/** White text is not hidden on a ground of its own. */
const grounded = /background/i;
/** What a sheet writes before or behind an element has digits, or is taken from the page. */
const writing = /(?:^|;)\s*content\s*:[^;]*(?:["'][^"'\\]*\d|attr\(|counter)/i;
const written = /:{1,2}(?:before|after)$/i;

/** Selectors that tell what holds now and then only. */
const passing = /:(?:hover|focus|active|visited|target|checked|link)/i;

/** Rules within these hold on a screen as wide as a desk's. */
const holding = /^@(?:media(?![^{]*(?:print|max-(?:device-)?width|orientation|prefers))|supports|layer)/i;

/**
 * Marks what the style sheets within a page hide in the cells of its tables, or
 * show as something else than its characters. A hidden cell makes its row
 * doubtful: those beside it move.
 */
export function markHiddenBySheets(page: CheerioAPI): void {
  const sheets = page('style').toArray().filter((e) => !/print/i.test(e.attribs['media'] ?? '')).map((e) => page(e).text());
  for (const rule of sheets.flatMap(tellingRules).slice(0, mostRules)) {
    if (rule.within) for (const element of chosen(page('td, th'), rule.selector)) element.attribs[hiddenBySheet] = '';
    if (rule.ofCells) for (const cell of chosen(page.root(), rule.selector).filter(isCellOrRow)) (rule.hides ? rowOf(cell) : cell).attribs[hiddenBySheet] = '';
  }
}

/** What a selector chooses under some elements; nothing where it is none that is understood. */
function chosen(under: Cheerio<AnyNode>, selector: string): Element[] {
  try {
    return under.find(selector).toArray();
  } catch {
    return [];
  }
}

/** A rule that hides something, or shows it as something else than its characters. */
interface TellingRule {
  readonly selector: string;
  readonly hides: boolean;
  /** …where it is a cell or a row, …where it stands in a cell. */
  readonly ofCells: boolean;
  readonly within: boolean;
}

const isCellOrRow = ({ name }: Element): boolean => name === 'td' || name === 'th' || name === 'tr';

/** The row of a cell; itself where it is one. */
const rowOf = (element: Element): Element => (element.name !== 'tr' && element.parent && isTag(element.parent) ? element.parent : element);

/** The rules of a sheet that hide or change something, without those that hold on some devices only. */
function tellingRules(sheet: string): TellingRule[] {
  if (sheet.length > longestSheet) return [];
  const plain = sheet.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ');
  const rules: TellingRule[] = [];
  const heads: string[] = [];
  let from = 0;
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at];
    if (sign === ';' && heads.every((h) => h.startsWith('@'))) from = at + 1;
    if (sign !== '{' && sign !== '}') continue;
    const head = sign === '}' ? heads.pop() : undefined;
    if (head !== undefined && heads.every((h) => holding.test(h)) && !head.startsWith('@')) rules.push(...rulesOf(head, plain.slice(from, at)));
    if (sign === '{') heads.push(plain.slice(from, at).trim());
    from = at + 1;
  }
  return rules;
}

function rulesOf(head: string, body: string): TellingRule[] {
  const hides = hiding.test(body);
  const declared = declarationsOf(body);
  const isRaised = raising.test(body) || (isPale(declared.get('color') ?? '') && !grounded.test(body));
  const [ofCells, within] = [hides || isRaised || obscures(declared, true), hides || isRaised || obscures(declared, false)];
  const writes = writing.test(body);
  return head.split(',').map((one) => one.trim()).flatMap((one): TellingRule[] => {
    const selector = one.replace(written, '');
    const own = selector === one ? { hides, ofCells, within } : { hides: false, ofCells: writes, within: writes };
    return selector !== '' && (own.ofCells || own.within) && !passing.test(selector) ? [{ selector, ...own }] : [];
  });
}
