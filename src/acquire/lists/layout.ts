import { z } from 'zod';
import { pattern } from '../pattern.js';

/** One with a group, which is what is taken. */
const taking = pattern.refine((text) => /\((?!\?[:=!<])/.test(text), { error: 'has no group: ( ) around what is taken' });

/** A value that further addresses are made with. */
const valueSchema = z.union([
  taking,
  z.strictObject({
    /** Where it stands: in the page's source (default), in the address, in a field of the form that was sent, or in the JSON that was. */
    in: z.enum(['page', 'address', 'form', 'json']).default('page'),
    pattern: taking.optional(),
    /** The field. */
    field: z.string().optional(),
    default: z.string().optional(),
  }),
]);

/** How further addresses of a list are made. */
export const furtherSchema = z.strictObject({
  /**
   * By name. `pages`, `total`, `current`, `per_page` and `start` mean what they say;
   * others only stand in the templates.
   */
  values: z.record(z.string().regex(/^[a-z_]+$/), valueSchema).default({}),
  /** The number of the first page. */
  first: z.int().min(0).max(1).default(1),
  /** `{name}` is a value, `{page}` the number of the next page, `{start}` and `{end}` those of its first and last entry. */
  address: z.string().min(1),
  /** Fields that are sent with POST. */
  form: z.record(z.string(), z.string()).optional(),
  /** JSON that is sent with POST in place of a form. */
  json: z.string().min(1).optional(),
});

const entriesSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('links'),
    /** Only links to such addresses. */
    address: pattern.optional(),
  }),
  /** Pieces of markup, packed in CDATA sections of these elements. */
  z.strictObject({ kind: z.literal('records'), element: z.string().regex(/^[a-z]+$/) }),
  z.strictObject({
    kind: z.literal('json'),
    /** Ways to the array, by names of properties; the first that leads to one. */
    at: z.array(z.string()).min(1),
    /** Names of properties, without regard to case; the first that has something. */
    address: z.array(z.string()).min(1),
    title: z.array(z.string()).min(1),
    date: z.array(z.string()).default([]),
    issuer: z.array(z.string()).default([]),
  }),
]);

/** One kind of page that a publishing system lists documents on. */
export const layoutSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** It is one where all of these are. */
  known_by: z.strictObject({
    /** In the source; several in any order. A pattern must read a source once: without `.*`. */
    source: z.array(pattern).min(1).optional(),
    address: pattern.optional(),
    /** The answer is JSON in which `at` leads to an array. */
    json: z.literal(true).optional(),
  }),
  entries: entriesSchema,
  /** How the list goes on; the first rule that fits the page is taken. */
  further: z.array(furtherSchema).default([]),
  /** Words of the link to the next page. */
  next: pattern.optional(),
  /** Addresses of links that are further lists: the years of a column. */
  also: pattern.optional(),
});

/** A file under `systems/`. */
export const systemSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  /** In the order they are tried. */
  layouts: z.array(layoutSchema).min(1),
});

export type SystemFile = z.infer<typeof systemSchema>;
type LayoutFile = z.infer<typeof layoutSchema>;

export interface Value {
  readonly in: 'page' | 'address' | 'form' | 'json';
  readonly pattern: RegExp | undefined;
  readonly field: string | undefined;
  readonly default: string | undefined;
}

export interface Further {
  readonly values: ReadonlyMap<string, Value>;
  readonly first: number;
  readonly address: string;
  readonly form: Readonly<Record<string, string>> | undefined;
  readonly json: string | undefined;
}

export type Entries =
  | { readonly kind: 'links'; readonly address: RegExp | undefined }
  | { readonly kind: 'records'; readonly element: string }
  | { readonly kind: 'json'; readonly at: readonly (readonly string[])[]; readonly address: readonly string[]; readonly title: readonly string[]; readonly date: readonly string[]; readonly issuer: readonly string[] };

/** A layout, ready for use. */
export interface Layout {
  /** `trs/page`. */
  readonly name: string;
  readonly knownBy: { readonly source: readonly RegExp[]; readonly address: RegExp | undefined; readonly json: boolean };
  readonly entries: Entries;
  readonly further: readonly Further[];
  readonly next: RegExp | undefined;
  readonly also: RegExp | undefined;
}

const regex = (text: string): RegExp => new RegExp(text, 'iu');
const maybe = (text: string | undefined): RegExp | undefined => (text === undefined ? undefined : regex(text));

export function toLayout(system: string, file: LayoutFile): Layout {
  return {
    name: `${system}/${file.id}`,
    knownBy: { source: (file.known_by.source ?? []).map(regex), address: maybe(file.known_by.address), json: file.known_by.json ?? false },
    entries: toEntries(file.entries),
    further: file.further.map(({ values, first, address, form, json }) => ({ values: new Map(Object.entries(values).map(([name, value]) => [name, toValue(value)])), first, address, form, json })),
    next: maybe(file.next),
    also: maybe(file.also),
  };
}

export const toLayouts = (systems: readonly SystemFile[]): readonly Layout[] => systems.flatMap(({ id, layouts }) => layouts.map((layout) => toLayout(id, layout)));

function toEntries(file: LayoutFile['entries']): Entries {
  if (file.kind === 'links') return { kind: 'links', address: maybe(file.address) };
  if (file.kind === 'records') return file;
  const low = (names: readonly string[]): readonly string[] => names.map((name) => name.toLowerCase());
  return { kind: 'json', at: file.at.map((way) => (way === '' ? [] : low(way.split('.')))), address: low(file.address), title: low(file.title), date: low(file.date), issuer: low(file.issuer) };
}

const toValue = (value: z.infer<typeof valueSchema>): Value =>
  typeof value === 'string' ? { in: 'page', pattern: regex(value), field: undefined, default: undefined } : { in: value.in, pattern: maybe(value.pattern), field: value.field, default: value.default };
