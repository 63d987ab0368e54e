import { dateOf } from './dates.js';
import type { Entries } from './layout.js';
import type { ListEntry } from './list.js';
import { absolute } from '../pages/absolute.js';
import { pageLinks, spaced } from './page-links.js';

type JsonEntries = Extract<Entries, { readonly kind: 'json' }>;
type Thing = Readonly<Record<string, unknown>>;

/** JSON in an answer, bare or handed to a function (`callback({…});`); undefined where there is none. */
export function jsonIn(text: string): unknown {
  const plain = text.replace(/^\ufeff/, '').trim();
  const whole = attempt(plain);
  if (whole !== undefined) return whole;
  const open = plain.indexOf('(');
  return /^[\w$.]{1,100}$/.test(plain.slice(0, Math.max(open, 0)).trim()) ? attempt(plain.slice(open + 1, plain.lastIndexOf(')'))) : undefined;
}

/** JSON text in which JSON text is packed once more is opened, too. */
function attempt(text: string): unknown {
  if (!/^[[{"]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? attempt(value) : value;
  } catch {
    return undefined;
  }
}

/** The array that the first of the ways leads to; undefined where none does. */
export function arrayAt(json: unknown, ways: readonly (readonly string[])[]): readonly unknown[] | undefined {
  for (const way of ways) {
    const found = way.reduce<unknown>((at, name) => property(at, name), json);
    if (Array.isArray(found)) return found as readonly unknown[];
  }
  return undefined;
}

export function jsonEntries(array: readonly unknown[], { address, title, date, issuer }: JsonEntries, page: string): readonly ListEntry[] {
  return array.flatMap((thing) => {
    const to = absolute(textOf(first(thing, address)), page);
    const called = textOf(first(thing, title));
    if (to === undefined || called === '') return [];
    const day = dateOf(first(thing, date));
    const by = textOf(first(thing, issuer));
    // titles are found with markup of searches in them: <em>年报</em>
    const plain = called.includes('<') ? pageLinks(`<a href="/">${called}</a>`, page).links[0]?.title : called;
    return [{ address: to, title: spaced(plain ?? called), ...(day === undefined ? {} : { date: day }), ...(by === '' ? {} : { issuer: spaced(by) }) }];
  });
}

const first = (thing: unknown, names: readonly string[]): unknown => names.map((name) => property(thing, name)).find((value) => value !== undefined && value !== null && value !== '' && value !== 0);

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 2048) : typeof value === 'number' ? String(value) : '');

/** A property by its name in lower case. */
function property(thing: unknown, name: string): unknown {
  if (typeof thing !== 'object' || thing === null || Array.isArray(thing)) return undefined;
  const key = Object.keys(thing).find((one) => one.toLowerCase() === name);
  return key === undefined ? undefined : (thing as Thing)[key];
}
