import { around, centre, type Box } from '../../model/box.js';
import type { Ruling, Word } from '../../model/page.js';
import { anySheet, asShown, upright, uprightRuling } from '../../model/turn.js';
import type { Glyph } from './glyphs.js';

/** Two equal characters nearer to each other than this part of their size are one, printed twice (a common way to fake bold). */
const printedTwice = 0.15;
/** Characters of a word stand no further apart than this part of their size… */
const widestGap = 0.2;
/** …and overlap no more than this. */
const widestOverlap = 0.45;
/** How far the middle of the next character may be off the line, in parts of the size. */
const offLine = 0.3;
/** Between two characters of one number there is no more than this part of their size, but for the spacing of all of its characters. */
const noGap = 0.03;

/** The glyphs without those that are printed again on top of an equal one. */
export function printedOnce(glyphs: readonly Glyph[]): Glyph[] {
  const bucket = 4;
  const seen = new Map<number, Glyph[]>();
  const key = (x: number, y: number): number => Math.floor(x / bucket) * 100_000 + Math.floor(y / bucket);
  return glyphs.filter((glyph) => {
    const { x0: x, y0: y } = glyph.box;
    const near = printedTwice * glyph.size;
    for (const kx of [x - near, x + near]) {
      for (const ky of [y - near, y + near]) {
        for (const other of seen.get(key(kx, ky)) ?? []) {
          if (other.text === glyph.text && Math.abs(other.box.x0 - x) < near && Math.abs(other.box.y0 - y) < near && Math.abs(other.size - glyph.size) < near) return false;
        }
      }
    }
    const k = key(x, y);
    const list = seen.get(k);
    if (list) list.push(glyph);
    else seen.set(k, [glyph]);
    return true;
  });
}

/**
 * Joins glyphs, in the order they are printed, into words: cut at gaps, at a
 * change of line, size or direction, and at every ruling between two of them.
 * `sides` are the sides of filled areas: a word ends at one where there is a gap
 * too, as between two cells; text without a gap may run over it, as where a part
 * of it is marked with a colour. Turned text is joined along its own lines; its words
 * follow the upright ones. Glyphs that stand askew are of no word.
 */
export function toWords(glyphs: readonly Glyph[], rulings: readonly Ruling[], sides: readonly Ruling[] = []): Word[] {
  if (glyphs.every((g) => g.turn === 0)) return uprightWords(glyphs, rulings, sides);
  const words = uprightWords(glyphs.filter((g) => g.turn === 0), rulings, sides);
  for (const turn of [90, 180, 270] as const) {
    const turned = glyphs.filter((g) => g.turn === turn).map((g): Glyph => ({ ...g, box: upright(g.box, turn, anySheet) }));
    if (turned.length === 0) continue;
    const toUpright = (r: Ruling): Ruling => uprightRuling(r, turn, anySheet);
    const across = uprightWords(turned, rulings.map(toUpright), sides.map(toUpright));
    words.push(...across.map((w): Word => ({ ...w, box: asShown(w.box, turn, anySheet), turn })));
  }
  return words;
}

function uprightWords(glyphs: readonly Glyph[], rulings: readonly Ruling[], sides: readonly Ruling[]): Word[] {
  const grounds = { vertical: sorted(sides, 'vertical'), horizontal: sorted(sides, 'horizontal') };
  const cuts = { vertical: sorted(rulings, 'vertical'), horizontal: sorted(rulings, 'horizontal') };
  const words: Word[] = [];
  let run: Glyph[] = [];
  let runsOn = false;
  const flush = (goesOn: boolean): void => {
    const first = run[0];
    const box = around(run.map((g) => g.box));
    if (first && box) words.push({ text: run.map((g) => g.text).join(''), box, size: first.size, vertical: first.vertical, ...(runsOn || goesOn ? { runsOn: true as const } : {}), ...(first.under ? { under: true as const } : {}), ...(first.faint ? { faint: true as const } : {}) });
    run = [];
    runsOn = goesOn;
  };
  glyphs.forEach((glyph, i) => {
    const last = run.at(-1);
    const axis = glyph.vertical ? 'horizontal' : 'vertical';
    if (last && !follows(last, glyph)) flush(false);
    else if (last && divided(last.box, glyph.box, cuts[axis])) flush(isOneNumber(run, last, glyph, glyphs[i + 1]));
    else if (last && divided(last.box, glyph.box, grounds[axis])) {
      if (standsApart(run, glyph, glyphs[i + 1])) flush(false);
      else runsOn ||= areOfNumbers(last, glyph);
    }
    run.push(glyph);
  });
  flush(false);
  return words;
}

/** Two digits with no more between them than between the others next to them are of one number, even where a ruling runs through it. */
const isOneNumber = (run: readonly Glyph[], last: Glyph, next: Glyph, after: Glyph | undefined): boolean =>
  areOfNumbers(last, next) && gapBetween(last, next) > -noGap * next.size && !standsApart(run, next, after);

const areOfNumbers = (last: Glyph, next: Glyph): boolean => /[\d.,]$/.test(last.text) && /^[\d.,]/.test(next.text);

/** Whether there is more between a run of glyphs and the next one than between its last two, or the next one and the one after. */
function standsApart(run: readonly Glyph[], next: Glyph, after: Glyph | undefined): boolean {
  const [before, last] = [run.at(-2), run.at(-1)];
  if (!last) return false;
  const spacing = Math.max(0, before ? gapBetween(before, last) : 0, after && follows(next, after) ? gapBetween(next, after) : 0);
  return gapBetween(last, next) > spacing + noGap * next.size;
}

const gapBetween = (last: Glyph, next: Glyph): number => (next.vertical ? next.box.y0 - last.box.y1 : next.box.x0 - last.box.x1);

/** Whether two glyphs that are printed one after the other are of one word, but for what stands between them. */
export function follows(last: Glyph, next: Glyph): boolean {
  const size = Math.max(last.size, next.size);
  if (last.vertical !== next.vertical || last.under !== next.under || last.faint !== next.faint || Math.abs(last.size - next.size) > 0.25 * size) return false;
  const a = centre(last.box);
  const b = centre(next.box);
  const off = next.vertical ? b.x - a.x : b.y - a.y;
  const gap = gapBetween(last, next);
  return Math.abs(off) <= offLine * size && gap <= widestGap * size && gap >= -widestOverlap * size;
}

const sorted = (rulings: readonly Ruling[], axis: Ruling['axis']): Ruling[] => rulings.filter((r) => r.axis === axis).sort((a, b) => a.at - b.at);

/** Whether one of the rulings (of one axis, sorted by place) runs between the middles of the two boxes. */
function divided(a: Box, b: Box, rulings: readonly Ruling[]): boolean {
  const first = rulings[0];
  if (!first) return false;
  const upright = first.axis === 'vertical';
  const ca = centre(a);
  const cb = centre(b);
  const [from, to, across] = upright ? [ca.x, cb.x, (ca.y + cb.y) / 2] : [ca.y, cb.y, (ca.x + cb.x) / 2];
  let low = 0;
  let high = rulings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rulings[middle]?.at ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < rulings.length; i++) {
    const r = rulings[i];
    if (!r || r.at >= to) return false;
    if (r.from <= across && r.to >= across) return true;
  }
  return false;
}
