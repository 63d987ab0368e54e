import { unpredicted } from '../../../../src/read/pdf/salvage/predictor.js';
import { parseValue, type Dictionary } from '../../../../src/read/pdf/salvage/syntax.js';

const dictionary = (text: string): Dictionary => parseValue(text, 0).value as Dictionary;
const rows = [[10, 20, 30], [11, 22, 33], [9, 8, 7], [200, 100, 50], [3, 250, 4]];
const at = (row: number, i: number): number => rows[row]?.[i] ?? 0;
/** What each PNG filter foretells of a byte from those to its left and above it. */
const foretold: ((row: number, i: number) => number)[] = [
  () => 0,
  (row, i) => at(row, i - 1),
  (row, i) => at(row - 1, i),
  (row, i) => (at(row, i - 1) + at(row - 1, i)) >> 1,
  (row, i) => {
    const [left, above, corner] = [at(row, i - 1), at(row - 1, i), at(row - 1, i - 1)];
    const expected = left + above - corner;
    return [left, above, corner].toSorted((a, b) => Math.abs(expected - a) - Math.abs(expected - b))[0] ?? 0;
  },
];

describe('a cross-reference stream whose bytes are foretold from their neighbours', () => {
  it.each(['none', 'left', 'above', 'mean', 'Paeth'].map((name, kind) => [name, kind] as const))('is told as it was: %s', (_, kind) => {
    const coded = rows.flatMap((row, r) => [kind, ...row.map((byte, i) => (byte - (foretold[kind]?.(r, i) ?? 0)) & 255)]);
    expect([...(unpredicted(dictionary('<</DecodeParms<</Predictor 12/Columns 3>>>>'), Uint8Array.from(coded)) ?? [])]).toEqual(rows.flat());
  });

  it('is left as it is where nothing is foretold, and not read where it is in another way', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    expect(unpredicted(dictionary('<</A 1>>'), bytes)).toEqual(bytes);
    expect(unpredicted(dictionary('<</DecodeParms<</Predictor 2/Columns 3>>>>'), bytes)).toBeNull();
  });
});
