import { overlaps } from '../../model/box.js';
import type { Glyph } from './glyphs.js';
import { follows } from './words.js';

/** A pale copy of a character no further from it than this part of its size is its shadow. */
const shadow = 0.35;
/** Pale text that lies across other text at so many places is printed over the page, and no part of its tables. */
const fewestCrossings = 3;
/** Where more than this part of a page's characters is pale, pale is its colour and says nothing. */
const mostlyPale = 0.5;
/** Pale text that lies across no other is printed where it belongs, unless it is larger than the page's by more than this factor. */
const noLarger = 1.3;

export interface PaleMarks {
  /** The glyphs in their order; those that are still `faint` may be no part of the text. */
  readonly text: Glyph[];
  readonly marks: Glyph[];
}

/** Takes out what is printed in a pale ink over a page: shadows of its characters, and text strewn across its text. */
export function withoutPaleMarks(glyphs: Glyph[]): PaleMarks {
  const pale = glyphs.filter((g) => g.faint);
  if (pale.length === 0) return { text: glyphs, marks: [] };
  const plain = strewn(glyphs.filter((g) => !g.faint));
  const marks = new Set(pale.filter((g) => plain.near(g).some((other) => isShadow(g, other))));
  const clear = new Set<Glyph>();
  const middle = medianSize(glyphs);
  let doubtful = false;
  for (const style of stylesOf(pale.filter((g) => !marks.has(g)))) {
    const runs = runsOf(style);
    const crossings = runs.filter((run) => run.some((g) => plain.near(g).some((other) => overlaps(g.box, other.box, 0.2, 0.35)))).length;
    if (crossings === 0 && (style[0]?.size ?? 0) <= noLarger * middle) for (const glyph of style) clear.add(glyph);
    if (crossings < fewestCrossings) continue;
    if (isRepeated(runs) || style.length <= mostlyPale * glyphs.length) for (const glyph of style) marks.add(glyph);
    else doubtful = true;
  }
  const text = glyphs.filter((g) => !marks.has(g)).map((g) => (clear.has(g) ? { ...g, faint: undefined } : g));
  const left = text.filter((g) => g.faint).length;
  const isPage = !doubtful && left > mostlyPale * text.length;
  return { text: isPage ? text.map((g) => ({ ...g, faint: undefined })) : text, marks: [...marks] };
}

const isShadow = (pale: Glyph, glyph: Glyph): boolean =>
  pale.text === glyph.text && Math.abs(pale.box.x0 - glyph.box.x0) < shadow * glyph.size && Math.abs(pale.box.y0 - glyph.box.y0) < shadow * glyph.size && Math.abs(pale.size - glyph.size) < shadow * glyph.size;

/** Whether one text, of two characters at least, is printed again and again. */
function isRepeated(runs: readonly (readonly Glyph[])[]): boolean {
  const counts = new Map<string, number>();
  for (const run of runs) if (run.length > 1) counts.set(textOf(run), (counts.get(textOf(run)) ?? 0) + 1);
  return Math.max(0, ...counts.values()) >= Math.max(fewestCrossings, runs.length / 3);
}

function medianSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map((g) => g.size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

const textOf = (run: readonly Glyph[]): string => run.map((g) => g.text).join('');

/** Glyphs of one ink and size. */
function stylesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const styles = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const key = `${glyph.colour} ${String(glyph.alpha)} ${glyph.size.toFixed(1)}`;
    const style = styles.get(key);
    if (style) style.push(glyph);
    else styles.set(key, [glyph]);
  }
  return [...styles.values()];
}

function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(last, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/** Glyphs by where they stand, to find those near another. */
function strewn(glyphs: readonly Glyph[]): { near(glyph: Glyph): Glyph[] } {
  const step = 24;
  const fields = new Map<number, Glyph[]>();
  const spread = ({ box }: Glyph): number[] => {
    const keys: number[] = [];
    for (let x = Math.floor(box.x0 / step); x <= Math.floor(box.x1 / step); x++) for (let y = Math.floor(box.y0 / step); y <= Math.floor(box.y1 / step); y++) keys.push(x * 100_000 + y);
    return keys;
  };
  for (const glyph of glyphs) {
    for (const key of spread(glyph)) {
      const field = fields.get(key);
      if (field) field.push(glyph);
      else fields.set(key, [glyph]);
    }
  }
  return { near: (glyph) => spread(glyph).flatMap((key) => fields.get(key) ?? []) };
}
