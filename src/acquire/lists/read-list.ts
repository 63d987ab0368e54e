import { furtherBy, totalBy } from './further.js';
import { arrayAt, jsonEntries, jsonIn } from './json-entries.js';
import type { Layout } from './layout.js';
import type { ListEntry, ListPage, ListReading, ListRequest } from './list.js';
import { absolute } from '../pages/absolute.js';
import { pageLinks, type PageLink } from './page-links.js';

/** Of a longer page only so many characters are read, of more entries only so many taken, and that is told. */
const longest = 12_000_000;
const most = 20_000;

/**
 * Reads a page of a list by the first layout that knows it: what it names, and
 * where the list goes on. Nothing in the page is run.
 *
 * @param layouts in the order they are tried
 */
export function readList(page: ListPage, layouts: readonly Layout[]): ListReading {
  const cut = page.text.length > longest;
  const seen = { ...page, text: cut ? page.text.slice(0, longest) : page.text };
  const json = jsonIn(seen.text);
  const scripts = json === undefined && /<script[\s>]/i.test(seen.text);
  const layout = layouts.find((one) => knows(one, seen, json));
  if (layout === undefined) return { layout: undefined, entries: [], further: [], title: json === undefined ? pageLinks(seen.text, seen.address).title : '', scripts };
  const { entries: named, links, title, records, cut: deep } = namedBy(layout, seen, json);
  const entries = named.slice(0, most);
  const made = layout.further.flatMap((rule) => furtherBy(rule, seen, records) ?? []).slice(0, 1);
  const next = nextBy(layout, links);
  const further = unique([...made, ...next.further, ...alsoBy(layout, links)], seen);
  const total = totalBy(layout.further, seen);
  const obstacle = cut || deep || named.length > most ? 'too-long' : next.byScript && further.length === 0 ? 'pages-by-script' : undefined;
  return { layout: layout.name, entries, further, title, ...(total === undefined ? {} : { total }), ...(obstacle === undefined ? {} : { obstacle }), scripts };
}

function knows({ knownBy, entries }: Layout, page: ListPage, json: unknown): boolean {
  if (knownBy.json !== (json !== undefined)) return false;
  if (entries.kind === 'json' && arrayAt(json, entries.at) === undefined) return false;
  return (knownBy.address?.test(page.address) ?? true) && knownBy.source.every((part) => part.test(page.text));
}

interface Named {
  readonly entries: readonly ListEntry[];
  readonly links: readonly PageLink[];
  readonly title: string;
  /** How many records the page has, links or not. */
  readonly records: number;
  readonly cut: boolean;
}

function namedBy(layout: Layout, page: ListPage, json: unknown): Named {
  const { entries } = layout;
  if (entries.kind === 'json') {
    const array = arrayAt(json, entries.at) ?? [];
    return { entries: once(jsonEntries(array, entries, page.address)), links: [], title: '', records: array.length, cut: false };
  }
  const { links, title, cut } = pageLinks(page.text, page.address);
  if (entries.kind === 'links') {
    const named = links.filter(({ address, title: called }) => address !== '' && called !== '' && (entries.address?.test(address) ?? true));
    return { entries: once(named), links, title, records: named.length, cut };
  }
  const pieces = recordsIn(page.text, entries.element);
  const packed = pieces.flatMap((piece) => pageLinks(`<ul>${piece}</ul>`, page.address).links.filter(({ address, title: called }) => address !== '' && called !== ''));
  return { entries: once(packed), links, title, records: pieces.length, cut };
}

/** What is packed in the CDATA sections of an element, read once from the start to the end. */
function recordsIn(source: string, element: string): readonly string[] {
  const found: string[] = [];
  const low = source.toLowerCase();
  for (let at = low.indexOf(`<${element}>`); at !== -1; at = low.indexOf(`<${element}>`, at)) {
    const end = low.indexOf(`</${element}>`, at);
    const inside = source.slice(at + element.length + 2, end === -1 ? undefined : end).trim();
    found.push(inside.replace(/^<!\[CDATA\[/, '').replace(/\]\]>$/, ''));
    at = end === -1 ? source.length : end;
  }
  return found;
}

/** The link to the next page; told where there is one that only a script can follow. */
function nextBy({ next }: Layout, links: readonly PageLink[]): { readonly further: readonly ListRequest[]; readonly byScript: boolean } {
  if (next === undefined) return { further: [], byScript: false };
  const named = links.filter(({ title }) => title.length <= 12 && next.test(title.replace(/\s/g, '')));
  const to = named.find(({ address }) => address !== '')?.address;
  return { further: to === undefined ? [] : [{ address: to }], byScript: named.some(({ href }) => /^javascript:\s*[\w$.]+\s*\(\s*[^)\s]/i.test(href)) };
}

const alsoBy = ({ also }: Layout, links: readonly PageLink[]): readonly ListRequest[] => (also === undefined ? [] : links.filter(({ address }) => address !== '' && also.test(address)).map(({ address }) => ({ address })));

/** Further requests, each once, without the page itself and without other hosts. */
function unique(requests: readonly ListRequest[], page: ListPage): readonly ListRequest[] {
  const key = ({ address, form, json }: ListRequest): string => `${address} ${json ?? JSON.stringify(form ?? {})}`;
  const own = new Set([key(page.request), key({ ...page.request, address: absolute(page.address, page.address) ?? '' })]);
  const host = new URL(page.address).hostname;
  const found = new Map<string, ListRequest>();
  for (const request of requests) if (!own.has(key(request)) && new URL(request.address).hostname === host) found.set(key(request), found.get(key(request)) ?? request);
  return [...found.values()];
}

const once = (entries: readonly ListEntry[]): readonly ListEntry[] => {
  const found = new Map<string, ListEntry>();
  for (const { address, title, date, issuer } of entries) {
    const known = found.get(address);
    // a picture or a date may be a link of its own to what the title links to
    if (known !== undefined && known.title.length >= title.length && (known.date !== undefined || date === undefined)) continue;
    const day = date ?? known?.date;
    found.set(address, { address, title: known !== undefined && known.title.length > title.length ? known.title : title, ...(day === undefined ? {} : { date: day }), ...(issuer === undefined ? {} : { issuer }) });
  }
  return [...found.values()];
};
