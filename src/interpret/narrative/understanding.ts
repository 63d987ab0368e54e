import { withoutName } from './offices.js';
import type { NarrativeSource } from './schema.js';

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const longestFirst = (list: readonly string[]): string[] => list.toSorted((a, b) => b.length - a.length);

/** Tells whether a clause is understood as a whole. One word that is not known may make its number that of a part, or of something else. */
export class Understanding {
  readonly #known: RegExp;

  constructor({ understood, words, periods, offices, about }: NarrativeSource) {
    const literals = [...Object.values(words).flat(), ...Object.values(about).flatMap((a) => a.text)].map(literal);
    const patterns = [...Object.values(periods).flat(), ...offices.own, ...understood];
    this.#known = new RegExp(longestFirst([...literals, ...patterns]).join('|'), 'gu');
  }

  /** `parts`: what a clause says before, between and behind the words that tell the figure. */
  of(parts: readonly string[], issuer: string): boolean {
    return parts.every((part) => !/\p{Script=Han}/u.test(withoutName(part, issuer).replace(this.#known, '')));
  }
}
