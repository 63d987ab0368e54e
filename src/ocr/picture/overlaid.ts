import type { Ruling } from '../../model/page.js';

/** Lines found twice lie no further apart than this. Points. */
const oneLine = 0.7;

/** One ruling for several that lie on one another, or touch end to end; it is where the longest of them is. */
export function overlaid<T extends Ruling>(rulings: readonly T[]): T[] {
  const result: T[] = [];
  for (const ruling of rulings.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    const i = result.findIndex((r) => r.axis === ruling.axis && Math.abs(r.at - ruling.at) <= oneLine && r.from <= ruling.to + oneLine && r.to >= ruling.from - oneLine);
    const whole = result[i];
    if (whole) result[i] = { ...whole, from: Math.min(whole.from, ruling.from), to: Math.max(whole.to, ruling.to) };
    else result.push(ruling);
  }
  return result;
}
