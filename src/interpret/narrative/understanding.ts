import { withoutName } from './offices.js';
import type { NarrativeSource } from './schema.js';

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const longestFirst = (list: readonly string[]): string[] => list.toSorted((a, b) => b.length - a.length);

/** Tells whether a clause is understood as a whole. What it has beside known words may make its number that of a part, or of something else. */
export class Understanding {
  readonly #known: RegExp;
  readonly #others: number;
  readonly #never: RegExp;

  constructor({ understood, words, periods, offices, about }: NarrativeSource) {
    const literals = [...Object.values(words).flat(), ...Object.values(about).flatMap((a) => a.text)].map(literal);
    const patterns = [...Object.values(periods).flat(), ...offices.own, ...understood.words];
    this.#known = new RegExp(longestFirst([...literals, ...patterns]).join('|'), 'gu');
    this.#others = understood.other_characters;
    this.#never = new RegExp(understood.never.join('|'), 'u');
  }

  /** `parts`: what a clause says before, between and behind the words that tell the figure. */
  of(parts: readonly string[], issuer: string): boolean {
    const others = parts.map((part) => withoutName(part, issuer).replace(this.#known, '').replace(/[^\p{Script=Han}]/gu, '')).join('');
    return others.length <= this.#others && !this.#never.test(others);
  }
}
