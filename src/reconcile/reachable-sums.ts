/** More sums than this are not weighed up. */
const mostSums = 50_000;

/**
 * Every sum that can be reached by taking one number of each set; null where a
 * set has a null (it may be anything) or there are too many sums to tell.
 */
export function reachableSums(sets: readonly (readonly (number | null)[])[]): ReadonlySet<number> | null {
  let sums = new Set([0]);
  for (const set of sets) {
    const numbers = new Set(set);
    if (numbers.has(null)) return null;
    const next = new Set<number>();
    for (const sum of sums) for (const n of numbers) next.add(sum + (n ?? 0));
    if (next.size > mostSums) return null;
    sums = next;
  }
  return sums;
}
