import { isDictionary, type Dictionary } from './syntax.js';

/** From this on, each row begins with the number of its PNG filter (ISO 32000-1, table 10). */
const firstOfPng = 10;

/** The bytes of a cross-reference stream before they were foretold from their neighbours; null where they were in a way that no writer uses for it. */
export function unpredicted(dictionary: Dictionary, bytes: Uint8Array): Uint8Array | null {
  const parameters = dictionary.get('DecodeParms');
  if (parameters === undefined || parameters === null) return bytes;
  if (!isDictionary(parameters)) return null;
  const [predictor, columns] = [parameters.get('Predictor') ?? 1, parameters.get('Columns') ?? 1];
  if (predictor === 1) return bytes;
  if (typeof predictor !== 'number' || predictor < firstOfPng || typeof columns !== 'number' || columns < 1) return null;
  return withoutPng(bytes, columns);
}

/** Undoes the filters of PNG (its specification, 9.2) over rows of single bytes. */
function withoutPng(bytes: Uint8Array, columns: number): Uint8Array | null {
  const rows = Math.floor(bytes.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)] ?? 0;
    if (kind > 4) return null;
    for (let i = 0; i < columns; i++) {
      const at = row * columns + i;
      const left = i > 0 ? (plain[at - 1] ?? 0) : 0;
      const above = row > 0 ? (plain[at - columns] ?? 0) : 0;
      const corner = i > 0 && row > 0 ? (plain[at - columns - 1] ?? 0) : 0;
      const foretold = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][kind] ?? 0;
      plain[at] = (bytes[row * (columns + 1) + 1 + i] ?? 0) + foretold;
    }
  }
  return plain;
}

/** Of three neighbours the one nearest to what they let expect (Paeth). */
function nearest(left: number, above: number, corner: number): number {
  const expected = left + above - corner;
  const [a, b, c] = [Math.abs(expected - left), Math.abs(expected - above), Math.abs(expected - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
