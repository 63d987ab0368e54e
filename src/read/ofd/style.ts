import type { Resources } from './package.js';
import { childOf, numbersIn, type Element } from '../xml.js';

/** What an object is painted with. Colours as `#rrggbb`, or another word for a paint of several colours; alphas from 0 to 1. */
export interface Style {
  readonly fill: string;
  readonly fillAlpha: number;
  readonly stroke: string;
  readonly strokeAlpha: number;
  /** Millimetres. */
  readonly lineWidth: number;
}

/** Millimetres (GB/T 33190, table 46). */
const usualLine = 0.353;
const deepestParams = 8;

/** The style of an object: its own, what its drawing parameters say, what these go back to, and the layer's. */
export function styleOf(object: Element, layer: Element, { drawParams }: Resources): Style {
  const chain: Element[] = [object];
  for (const from of [object, layer]) {
    let param = drawParams.get(from.attributes['DrawParam'] ?? '');
    for (let depth = 0; param && depth < deepestParams; depth++) {
      chain.push(param);
      param = drawParams.get(param.attributes['Relative'] ?? '');
    }
  }
  const first = <T>(of: (e: Element) => T | undefined): T | undefined => chain.map(of).find((value) => value !== undefined);
  const alpha = numberOr(object.attributes['Alpha'], 255) / 255;
  const fill = first((e) => childOf(e, 'FillColor'));
  const stroke = first((e) => childOf(e, 'StrokeColor'));
  return {
    fill: colourOf(fill), fillAlpha: alpha * (numberOr(fill?.attributes['Alpha'], 255) / 255),
    stroke: colourOf(stroke), strokeAlpha: alpha * (numberOr(stroke?.attributes['Alpha'], 255) / 255),
    lineWidth: first((e) => (e.attributes['LineWidth'] === undefined ? undefined : numberOr(e.attributes['LineWidth'], usualLine))) ?? usualLine,
  };
}

/** A finite number; another where it is none. */
export const numberOr = (text: string | undefined, other: number): number => (text === undefined || text.trim() === '' || !Number.isFinite(Number(text)) ? other : Number(text));

/** One value is grey, three are red, green and blue, four cyan, magenta, yellow and black; each from 0 to 255. Black where none is given. */
function colourOf(colour: Element | undefined): string {
  if (colour && colour.children.length > 0) return 'gradient';
  const channels = (colour?.attributes['Value'] ?? '').trim().split(/\s+/).map((t) => (t.startsWith('#') ? Number.parseInt(t.slice(1), 16) : Number(t)));
  const values = channels.some((v) => !Number.isFinite(v)) || (colour?.attributes['Value'] ?? '').trim() === '' ? [0, 0, 0] : channels;
  const [a = 0, b = 0, c = 0, d = 0] = values;
  const rgb = values.length === 1 ? [a, a, a] : values.length === 4 ? [a, b, c].map((v) => (255 - v) * (1 - d / 255)) : [a, b, c];
  return `#${rgb.map((v) => Math.round(Math.max(0, Math.min(255, v))).toString(16).padStart(2, '0')).join('')}`;
}

/** Six numbers of a transformation; the identity where they are not six. */
export function matrixOf(text: string | undefined): readonly [number, number, number, number, number, number] {
  const [a, b, c, d, e, f] = numbersIn(text);
  return f === undefined ? [1, 0, 0, 1, 0, 0] : [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f];
}
