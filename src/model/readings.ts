/** What one reader takes the picture of a cell for. */
export interface NumberReading {
  /** As read; empty where it saw nothing. */
  readonly text: string;
  /** `number`: `value` has it. `blank`: nothing was seen, or a mark that stands for nothing. `unclear`: a text that is no number. */
  readonly says: 'number' | 'blank' | 'unclear';
  /** Plain decimal; null unless it says a number. */
  readonly value: string | null;
  /** 0 to 1: that of the character the reader is least sure of; of a blank, how sure it is that there is nothing. */
  readonly confidence: number;
  /** What a character of `value` may be instead: its index there, one character (empty: none), how likely that is (0 to 1). */
  readonly others?: readonly { readonly at: number; readonly text: string; readonly confidence: number }[];
}

/** What is known of a scanned cell, its place and label being sure. */
export interface Readings {
  /** By independent readers, the more trusted first; none or one where the others were not asked. */
  readonly readers: readonly NumberReading[];
  /** What measuring the picture says, whatever the readers see in it. */
  readonly ink: 'none' | 'some' | 'unknown';
  /** A change, which may be negative. */
  readonly signed?: true;
}

/** There is nothing in a cell, or in its part on one page: no ink, and no reader sees any. */
export const seesNothing = ({ readers, ink }: Readings): boolean => ink === 'none' && readers.every((r) => r.text === '');
