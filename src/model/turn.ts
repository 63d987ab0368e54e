import type { Box } from './box.js';
import type { Ruling } from './page.js';

/** Clockwise degrees by which something is turned on the page as shown. */
export type Turn = 0 | 90 | 180 | 270;

export const turns = [0, 90, 180, 270] as const satisfies readonly Turn[];

/** Width and height of the page as shown, in points. Where only places to one another matter, `anySheet` does. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
}

export const anySheet: Sheet = { width: 0, height: 0 };

/** The size of the page once what is turned by `turn` stands upright. */
export const uprightSheet = (turn: Turn, { width, height }: Sheet): Sheet => (turn === 90 || turn === 270 ? { width: height, height: width } : { width, height });

/** Where a box stands once the page (its size as shown) is turned back, so that what is turned by `turn` is upright. */
export function upright({ x0, y0, x1, y1 }: Box, turn: Turn, { width, height }: Sheet): Box {
  if (turn === 90) return { x0: y0, y0: width - x1, x1: y1, y1: width - x0 };
  if (turn === 180) return { x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 };
  if (turn === 270) return { x0: height - y1, y0: x0, x1: height - y0, y1: x1 };
  return { x0, y0, x1, y1 };
}

/** The way back: a box of the upright view on the page (its size as shown). */
export const asShown = (box: Box, turn: Turn, sheet: Sheet): Box => upright(box, back(turn), uprightSheet(turn, sheet));

/** How something turned by `turn` is turned in the view in which what is turned by `view` stands upright. */
export const turnIn = (view: Turn, turn: Turn): Turn => ((turn - view + 360) % 360) as Turn;

const back = (turn: Turn): Turn => turnIn(turn, 0);

/** A ruling in the upright view. */
export function uprightRuling(ruling: Ruling, turn: Turn, sheet: Sheet): Ruling {
  if (turn === 0) return ruling;
  const { axis, at, from, to } = ruling;
  const box = upright(axis === 'horizontal' ? { x0: from, y0: at, x1: to, y1: at } : { x0: at, y0: from, x1: at, y1: to }, turn, sheet);
  const lies = (axis === 'horizontal') === (turn === 180);
  return lies ? { ...ruling, axis: 'horizontal', at: box.y0, from: box.x0, to: box.x1 } : { ...ruling, axis: 'vertical', at: box.x0, from: box.y0, to: box.y1 };
}
