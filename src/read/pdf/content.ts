import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';
import { layOut, type Glyph } from './glyphs.js';
import { initialState, isWhite, textStart, type GraphicsState, type PdfFont } from './graphics-state.js';
import { applyX, applyY, identity, multiply, scaleOf, toMatrix, type Matrix } from './matrix.js';
import { dottedLines } from './dots.js';
import { filledAreas, strokedLines, thinArea } from './paths.js';

/** What one page paints, in the order it is painted; points, on the page as shown. */
export interface PageContent {
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
  /** Painted areas that are no lines, with the number of glyphs painted before them, and whether they hide what is under them. */
  readonly areas: { box: Box; colour: string; before: number; covers: boolean }[];
  /** With the number of glyphs painted before each. */
  readonly pictures: { box: Box; before: number }[];
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
  const content: PageContent = { glyphs: [], rulings: [], areas: [], pictures: [] };
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
  const rule = (ruling: Ruling): void => {
    const clipped = within(ruling, state.clip);
    if (clipped) content.rulings.push(clipped);
  };
  const area = (box: Box, colour: string, covers: boolean): void => {
    const c = state.clip;
    const seen = { x0: Math.max(c.x0, box.x0), y0: Math.max(c.y0, box.y0), x1: Math.min(c.x1, box.x1), y1: Math.min(c.y1, box.y1) };
    if (seen.x1 > seen.x0 && seen.y1 > seen.y0) content.areas.push({ box: seen, colour, before: content.glyphs.length, covers });
  };
  const picture = (m: Matrix): void => {
    if (hiddenLayers > 0) return;
    const box = boxOf([0, 0, 1, 1], m);
    const line = thinArea(box);
    if (line) rule(line);
    else content.pictures.push({ box, before: content.glyphs.length });
  };
  const setGraphicsState = (entries: readonly (readonly [string, unknown])[]): void => {
    for (const [key, value] of entries) {
      if (key === 'LW') state.lineWidth = Number(value);
      else if (key === 'ca') state.fillAlpha = Number(value);
      else if (key === 'CA') state.strokeAlpha = Number(value);
      else if (key === 'BM') state.blend = String(value);
      else if (key === 'Font' && Array.isArray(value)) setFont(value[0], Number(value[1]));
    }
  };
  const paintPath = (paint: number, path: ArrayLike<number>, minMax: ArrayLike<number> | null): void => {
    if (clipping) {
      clipping = false;
      if (minMax && path.length > 0) clipTo(boxOf(minMax, state.ctm));
    }
    if (hiddenLayers > 0 || path.length === 0) return;
    if (fills.has(paint) && state.fillAlpha > 0 && state.fill !== transparent) {
      const { rulings, areas, dots: small, isRectangle } = filledAreas(path, state.ctm);
      const opaque = state.fillAlpha === 1 && state.blend === 'source-over' && state.fill !== 'pattern';
      for (const box of areas) area(box, state.fill, opaque && isRectangle);
      if (!isWhite(state.fill)) {
        rulings.forEach(rule);
        dots.push(...small);
      }
    }
    if (strokes.has(paint) && state.strokeAlpha > 0 && state.stroke !== transparent && !isWhite(state.stroke)) {
      strokedLines(path, state.ctm, Math.max(hairline, state.lineWidth * scaleOf(state.ctm))).forEach(rule);
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
      case OPS.beginGroup: save(); break;
      case OPS.endGroup: restore(); break;
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
      case OPS.showText: layOut(args[0] as Parameters<typeof layOut>[0], state, text, hiddenLayers === 0, content.glyphs); break;
      case OPS.beginMarkedContent: marked.push(false); break;
      case OPS.beginMarkedContentProps: {
        const off = args[0] === 'OC' && !layerIsOn(args[1]);
        marked.push(off);
        if (off) hiddenLayers++;
        break;
      }
      case OPS.endMarkedContent: if (marked.pop()) hiddenLayers--; break;
      case OPS.paintImageXObject: case OPS.paintInlineImageXObject: case OPS.paintImageMaskXObject:
        picture(state.ctm);
        break;
      case OPS.paintSolidColorImageMask: {
        const box = boxOf([0, 0, 1, 1], state.ctm);
        const line = thinArea(box);
        if (hiddenLayers === 0 && !line) area(box, state.fill, false);
        if (hiddenLayers === 0 && line && !isWhite(state.fill)) rule(line);
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
