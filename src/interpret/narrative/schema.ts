import { z } from 'zod';

const word = z.string().min(1);
const list = z.array(word);
/** A pattern: what its places in `<…>` stand for is told in `narrative.yaml`. */
const pattern = z.string().min(1);

const indicator = z.strictObject({
  /** Of the form of 2014. */
  id: z.string().regex(/^[a-z_]+(?:\.[a-z_]+)+$/),
  /** Units that its number may have. */
  units: list.min(1),
  /** An amount of money: any decimal. */
  amount: z.literal(true).optional(),
  /** What there is at the end of the year: 截至 and 目前 say nothing against it. */
  stock: z.literal(true).optional(),
  /** What became of the year's requests: 截至 the end of the year says nothing against it. */
  closing: z.literal(true).optional(),
  /** Name of what the sentence, or the heading above it, must speak of, and whose words may stand around its number. */
  about: z.string(),
  /** What offices call it: a part of the patterns of `frame`, an entry of `frames`. */
  label: pattern.optional(),
  frame: z.string().optional(),
  /** What its number is told by; the place of the number is `<n>`. */
  told: z.array(pattern).optional(),
  /** The same, where it may as well be something else: suspect. */
  perhaps: z.array(pattern).optional(),
  /** What says that there is none: 0. */
  none: z.array(pattern).optional(),
  /** The same, where it may as well say something else: suspect. */
  perhaps_none: z.array(pattern).optional(),
  /** What its number may be told by, where a sum proves it: without one nothing is told. */
  summed: z.array(pattern).optional(),
  /** What says that all of `all_of` are of this indicator: as much as that one. */
  all: z.array(pattern).optional(),
  all_of: z.string().optional(),
  /** Not in the clause up to the number: it is of a part, or of another thing. */
  without: z.array(pattern).optional(),
  /** Words in the sentence beside which the number may be a part of the indicator only: suspect. */
  doubtful_beside: list.optional(),
});

/** What `forms/narrative.yaml` says: how offices tell the indicators of the form of 2014 in sentences. */
export const narrativeSchema = z.strictObject({
  template: z.literal('narrative'),
  titles: z.strictObject({ endings: list.min(1), not: list }),
  numbers: z.strictObject({
    multiples: list,
    counters: list.min(1),
    approximate: z.strictObject({ before: list, inside: list, after: list }),
    several: list,
  }),
  periods: z.strictObject({ this: list, other: list, all: list, since: list, part: list, later: list, goes_on: list }),
  /** Stretches of a sentence in which no number is the report's. */
  set_aside: z.array(pattern),
  /** What brackets between a label and its number may hold without changing what the number is. */
  remarks: z.array(pattern).min(1),
  /** Without any of them a sentence says of nothing that there is none. */
  negations: list.min(1),
  /** Words behind which a number may be a part of the one before, words that say that it is of all of them, words that say it is not, words before it that say it is of one kind, which indicators are parts of which, and in what else their numbers may be summed. */
  parts: z.strictObject({ behind: list.min(1), all: list.min(1), not_all: z.array(pattern).min(1), kinds: z.array(pattern).min(1), but_not: list, of: z.record(z.string(), list.min(1)), also_of: z.record(z.string(), list.min(1)), summed_of: z.record(z.string(), list.min(1)) }),
  /** Words before a number that say it is a difference. */
  change: list,
  /** Sections of a report that tell of something else. */
  sections_left_out: list,
  offices: z.strictObject({ region: pattern, departments: list.min(1), acting: pattern, own: z.array(pattern).min(1), part: z.array(pattern).min(1), rest: z.array(pattern).min(1), named: z.array(pattern).min(1), governments: pattern, subject: pattern, alone: pattern, whole: z.array(pattern).min(1), among: z.array(pattern).min(1), introduces: z.strictObject({ anyone: z.array(pattern).min(1), part: z.array(pattern).min(1) }) }),
  /** Words that may stand in the clause of a number, beside the labels of its patterns, and change nothing: of any, and by what it is about. */
  understood: z.object({ always: z.array(pattern).min(1) }).catchall(z.array(pattern)),
  about: z.record(z.string(), z.strictObject({ heading: list, text: list, anywhere: list.optional(), others: z.strictObject({ words: pattern, again: list.min(1) }).optional() })),
  words: z.record(z.string().regex(/^[a-z_]+$/), list.min(1)),
  /** Parts of patterns, by the name that stands for them. */
  phrases: z.record(z.string().regex(/^[a-z_]+$/), pattern),
  /** The ways in which the labels of like indicators and their numbers stand together, as patterns with `<label>`. */
  frames: z.record(z.string().regex(/^[a-z_]+$/), z.strictObject({ told: z.array(pattern), none: z.array(pattern), perhaps: z.array(pattern), perhaps_none: z.array(pattern), summed: z.array(pattern), all: z.array(pattern), all_of: z.string(), closing: z.literal(true) }).partial()),
  indicators: z.array(indicator).min(1).refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'two indicators have the same id'),
  /** Which figures of a report since 2019 are held against which values of its tables. */
  held_against: z.array(z.strictObject({ figure: z.string(), check: z.string().regex(/^[a-z_.]+$/), table: z.enum(['requests', 'proceedings']), terms: z.array(z.string().regex(/^[a-z_.]+\/[a-z_]+$/)).min(1) })),
  /** How sure a number is that is told in words, 0 to 1. */
  confidence: z.number().min(0.5).max(1),
});

export type NarrativeSource = z.infer<typeof narrativeSchema>;
export type IndicatorSource = z.infer<typeof indicator>;
