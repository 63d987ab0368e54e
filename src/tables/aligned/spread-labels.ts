import { centre } from '../../model/box.js';
import type { LabelScore } from '../mend.js';
import { toSegment, type Segment } from './segment.js';

/** A text as like as this to a label is that label. */
const whole = 0.97;
/** Characters of one label are spread no further apart than this, in parts of their size… */
const widestGap = 3.5;
/** …each as far as the others, give or take this part. */
const uneven = 0.25;
/** No label that is spread out has more characters. */
const mostCharacters = 8;

/**
 * Segments with those that are the characters of one label, spread over the
 * width of its cell (行　政　许　可), put together. Only a known label is: heads
 * of one character a line stand side by side in the same way.
 * `segments`: line by line, each from left to right, as `segmentsOf` gives them.
 */
export function withSpreadLabels(segments: readonly Segment[], score: LabelScore): Segment[] {
  const joined: Segment[] = [];
  let i = 0;
  while (i < segments.length) {
    const run = labelAt(segments, i, score);
    const [only] = run;
    if (run.length > 1) joined.push(toSegment(run.flatMap((s) => s.words)));
    else if (only) joined.push(only);
    i += Math.max(1, run.length);
  }
  return joined;
}

/** The longest run of characters from a segment on that is a known label; the segment alone where there is none. */
function labelAt(segments: readonly Segment[], start: number, score: LabelScore): Segment[] {
  const first = segments[start];
  if (!first) return [];
  const run = [first];
  while (isCharacter(run.at(-1)) && run.length < mostCharacters) {
    const next = segments[start + run.length];
    if (!next || !isCharacter(next) || !follows(run, next)) break;
    run.push(next);
  }
  for (let n = run.length; n > 1; n--) if (score(run.slice(0, n).map((s) => s.text).join('')) >= whole) return run.slice(0, n);
  return [first];
}

const isCharacter = (segment: Segment | undefined): boolean => segment !== undefined && /^\p{Script=Han}$/u.test(segment.text) && segment.words[0]?.vertical !== true;

function follows(run: readonly Segment[], next: Segment): boolean {
  const last = run.at(-1);
  if (!last || Math.abs(centre(last.box).y - centre(next.box).y) > 0.2 * last.size) return false;
  const gap = next.box.x0 - last.box.x1;
  const before = run.length > 1 ? (run[1]?.box.x0 ?? 0) - (run[0]?.box.x1 ?? 0) : gap;
  return gap > 0 && gap < widestGap * last.size && Math.abs(gap - before) < uneven * Math.max(gap, before);
}
