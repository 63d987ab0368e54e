import type { Box } from '../../model/box.js';
import { identity, type Matrix } from './matrix.js';

/** What pdf.js keeps of a font, as far as glyph positions need it. */
export interface PdfFont {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
  readonly isType3Font?: boolean;
  readonly ascent?: number;
  readonly descent?: number;
}

/** The part of the PDF graphics state (ISO 32000-1, 8.4 and 9.3) that decides what is seen where. */
export interface GraphicsState {
  /** From user space to the page as shown: points, y downwards. */
  ctm: Matrix;
  lineWidth: number;
  fill: string;
  stroke: string;
  fillAlpha: number;
  strokeAlpha: number;
  /** Opacity of the transparency groups around, which the alphas inside of them know nothing of. */
  groupAlpha: number;
  /** A soft mask may let what is under it shine through. */
  masked: boolean;
  /** As a canvas names it; `source-over` hides what is under it. */
  blend: string;
  /** Nothing outside of it is seen: a box around the clipping path, so never too small. */
  clip: Box;
  /** A box that the clipping path leaves out: the shadow around a box is painted so. */
  hole: Box | null;
  font: PdfFont | null;
  fontSize: number;
  fontDirection: 1 | -1;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
}

export const initialState = (ctm: Matrix, clip: Box): GraphicsState => ({
  ctm,
  lineWidth: 1,
  fill: '#000000',
  stroke: '#000000',
  fillAlpha: 1,
  strokeAlpha: 1,
  groupAlpha: 1,
  masked: false,
  blend: 'source-over',
  clip,
  hole: null,
  font: null,
  fontSize: 0,
  fontDirection: 1,
  characterSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  renderingMode: 0,
});

/** Text matrix and text line matrix (ISO 32000-1, 9.4.1). */
export interface TextPosition {
  matrix: Matrix;
  line: Matrix;
}

export const textStart = (): TextPosition => ({ matrix: identity, line: identity });

/** Whether two colours (`#rrggbb`) are so near that text of the one is not seen on the other. */
export function isSameColour(a: string, b: string): boolean {
  if (!hex.test(a) || !hex.test(b)) return false;
  return [1, 3, 5].every((i) => Math.abs(Number.parseInt(a.slice(i, i + 2), 16) - Number.parseInt(b.slice(i, i + 2), 16)) < 0x18);
}

/** The colour that ink of some opacity has on a ground; the ink's where one of the two is no `#rrggbb`. */
export function blended(ink: string, alpha: number, ground: string): string {
  if (alpha >= 1 || !hex.test(ink) || !hex.test(ground)) return ink;
  const mixed = channels(ink).map((v, i) => Math.round(v * alpha + (channels(ground)[i] ?? 0) * (1 - alpha)));
  return `#${mixed.map((v) => v.toString(16).padStart(2, '0')).join('')}`;
}

/** The most by which two colours (`#rrggbb`) differ in red, green or blue: 0 to 1; 1 where one of them is another paint. */
export function contrast(a: string, b: string): number {
  if (!hex.test(a) || !hex.test(b)) return 1;
  return Math.max(...channels(a).map((v, i) => Math.abs(v - (channels(b)[i] ?? 0)))) / 255;
}

const channels = (colour: string): number[] => [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));

const hex = /^#[0-9a-f]{6}$/i;

/** Whether a colour (`#rrggbb`) is so near to white that nobody sees it on paper. */
export function isWhite(colour: string): boolean {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return false;
  const value = Number.parseInt(colour.slice(1), 16);
  return (value >> 16) > 0xf7 && ((value >> 8) & 0xff) > 0xf7 && (value & 0xff) > 0xf7;
}
