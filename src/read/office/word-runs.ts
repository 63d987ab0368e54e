import { childOf, childrenOf, type Element } from '../xml.js';

/** A switch of Office Open XML (17.17.4): there and not told to be off. */
export const isOn = (properties: Element | undefined, name: string): boolean => {
  const element = childOf(properties, name);
  return element !== undefined && !['0', 'false', 'off', 'none'].includes(valueOf(element));
};

/** The `w:val` of an element; empty where it has none. */
export const valueOf = (element: Element | undefined): string => element?.attributes['w:val'] ?? '';

/** Whether a run, paragraph or cell is shaded (17.3.5), so that pale letters can be seen on it. */
export function hasGround(properties: Element | undefined): boolean {
  const shade = childOf(properties, 'shd');
  const isPattern = !['', 'clear', 'nil'].includes(valueOf(shade));
  return shade !== undefined && (isPattern || !/^(?:auto|f{6}|)$/i.test(shade.attributes['w:fill'] ?? ''));
}

/** A letter of fewer half points than this is a dot. */
const smallest = 4;

/** Whether a run's characters do not tell what is seen: struck out, above or below its line, too small, or as pale as the page and not on a ground. */
export function isOdd(properties: Element | undefined, isOnGround = false): boolean {
  if (!properties) return false;
  const isRaised = ['superscript', 'subscript'].includes(valueOf(childOf(properties, 'vertAlign'))) || (Number.parseInt(valueOf(childOf(properties, 'position')), 10) || 0) !== 0;
  const isStruck = isOn(properties, 'strike') || isOn(properties, 'dstrike');
  const isPale = /^f{6}$/i.test(valueOf(childOf(properties, 'color'))) && !isOnGround && !hasGround(properties) && !isOn(properties, 'highlight');
  const isTiny = Number.parseInt(valueOf(childOf(properties, 'sz')), 10) < smallest;
  return isRaised || isStruck || isPale || isTiny;
}

/** Names of the styles, among those of a document, whose text is hidden or odd, of themselves or by those that they are based on (17.7.4). */
export function oddStylesIn(styles: Element | undefined): ReadonlySet<string> {
  const all = new Map(childrenOf(styles, 'style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const odd = new Set<string>();
  for (const name of all.keys()) {
    const seen = new Set<string>();
    for (let style = all.get(name), of = name; style && !seen.has(of); of = valueOf(childOf(style, 'basedOn')), style = all.get(of)) {
      seen.add(of);
      const properties = childOf(style, 'rPr');
      if (isOn(properties, 'vanish') || isOdd(properties)) odd.add(name);
    }
  }
  return odd;
}
