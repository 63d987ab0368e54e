/** What a style attribute, or a rule of a style sheet, declares: values by properties, both in small letters. */
export type Declarations = ReadonlyMap<string, string>;

export function declarationsOf(style: string): Declarations {
  const declared = new Map<string, string>();
  for (const one of style.split(';')) {
    const colon = one.indexOf(':');
    if (colon > 0) declared.set(one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).replace(/!\s*important/i, '').trim().toLowerCase());
  }
  return declared;
}

/** CSS pixels in a unit; a font is taken to be as large as a browser's own. */
const pixels: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, em: 16, rem: 16, ex: 8, ch: 8, '%': 0.16, vw: 10, vh: 10 };

/** A length in CSS pixels; NaN for words. */
export function pixelsOf(value: string | undefined): number {
  const [, number = '', unit = ''] = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([a-z]*|%)$/.exec(value ?? '') ?? [];
  return number === '' ? NaN : Number(number) * (pixels[unit] ?? NaN);
}

/** Text that is moved by more CSS pixels than this, against its direction, is moved away. */
const farthest = 60;
/** Letters of fewer CSS pixels are not seen. */
const smallest = 4;
/** Boxes of no more CSS pixels show nothing of what is in them, where they cut it off. */
const narrowest = 2;
/** What is more transparent than this (of 1) is hardly seen. */
const faintest = 0.2;
/** Letters that stand closer by this many CSS pixels lie on one another. */
const closest = -5;

const sizes = ['width', 'height', 'max-width', 'max-height'] as const;
const offsets = ['left', 'right', 'top', 'bottom'] as const;

/** Whether what is declared may keep text from being seen, or show it as something else than its characters; `cell`: of a cell or row of a table, which no size makes smaller than its text. */
export function obscures(declared: Declarations, cell: boolean): boolean {
  const of = (property: string): string => declared.get(property) ?? '';
  const isCut = /hidden|clip/.test(of('overflow') + of('overflow-x') + of('overflow-y'));
  const letters = pixelsOf(of('font-size'));
  const isAway =
    /absolute|fixed/.test(of('position')) ||
    (of('position') === 'relative' && offsets.some((o) => Math.abs(pixelsOf(of(o))) > farthest)) ||
    pixelsOf(of('text-indent')) < -farthest ||
    [...declared].some(([property, value]) => property.startsWith('margin') && value.split(/\s+/).some((v) => pixelsOf(v) < -farthest));
  const isShut = ['clip', 'clip-path'].some((p) => !/^(?:|auto|none|inherit|initial|unset)$/.test(of(p))) || sizes.some((s) => (isCut ? pixelsOf(of(s)) <= narrowest : !cell && pixelsOf(of(s)) === 0));
  const isFaint = pixelsOf(of('opacity')) < (of('opacity').endsWith('%') ? faintest * 16 : faintest) || /opacity\(/.test(of('filter'));
  const isOverlaid = pixelsOf(of('letter-spacing')) < closest || /override/.test(of('unicode-bidi'));
  return isAway || isShut || isFaint || isOverlaid || letters < smallest || isTurned(of('transform')) || isTurned(of('scale')) || [...declared].some(([property, value]) => property.startsWith('text-decoration') && value.includes('line-through'));
}

/** A quarter of a turn sets a head upright: it says what it says. */
const isTurned = (transform: string): boolean => !/^(?:|none|inherit|initial|unset|rotate\([-+]?(?:90|270)deg\))$/.test(transform);

/** Each of red, green and blue of a pale colour is at least this, of 255. */
const palest = 230;

/** Whether a colour is as pale as a page, or lets it through. */
export function isPale(colour: string): boolean {
  if (colour === 'white' || colour === 'transparent') return true;
  const [, hex] = /^#([\da-f]{3,8})$/.exec(colour) ?? [];
  const [, inner] = /^rgba?\(([^)]*)\)$/.exec(colour) ?? [];
  if (hex === undefined && inner === undefined) return false;
  const wide = hex === undefined || hex.length > 4 ? hex : hex.replace(/./g, '$&$&');
  const parts = wide === undefined ? (inner ?? '').split(/[\s,/]+/).filter((part) => part !== '').map((part, i) => Number.parseFloat(part) * (part.endsWith('%') && i < 3 ? 2.55 : 1)) : (wide.match(/../g) ?? []).map((pair, i) => Number.parseInt(pair, 16) / (i < 3 ? 1 : 255));
  return parts.slice(0, 3).every((part) => part >= palest) || (parts[3] ?? 1) < faintest;
}
