import type { Box } from '../../model/box.js';
import type { PageContent } from './content.js';
import type { Glyph } from './glyphs.js';
import { blended, contrast, isSameColour } from './graphics-state.js';
import type { Opacity } from './pictures.js';

/** Type smaller than this, in points… */
const smallestType = 2;
/** …and than this part of the page's other type, is no type that anybody reads. */
const partOfOthers = 1 / 3;
/** Ink that differs from its ground by no more than this (of 1, the most that one of red, green and blue can) is faint: #999999 on white differs by 0.4. */
const faintInk = 0.45;
/** Ink of less opacity than this nobody sees, whatever its ground is: black on white, it is of the colour of the paper. */
const hardlyThere = 0.09;
/** Pictures are looked through at so many places across and down a glyph. */
const lookedAt = 4;
/** A picture hides a glyph where this part of the places is hidden… */
const hiddenPart = 0.7;
/** …at each of which this much is. */
const opaqueEnough = 0.75;
/** A picture that hides more than this at any place makes what is under it doubtful. */
const hardlyHiding = 0.1;

export interface SeenAndHidden {
  readonly seen: Glyph[];
  readonly hidden: Glyph[];
}

/**
 * Parts the glyphs that a reader of the page sees from those that are not
 * painted, too small, painted over, or of the colour of their ground. `opacity`
 * stands beside each of the pictures.
 */
export function seenAndHidden(content: PageContent, opacity: readonly Opacity[]): SeenAndHidden {
  const covering = content.areas.filter((a) => a.covers && a.before > 0);
  const tiny = tinyType(content.glyphs);
  const inkOn = inks();
  const seen: Glyph[] = [];
  const hidden: Glyph[] = [];
  content.glyphs.forEach((glyph, i) => {
    const ink = isPainted(glyph, i, content, covering) && glyph.size > tiny ? inkOn(glyph, groundOf(glyph, i, content)) : 'unseen';
    const picture = ink === 'unseen' ? 'hides' : pictureOver(glyph, i, content, opacity);
    if (picture === 'hides') hidden.push(glyph);
    else if (picture === 'nothing' && ink === 'plain') seen.push(glyph);
    else seen.push({ ...glyph, ...(picture === 'may hide' ? { under: true as const } : {}), ...(ink === 'faint' ? { faint: true as const } : {}) });
  });
  return { seen, hidden };
}

const covers = (b: Box, x: number, y: number): boolean => x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1;
const middle = ({ box: b }: Glyph): [number, number] => [(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2];

/** The largest size that is too small to be read on this page; 0 where none is. */
function tinyType(glyphs: readonly Glyph[]): number {
  const painted = glyphs.filter((g) => !g.unpainted);
  if (!painted.some((g) => g.size < smallestType)) return 0;
  const sizes = painted.map((g) => g.size).sort((a, b) => a - b);
  return Math.min(smallestType, partOfOthers * (sizes[sizes.length >> 1] ?? 0));
}

function isPainted(glyph: Glyph, index: number, content: PageContent, covering: PageContent['areas']): boolean {
  if (glyph.unpainted) return false;
  const [x, y] = middle(glyph);
  return !covering.some((a) => a.before > index && covers(a.box, x, y));
}

/** The colour of what a glyph stands on: `#rrggbb`, or another word for a picture or a paint of several colours. */
function groundOf(glyph: Glyph, index: number, content: PageContent): string {
  const [x, y] = middle(glyph);
  const behind = content.areas.findLast((a) => a.before <= index && covers(a.box, x, y));
  if (behind) return behind.colour;
  return content.pictures.some((p) => p.before <= index && covers(p.box, x, y)) ? 'picture' : '#ffffff';
}

/** How ink is seen on its ground. A page has few inks, and each is looked at once. */
function inks(): (glyph: Glyph, ground: string) => 'plain' | 'faint' | 'unseen' {
  const known = new Map<string, 'plain' | 'faint' | 'unseen'>();
  return ({ colour, alpha }, ground) => {
    const key = `${colour} ${String(alpha)} ${ground}`;
    let how = known.get(key);
    if (how === undefined) {
      const seen = blended(colour, alpha, ground);
      how = alpha < hardlyThere || isSameColour(seen, ground) ? 'unseen' : contrast(seen, ground) < faintInk ? 'faint' : 'plain';
      known.set(key, how);
    }
    return how;
  };
}

/** What the pictures that are painted later do to a glyph: a patch hides it, a seal that one sees through may hide it. */
function pictureOver(glyph: Glyph, index: number, content: PageContent, opacity: readonly Opacity[]): 'hides' | 'may hide' | 'nothing' {
  const [x, y] = middle(glyph);
  let verdict: 'may hide' | 'nothing' = 'nothing';
  for (const [i, picture] of content.pictures.entries()) {
    if (picture.before <= index || !covers(picture.box, x, y)) continue;
    const at = samples(glyph.box, opacity[i]);
    if (at === null || at.some((o) => o > hardlyHiding)) verdict = 'may hide';
    if (at !== null && at.filter((o) => o >= opaqueEnough).length >= hiddenPart * at.length) return 'hides';
  }
  return verdict;
}

function samples({ x0, y0, x1, y1 }: Box, opacity: Opacity | undefined): number[] | null {
  const found: number[] = [];
  for (let i = 0; i < lookedAt * lookedAt; i++) {
    const across = ((i % lookedAt) + 0.5) / lookedAt;
    const down = (Math.floor(i / lookedAt) + 0.5) / lookedAt;
    const o = opacity?.(x0 + across * (x1 - x0), y0 + down * (y1 - y0)) ?? null;
    if (o === null) return null;
    found.push(o);
  }
  return found;
}
