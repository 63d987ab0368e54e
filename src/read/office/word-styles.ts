import { childOf, childrenOf, type Element } from '../xml.js';
import { hasGround, isOdd, isOn, valueOf } from './word-runs.js';

/** The name under which stands what a document gives to text that names no style. */
export const noStyle = '';

/**
 * Names of the styles, among those of a document, under which characters do not
 * tell what is seen: of themselves or by those that they are based on (17.7.4)
 * their text is hidden or odd, or numbered. A table style is one of them where
 * any of its parts is. What holds for all text, or for paragraphs without a
 * style, stands under `noStyle`.
 */
export function oddStylesIn(styles: Element | undefined): ReadonlySet<string> {
  const all = childrenOf(styles, 'style');
  const nameOf = (style: Element): string => style.attributes['w:styleId'] ?? '';
  const byName = new Map(all.map((style) => [nameOf(style), style]));
  const odd = new Set<string>();
  for (const name of byName.keys()) {
    const seen = new Set<string>();
    for (let style = byName.get(name), of = name; style && !seen.has(of); of = valueOf(childOf(style, 'basedOn')), style = byName.get(of)) {
      seen.add(of);
      if (isOddStyle(style)) odd.add(name);
    }
  }
  const isOfAll = isHidden(childOf(childOf(childOf(styles, 'docDefaults'), 'rPrDefault'), 'rPr'));
  if (isOfAll) for (const name of byName.keys()) odd.add(name);
  const isUsual = (style: Element): boolean => style.attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(style.attributes['w:default'] ?? '');
  if (isOfAll || all.some((style) => isUsual(style) && odd.has(nameOf(style)))) odd.add(noStyle);
  return odd;
}

const isHidden = (properties: Element | undefined, isOnGround = false): boolean => isOn(properties, 'vanish') || isOdd(properties, isOnGround);

const isOddStyle = (style: Element): boolean =>
  isHidden(childOf(style, 'rPr')) || isNumbered(childOf(style, 'pPr')) || childrenOf(style, 'tblStylePr').some((part) => isHidden(childOf(part, 'rPr'), hasGround(childOf(part, 'tcPr'))));

/** Whether a paragraph is an entry of a list (17.9.18): Word shows a number or a sign before it that no run has. */
export const isNumbered = (properties: Element | undefined): boolean => !['', '0'].includes(valueOf(childOf(childOf(properties, 'numPr'), 'numId')));
