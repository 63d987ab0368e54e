import type { NumberReading, Readings } from '../../model/readings.js';
import { isPrintable, type Misreadings } from './misreadings.js';

/** What a scanned cell may say, and what it costs to think so, in powers of ten beyond the likeliest. */
export interface Candidate {
  /** Plain decimal; null for a blank. */
  readonly value: string | null;
  readonly cost: number;
  /** A reader says just this. */
  readonly isRead: boolean;
}

/** More than this are not weighed up for one cell, the likeliest first. */
const mostCandidates = 40;

/**
 * What a cell may say, at most `reach` less likely than the likeliest; that
 * first. Empty where no reader saw anything that could be a number or a blank.
 * `marks`: the office prints marks in empty cells, so that ink is not against a blank.
 */
export function candidatesOf(readings: Readings, misreadings: Misreadings, reach: number, marks: boolean): Candidate[] {
  const readers = readings.readers.map((r) => asNumber(r, misreadings));
  const said = new Set(readers.flatMap((r) => (r.says === 'unclear' ? [] : [r.value])));
  const possible = new Set<string | null>(said);
  for (const reader of readers) for (const value of variants(reader, misreadings, readings.signed === true)) possible.add(value);
  if ((readings.ink === 'none' || marks) && possible.size > 0) possible.add(null);
  const weighed = [...possible].map((value) => ({ value, cost: costOf(value, readers, readings.ink, misreadings, marks), isRead: said.has(value) }));
  const least = Math.min(...weighed.map((c) => c.cost));
  return weighed
    .map((c) => ({ ...c, cost: c.cost - least }))
    .filter((c) => c.cost <= reach)
    .toSorted((a, b) => a.cost - b.cost || Number(b.isRead) - Number(a.isRead) || Number(a.value ?? -1) - Number(b.value ?? -1))
    .slice(0, mostCandidates);
}

/** A mark that stands for nothing was seen. */
export const saysMark = (reading: NumberReading): boolean => reading.says === 'blank' && reading.text.trim() !== '';

/** A reading in which characters that look like digits are taken for them. */
export function asNumber(reading: NumberReading, misreadings: Misreadings): NumberReading {
  if (reading.says !== 'unclear') return reading;
  const digits = misreadings.digitsLike(reading.text);
  if (digits === null || !isPrintable(digits)) return reading;
  return { ...reading, says: 'number', value: digits, confidence: Math.min(reading.confidence, misreadings.costs.lookalike_confidence) };
}

/** Numbers that may have been misread as this: by one misreading, or by what the reader itself holds possible. */
function variants(reading: NumberReading, misreadings: Misreadings, signed: boolean): (string | null)[] {
  const read = reading.value ?? (reading.says === 'unclear' ? misreadings.digitsLike(reading.text) : null);
  if (read === null) return [];
  return [...misreadings.printedFor(read, signed), ...(reading.others ?? []).map((o) => swapped(read, o)).filter((v) => isPrintable(v))];
}

const swapped = (read: string, other: { readonly at: number; readonly text: string }): string => read.slice(0, other.at) + other.text + read.slice(other.at + 1);

/** What it costs that the cell says `value` where the readers say what they do. Readers err each for itself, but may do so in the same way. */
function costOf(value: string | null, readers: readonly NumberReading[], ink: Readings['ink'], misreadings: Misreadings, marks: boolean): number {
  const { common, ink: measured } = misreadings.costs;
  const costs = readers.map((r) => readerCost(value, r, misreadings));
  const alike = readers.length > 1 && readers.every((r) => r.says === readers[0]?.says && r.value === readers[0].value);
  const sum = alike ? Math.max(...costs) + (costs.some((c) => c > 1) ? common : 0) : costs.reduce((a, b) => a + b, 0);
  const isMark = marks || readers.some(saysMark);
  const againstInk = (ink === 'none' && value !== null) || (ink === 'some' && value === null && !isMark);
  return sum + (againstInk ? measured : 0);
}

function readerCost(value: string | null, reading: NumberReading, misreadings: Misreadings): number {
  const { trust, unseen, phantom, mark, unclear } = misreadings.costs;
  const right = Math.min(Math.max(reading.confidence, 1 - trust), trust);
  const wrong = -Math.log10(1 - right);
  if (reading.says === 'blank') {
    if (value === null) return -Math.log10(right);
    return saysMark(reading) ? wrong + mark : unseen * (1 + (value.length - 1) / 2);
  }
  if (reading.says === 'unclear') {
    const digits = misreadings.digitsLike(reading.text);
    return unclear + (value === null ? phantom : digits === null ? 0 : misreadings.between(value, digits));
  }
  if (value === null) return wrong + Math.min(phantom, mark);
  const read = reading.value ?? '';
  if (value === read) return -Math.log10(right);
  const others = (reading.others ?? []).filter((o) => swapped(read, o) === value).map((o) => -Math.log10(Math.max(o.confidence, 1e-4)));
  return Math.min(wrong + misreadings.between(value, read), ...others);
}
