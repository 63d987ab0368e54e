import { centre } from '../../model/box.js';
import { clusters } from '../lines.js';
import { oneLine, type Segment } from './segment.js';

/** So many numbers in a row that follow one another count rows; fewer may do so by chance. */
const fewest = 3;
/** They stand under one another: their middles, or one of their ends, are no further apart than this, in parts of the size. */
const sameColumn = 0.35;

/**
 * Segments with those marked that count the rows of a table: whole numbers that
 * follow one another down the page, under one another, with nothing left of them on their line.
 * They are no figures, and what stands right of them is labels. `segments`: of one page, without prose.
 */
export function withSerials(segments: readonly Segment[]): Segment[] {
  const size = Math.min(...segments.map((s) => s.size));
  const first = clusters(segments, (s) => centre(s.box).y, oneLine * size).flatMap((line) => line.toSorted((a, b) => a.box.x0 - b.box.x0).slice(0, 1));
  const counts = first.filter((s) => /^\d{1,3}$/.test(s.text)).sort((a, b) => a.box.y0 - b.box.y0);
  const serials = new Set<Segment>();
  let run: Segment[] = [];
  const close = (): void => {
    if (run.length >= fewest && hasText(run, segments)) for (const s of run) serials.add(s);
    run = [];
  };
  for (const s of counts) {
    const last = run.at(-1);
    if (last !== undefined && !(Number(s.text) === Number(last.text) + 1 && isUnder(last, s))) close();
    run.push(s);
  }
  close();
  return segments.map((s) => (serials.has(s) ? { ...s, isSerial: true } : s));
}

const isUnder = (upper: Segment, lower: Segment): boolean =>
  [centre(upper.box).x - centre(lower.box).x, upper.box.x0 - lower.box.x0, upper.box.x1 - lower.box.x1].some((d) => Math.abs(d) < sameColumn * upper.size);

/** Whether a text stands right of one of them on its line: a column of numbers alone counts nothing. */
const hasText = (run: readonly Segment[], segments: readonly Segment[]): boolean =>
  run.some((s) => segments.some((o) => !o.isNumber && o.box.x0 > s.box.x1 && Math.abs(centre(o.box).y - centre(s.box).y) < oneLine * s.size));
