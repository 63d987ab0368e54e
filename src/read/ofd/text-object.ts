import { seenCharacters } from '../characters.js';
import { turnOf } from '../pdf/direction.js';
import type { Glyph } from '../pdf/glyphs.js';
import { initialState } from '../pdf/graphics-state.js';
import { applyX, applyY, multiply, type Matrix } from '../pdf/matrix.js';
import { numberOr, type Style } from './style.js';
import { childrenOf, type Element } from '../xml.js';

/** The em box of a glyph above and below the baseline, in parts of the font size: as in PDF. */
const above = 0.86;
const below = 0.14;
/** How wide characters are, in parts of their size, where the file does not tell: those that are not as wide as they are high. */
const narrow = 0.5;
const isNarrow = /^[\u0020-\u024f\u2000-\u200a\uff61-\uff9f]$/u;
/** Text of more characters than this in one object is no text. */
const mostCharacters = 100_000;

const anyClip = { x0: -Infinity, y0: -Infinity, x1: Infinity, y1: Infinity };

/**
 * The glyphs of a text object. `toPage` maps its space (millimetres, y downwards)
 * to the page in points. Each character stands where the offsets put it; it is
 * as wide as its kind, or up to the next where that is nearer.
 */
export function glyphsOf(object: Element, toPage: Matrix, style: Style): Glyph[] {
  const size = numberOr(object.attributes['Size'], 0);
  if (size <= 0) return [];
  const fills = object.attributes['Fill'] !== 'false';
  const strokes = object.attributes['Stroke'] === 'true';
  const ink = fills || !strokes ? { colour: style.fill, alpha: style.fillAlpha } : { colour: style.stroke, alpha: style.strokeAlpha };
  const unpainted = (!fills && !strokes) || ink.alpha < 0.03;
  const stretch = numberOr(object.attributes['HScale'], 1);
  const direction = numberOr(object.attributes['CharDirection'], 0);
  const reads = ((numberOr(object.attributes['ReadDirection'], 0) % 360) + 360) % 360;
  const vertical = direction === 0 && (reads === 90 || reads === 270);
  const glyphs: Glyph[] = [];
  let [x, y] = [0, 0];
  for (const code of childrenOf(object, 'TextCode')) {
    const characters = Array.from(code.text).slice(0, mostCharacters);
    x = numberOr(code.attributes['X'], x);
    y = numberOr(code.attributes['Y'], y);
    const across = offsets(code.attributes['DeltaX'], characters.length - 1);
    const down = offsets(code.attributes['DeltaY'], characters.length - 1);
    let [left, base] = [x, y];
    characters.forEach((character, i) => {
      const usual = (isNarrow.test(character) ? narrow : 1) * size * stretch;
      const step = across === null && down === null ? (vertical ? { x: 0, y: size } : { x: usual, y: 0 }) : { x: across?.[i] ?? 0, y: down?.[i] ?? 0 };
      const width = !vertical && step.x > 0 && step.x < usual ? step.x : usual;
      const text = seenCharacters(character);
      const at = turned(multiply(toPage, [1, 0, 0, 1, left, base]), direction);
      if (text !== '') glyphs.push(glyphAt(text, at, width, size, { vertical, ...ink, unpainted }));
      left += step.x;
      base += step.y;
    });
  }
  return glyphs;
}

function glyphAt(text: string, m: Matrix, width: number, size: number, as: Pick<Glyph, 'vertical' | 'colour' | 'alpha' | 'unpainted'>): Glyph {
  const [ax, ay] = [applyX(m, 0, -above * size), applyY(m, 0, -above * size)];
  const [bx, by] = [applyX(m, width, below * size), applyY(m, width, below * size)];
  // Text space of PDF, which directions are told in, has y upwards.
  const turn = turnOf(multiply(m, [1, 0, 0, -1, 0, 0]), initialState(m, anyClip));
  return { text, box: { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) }, size: Math.hypot(m[2], m[3]) * size, turn, ...as };
}

/** Turned clockwise by some degrees about its origin. */
function turned(m: Matrix, degrees: number): Matrix {
  if (degrees === 0) return m;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return multiply(m, [cos, sin, -sin, cos, 0, 0]);
}

/** Offsets from each character to the next: `g 3 10` is 10 three times. Null where none are given; the last one given goes on. */
export function offsets(text: string | undefined, count: number): number[] | null {
  if (text === undefined || text.trim() === '') return null;
  const tokens = text.trim().split(/[\s,]+/u);
  const all: number[] = [];
  for (let i = 0; i < tokens.length && all.length < count; i++) {
    if (tokens[i]?.toLowerCase() === 'g') {
      const times = Math.min(count - all.length, Math.max(0, numberOr(tokens[i + 1], 0)));
      const value = numberOr(tokens[i + 2], 0);
      for (let k = 0; k < times; k++) all.push(value);
      i += 2;
    } else all.push(numberOr(tokens[i], 0));
  }
  while (all.length < count) all.push(all.at(-1) ?? 0);
  return all;
}
