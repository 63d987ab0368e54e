/**
 * The greatest (or least) value of the window of 2 × `reach` + 1 values around
 * each value of `line`, written to `into`; windows end where the line does.
 * By van Herk and Gil and Werman: three comparisons a value, however wide the
 * window. `scratch` holds at least twice the line.
 */
export function extremes(line: Uint8Array, reach: number, greatest: boolean, into: Uint8Array, scratch: Uint8Array): void {
  const count = line.length;
  const window = 2 * reach + 1;
  // What is least of the complements is greatest of the values: one loop serves both.
  const flip = greatest ? 0 : 255;
  for (let from = 0; from < count; from += window) {
    const to = Math.min(count, from + window);
    let most = 0;
    for (let i = from; i < to; i++) {
      const value = (line[i] ?? 0) ^ flip;
      if (value > most) most = value;
      scratch[i] = most;
    }
    most = 0;
    for (let i = to - 1; i >= from; i--) {
      const value = (line[i] ?? 0) ^ flip;
      if (value > most) most = value;
      scratch[count + i] = most;
    }
  }
  const lastBlock = count - 1 - ((count - 1) % window);
  for (let i = 0; i < count; i++) {
    // At the ends of the line one block holds all of the window, and more.
    const before = i < reach ? 0 : (scratch[count + i - reach] ?? 0);
    const after = i - reach > lastBlock ? 0 : (scratch[Math.min(count - 1, i + reach)] ?? 0);
    into[i] = (before > after ? before : after) ^ flip;
  }
}

/** Dark places narrower than the window filled with the lightness around them: greatest, then least. */
export function closed(line: Uint8Array, reach: number, into: Uint8Array, scratch: Uint8Array): void {
  extremes(line, reach, true, into, scratch);
  extremes(into, reach, false, into, scratch);
}
