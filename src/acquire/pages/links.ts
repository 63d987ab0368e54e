import { absolute } from './absolute.js';
import { parsePage } from './parse-page.js';

/** An address that a page names. */
export interface Link {
  /** Absolute, http or https, without fragment. */
  readonly address: string;
  /** What is clicked on; else its title. Without white space at its ends. */
  readonly text: string;
  /** A `picture`, and a `frame` or an object, a browser fetches by itself. */
  readonly kind: 'link' | 'picture' | 'frame';
}

/** Attributes that hold the address of what is shown. */
const showing: Readonly<Record<string, string>> = { img: 'src', iframe: 'src', frame: 'src', embed: 'src', object: 'data' };

/** More of a page is not looked at, in characters. */
const lookedAt = 5_000_000;

export interface Links {
  /** In the order of the page. */
  readonly links: readonly Link[];
  /** The address that its addresses go from. */
  readonly base: string;
}

/** What a page's source links to and shows, as it stands there: nothing is run. */
export function linksIn(source: string, page: string): Links {
  const found: Link[] = [];
  let base = page;
  let open: { href: string; title: string; text: string } | undefined;
  const add = (href: string | undefined, text: string, kind: Link['kind']): void => {
    const address = href === undefined ? undefined : absolute(href, base);
    if (address !== undefined) found.push({ address, text: text.replace(/\s+/g, ' ').trim(), kind });
  };
  const close = (): void => {
    if (open !== undefined) add(open.href, open.text.trim() === '' ? open.title : open.text, 'link');
    open = undefined;
  };
  parsePage(source.slice(0, lookedAt), {
    onopentag(name, { href, title = '', alt = '', ...attributes }) {
      if (name === 'base' && href !== undefined) base = absolute(href, page) ?? base;
      if (name === 'area') add(href, alt, 'link');
      if (name === 'a' && href !== undefined) {
        close();
        open = { href, title, text: '' };
      }
      const shows = showing[name];
      if (shows !== undefined) add(attributes[shows], alt === '' ? title : alt, name === 'img' ? 'picture' : 'frame');
    },
    ontext(text) {
      if (open !== undefined) open.text += text;
    },
    onclosetag(name) {
      if (name === 'a') close();
    },
  });
  close();
  return { links: found, base };
}
