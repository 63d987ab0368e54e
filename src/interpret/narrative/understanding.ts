import { withoutName } from './office-names.js';
import { withoutBrackets } from './offices.js';
import { literal, type PatternMaker } from './pattern-maker.js';
import type { IndicatorSource, NarrativeSource } from './schema.js';

/**
 * Tells whether the words around a figure are understood as a whole. One word
 * that is not known may make its number that of a part, or of something else.
 * Each indicator knows words of its own: its label, the lists and phrases of
 * its patterns, and the words of what it is about. A word that only another
 * one knows is not known to it.
 */
export class Understanding {
  readonly #words: ReadonlySet<string>;
  readonly #longest: number;
  readonly #patterns: readonly RegExp[];

  /** Of what one indicator knows, or several together. */
  constructor(indicators: readonly IndicatorSource[], narrative: NarrativeSource, maker: PatternMaker) {
    const { understood, words, phrases, periods, offices, about, frames } = narrative;
    // What is proven by a sum needs no word that explains it, and its patterns name words that would change a figure.
    const patterns = indicators.flatMap((one) => [one, frames[one.frame ?? ''] ?? {}].flatMap(({ told, none, all, perhaps, perhaps_none }) => [told, none, all, perhaps, perhaps_none].flat()).concat(one.label ?? '')).join('\n');
    const named = ([name]: readonly [string, unknown]): boolean => patterns.includes(`<${name}`) || always.includes(name);
    const subjects = [...new Set(indicators.map((one) => one.about))];
    const listed = [...Object.entries(words).filter(named).flatMap(([, list]) => list), ...subjects.flatMap((name) => about[name]?.text ?? [])];
    const told = [...Object.entries(phrases).filter(named).map(([, phrase]) => phrase), ...indicators.flatMap(({ label }) => label ?? []), ...Object.values(periods).flat(), ...offices.own, ...understood.always, ...subjects.flatMap((name) => understood[name] ?? [])];
    this.#words = new Set([...listed, ...told].filter((w) => literal(w) === w));
    this.#longest = Math.max(...[...this.#words].map((w) => w.length));
    this.#patterns = [...listed.map(literal), ...told].filter((p) => !this.#words.has(p)).map((p) => new RegExp(maker.expression(p).source, 'uy'));
  }

  /** `parts`: what a clause says before, between and behind the words that tell the figure. */
  of(parts: readonly string[], issuer: string): boolean {
    return parts.every((part) => this.#isKnown(withoutBrackets(withoutName(part, issuer))));
  }

  /** Whether a text can be cut up into words that are known, and signs that are no words. */
  #isKnown(text: string): boolean {
    const ends = new Set([0]);
    for (let at = 0; at < text.length; at++) {
      if (!ends.has(at)) continue;
      if (!/\p{Script=Han}/u.test(text[at] ?? '')) ends.add(at + 1);
      for (let to = at + 1; to <= Math.min(text.length, at + this.#longest); to++) if (this.#words.has(text.slice(at, to))) ends.add(to);
      for (const pattern of this.#patterns) {
        pattern.lastIndex = at;
        const found = pattern.exec(text)?.[0].length ?? 0;
        if (found > 0) ends.add(at + found);
      }
    }
    return ends.has(text.length);
  }
}

/** Lists of words that restrict nothing, wherever they stand. */
const always = ['link'];
