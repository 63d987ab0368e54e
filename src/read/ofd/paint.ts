import type { Ruling } from '../../model/page.js';
import { boxOf, type PageContent } from '../pdf/content.js';
import { dottedLines } from '../pdf/dots.js';
import { blended, isWhite } from '../pdf/graphics-state.js';
import { groundAt, seenParts } from '../pdf/ground.js';
import { multiply, scaleOf, type Matrix } from '../pdf/matrix.js';
import { filledAreas, strokedLines, thinArea } from '../pdf/paths.js';
import { compactPath } from './abbreviated-path.js';
import type { OfdPage, Resources } from './package.js';
import { matrixOf, styleOf } from './style.js';
import { glyphsOf } from './text-object.js';
import { childOf, numbersIn, type Element } from '../xml.js';

/** Points in a millimetre. */
export const points = 72 / 25.4;
/** The thinnest line a device draws. Points. */
const hairline = 0.24;
/** Groups within groups, and graphics that name graphics, are painted down to this depth… */
const deepest = 12;
/** …and pages of no more objects than this. */
const mostObjects = 300_000;

/** What a page paints, in the order it is painted; points, from its upper left corner. */
export function paint({ box, layers }: OfdPage, resources: Resources): PageContent {
  const [x = 0, y = 0, width = 0, height = 0] = box;
  const start: Matrix = [points, 0, 0, points, -x * points, -y * points];
  const content: PageContent = { glyphs: [], rulings: [], areas: [], pictures: [], hasLostText: false };
  const clip = { x0: 0, y0: 0, x1: width * points, y1: height * points };
  const dots: Parameters<typeof dottedLines>[0][number][] = [];
  let objects = 0;

  const rule = (ruling: Ruling, colour: string): void => void content.rulings.push(...seenParts(ruling, colour, content.areas));

  const path = (object: Element, toPage: Matrix, layer: Element): void => {
    const style = styleOf(object, layer, resources);
    const data = compactPath(childOf(object, 'AbbreviatedData')?.text ?? '');
    if (object.attributes['Fill'] === 'true' && style.fillAlpha > 0) {
      const { rulings, areas, dots: small, isRectangle } = filledAreas(data, toPage);
      for (const { box: area, upright } of areas) {
        const ground = style.fillAlpha < 1 ? groundAt(content.areas, (area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2) : '#ffffff';
        content.areas.push({ box: area, colour: blended(style.fill, style.fillAlpha, ground), before: content.glyphs.length, covers: style.fillAlpha === 1 && isRectangle, upright });
      }
      const colour = blended(style.fill, style.fillAlpha, '#ffffff');
      for (const ruling of rulings) rule(ruling, colour);
      if (!isWhite(colour)) dots.push(...small);
    }
    if (object.attributes['Stroke'] !== 'false' && style.strokeAlpha > 0) {
      const colour = blended(style.stroke, style.strokeAlpha, '#ffffff');
      for (const ruling of strokedLines(data, toPage, Math.max(hairline, style.lineWidth * scaleOf(toPage)))) rule(ruling, colour);
    }
  };

  const picture = (object: Element, toPage: Matrix, toBoundary: Matrix): void => {
    // A picture fills the unit square of its space; without a map, its boundary.
    const [, , w = 0, h = 0] = numbersIn(object.attributes['Boundary']);
    const place = object.attributes['CTM'] === undefined ? multiply(toBoundary, [w, 0, 0, h, 0, 0]) : toPage;
    const area = boxOf([0, 0, 1, 1], place);
    const line = thinArea(area);
    if (line) rule(line, 'picture');
    else content.pictures.push({ box: area, before: content.glyphs.length, place, image: object.attributes['ResourceID'] ?? '', clip });
  };

  const object = (one: Element, outer: Matrix, layer: Element, depth: number): void => {
    if (one.attributes['Visible'] === 'false') return;
    if (depth > deepest || ++objects > mostObjects) throw new Error('its drawing is beyond any limit');
    const [bx = 0, by = 0] = numbersIn(one.attributes['Boundary']);
    const toBoundary = multiply(outer, [1, 0, 0, 1, bx, by]);
    const toPage = multiply(toBoundary, matrixOf(one.attributes['CTM']));
    if (one.name === 'TextObject') content.glyphs.push(...glyphsOf(one, toPage, styleOf(one, layer, resources)).map((g) => (isOutside(g.box, clip) ? { ...g, unpainted: true } : g)));
    else if (one.name === 'PathObject') path(one, toPage, layer);
    else if (one.name === 'ImageObject' || one.name === 'VideoObject') picture(one, toPage, toBoundary);
    else if (one.name === 'PageBlock') for (const inner of one.children) object(inner, outer, layer, depth + 1);
    else if (one.name === 'CompositeObject') {
      const unit = resources.graphics.get(one.attributes['ResourceID'] ?? '');
      if (!unit) content.hasLostText = true;
      for (const inner of childOf(unit, 'Content')?.children ?? []) object(inner, toPage, layer, depth + 1);
    }
  };

  for (const layer of layers) for (const one of layer.children) object(one, start, layer, 0);
  content.rulings.push(...dottedLines(dots));
  return content;
}

const isOutside = (box: { x0: number; y0: number; x1: number; y1: number }, clip: typeof box): boolean => {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return x < clip.x0 || x > clip.x1 || y < clip.y0 || y > clip.y1;
};

