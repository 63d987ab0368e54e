import { childOf, childrenOf, type Element } from '../../xml.js';
import { builtInFormat } from './number-format.js';

/** How the cells of one style look, as far as it matters to what they say. */
export interface Look {
  /** The format of numbers; null where the file names one and does not tell it. */
  readonly format: string | null;
  /** Struck out, raised, or white on white: the characters do not tell what is seen. */
  readonly odd: boolean;
}

const plainLook: Look = { format: 'General', odd: false };

/** A switch of a font (`<strike/>`): there and not told to be off. */
const isOn = (font: Element | undefined, name: string): boolean => {
  const element = childOf(font, name);
  return element !== undefined && !['0', 'false'].includes(element.attributes['val'] ?? '1');
};

/** Letters of fewer points than this are dots. */
const smallest = 2;
/** Each of its three parts is as light as this: no eye tells it from paper. */
const palest = 0xf0;

/** Whether a font, or the font of a run in a cell, strikes its text out, raises it, or makes it too small to be seen. */
export const isOddFont = (font: Element | undefined): boolean => Number(childOf(font, 'sz')?.attributes['val'] ?? smallest) < smallest || isOn(font, 'strike') || ['superscript', 'subscript'].includes(childOf(font, 'vertAlign')?.attributes['val'] ?? '');

/** White, or all but white, by its value, or by being the ground of the theme. */
export const isWhite = (font: Element | undefined): boolean => {
  const colour = childOf(font, 'color')?.attributes;
  const rgb = /^(?:[\da-f]{2})?([\da-f]{6})$/i.exec(colour?.['rgb'] ?? '')?.[1];
  if (rgb !== undefined) return [0, 2, 4].every((at) => Number.parseInt(rgb.slice(at, at + 2), 16) >= palest);
  return colour !== undefined && colour['theme'] === '0' && colour['tint'] === undefined;
};

/** The looks of a workbook by their number (ECMA-376, 18.8): the styles that its cells name. */
export function looksOf(styles: Element | null): (style: number) => Look {
  const formats = new Map(childrenOf(childOf(styles ?? undefined, 'numFmts'), 'numFmt').map((f) => [Number(f.attributes['numFmtId']), f.attributes['formatCode'] ?? ''] as const));
  const fonts = childrenOf(childOf(styles ?? undefined, 'fonts'), 'font');
  const fills = childrenOf(childOf(styles ?? undefined, 'fills'), 'fill');
  const looks = childrenOf(childOf(styles ?? undefined, 'cellXfs'), 'xf').map(({ attributes }): Look => {
    const id = Number(attributes['numFmtId'] ?? 0);
    const font = fonts[Number(attributes['fontId'] ?? 0)];
    const pattern = childOf(fills[Number(attributes['fillId'] ?? 0)], 'patternFill')?.attributes['patternType'] ?? 'none';
    return { format: formats.get(id) ?? builtInFormat(id), odd: isOddFont(font) || (isWhite(font) && pattern === 'none') };
  });
  return (style) => looks[style] ?? plainLook;
}
