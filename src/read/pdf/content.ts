import { OPS } from './pdfjs.js';
import type { Box } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';
import { layOut, type Glyph } from './glyphs.js';
import { blended, initialState, isWhite, textStart, type GraphicsState, type PdfFont } from './graphics-state.js';
import { applyX, applyY, identity, multiply, scaleOf, toMatrix, type Matrix } from './matrix.js';
import { dottedLines } from './dots.js';
import { groundAt, seenParts, type PaintedArea } from './ground.js';
import { filledAreas, holeOf, ringSides, strokedLines, thinArea } from './paths.js';
import type { PaintedPicture } from './pictures.js';

/** What one page paints, in the order it is painted; points, on the page as shown. */
export interface PageContent {
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
  /** Painted areas that are no lines. */
  readonly areas: PaintedArea[];
  readonly pictures: PaintedPicture[];
  /** Some text is not among the glyphs, for its font could not be read. */
  hasLostText: boolean;
}

/** A page's operator list, as pdf.js gives it. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const strokes = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const fills = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
/** A stroke width of zero means the thinnest line a device can draw. Points. */
const hairline = 0.24;
const transparent = 'transparent';

/**
 * One pass over a page's operator list for glyphs, rulings, painted areas and
 * pictures. `start` maps user space to the page as shown; `fontOf` looks up a
 * font by pdf.js's name; `layerIsOn` says whether an optional-content group is
 * shown.
 */
export function interpret(
  operators: Operators, start: Matrix, page: Box, fontOf: (name: string) => PdfFont | null, layerIsOn: (properties: unknown) => boolean,
): PageContent {
  const content: PageContent = { glyphs: [], rulings: [], areas: [], pictures: [], hasLostText: false };
  let state: GraphicsState = initialState(start, page);
  let text = textStart();
  let clipping = false;
  const stack: GraphicsState[] = [];
  const marked: boolean[] = [];
  let hiddenLayers = 0;
  const dots: Box[] = [];

  const save = (): void => void stack.push({ ...state });
  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const transform = (m: Matrix): void => {
    state.ctm = multiply(state.ctm, m);
  };
  const clipTo = (box: Box): void => {
    const c = state.clip;
    state.clip = { x0: Math.max(c.x0, box.x0), y0: Math.max(c.y0, box.y0), x1: Math.min(c.x1, box.x1), y1: Math.min(c.y1, box.y1) };
  };
  const moveLine = (x: number, y: number): void => {
    text.line = multiply(text.line, [1, 0, 0, 1, x, y]);
    text.matrix = text.line;
  };
  const setFont = (name: unknown, size: number): void => {
    state.font = typeof name === 'string' ? fontOf(name) : null;
    state.fontSize = Math.abs(size);
    state.fontDirection = size < 0 ? -1 : 1;
  };
  const isOpaque = (): boolean => state.fillAlpha * state.groupAlpha === 1 && state.blend === 'source-over' && !state.masked;
  const rule = (ruling: Ruling, colour = 'picture'): void => {
    const clipped = within(ruling, state.clip);
    if (clipped) content.rulings.push(...seenParts(clipped, colour, content.areas));
  };
  const area = (box: Box, upright: boolean, covers: boolean): void => {
    const c = state.clip;
    const seen = { x0: Math.max(c.x0, box.x0), y0: Math.max(c.y0, box.y0), x1: Math.min(c.x1, box.x1), y1: Math.min(c.y1, box.y1) };
    if (seen.x1 <= seen.x0 || seen.y1 <= seen.y0) return;
    if (state.hole && holds(seen, state.hole)) {
      for (const side of ringSides([seen, state.hole]) ?? []) rule(side, state.fill);
      return;
    }
    const alpha = state.fillAlpha * state.groupAlpha;
    const colour = blended(state.fill, alpha, alpha < 1 ? groundAt(content.areas, (seen.x0 + seen.x1) / 2, (seen.y0 + seen.y1) / 2) : '#ffffff');
    // A side of a box may be painted as all of the box, clipped to that side.
    const line = thinArea(seen);
    if (line) rule(line, colour);
    else content.areas.push({ box: seen, colour, before: content.glyphs.length, covers, upright });
  };
  const shade = (): void => {
    const { fill } = state;
    state.fill = 'gradient';
    area(state.clip, true, false);
    state.fill = fill;
  };
  const picture = (m: Matrix, image: unknown = null): void => {
    if (hiddenLayers > 0) return;
    const box = boxOf([0, 0, 1, 1], m);
    const line = thinArea(box);
    if (line) rule(line);
    else content.pictures.push({ box, before: content.glyphs.length, place: m, image: isOpaque() ? image : null, clip: state.clip });
  };
  const setGraphicsState = (entries: readonly (readonly [string, unknown])[]): void => {
    for (const [key, value] of entries) {
      if (key === 'LW') state.lineWidth = Number(value);
      else if (key === 'ca') state.fillAlpha = Number(value);
      else if (key === 'CA') state.strokeAlpha = Number(value);
      else if (key === 'BM') state.blend = String(value);
      else if (key === 'SMask') state.masked = Boolean(value);
      else if (key === 'Font' && Array.isArray(value)) setFont(value[0], Number(value[1]));
    }
  };
  const paintPath = (paint: number, path: ArrayLike<number>, minMax: ArrayLike<number> | null): void => {
    if (clipping) {
      clipping = false;
      if (minMax && path.length > 0) {
        clipTo(boxOf(minMax, state.ctm));
        state.hole = holeOf(path, state.ctm) ?? state.hole;
      }
    }
    if (hiddenLayers > 0 || path.length === 0) return;
    if (fills.has(paint) && state.fillAlpha > 0 && state.fill !== transparent) {
      const { rulings, areas, dots: small, isRectangle } = filledAreas(path, state.ctm);
      const opaque = isOpaque() && state.fill !== 'pattern';
      for (const { box, upright } of areas) area(box, upright, opaque && isRectangle);
      const colour = blended(state.fill, state.fillAlpha * state.groupAlpha, '#ffffff');
      for (const ruling of rulings) rule(ruling, colour);
      if (!isWhite(colour)) dots.push(...small);
    }
    if (strokes.has(paint) && state.strokeAlpha > 0 && state.stroke !== transparent) {
      const colour = blended(state.stroke, state.strokeAlpha * state.groupAlpha, '#ffffff');
      for (const ruling of strokedLines(path, state.ctm, Math.max(hairline, state.lineWidth * scaleOf(state.ctm)))) rule(ruling, colour);
    }
  };

  const { fnArray, argsArray } = operators;
  for (let k = 0; k < fnArray.length; k++) {
    const args = (argsArray[k] ?? []) as readonly unknown[];
    const number = (i: number): number => Number(args[i]);
    switch (fnArray[k]) {
      case OPS.save: save(); break;
      case OPS.restore: restore(); break;
      case OPS.transform: transform(toMatrix(args)); break;
      case OPS.paintFormXObjectBegin:
        save();
        transform(toMatrix(args[0] ?? identity));
        if (args[1]) clipTo(boxOf(args[1] as number[], state.ctm));
        break;
      case OPS.paintFormXObjectEnd: restore(); break;
      case OPS.beginGroup:
        save();
        // A group is painted as one: what is inside of it begins opaque, and fades with the whole.
        state = { ...state, groupAlpha: state.groupAlpha * state.fillAlpha, fillAlpha: 1, strokeAlpha: 1, masked: state.masked || state.blend !== 'source-over' };
        if (isMask(args[0])) hiddenLayers++;
        break;
      case OPS.endGroup:
        if (isMask(args[0])) hiddenLayers--;
        restore();
        break;
      case OPS.beginAnnotation:
        stack.length = 0;
        state = initialState(start, page);
        save();
        if (args[1]) clipTo(boxOf(args[1] as number[], state.ctm));
        transform(toMatrix(args[2]));
        transform(toMatrix(args[3]));
        break;
      case OPS.endAnnotation: restore(); break;
      case OPS.setLineWidth: state.lineWidth = Number(args[0]); break;
      case OPS.setGState: setGraphicsState(args[0] as [string, unknown][]); break;
      case OPS.setFillRGBColor: state.fill = colourOf(args); break;
      case OPS.setStrokeRGBColor: state.stroke = colourOf(args); break;
      case OPS.setFillColorN: state.fill = 'pattern'; break;
      case OPS.setStrokeColorN: state.stroke = 'pattern'; break;
      case OPS.shadingFill: if (hiddenLayers === 0) shade(); break;
      case OPS.setFillTransparent: state.fill = transparent; break;
      case OPS.setStrokeTransparent: state.stroke = transparent; break;
      case OPS.clip: case OPS.eoClip: clipping = true; break;
      case OPS.constructPath: paintPath(number(0), ((args[1] as unknown[] | undefined)?.[0] ?? []) as ArrayLike<number>, (args[2] ?? null) as ArrayLike<number> | null); break;
      case OPS.beginText: text = textStart(); break;
      case OPS.setTextMatrix:
        text.line = toMatrix(args.length === 6 ? args : args[0]);
        text.matrix = text.line;
        break;
      case OPS.moveText: moveLine(number(0), number(1)); break;
      case OPS.setLeading: state.leading = -number(0); break;
      case OPS.setLeadingMoveText:
        state.leading = number(1);
        moveLine(number(0), number(1));
        break;
      case OPS.nextLine: moveLine(0, state.leading); break;
      case OPS.setFont: setFont(args[0], number(1)); break;
      case OPS.setCharSpacing: state.characterSpacing = number(0); break;
      case OPS.setWordSpacing: state.wordSpacing = number(0); break;
      case OPS.setHScale: state.horizontalScale = number(0) / 100; break;
      case OPS.setTextRise: state.rise = number(0); break;
      case OPS.setTextRenderingMode: state.renderingMode = number(0); break;
      case OPS.showText:
        content.hasLostText ||= state.font === null && hiddenLayers === 0;
        layOut(args[0] as Parameters<typeof layOut>[0], state, text, hiddenLayers === 0, content.glyphs);
        break;
      case OPS.beginMarkedContent: marked.push(false); break;
      case OPS.beginMarkedContentProps: {
        const off = args[0] === 'OC' && !layerIsOn(args[1]);
        marked.push(off);
        if (off) hiddenLayers++;
        break;
      }
      case OPS.endMarkedContent: if (marked.pop()) hiddenLayers--; break;
      case OPS.paintImageXObject: case OPS.paintInlineImageXObject: picture(state.ctm, args[0]); break;
      case OPS.paintImageMaskXObject: picture(state.ctm); break;
      case OPS.paintSolidColorImageMask: {
        const box = boxOf([0, 0, 1, 1], state.ctm);
        const line = thinArea(box);
        if (hiddenLayers === 0 && !line) area(box, true, false);
        if (hiddenLayers === 0 && line) rule(line, state.fill);
        break;
      }
      case OPS.paintImageXObjectRepeat: repeat(number(1), 0, 0, number(2), args[3] as number[], state.ctm, picture); break;
      case OPS.paintImageMaskXObjectRepeat:
        repeat(number(1), number(2), number(3), number(4), args[5] as number[], state.ctm, picture);
        break;
      case OPS.paintInlineImageXObjectGroup: case OPS.paintImageMaskXObjectGroup: {
        const images = (fnArray[k] === OPS.paintImageMaskXObjectGroup ? args[0] : args[1]) as readonly { transform: unknown }[] | undefined;
        for (const image of images ?? []) picture(multiply(state.ctm, toMatrix(image.transform)));
        break;
      }
      default: break;
    }
  }
  content.rulings.push(...dottedLines(dots));
  return content;
}

function repeat(a: number, b: number, c: number, d: number, positions: readonly number[], ctm: Matrix, paint: (m: Matrix) => void): void {
  for (let i = 0; i + 1 < positions.length; i += 2) paint(multiply(ctm, [a, b, c, d, positions[i] ?? 0, positions[i + 1] ?? 0]));
}

const holds = (a: Box, b: Box): boolean => a.x0 <= b.x0 && a.y0 <= b.y0 && a.x1 >= b.x1 && a.y1 >= b.y1;

/** Whether a group is painted for a soft mask only: its text and lines decide how much of others is seen, and are not seen themselves. */
const isMask = (group: unknown): boolean => Boolean((group as { smask?: unknown } | null | undefined)?.smask);

function colourOf(args: readonly unknown[]): string {
  const [first] = args;
  if (typeof first === 'string') return first;
  return `#${args.map((v) => Math.max(0, Math.min(255, Number(v))).toString(16).padStart(2, '0')).join('')}`;
}

/** The box around a rectangle `[x0, y0, x1, y1]` after the map. */
export function boxOf(rectangle: ArrayLike<number>, m: Matrix): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(rectangle);
  const xs = [applyX(m, x0, y0), applyX(m, x1, y0), applyX(m, x0, y1), applyX(m, x1, y1)];
  const ys = [applyY(m, x0, y0), applyY(m, x1, y0), applyY(m, x0, y1), applyY(m, x1, y1)];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** The part of a ruling that the clip lets through; null where nothing is left. */
function within(r: Ruling, clip: Box): Ruling | null {
  const slack = r.thickness / 2 + 0.01;
  const [low, high, from, to] = r.axis === 'horizontal' ? [clip.y0, clip.y1, clip.x0, clip.x1] : [clip.x0, clip.x1, clip.y0, clip.y1];
  if (r.at < low - slack || r.at > high + slack) return null;
  const start = Math.max(r.from, from);
  const end = Math.min(r.to, to);
  return end > start ? { ...r, from: start, to: end } : null;
}
