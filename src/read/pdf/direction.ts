import type { Turn } from '../../model/turn.js';
import type { GraphicsState } from './graphics-state.js';
import type { Matrix } from './matrix.js';

/** Text that leans no further than this off the edges of the page is set along them: pages are drawn, or scanned and read, a little askew. Degrees. */
const widestLean = 6;

/**
 * How text is turned on the page: `toPage` maps text space to the page as shown
 * (y downwards). Null where it stands
 * askew or mirrored, as watermarks and stamps do and tables never.
 */
export function turnOf(toPage: Matrix, { font, horizontalScale, fontDirection }: GraphicsState): Turn | null {
  const sign = horizontalScale * fontDirection < 0 ? -1 : 1;
  const degrees = (Math.atan2(toPage[1] * sign, toPage[0] * sign) * 180) / Math.PI;
  const quarters = Math.round(degrees / 90);
  if (Math.abs(degrees - quarters * 90) > widestLean) return null;
  // The glyphs of a Type 3 font are drawings, that may be mirrored themselves.
  const mirrored = (toPage[0] * toPage[3] - toPage[1] * toPage[2]) * horizontalScale > 0;
  if (mirrored && font?.isType3Font !== true) return null;
  return (((quarters * 90) % 360) + 360) % 360 as Turn;
}
