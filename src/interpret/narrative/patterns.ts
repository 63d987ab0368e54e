import type { PatternMaker } from './pattern-maker.js';
import type { IndicatorSource, NarrativeSource } from './schema.js';
import { Understanding } from './understanding.js';

/** How one indicator is told. */
export interface ToldIndicator {
  readonly id: string;
  readonly units: ReadonlySet<string>;
  readonly amount: boolean;
  /** The indicator that it is as much as where all of that are said to be it; empty where there is none. */
  readonly allOf: string;
  readonly stock: boolean;
  /** What was told by the end of the year is told of the year. */
  readonly closing: boolean;
  readonly about: { readonly heading: readonly string[]; readonly text: readonly string[]; readonly anywhere: readonly string[] };
  /** What else a sentence may come to speak of, and the words by which it comes back. */
  readonly others: { readonly words: RegExp; readonly again: readonly string[] } | null;
  readonly understanding: Understanding;
  readonly patterns: readonly ToldPattern[];
  readonly without: readonly RegExp[];
  readonly doubtfulBeside: readonly string[];
}

export interface ToldPattern {
  /** Its group `with`, where it has one, is another label that shares the number. */
  readonly expression: RegExp;
  /** `number`: its group `n` is the first sign of the number; `none`: it says that there is none. */
  readonly tells: 'number' | 'none' | 'all';
  readonly isDoubtful: boolean;
  /** What it finds is told only where a sum proves it. */
  readonly isLoose: boolean;
}

type Kind = 'told' | 'none' | 'all' | 'perhaps' | 'perhaps_none' | 'summed';
const tells: Readonly<Record<Kind, ToldPattern['tells']>> = { told: 'number', none: 'none', all: 'all', perhaps: 'number', perhaps_none: 'none', summed: 'number' };
const kinds = Object.keys(tells) as Kind[];

export function toldIndicator(source: IndicatorSource, narrative: NarrativeSource, maker: PatternMaker): ToldIndicator {
  const about = narrative.about[source.about];
  if (about === undefined) throw new Error(`the indicator ${source.id} is about ${source.about}, and there is no such entry under about`);
  const labels = narrative.indicators.filter((one) => one.frame === source.frame).map((one) => one.label ?? '');
  const labelled = (pattern: string): string => pattern.replaceAll('<label>', `(?:${source.label ?? ''})`).replaceAll('<labels>', `(?:${labels.join('|')})`);
  return {
    id: source.id,
    units: new Set(source.units),
    amount: source.amount === true,
    allOf: source.all_of ?? narrative.frames[source.frame ?? '']?.all_of ?? '',
    stock: source.stock === true,
    closing: source.closing === true || narrative.frames[source.frame ?? '']?.closing === true,
    about: { ...about, anywhere: about.anywhere ?? [] },
    others: about.others === undefined ? null : { words: maker.expression(about.others.words), again: about.others.again },
    understanding: new Understanding([source], narrative, maker),
    patterns: kinds.flatMap((kind) => patternsOf(source, narrative, kind).map((p) => ({ expression: maker.expression(labelled(p)), tells: tells[kind], isDoubtful: kind.startsWith('perhaps'), isLoose: kind === 'summed' }))),
    without: (source.without ?? []).map((p) => maker.test(p)),
    doubtfulBeside: source.doubtful_beside ?? [],
  };
}

/** Its own patterns, and those of its frame, in which `<label>` stands for its label and `<labels>` for that of any indicator of the frame. */
export function patternsOf(source: IndicatorSource, { frames }: NarrativeSource, kind: Kind): readonly string[] {
  const frame = source.frame === undefined ? undefined : frames[source.frame];
  if (source.frame !== undefined && (frame === undefined || source.label === undefined)) throw new Error(`the indicator ${source.id} has the frame ${source.frame}: it needs a label, and an entry under frames`);
  return [...(source[kind] ?? []), ...(frame?.[kind] ?? [])];
}
