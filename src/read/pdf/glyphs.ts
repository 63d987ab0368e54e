import type { Box } from '../../model/box.js';
import type { Turn } from '../../model/turn.js';
import { seenCharacters } from '../characters.js';
import { isWhite, type GraphicsState, type TextPosition } from './graphics-state.js';
import { applyX, applyY, multiply, type Matrix } from './matrix.js';
import { turnOf } from './direction.js';

/** One printed character (or ligature). */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly vertical: boolean;
  /** Clockwise degrees by which it is turned on the page as shown; null where it stands askew. */
  readonly turn: Turn | null;
  /** What it is painted with; it decides whether the glyph is seen. */
  readonly colour: string;
  /** 0 transparent, 1 opaque. */
  readonly alpha: number;
  /** Not painted: invisible rendering mode, no opacity, outside the clip. */
  readonly unpainted: boolean;
  /** A picture is painted over it later. */
  readonly under?: true;
  /** Far paler than most of the page's text. */
  readonly faint?: true | undefined;
}

/** A glyph as pdf.js gives it. Widths in thousandths of the font size (or the units of the font's matrix). */
interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** The em box of a glyph above and below the baseline, in parts of the font size: near enough for every CJK font. */
const above = 0.86;
const below = 0.14;
/** Text rendering modes that paint nothing (ISO 32000-1, table 106): 3 invisible, 7 clip only. */
const unpaintedModes = new Set([3, 7]);
/** Text rendering modes that paint outlines: 1 and 5 nothing else, 2 and 6 over a fill. */
const outlineModes = new Set([1, 5]);
const outlineAndFillModes = new Set([2, 6]);
const nearlyTransparent = 0.03;

/** What a glyph is painted with: a white fill with a dark outline is seen, a dark fill that is not painted is not. */
function inkOf(state: GraphicsState): { colour: string; alpha: number } {
  const outlined = outlineModes.has(state.renderingMode) || (outlineAndFillModes.has(state.renderingMode) && (isWhite(state.fill) || state.fillAlpha < nearlyTransparent));
  return outlined ? { colour: state.stroke, alpha: state.strokeAlpha * state.groupAlpha } : { colour: state.fill, alpha: state.fillAlpha * state.groupAlpha };
}

/**
 * Lays out one show-text operation: pushes its glyphs and moves the text
 * position behind it (ISO 32000-1, 9.4.4; vertical writing 9.7.4.3).
 */
export function layOut(items: readonly (number | PdfGlyph)[], state: GraphicsState, position: TextPosition, seen: boolean, into: Glyph[]): void {
  const { font, fontSize } = state;
  if (font === null || fontSize === 0) return;
  const unit = Math.abs(font.fontMatrix?.[0] ?? 0.001);
  const vertical = font.vertical === true;
  const horizontal = state.horizontalScale * state.fontDirection;
  const toPage = multiply(state.ctm, position.matrix);
  const ink = inkOf(state);
  const unpainted = !seen || unpaintedModes.has(state.renderingMode) || ink.alpha < nearlyTransparent || ink.colour === 'transparent';
  const as = { vertical, turn: turnOf(toPage, state), ...ink, unpainted };
  let along = 0;
  for (const item of items) {
    if (typeof item === 'number') {
      along += (vertical ? 1 : -1) * item * fontSize * 0.001;
      continue;
    }
    const spacing = ((item.isSpace ? state.wordSpacing : 0) + state.characterSpacing) * state.fontDirection;
    // `isSpace` speaks of the code 32, which a subset font may use for any character.
    const text = seenCharacters(item.unicode);
    const em = font.isType3Font ? Math.max(fontSize, item.width * unit * fontSize) : fontSize;
    if (vertical) {
      const metric = item.vmetric ?? font.defaultVMetrics;
      const left = -(item.vmetric ? (metric?.[1] ?? 0) : item.width * 0.5) * unit * fontSize;
      const top = (metric?.[2] ?? 880) * unit * fontSize;
      const advance = -(metric?.[0] ?? -1000) * unit * fontSize;
      if (text) push(into, text, toPage, left * horizontal, -along + state.rise - top, item.width * unit * fontSize * horizontal, em, state, as);
      along += advance - spacing;
    } else {
      const advance = item.width * unit * fontSize;
      if (text) push(into, text, toPage, along * horizontal, state.rise, advance * horizontal, em, state, as);
      along += advance + spacing;
    }
  }
  const move: Matrix = vertical ? [1, 0, 0, 1, 0, -along] : [1, 0, 0, 1, along * horizontal, 0];
  position.matrix = multiply(position.matrix, move);
}

function push(
  into: Glyph[], text: string, m: Matrix, x: number, y: number, width: number, em: number, state: GraphicsState, as: Omit<Glyph, 'text' | 'box' | 'size'>,
): void {
  const up = above * em * state.fontDirection;
  const down = -below * em * state.fontDirection;
  const ax = applyX(m, x, y + up);
  const ay = applyY(m, x, y + up);
  const bx = applyX(m, x + width, y + down);
  const by = applyY(m, x + width, y + down);
  const box = { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
  const cx = (box.x0 + box.x1) / 2;
  const cy = (box.y0 + box.y1) / 2;
  const { clip } = state;
  const outside = cx < clip.x0 || cx > clip.x1 || cy < clip.y0 || cy > clip.y1;
  const { vertical, turn, colour, alpha, unpainted } = as;
  into.push({ text, box, size: Math.hypot(m[2], m[3]) * em, vertical, turn, colour, alpha, unpainted: unpainted || outside });
}
