/** How many numbers follow each letter of an abbreviated path (GB/T 33190, table 36), and the kind of piece it is for `read/pdf/paths.ts`. */
const pieces: Readonly<Record<string, { readonly count: number; readonly kind: number }>> = {
  S: { count: 2, kind: 0 }, M: { count: 2, kind: 0 }, L: { count: 2, kind: 1 }, B: { count: 6, kind: 2 }, Q: { count: 4, kind: 3 }, A: { count: 7, kind: 3 }, C: { count: 0, kind: 4 },
};

/** The numbers of a compact path: for each piece its kind and its coordinates. Throws where the path is broken. */
export function compactPath(data: string): number[] {
  const path: number[] = [];
  const tokens = data.match(/[A-Za-z]|[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g) ?? [];
  for (let i = 0; i < tokens.length; ) {
    const letter = tokens[i++] ?? '';
    const piece = pieces[letter.toUpperCase()];
    if (!piece) throw new Error(`its path has ${letter}`);
    const numbers = tokens.slice(i, i + piece.count).map(Number);
    if (numbers.length < piece.count || numbers.some((n) => !Number.isFinite(n))) throw new Error('its path is cut off');
    i += piece.count;
    // Of an arc only its end is kept: it is bent, and where it ends is what counts.
    path.push(piece.kind, ...(letter.toUpperCase() === 'A' ? [...numbers.slice(-2), ...numbers.slice(-2)] : numbers));
  }
  return path;
}
