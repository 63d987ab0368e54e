import type { Element } from '../xml.js';

/** What a piece of a Word document says. */
export interface WordText {
  /** Lines parted by `\n`. */
  readonly text: string;
  /** A part of it is struck out, raised, a symbol or a picture: its characters do not tell what it says. */
  readonly unclear: boolean;
}

/** Not what a reader sees: deleted text, field codes, notes that stand elsewhere, the other way of drawing the same. */
const unseen = new Set(['del', 'moveFrom', 'delText', 'instrText', 'footnoteReference', 'endnoteReference', 'annotationRef', 'rt', 'rPr', 'pPr', 'sectPr', 'Fallback', 'tbl', 'txbxContent']);

const signs: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** A switch of Office Open XML (17.17.4): there and not told to be off. */
export const isOn = (properties: Element | undefined, name: string): boolean => {
  const element = properties?.children.find((c) => c.name === name);
  return element !== undefined && !['0', 'false', 'off', 'none'].includes(valueOf(element));
};

/** The `w:val` of an element; empty where it has none. */
export const valueOf = (element: Element | undefined): string => element?.attributes['w:val'] ?? '';

/** The text of a paragraph, or of anything with runs in it, without its text boxes and tables. */
export function wordText(element: Element): WordText {
  let text = '';
  let unclear = false;
  // Markup is never nested deeper than the parser allows.
  const take = (part: Element, isOdd: boolean): void => {
    if (unseen.has(part.name)) return;
    if (part.name === 'r') {
      const properties = part.children.find((c) => c.name === 'rPr');
      if (isOn(properties, 'vanish')) return;
      const raised = ['superscript', 'subscript'].includes(valueOf(properties?.children.find((c) => c.name === 'vertAlign')));
      for (const child of part.children) take(child, isOdd || raised || isOn(properties, 'strike') || isOn(properties, 'dstrike'));
      return;
    }
    if (part.name === 't') {
      text += part.text;
      unclear ||= isOdd && part.text.trim() !== '';
    } else if (part.name === 'sym' || part.name === 'blip' || part.name === 'imagedata' || part.name === 'oMath') unclear = true;
    else text += signs[part.name] ?? '';
    for (const child of part.children) take(child, isOdd);
  };
  for (const child of element.children) take(child, false);
  return { text, unclear };
}
