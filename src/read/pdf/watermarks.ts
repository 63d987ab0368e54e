import { around, centre, contains, overlaps, type Box } from '../../model/box.js';
import type { Page, Ruling, Word } from '../../model/page.js';
import type { Glyph } from './glyphs.js';

/** A watermark's type is larger than that of the text it lies across by more than this factor. */
const larger = 2.2;
/** Places on two pages this near to each other are one. Points. */
const samePlace = 4;
/** A ruling in this part of a word's height, above or below, is under it or over it, not through it. */
const edge = 0.15;
/** The next character of a text that is set askew stands no further than this, in parts of its size. */
const nextCharacter = 1.6;

/** What is set askew, as runs of characters in the order they are painted: for a look at the page, never for its tables. */
export function askewWords(glyphs: readonly Glyph[]): Word[] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    if (glyph.turn !== null) continue;
    const last = runs.at(-1)?.at(-1);
    if (last && distance(last.box, glyph.box) <= nextCharacter * glyph.size) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  return runs.flatMap((run) => {
    const box = around(run.map((g) => g.box));
    return box ? [{ text: run.map((g) => g.text).join(''), box, size: run[0]?.size ?? 0, vertical: false }] : [];
  });
}

function distance(a: Box, b: Box): number {
  const [p, q] = [centre(a), centre(b)];
  return Math.hypot(p.x - q.x, p.y - q.y);
}

/**
 * The pages with their watermarks taken out of the words: text across other text
 * or across rulings that is far larger and pale, or far larger and at the same
 * place of several pages.
 */
export function withoutWatermarks(pages: readonly Page[]): Page[] {
  const large = pages.map((page) => [...styles(page.words)].filter((style) => isLarger(style, page)));
  if (large.every((ofPage) => ofPage.length === 0)) return [...pages];
  const lying = large.map((ofPage, i) => ofPage.filter((style) => liesAcross(style, pages[i])));
  const marks = lying.map((ofPage, i) => ofPage.filter((style) => style[0]?.faint === true || style.some((word) => standsAgain(word, i, large))));
  return pages.map((page, i) => {
    // Where it lies across nothing, it may still stand in an empty cell.
    const again = large[i]?.filter((style) => style.some((word) => standsAgain(word, i, marks)));
    const own = new Set([...(marks[i] ?? []), ...(again ?? [])].flat());
    if (own.size === 0) return page;
    return { ...page, words: page.words.filter((w) => !own.has(w)), watermarks: [...(page.watermarks ?? []), ...own] };
  });
}

/** Words of one size and paleness: the characters of a watermark stand apart from one another, and not all of them across something. */
function* styles(words: readonly Word[]): Generator<Word[]> {
  const median = medianSize(words);
  const byStyle = new Map<string, Word[]>();
  for (const word of words) {
    // A watermark over a small table may be no larger than the rest of the page.
    if (word.size <= (larger / 2) * median && !word.faint) continue;
    const key = `${String(Math.round(word.size))} ${String(word.faint)} ${String(word.turn)}`;
    const style = byStyle.get(key);
    if (style) style.push(word);
    else byStyle.set(key, [word]);
  }
  yield* byStyle.values();
}

const under = (style: readonly Word[], page: Page): Word[] => page.words.filter((w) => !style.includes(w) && style.some((s) => overlaps(s.box, w.box, 0.1, 0.35)));

function isLarger(style: readonly Word[], page: Page): boolean {
  const below = under(style, page);
  return (style[0]?.size ?? 0) > larger * medianSize(below.length > 0 ? below : page.words);
}

const liesAcross = (style: readonly Word[], page: Page | undefined): boolean =>
  page !== undefined && (under(style, page).length > 0 || page.rulings.some((r) => style.some((s) => runsThrough(r, s.box))));

/** Whether a word, or what rulings have left of it, stands at the same place of another page too. */
function standsAgain(word: Word, page: number, pages: readonly (readonly (readonly Word[])[])[]): boolean {
  const same = (other: Word): boolean => Math.abs(other.size - word.size) < 0.5 && (holds(other, word) || holds(word, other));
  return pages.some((styles, i) => i !== page && styles.some((style) => style.some(same)));
}

const holds = (whole: Word, part: Word): boolean =>
  whole.text.includes(part.text) && contains(whole.box, part.box.x0, part.box.y0, samePlace) && contains(whole.box, part.box.x1, part.box.y1, samePlace);

/** Size of the middle character. Points. */
function medianSize(words: readonly Word[]): number {
  const sizes = words.map((w) => [w.size, w.text.length] as const).sort((a, b) => a[0] - b[0]);
  let left = sizes.reduce((sum, [, length]) => sum + length, 0) / 2;
  return sizes.find(([, length]) => (left -= length) <= 0)?.[0] ?? 0;
}

function runsThrough({ axis, at, from, to }: Ruling, box: Box): boolean {
  const [low, high, start, end] = axis === 'horizontal' ? [box.y0, box.y1, box.x0, box.x1] : [box.x0, box.x1, box.y0, box.y1];
  const margin = edge * (high - low);
  return at > low + margin && at < high - margin && Math.min(to, end) - Math.max(from, start) > 0.5 * (end - start);
}
