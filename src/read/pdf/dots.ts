import { centre, height, width, type Box } from '../../model/box.js';
import type { Ruling } from '../../model/page.js';

/** Dots of one line follow one another in steps of no more than this. Points. */
const widestStep = 5;
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
  const placed = dots.map((d) => ({ along: centre(d)[along], across: Math.round(centre(d)[across] / offLine), size: Math.max(width(d), height(d)) }));
  placed.sort((a, b) => a.across - b.across || a.along - b.along);
  const rulings: Ruling[] = [];
  let run: typeof placed = [];
  const flush = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length >= fewestDots && last.along > first.along) {
      rulings.push({ axis, at: first.across * offLine, from: first.along - first.size / 2, to: last.along + last.size / 2, thickness: first.size });
    }
    run = [];
  };
  for (const dot of placed) {
    const last = run.at(-1);
    if (last && (last.across !== dot.across || dot.along - last.along > widestStep)) flush();
    run.push(dot);
  }
  flush();
  return rulings;
}
