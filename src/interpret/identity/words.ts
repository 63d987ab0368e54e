import { z } from 'zod';

const list = z.array(z.string().min(1));

const schema = z.strictObject({
  title: z.strictObject({
    subjects: list.min(1),
    between: list,
    endings: list.min(1),
    before_issuer: list,
    after_issuer: list,
    after_date: list,
    sentence_openings: list,
    furniture: list,
  }),
  prose: z.strictObject({
    issuers: z.array(z.string().refine(isPattern, 'no regular expression with <issuer>')),
    period: list.min(1),
    passing: list.min(1),
    addresses: list.min(1),
    superior: z.array(z.strictObject({ before: list.min(1), after: list.min(1) })),
    beside_superior: list,
    published: list.min(1),
  }),
  forms: z.strictObject({ titles: list.min(1), filled_by: list.min(1) }),
  divisions: z.strictObject({
    suffixes: z.record(z.string(), list),
    peoples: list,
    not_before: z.record(z.string(), list),
    unlisted: z.strictObject({ prefectures: list, counties: list.min(1), wide: list, former_prefectures: list, no_areas: list, no_endings: list, not_inside: list }),
    once_shared: list,
    unreadable: z.string().min(1),
    misread: z.record(z.string().length(1), z.string()),
    towns: z.strictObject({ town: list.min(1), subdistrict: list.min(1) }),
  }),
  offices: z.strictObject({
    government: list.min(1),
    seats: list,
    party: list.min(1),
    secretariats: list,
    superiors: list,
    national: list,
    others: list,
    departments: list,
    in_full: z.record(z.string().min(1), z.string().min(1)),
    bureaus: list,
    zones: list,
  }),
  numerals: z.strictObject({
    digits: z.record(z.string().length(1), z.int().min(0).max(9)),
    tens: z.record(z.string().length(1), z.int().min(10).max(90)),
  }),
});

/** The words that titles, signatures and names of offices are made of: `identity.yaml`. Every list has its longest words first. */
export type IdentityWords = Readonly<z.infer<typeof schema>>;

function isPattern(text: string): boolean {
  try {
    new RegExp(text.replace('<issuer>', '(.+)').replace('<year>', '.'), 'u');
    return text.includes('<issuer>');
  } catch {
    return false;
  }
}

/**
 * The words out of the parsed `identity.yaml`.
 * @throws ZodError naming each place where the value is not of the schema; unknown keys are refused.
 */
export function parseIdentityWords(value: unknown): IdentityWords {
  return longestFirst(schema.parse(value)) as IdentityWords;
}

/** Sorts every list of words, except that of the patterns, whose order is their rank. */
function longestFirst(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    if (key === 'issuers') return value;
    if (value.some((each) => typeof each === 'object')) return value.map((each) => longestFirst(each));
    return [...(value as string[])].sort((a, b) => b.length - a.length);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, longestFirst(inner, name)]));
}

/** A regular expression's source that fits any of the words, the longest that fits. */
export function anyOf(words: readonly string[]): string {
  return `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}

/** The first of the words that the text begins with, or an empty string. */
export function opening(text: string, words: readonly string[]): string {
  return words.find((word) => text.startsWith(word)) ?? '';
}

/** The first of the words that the text ends with, or an empty string. */
export function ending(text: string, words: readonly string[]): string {
  return words.find((word) => text.endsWith(word)) ?? '';
}
