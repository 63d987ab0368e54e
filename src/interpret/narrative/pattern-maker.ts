import { anySign, numberSign } from './coded-text.js';
import type { NarrativeSource } from './schema.js';

/** What a place of a pattern stands for that no list of `narrative.yaml` does. */
const places: Readonly<Record<string, string>> = {
  n: `(?<n>${numberSign})`,
  number: numberSign,
  '~': `([^\\d${anySign}\\u0000,。;:()!?]{0,32}?)`,
  first: '(?<=^|[,;:、(。在对]|其中|中|有|仅|只|另|其余|余下|剩余)',
  end: '(?=[,。;:()、!?]|$)',
};

/** A word as a regular expression. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** One of some words, as part of a regular expression; the longest first. */
export const oneOf = (words: readonly string[]): string => `(?:${words.toSorted((a, b) => b.length - a.length).map(literal).join('|')})`;

/**
 * Makes regular expressions of patterns. `<n>` is a number with its unit,
 * `<number>` another one that the pattern only looks at, `<~>` some characters
 * of the same clause (a group of its own, without a name), `<first>` the
 * beginning of a clause or of an item in it, `<end>` the end of a clause,
 * `<name>` a phrase or a word of the list of that name, `<name?>` one or none,
 * `<name*>` up to ten of them.
 *
 * @throws Error naming what is not there, or a pattern that is no regular expression
 */
export class PatternMaker {
  readonly #words: ReadonlyMap<string, string>;
  readonly #phrases: ReadonlyMap<string, string>;

  constructor({ words, phrases }: Pick<NarrativeSource, 'words' | 'phrases'>) {
    this.#words = new Map(Object.entries(words).map(([name, list]) => [name, oneOf(list)]));
    this.#phrases = new Map(Object.entries(phrases));
  }

  expression(pattern: string): RegExp {
    const source = this.#filled(pattern, pattern);
    try {
      return new RegExp(source, 'dgu');
    } catch (error) {
      throw new Error(`the pattern ${pattern} is no regular expression: ${(error as Error).message}`);
    }
  }

  /** Whether a text holds the pattern. */
  test(pattern: string): RegExp {
    return new RegExp(this.expression(pattern).source, 'u');
  }

  #filled(text: string, pattern: string): string {
    return text.replace(/(?<!\(\?)<([^<>=!?*]+)([?*]?)>/g, (_, name: string, times: string) => this.#place(name, times, pattern));
  }

  #place(name: string, times: string, pattern: string): string {
    const phrase = this.#phrases.get(name);
    const source = places[name] ?? this.#words.get(name) ?? (phrase === undefined ? undefined : `(?:${this.#filled(phrase, pattern)})`);
    if (source === undefined) throw new Error(`the pattern ${pattern} speaks of <${name}>, and there is nothing of that name under words or phrases`);
    // Any number of them, in print, is a few: without a bound a page of nothing but such words would be tried in ever more ways.
    return source + (times === '*' ? '{0,10}' : times);
  }
}
