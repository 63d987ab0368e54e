import { isTag, type Element, type ParentNode } from 'domhandler';
import { declarationsOf, isPale, obscures } from './styles.js';

/** What a browser does not show, and what is no part of an article wherever it stands. */
const never = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'meta', 'link', 'iframe', 'object', 'embed', 'svg', 'select', 'option', 'datalist', 'audio', 'video', 'canvas', 'map', 'nav', 'rp', 'rt']);

/** Leaves no place behind. */
const gone = /display\s*:\s*none|mso-hide\s*:\s*all/i;
/** Leaves an empty place behind. */
const invisible = /visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])/i;

/** Whether an element takes a place on the page, as far as its own marks tell. */
export const takesPlace = ({ name, attribs }: Element): boolean =>
  !never.has(name) && attribs['hidden'] === undefined && !gone.test(attribs['style'] ?? '') && !(name === 'input' && attribs['type'] === 'hidden');

/** Whether an element is shown, as far as its own marks tell. */
export const isShown = (element: Element): boolean => takesPlace(element) && !invisible.test(element.attribs['style'] ?? '');

/** Elements that show something which is not their text. A browser paints what is in most of them over it, or chooses from it. */
const pictures = new Set(['img', 'input', 'textarea', 'select', 'svg', 'canvas', 'object', 'embed', 'iframe', 'video', 'math']);

/** Whether an element shows something that its text does not tell. */
export const isPicture = ({ name, attribs }: Element): boolean => pictures.has(name) && attribs['hidden'] === undefined && !gone.test(attribs['style'] ?? '') && attribs['type'] !== 'hidden' && !isSpacer(name, attribs);

/** A picture that is there to hold a place. Pixels. */
const smallest = 4;

const isSpacer = (name: string, { width, height }: Element['attribs']): boolean => name === 'img' && (Number(width ?? NaN) <= smallest || Number(height ?? NaN) <= smallest);

const blocks = new Set('address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody thead tfoot tr td th caption ul ucapcontent ucaptitle publishtime'.split(' '));

/** Whether an element begins and ends lines. */
export const isBlock = ({ name }: Element): boolean => blocks.has(name);

/** Elements that a style sheet hides have this attribute; what a script makes of them nobody knows. */
export const hiddenBySheet = 'hidden-by-sheet';

/** Classes by which the style sheets of others, which are not at hand, hide what has them. */
const hidingClass = /(?:^|\s)(?:hide|hidden|invisible|d-none|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/i;

/** Its text is crossed out, turned round, may be hidden, or is as pale as the page: what it shows its characters do not tell. */
export const isUnsure = (element: Element): boolean => {
  const { name, attribs } = element;
  if (name === 'del' || name === 's' || name === 'strike' || name === 'bdo' || attribs[hiddenBySheet] !== undefined || hidingClass.test(attribs['class'] ?? '')) return true;
  const declared = declarationsOf(attribs['style'] ?? '');
  const colour = declared.get('color') ?? (name === 'font' ? (attribs['color'] ?? '').trim().toLowerCase().replace(/^(?=fff(?:fff)?$)/, '#') : '');
  return obscures(declared, isOfTable(element)) || (isPale(colour) && !isOnGround(element));
};

/** Whether it is a part of a table, which is as large as its text. */
const isOfTable = ({ name }: Element): boolean => ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'table'].includes(name);

/** Whether an element lies on a ground of its own, in its table. */
function isOnGround(element: Element): boolean {
  for (let e: ParentNode | null = element; e && isTag(e); e = e.parent) {
    if (e.attribs['bgcolor'] !== undefined || /background/i.test(e.attribs['style'] ?? '')) return true;
    if (e.name === 'table') return false;
  }
  return false;
}

const raised = /vertical-align\s*:\s*(?:su(?:per|b)|-?[\d.]*[1-9])|mso-text-raise\s*:\s*-?[\d.]*[1-9]|position\s*:\s*relative\s*;[^"]*(?:top|bottom)\s*:\s*-?[\d.]*[1-9]/i;

/** It stands above or below its line, or leads to a note, as the mark of a footnote does. */
export const isRaised = ({ name, attribs }: Element): boolean =>
  name === 'sup' || name === 'sub' || raised.test(attribs['style'] ?? '') || /footnotereference|endnotereference/i.test(attribs['class'] ?? '') || (name === 'a' && /^[^#]*#_?(?:ftn|edn|footnote)/i.test(attribs['href'] ?? ''));
