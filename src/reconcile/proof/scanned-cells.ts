import type { Value } from '../../model/report.js';
import type { NumberReading, Readings } from '../../model/readings.js';
import { asNumber, candidatesOf, saysMark, type Candidate } from './candidates.js';
import type { Misreadings } from './misreadings.js';

/**
 * How a value stands before the checks are asked. `fixed`: it was not scanned
 * and is vouched for. `sure`: both readers say so with confidence, and the ink
 * does not deny it. `doubtful`: it may be something else. `silent`: nothing can
 * be concluded from it; it was not read, or its place is in doubt.
 */
export type Standing = 'fixed' | 'sure' | 'doubtful' | 'silent';

/** A value and what it may be instead. */
export interface ProofCell {
  readonly value: Value;
  readonly standing: Standing;
  /** The likeliest first; of a fixed cell the one it says, of a silent one none. */
  readonly candidates: readonly Candidate[];
  /** Of a reader of a cell without ink: there can be nothing. */
  readonly isPhantom: boolean;
  /** Both readers say the same, if perhaps with little confidence. */
  readonly isAgreed: boolean;
  /** Of the less confident of the readers that say it. */
  readonly confidence: number;
  /** What readers say with confidence; a blank is null. */
  readonly confident: readonly (string | null)[];
}

/** Whether the office prints marks in empty cells: a reader is sure of one. */
export const hasMarks = (values: readonly Value[], misreadings: Misreadings): boolean => values.some((v) => v.readings?.readers.some((r) => saysMark(r) && r.confidence >= misreadings.costs.confident));

/** A value that comes in as `suspect` has its place or its label in doubt, which no reading can settle. */
export function proofCell(value: Value, misreadings: Misreadings, marks: boolean): ProofCell {
  const { readings } = value;
  const plain = { value, isPhantom: false, isAgreed: false, confidence: value.confidence, confident: [] };
  if (!readings || value.status === 'repaired' || value.status === 'corrected') {
    const isFixed = value.status === 'blank' || (value.value !== null && value.status !== 'suspect' && value.status !== 'missing');
    return { ...plain, standing: isFixed ? 'fixed' : 'silent', candidates: isFixed ? [{ value: value.value, cost: 0, isRead: true }] : [] };
  }
  const { confident: enough, confident_with_certain: atLeast, certain, misprint, margin } = misreadings.costs;
  const candidates = value.status === 'suspect' || nothingRead(readings) ? [] : candidatesOf(readings, misreadings, 2 * misprint + margin, marks);
  if (candidates.length === 0) return { ...plain, standing: 'silent', candidates };
  const readers = readings.readers.map((r) => asNumber(r, misreadings));
  const [first] = readers;
  const isAgreed = readers.length > 1 && first?.says !== 'unclear' && readers.every((r) => r.says === first?.says && r.value === first.value);
  const [confidence, highest] = [Math.min(...readers.map((r) => r.confidence)), Math.max(...readers.map((r) => r.confidence))];
  const isPhantom = readings.ink === 'none' && readers.some((r) => r.says !== 'blank' || saysMark(r));
  const isEmpty = readers.every((r) => r.says === 'blank' && !saysMark(r));
  // Where there is no ink, that is a third witness for nothing.
  const isSure = isAgreed && (isEmpty ? readings.ink === 'none' && readers.some((r) => r.confidence >= enough) : readings.ink !== 'none' && (confidence >= enough || (confidence >= atLeast && highest >= certain)));
  return { value, standing: isSure ? 'sure' : 'doubtful', candidates, isPhantom, isAgreed, confidence, confident: readers.filter((r) => r.says !== 'unclear' && r.confidence >= enough).map((r) => r.value) };
}

/** There is something (or may be) and no reader makes anything of it, or nobody has looked. */
const nothingRead = ({ readers, ink }: Readings): boolean => readers.length === 0 || (ink !== 'none' && readers.every((r) => r.text.trim() === ''));

/** The first reading that saw anything: what a value is published with until it is proven to be another. */
export const mainOf = ({ value }: ProofCell): NumberReading | undefined => value.readings?.readers.find((r) => r.says !== 'blank' || saysMark(r)) ?? value.readings?.readers[0];

/** What a cell that is not vouched for is published as: as its first reader says, or the likeliest that any does; nothing where there is no ink. */
export function unprovenValue(cell: ProofCell, taken: Candidate): string | null {
  const main = mainOf(cell);
  if (cell.isPhantom) return null;
  return main?.says === 'number' ? main.value : (cell.candidates.find((c) => c.isRead) ?? taken).value;
}
