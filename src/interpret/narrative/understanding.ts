import { withoutName } from './offices.js';
import { literal, type PatternMaker } from './pattern-maker.js';
import type { IndicatorSource, NarrativeSource } from './schema.js';

const longestFirst = (list: readonly string[]): string[] => list.toSorted((a, b) => b.length - a.length);

/**
 * Tells whether the words around a figure are understood as a whole. One word
 * that is not known may make its number that of a part, or of something else.
 * Each indicator knows words of its own: its label, the lists and phrases of
 * its patterns, and the words of what it is about. A word that only another
 * one knows is not known to it.
 */
export class Understanding {
  readonly #known: RegExp;

  /** Of what one indicator knows, or several together. */
  constructor(indicators: readonly IndicatorSource[], narrative: NarrativeSource, maker: PatternMaker) {
    const { understood, words, phrases, periods, offices, about, frames } = narrative;
    const patterns = indicators.flatMap(({ told, none, perhaps, perhaps_none, frame, label }) => [{ told, none, perhaps, perhaps_none }, frames[frame ?? ''] ?? {}, { label: [label ?? ''] }].flatMap((lists) => Object.values(lists).flat())).join('\n');
    const named = (name: string): boolean => patterns.includes(`<${name}`) || always.includes(name);
    const subjects = [...new Set(indicators.map((one) => one.about))];
    const known = [
      ...Object.entries(words).flatMap(([name, list]) => (named(name) ? list.map(literal) : [])),
      ...subjects.flatMap((name) => about[name]?.text ?? []).map(literal),
      ...[...Object.entries(phrases).flatMap(([name, phrase]) => (named(name) ? [phrase] : [])), ...indicators.flatMap(({ label }) => label ?? [])].map((p) => maker.expression(p).source),
      ...Object.values(periods).flat(),
      ...offices.own,
      ...understood.always,
      ...subjects.flatMap((name) => understood[name] ?? []),
    ];
    this.#known = new RegExp(longestFirst(known).join('|'), 'gu');
  }

  /** `parts`: what a clause says before, between and behind the words that tell the figure. */
  of(parts: readonly string[], issuer: string): boolean {
    return parts.every((part) => !/\p{Script=Han}/u.test(withoutName(part, issuer).replace(this.#known, '')));
  }
}

/** Lists of words that restrict nothing, wherever they stand. */
const always = ['link'];
