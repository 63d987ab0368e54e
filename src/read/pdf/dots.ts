import { centre, height, width, type Box } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';

/** Dots of one line follow one another in steps of no more than this. Points. */
const widestStep = 5;
/** …or of this many dots. */
const widestStepOfDots = 3;
/** So many dots are a line, fewer are marks. */
const fewestDots = 5;
/** Dots of one line lie no further off it than this. Points. */
const offLine = 0.3;

/** The lines that rows of small painted dots are seen as: browsers and office programs draw dotted rules so. */
export function dottedLines(dots: readonly Box[]): Ruling[] {
  return [...chains(dots, 'horizontal'), ...chains(dots, 'vertical')];
}

function chains(dots: readonly Box[], axis: Ruling['axis']): Ruling[] {
  const along = axis === 'horizontal' ? 'x' : 'y';
  const across = axis === 'horizontal' ? 'y' : 'x';
  const placed = dots.map((d) => ({ along: centre(d)[along], across: centre(d)[across], size: Math.max(width(d), height(d)) }));
  placed.sort((a, b) => a.across - b.across);
  const rulings: Ruling[] = [];
  let band: typeof placed = [];
  for (const [i, dot] of placed.entries()) {
    band.push(dot);
    const next = placed[i + 1];
    if (next && next.across - dot.across <= offLine) continue;
    for (const run of runsOf(band)) {
      const [first, last] = [run[0], run.at(-1)];
      if (!first || !last || run.length < fewestDots || last.along <= first.along) continue;
      rulings.push({ axis, at: first.across, from: first.along - first.size / 2, to: last.along + last.size / 2, thickness: first.size });
    }
    band = [];
  }
  return rulings;
}

/** Dots of one line in runs without a gap. */
function runsOf<T extends { readonly along: number; readonly size: number }>(line: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const dot of line.toSorted((a, b) => a.along - b.along)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && dot.along - last.along <= Math.max(widestStep, widestStepOfDots * dot.size)) run.push(dot);
    else runs.push([dot]);
  }
  return runs;
}
