import { anySign, numberSign } from './coded-text.js';
import type { IndicatorSource, NarrativeSource } from './schema.js';
import { Understanding } from './understanding.js';

/** How one indicator is told. */
export interface ToldIndicator {
  readonly id: string;
  readonly units: ReadonlySet<string>;
  readonly amount: boolean;
  readonly stock: boolean;
  readonly about: { readonly heading: readonly string[]; readonly text: readonly string[] };
  readonly understanding: Understanding;
  readonly patterns: readonly ToldPattern[];
  readonly without: readonly RegExp[];
  readonly doubtfulBeside: readonly string[];
}

export interface ToldPattern {
  readonly expression: RegExp;
  /** `number`: its group `n` is the first sign of the number; `none`: it says that there is none. */
  readonly tells: 'number' | 'none';
  readonly isDoubtful: boolean;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * Makes regular expressions of patterns. `<n>` is a number with its unit,
 * `<~>` some characters of the same clause (a group of its own, without a name), `<end>` the end of a clause,
 * `<name>` a word of the list, `<name?>` one or none, `<name*>` up to ten of them.
 *
 * @throws Error naming a list that is not there, or a pattern that is no regular expression
 */
export class PatternMaker {
  readonly #words: ReadonlyMap<string, string>;

  constructor(words: NarrativeSource['words']) {
    this.#words = new Map(Object.entries(words).map(([name, list]) => [name, `(?:${list.toSorted((a, b) => b.length - a.length).map(literal).join('|')})`]));
  }

  expression(pattern: string): RegExp {
    const source = pattern.replace(/<([^<>=!]+)>/g, (_, name: string) => this.#place(name, pattern));
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

  #place(name: string, pattern: string): string {
    if (name === 'n') return `(?<n>${numberSign})`;
    if (name === '~') return `([^\\d${anySign}\\u0000,。;:()!?]{0,32}?)`;
    if (name === 'end') return '(?=[,。;:()、!?]|$)';
    const times = /[?*]$/.exec(name)?.[0] ?? '';
    const words = this.#words.get(times === '' ? name : name.slice(0, -1));
    if (words === undefined) throw new Error(`the pattern ${pattern} speaks of <${name}>, and there is no such list under words`);
    // Any number of them, in print, is a few: without a bound a page of nothing but such words would be tried in ever more ways.
    return words + (times === '*' ? '{0,10}' : times);
  }
}

export function toldIndicator(source: IndicatorSource, narrative: NarrativeSource, maker: PatternMaker): ToldIndicator {
  const made = (patterns: readonly string[] | undefined, tells: ToldPattern['tells'], isDoubtful: boolean): ToldPattern[] => (patterns ?? []).map((p) => ({ expression: maker.expression(p), tells, isDoubtful }));
  const about = narrative.about[source.about];
  if (about === undefined) throw new Error(`the indicator ${source.id} is about ${source.about}, and there is no such entry under about`);
  return {
    id: source.id,
    units: new Set(source.units),
    amount: source.amount === true,
    stock: source.stock === true,
    about,
    understanding: new Understanding([source], narrative),
    patterns: [...made(source.told, 'number', false), ...made(source.none, 'none', false), ...made(source.perhaps, 'number', true), ...made(source.perhaps_none, 'none', true)],
    without: (source.without ?? []).map((p) => maker.test(p)),
    doubtfulBeside: source.doubtful_beside ?? [],
  };
}
