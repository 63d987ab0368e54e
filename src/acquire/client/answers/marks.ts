import { z } from 'zod';
import { pattern } from '../../pattern.js';

/** A mark of answers of one kind: it is there where everything it names is. */
const markSchema = z
  .strictObject({
    /** What the answer is. */
    code: z.enum(['blocked', 'login', 'soft-404']),
    /** What is said of it: the name of a shield, what the page shows. */
    says: z.string().min(1),
    /** HTTP statuses. */
    status: z.array(z.int().min(100).max(599)).min(1).optional(),
    /** Header fields, names in lower case, by regular expressions. */
    headers: z.record(z.string().regex(/^[a-z0-9-]+$/), pattern).optional(),
    /** In the page's title, its visible text, its address. */
    title: pattern.optional(),
    text: pattern.optional(),
    /** In the page's source, several parts in any order. Without `[^]*`: a pattern must read a source once. */
    source: z.array(pattern).min(1).optional(),
    address: pattern.optional(),
    /** At most so many visible characters. */
    at_most: z.int().nonnegative().optional(),
    /** The page has a field for a password. */
    password: z.literal(true).optional(),
    /** It came by a redirect. */
    redirected: z.literal(true).optional(),
  })
  .refine((m) => [m.status, m.headers, m.title, m.text, m.source, m.address, m.password].some((part) => part !== undefined), { error: 'names nothing to know the answer by' });

/** answers.yaml: how answers that are no documents are told from those that are. */
export const answersSchema = z.strictObject({
  /** A page that only leads elsewhere by script or meta refresh has at most so many visible characters. */
  redirect_text: z.int().nonnegative(),
  /** Paths of a site's first page, by regular expressions: who asked for a document and is led there got a soft 404. */
  home: z.array(pattern).min(1),
  /** In the order they are tried. */
  marks: z.array(markSchema).min(1),
});

export type AnswersFile = z.infer<typeof answersSchema>;

export interface Mark {
  readonly code: 'blocked' | 'login' | 'soft-404';
  readonly says: string;
  readonly status: readonly number[] | undefined;
  readonly headers: readonly (readonly [string, RegExp])[];
  readonly title: RegExp | undefined;
  readonly text: RegExp | undefined;
  readonly source: readonly RegExp[];
  readonly address: RegExp | undefined;
  readonly atMost: number;
  readonly password: boolean;
  readonly redirected: boolean;
}

/** answers.yaml, ready for use. */
export interface AnswerMarks {
  readonly redirectText: number;
  readonly home: readonly RegExp[];
  readonly marks: readonly Mark[];
}

export function toMarks(file: AnswersFile): AnswerMarks {
  const regex = (text: string | undefined): RegExp | undefined => (text === undefined ? undefined : new RegExp(text, 'iu'));
  return {
    redirectText: file.redirect_text,
    home: file.home.map((text) => new RegExp(text, 'iu')),
    marks: file.marks.map((m) => ({
      code: m.code,
      says: m.says,
      status: m.status,
      headers: Object.entries(m.headers ?? {}).map(([name, text]) => [name, new RegExp(text, 'iu')] as const),
      title: regex(m.title),
      text: regex(m.text),
      source: (m.source ?? []).map((text) => new RegExp(text, 'iu')),
      address: regex(m.address),
      atMost: m.at_most ?? Infinity,
      password: m.password ?? false,
      redirected: m.redirected ?? false,
    })),
  };
}
