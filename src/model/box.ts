/**
 * A rectangle on a page: PDF points (1/72 inch), origin at the top left of the
 * page as a viewer shows it (`/Rotate` and crop box applied), y downwards.
 * Always `x0 <= x1` and `y0 <= y1`.
 */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const width = (b: Box): number => b.x1 - b.x0;
export const height = (b: Box): number => b.y1 - b.y0;
export const centre = (b: Box): { x: number; y: number } => ({ x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2 });

/** The smallest box around all of `boxes`, or null when there is none. */
export function around(boxes: readonly Box[]): Box | null {
  const first = boxes[0];
  if (first === undefined) return null;
  let { x0, y0, x1, y1 } = first;
  for (const b of boxes) {
    if (b.x0 < x0) x0 = b.x0;
    if (b.y0 < y0) y0 = b.y0;
    if (b.x1 > x1) x1 = b.x1;
    if (b.y1 > y1) y1 = b.y1;
  }
  return { x0, y0, x1, y1 };
}

/** Whether two boxes share more than these parts of the width of the narrower and the height of the lower one. */
export const overlaps = (a: Box, b: Box, across: number, down: number): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > across * Math.min(width(a), width(b)) && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > down * Math.min(height(a), height(b));

/** Whether the point lies in the box, its edges widened by `slack` points. */
export const contains = (b: Box, x: number, y: number, slack = 0): boolean =>
  x >= b.x0 - slack && x <= b.x1 + slack && y >= b.y0 - slack && y <= b.y1 + slack;
