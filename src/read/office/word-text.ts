import { childOf, type Element } from '../xml.js';
import { hasGround, isOdd, isOn, valueOf } from './word-runs.js';
import { isNumbered } from './word-styles.js';

/** What a piece of a Word document says. */
export interface WordText {
  /** Lines parted by `\n`. */
  readonly text: string;
  /** A part of it is struck out, raised, as pale as the page, hidden by a style, numbered, a symbol or a picture: its characters do not tell what it says. */
  readonly unclear: boolean;
}

/** Not what a reader sees: deleted text, field codes, notes that stand elsewhere, the other way of drawing the same. */
const unseen = new Set(['del', 'moveFrom', 'delText', 'instrText', 'footnoteReference', 'endnoteReference', 'annotationRef', 'rt', 'rPr', 'pPr', 'sectPr', 'Fallback', 'tbl', 'txbxContent']);

const signs: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

const isOwnMark = ({ name, attributes }: Element): boolean => (name === 'footnoteReference' || name === 'endnoteReference') && !['', '0', 'false', 'off'].includes(attributes['w:customMarkFollows'] ?? '');
const isEquation = ({ name, text }: Element): boolean => name === 'instrText' && /^\s*eq\b/i.test(text);

/** The text of a paragraph, or of anything with runs in it, without its text boxes and tables. `oddStyles`: names of the styles under which characters do not tell what is seen; `isShaded`: it lies on a ground of its own. */
export function wordText(element: Element, oddStyles: ReadonlySet<string> = new Set(), isShaded = false): WordText {
  let text = '';
  let unclear = isNumbered(childOf(element, 'pPr'));
  /** Of the fields that are open, from the outermost: whether what comes is what they show, not how they are told (17.16.18). */
  const shows: boolean[] = [];
  const isOfStyle = (properties: Element | undefined, kind: 'pStyle' | 'rStyle'): boolean => oddStyles.has(valueOf(childOf(properties, kind)));
  const paragraph = childOf(element, 'pPr');
  const isOnGround = isShaded || hasGround(paragraph);
  // Markup is never nested deeper than the parser allows.
  const take = (part: Element, isUnsure: boolean): void => {
    // A mark of its own stands for a note's number, in the text behind it; an equation shows what nobody has worked out here.
    if (isOwnMark(part) || isEquation(part)) unclear = true;
    if (unseen.has(part.name)) return;
    if (part.name === 'fldChar') {
      const kind = part.attributes['w:fldCharType'];
      if (kind === 'begin') shows.push(false);
      else if (kind === 'separate' && shows.length > 0) shows[shows.length - 1] = true;
      else if (kind === 'end') shows.pop();
      return;
    }
    if (part.name === 'r') {
      const properties = part.children.find((c) => c.name === 'rPr');
      if (isOn(properties, 'vanish')) return;
      for (const child of part.children) take(child, isUnsure || isOdd(properties, isOnGround) || isOfStyle(properties, 'rStyle'));
      return;
    }
    if (part.name === 't') {
      text += part.text;
      // A field without a result may be one that shows what it is told by.
      unclear ||= part.text.trim() !== '' && (isUnsure || shows.includes(false));
    } else if (part.name === 'sym' || part.name === 'blip' || part.name === 'imagedata' || part.name === 'oMath') unclear = true;
    else text += signs[part.name] ?? '';
    for (const child of part.children) take(child, isUnsure);
  };
  for (const child of element.children) take(child, isOfStyle(paragraph, 'pStyle'));
  return { text, unclear };
}
