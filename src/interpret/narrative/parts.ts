import type { Figure } from './figures.js';
import { multipleOf } from './told-numbers.js';

/** By the indicator of a whole: those of its parts, of which none has anything of another. */
export type Parts = Readonly<Record<string, readonly string[]>>;

/**
 * Holds the parts of a whole against it, as far as they are told. Parts that
 * do not fit into a whole make all of them doubtful: one of them is of another
 * office or time, or is no part. Parts of one paragraph that are doubted for
 * their words alone and sum to a whole that nothing is doubtful about are
 * those of the whole: two numbers at least do not sum so by chance.
 */
export function doubtsOfParts(figures: readonly Figure[], parts: Parts): Figure[] {
  return Object.entries(parts).reduce<readonly Figure[]>((all, [id, ids]) => {
    const whole = all.find((f) => f.statement.indicator === id);
    const told = all.filter((f) => ids.includes(f.statement.indicator));
    if (whole === undefined || told.length === 0) return all;
    const isDoubted = tooMany(whole, told);
    const isProven = !isDoubted && areAllOf(whole, told);
    if (!isDoubted && !isProven) return all;
    return all.map((f) => {
      if (f !== whole && !told.includes(f)) return f;
      if (isDoubted) return { ...f, doubts: [...f.doubts, 'sum' as const] };
      return f === whole ? f : { ...f, doubts: [] };
    });
  }, figures) as Figure[];
}

/** What is told of the number, in ones; of a number of 万条 half of its last digit may be wanting. */
const inOnes = ({ statement: { value, unit } }: Figure): number => Number(value) * multipleOf(unit);
const roundedBy = ({ statement: { value, unit } }: Figure): number => (multipleOf(unit) === 1 ? 0 : (multipleOf(unit) / 10 ** (value.split('.')[1]?.length ?? 0)) * 0.5);

/** A part that is doubtful itself says nothing against a whole, but where the whole is none at all. */
function tooMany(whole: Figure, told: readonly Figure[]): boolean {
  const isNone = inOnes(whole) === 0;
  const counted = told.filter((f) => f.doubts.length === 0 || (isNone && f.doubts.every((d) => d === 'wording' || d === 'part' || d === 'period')));
  const off = [whole, ...counted].reduce((sum, f) => sum + roundedBy(f), 0);
  return counted.reduce((sum, f) => sum + inOnes(f), 0) > inOnes(whole) + off;
}

function areAllOf(whole: Figure, told: readonly Figure[]): boolean {
  const isOfOneParagraph = told.every((f) => f.statement.sentence.paragraph === whole.statement.sentence.paragraph);
  const areWorded = told.every((f) => f.doubts.every((d) => d === 'wording'));
  const sum = told.reduce((n, f) => n + inOnes(f), 0);
  return whole.doubts.length === 0 && isOfOneParagraph && areWorded && told.filter((f) => inOnes(f) > 0).length >= 2 && sum === inOnes(whole);
}
