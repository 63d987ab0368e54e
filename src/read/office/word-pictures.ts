import type { InsetPicture } from '../inset-pictures.js';
import { childOf, type Element } from '../xml.js';
import type { EmbeddedPicture } from './embedded-pictures.js';

/** English Metric Units to a point (Office Open XML, 20.1.2.1). */
const emuPerPoint = 12_700;
/** Points of the units that style sheets of VML are written in; without one they are pixels. */
const pointsOf: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75, '': 0.75 };

type Shown = InsetPicture['shown'];

/** The pictures of a part of a document, those in its tables and text boxes among them; where a drawing is told in two ways, the first. `line`: where the part stands. */
export function picturesIn(part: Element, line: number): EmbeddedPicture[] {
  const found: EmbeddedPicture[] = [];
  const take = (element: Element, around: Shown): void => {
    if (element.name === 'Fallback' || element.name === 'del' || element.name === 'moveFrom') return;
    const shown = extentOf(element) ?? styledSize(element) ?? around;
    const id = element.name === 'blip' ? element.attributes['r:embed'] : element.name === 'imagedata' ? element.attributes['r:id'] : undefined;
    if (id !== undefined) found.push({ id, line, shown });
    for (const child of element.children) take(child, shown);
  };
  take(part, null);
  return found;
}

/** How large a drawing is shown (20.4.2.7), or a picture in a group of them (20.1.7.3). */
function extentOf(element: Element): Shown {
  const size = childOf(element, 'extent') ?? childOf(childOf(childOf(element, 'spPr'), 'xfrm'), 'ext');
  const [width, height] = [Number(size?.attributes['cx']) / emuPerPoint, Number(size?.attributes['cy']) / emuPerPoint];
  return width > 0 && height > 0 ? { width, height } : null;
}

/** How large a shape of VML is shown. */
function styledSize({ name, attributes }: Element): Shown {
  if (name !== 'shape' && name !== 'rect') return null;
  const [width, height] = ['width', 'height'].map((side) => {
    const [, number, unit = ''] = new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*([\\d.]+)(pt|in|cm|mm|px)?\\s*(?:;|$)`, 'i').exec(attributes['style'] ?? '') ?? [];
    return Number(number) * (pointsOf[unit.toLowerCase()] ?? NaN);
  });
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? { width, height } : null;
}
