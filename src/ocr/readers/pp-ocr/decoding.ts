import type { Guess, ReadCharacter, Reading } from '../../text-reader.js';
import type { Strips } from './recognition.js';

/**
 * Characters that a line may hold, and the classes of the net that stand for
 * each. Class 0 is the gap between characters (CTC, Graves et al. 2006).
 */
export type Alphabet = readonly { readonly text: string; readonly classes: readonly number[] }[];

/** What else a character may be is told where it is likelier than this. */
const worthTelling = 0.005;
const mostOthers = 4;

/** What the strips say: in each the likeliest character, those of neighbouring strips being one. Without an alphabet any character of the dictionary. */
export function decode(strips: Strips, dictionary: readonly string[], alphabet: Alphabet | null): Reading {
  const { steps, classes, pitch } = strips;
  const runs: { at: number; from: number; to: number; peak: number; step: number }[] = [];
  let least = 1;
  let last = 0;
  for (let step = 0; step < steps; step++) {
    const { at, value } = likeliest(strips, step, alphabet);
    if (at === 0) least = Math.min(least, value);
    const run = runs.at(-1);
    if (at !== 0 && at === last && run) {
      run.to = step + 1;
      if (value > run.peak) [run.peak, run.step] = [value, step];
    } else if (at !== 0) runs.push({ at, from: step, to: step + 1, peak: value, step });
    last = at;
  }
  const characters = runs.map((run): ReadCharacter => ({
    text: alphabet ? (alphabet[run.at - 1]?.text ?? '') : (dictionary[run.at] ?? ''),
    confidence: run.peak,
    x0: run.from * pitch,
    x1: run.to * pitch,
    others: alphabet ? othersAt(strips, run.step, run.at, alphabet) : [],
  }));
  const text = characters.map((c) => c.text).join('');
  return { text, confidence: characters.length > 0 ? Math.min(...characters.map((c) => c.confidence)) : classes > 0 ? least : 0, characters };
}

/** All classes of a strip together are as likely as 1: none is likelier than one that is likelier than this. */
const half = 0.5;

/** The likeliest class of a strip, or of an alphabet: its index there plus one, and 0 the gap. */
function likeliest(strips: Strips, step: number, alphabet: Alphabet | null): { at: number; value: number } {
  const { likely, classes } = strips;
  const row = step * classes;
  let best = { at: 0, value: likely[row] ?? 0 };
  if (best.value > half) return best;
  if (alphabet) {
    alphabet.forEach((_, i) => {
      const value = sumOf(strips, step, alphabet, i);
      if (value > best.value) best = { at: i + 1, value };
    });
    return best;
  }
  let [at, value] = [best.at, best.value];
  for (let c = 1, i = row + 1; c < classes && value <= half; c++, i++) {
    const here = likely[i] ?? 0;
    if (here > value) [at, value] = [c, here];
  }
  return { at, value };
}

/** How likely a character of an alphabet is: all classes that stand for it together. */
const sumOf = ({ likely, classes }: Strips, step: number, alphabet: Alphabet, i: number): number => (alphabet[i]?.classes ?? []).reduce((sum, c) => sum + (likely[step * classes + c] ?? 0), 0);

function othersAt(strips: Strips, step: number, taken: number, alphabet: Alphabet): Guess[] {
  const guesses = alphabet.flatMap(({ text }, i): Guess[] => (i + 1 === taken ? [] : [{ text, confidence: sumOf(strips, step, alphabet, i) }]));
  const gap: Guess = { text: '', confidence: strips.likely[step * strips.classes] ?? 0 };
  return [...guesses, gap].filter((g) => g.confidence > worthTelling).sort((a, b) => b.confidence - a.confidence).slice(0, mostOthers);
}
