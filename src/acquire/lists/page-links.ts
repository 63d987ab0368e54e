import { absolute } from '../pages/absolute.js';
import { parsePage } from '../pages/parse-page.js';
import { dateIn } from './dates.js';
import type { ListEntry } from './list.js';

/** A link of a page, with what stands beside it. */
export interface PageLink extends ListEntry {
  /** As it is written: `javascript:…` and `#` too, for which `address` is empty. */
  readonly href: string;
}

export interface PageLinks {
  /** In their order. */
  readonly links: readonly PageLink[];
  /** Of the page. */
  readonly title: string;
  /** Whether elements lie so deep in each other that the rest was not read. */
  readonly cut: boolean;
}

/** Elements that are a row of a list each: a date in one belongs to its links. */
const rows = new Set(['li', 'tr', 'dl']);
/** What stands in these is not shown. */
const unseen = new Set(['script', 'style', 'noscript', 'template', 'textarea']);
/** Of a title no more is kept, in characters. */
const longestTitle = 500;
/** Rows may lie in rows: in a list that is laid out by a table the table's row is none of the list's. */
const deepestRow = 64;

interface Row {
  readonly links: number[];
  date: string | undefined;
}

/**
 * The links of a page and the dates beside them, read once from its start to
 * its end. A date belongs to the links of its row (of the smallest one around
 * it); where there are no rows, to the link before it.
 */
export function pageLinks(source: string, page: string): PageLinks {
  const links: { href: string; address: string; title: string; date?: string }[] = [];
  const open: Row[] = [];
  let base = page;
  let title = '';
  let inTitle = false;
  let hidden = 0;
  let anchor: { href: string; title: string; text: string } | undefined;
  let beside = '';

  const readBeside = (): void => {
    const date = dateIn(beside);
    beside = '';
    if (date === undefined) return;
    const row = open.at(-1);
    if (row !== undefined) row.date ??= date;
    else {
      const last = links.at(-1);
      if (last !== undefined) last.date ??= date;
    }
  };
  const closeAnchor = (): void => {
    if (anchor === undefined) return;
    const address = absolute(anchor.href, base);
    const date = dateIn(anchor.text.trim().slice(-20)) ?? dateIn(anchor.text.trim().slice(0, 12));
    open.at(-1)?.links.push(links.length);
    links.push({ href: anchor.href.trim(), address: address ?? '', title: fuller(anchor.title, anchor.text), ...(date === undefined ? {} : { date }) });
    anchor = undefined;
  };
  const closeRow = (): void => {
    readBeside();
    const row = open.pop();
    if (row?.date === undefined) return;
    for (const index of row.links) {
      const link = links[index];
      if (link !== undefined) link.date ??= row.date;
    }
  };

  const { cut } = parsePage(source, {
    onopentag(name, attributes) {
      if (unseen.has(name)) hidden += 1;
      if (name === 'base' && attributes.href !== undefined) base = absolute(attributes.href, page) ?? base;
      if (name === 'title' && title === '') inTitle = true;
      if (rows.has(name) && open.length < deepestRow) {
        readBeside();
        open.push({ links: [], date: undefined });
      }
      if (name === 'a' && attributes.href !== undefined) {
        closeAnchor();
        readBeside();
        anchor = { href: attributes.href, title: attributes.title ?? '', text: '' };
      }
    },
    ontext(text) {
      if (inTitle) title = (title + text).slice(0, longestTitle);
      else if (hidden > 0) return;
      else if (anchor !== undefined) anchor.text = (anchor.text + text).slice(0, longestTitle);
      else beside = (beside + text).slice(-200);
    },
    onclosetag(name) {
      if (unseen.has(name)) hidden = Math.max(0, hidden - 1);
      if (name === 'title') inTitle = false;
      if (name === 'a') closeAnchor();
      if (rows.has(name) && open.length > 0) closeRow();
      else if (anchor === undefined && beside !== '') beside += ' ';
    },
  });
  closeAnchor();
  readBeside();
  while (open.length > 0) closeRow();
  return { links, title: spaced(title), cut };
}

/** A title that is cut with … in the text often stands whole in the attribute. A date that is a part of the link is none of the title. */
function fuller(attribute: string, text: string): string {
  const [a, b] = [spaced(attribute), undated(spaced(text))];
  const cut = /(?:…|\.{2,})$/.exec(b)?.index;
  return a.length >= (cut ?? b.length) ? a : b;
}

/** A day before a text, in figures alone, or behind it. */
const day = /^\[?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\]?\s*|[\s([（【]*(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?:日?[)\]）】]?|日)$/g;

function undated(text: string): string {
  const plain = text.replace(day, '').trim();
  return plain === '' ? text : plain;
}

export const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
