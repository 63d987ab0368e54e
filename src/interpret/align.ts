/** A match of the i-th of one sequence with the j-th of the other. */
export interface Match {
  readonly i: number;
  readonly j: number;
  readonly score: number;
}

/**
 * Matches two sequences in order so that the sum of `score - threshold` over
 * the matches is greatest (Needleman & Wunsch 1970, without a penalty for
 * gaps). Pairs below the threshold never match.
 */
export function align(n: number, m: number, score: (i: number, j: number) => number, threshold: number): Match[] {
  const scores = Array.from({ length: n }, (_, i) => Array.from({ length: m }, (__, j) => score(i, j)));
  const best = Array.from({ length: n + 1 }, () => Array.from({ length: m + 1 }, () => 0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const gain = (i: number, j: number): number => {
    const s = scores[i]?.[j] ?? 0;
    return s >= threshold ? s - threshold + 0.01 : -Infinity;
  };
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) (best[i] ?? [])[j] = Math.max(at(i + 1, j), at(i, j + 1), gain(i, j) + at(i + 1, j + 1));
  }
  const matches: Match[] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (gain(i, j) + at(i + 1, j + 1) >= at(i, j) - 1e-9) {
      matches.push({ i, j, score: scores[i]?.[j] ?? 0 });
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return matches;
}
