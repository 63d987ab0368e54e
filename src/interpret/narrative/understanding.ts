import { withoutName } from './offices.js';
import type { IndicatorSource, NarrativeSource } from './schema.js';

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const longestFirst = (list: readonly string[]): string[] => list.toSorted((a, b) => b.length - a.length);

/**
 * Tells whether the words around a figure are understood as a whole. One word
 * that is not known may make its number that of a part, or of something else.
 * Each indicator knows words of its own: those of its patterns, and those of
 * what it is about. A word that only another one knows is not known to it.
 */
export class Understanding {
  readonly #known: RegExp;

  /** Of what one indicator knows, or several together. */
  constructor(indicators: readonly IndicatorSource[], { understood, words, periods, offices, about }: NarrativeSource) {
    const patterns = indicators.flatMap((one) => [one.told, one.none, one.perhaps, one.perhaps_none].flatMap((list) => list ?? [])).join('\n');
    const own = Object.entries(words).filter(([name]) => patterns.includes(`<${name}`) || always.includes(name));
    const subjects = [...new Set(indicators.map((one) => one.about))];
    const literals = [...own.flatMap(([, list]) => list), ...subjects.flatMap((name) => about[name]?.text ?? [])].map(literal);
    const known = [...literals, ...Object.values(periods).flat(), ...offices.own, ...understood.always, ...subjects.flatMap((name) => understood[name] ?? [])];
    this.#known = new RegExp(longestFirst(known).join('|'), 'gu');
  }

  /** `parts`: what a clause says before, between and behind the words that tell the figure. */
  of(parts: readonly string[], issuer: string): boolean {
    return parts.every((part) => !/\p{Script=Han}/u.test(withoutName(part, issuer).replace(this.#known, '')));
  }
}

/** Lists of words that restrict nothing, wherever they stand. */
const always = ['link'];
