import type { InsetPicture } from '../../inset-pictures.js';
import { childOf, type Element } from '../../xml.js';
import type { Zip } from '../../zip.js';
import { embedded, type EmbeddedPicture } from '../embedded-pictures.js';
import { partOf, relatedTo } from '../parts.js';

/** English Metric Units to a point (Office Open XML, 20.1.2.1). */
const emuPerPoint = 12_700;

/** The pictures that lie on a sheet and may hold a table. `sheet`: the name of its part. */
export async function sheetPictures(zip: Zip, sheet: string): Promise<InsetPicture[]> {
  const drawings = (await relatedTo(zip, sheet)).filter((r) => r.kind === 'drawing' && zip.names.includes(r.part));
  const all = await Promise.all(drawings.map(async ({ part }) => embedded(zip, part, (await partOf(zip, part)).children.flatMap(picturesAt))));
  return all.flat();
}

/** The pictures of one anchor of a drawing (20.5.2): the row that it hangs on is their line. */
function picturesAt(anchor: Element): EmbeddedPicture[] {
  const line = 1 + (Number.parseInt(childOf(childOf(anchor, 'from'), 'row')?.text ?? '', 10) || 0);
  const found: EmbeddedPicture[] = [];
  const take = (element: Element): void => {
    const id = childOf(childOf(element, 'blipFill'), 'blip')?.attributes['r:embed'];
    if (element.name === 'pic' && id !== undefined) found.push({ id, line, shown: sizeOf(element) });
    element.children.forEach(take);
  };
  take(anchor);
  return found;
}

/** As large as a picture says it is; null where it does not. */
function sizeOf(picture: Element): InsetPicture['shown'] {
  const extent = childOf(childOf(childOf(picture, 'spPr'), 'xfrm'), 'ext')?.attributes;
  const [width, height] = [Number(extent?.['cx']) / emuPerPoint, Number(extent?.['cy']) / emuPerPoint];
  return width > 0 && height > 0 ? { width, height } : null;
}
