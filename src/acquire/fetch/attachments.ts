import { z } from 'zod';
import { pattern } from '../pattern.js';
import { absolute } from '../pages/absolute.js';
import { linksIn, type Link } from '../pages/links.js';
import { pageText } from '../pages/page-text.js';
import type { WebAnswer } from '../web-client.js';

/** `attachments:` of pipeline.yaml: how the names of files end that belong to the page that links to them. */
export const attachmentsSchema = z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).min(1);

/** `pictures:` of pipeline.yaml: which pictures belong to the page that shows them, although they lie in another folder. */
export const picturesSchema = z.strictObject({
  /** What stands around the text of a page, in its source. */
  within: z.array(z.strictObject({ from: pattern, to: pattern })),
  /** Paths of their addresses. */
  paths: z.array(pattern),
});

export interface Attachment {
  readonly address: string;
  /** What the page calls it. */
  readonly title: string;
}

type Page = Pick<WebAnswer, 'bytes' | 'finalAddress'>;

/** Finds the files that belong to a page, each once. */
export type AttachmentsOf = (answer: Page) => readonly Attachment[];

/**
 * What belongs to pages: what one links to by a name that ends so, in the
 * address or in the words of the link, what it has in a frame, and of the
 * pictures those of its own folder, of its text, or, where its source does not
 * say where that is, of where its system keeps them: others are the site's dress.
 *
 * @param endings as in `attachmentsSchema`
 */
export function attachmentsBy(endings: z.infer<typeof attachmentsSchema>, pictures: z.infer<typeof picturesSchema>): AttachmentsOf {
  const ends = new RegExp(`\\.(?:${endings.join('|')})$`, 'i');
  const within = pictures.within.map(({ from, to }) => ({ from: new RegExp(from, 'iu'), to: new RegExp(to, 'iu') }));
  const paths = pictures.paths.map((path) => new RegExp(path, 'iu'));
  const isNamed = (address: string): boolean => ends.test(new URL(address).pathname) || [...new URL(address).searchParams.values()].some((value) => ends.test(value));
  return ({ bytes, finalAddress: page }) => {
    if (!isPage(bytes)) return [];
    const source = pageText(bytes);
    const { links, base } = linksIn(source, page);
    const texts = within.flatMap((marks) => between(source, marks) ?? []);
    const shown = new Set(texts.flatMap((text) => linksIn(text, base).links).flatMap(({ address, kind }) => (kind === 'picture' ? address : [])));
    const belongs = ({ address, text, kind }: Link): boolean => {
      if (kind !== 'picture') return isNamed(address) || (kind === 'link' && ends.test(text));
      const { host, pathname } = new URL(address);
      if (!isNamed(address) || host !== new URL(page).host) return false;
      const kept = texts.length > 0 ? shown.has(address) : paths.some((path) => path.test(pathname));
      return kept || address.startsWith(new URL('.', page).href);
    };
    const found = new Map<string, string>();
    for (const link of links.filter(belongs)) {
      const address = behindViewer(link.address, ends);
      if (address !== page && !found.get(address)) found.set(address, link.text);
    }
    return [...found].map(([address, title]) => ({ address, title }));
  };
}

/** What of a page's source stands from the first of one mark to the next of the other, or to its end; undefined where the first is not there. */
function between(source: string, { from, to }: { readonly from: RegExp; readonly to: RegExp }): string | undefined {
  const start = from.exec(source)?.index;
  if (start === undefined) return undefined;
  const rest = source.slice(start);
  return rest.slice(0, to.exec(rest)?.index);
}

/** The file that a page of a viewer shows (`…/web/viewer.html?file=/a.pdf`); any other address as it is. */
function behindViewer(address: string, ends: RegExp): string {
  const { pathname, searchParams } = new URL(address);
  const file = /\/viewer\.html?$/i.test(pathname) ? searchParams.get('file') : null;
  return file !== null && ends.test(file) ? (absolute(file, address) ?? address) : address;
}

/** Whether the bytes may be a web page: they begin with markup, whatever the server says of them. */
const isPage = (bytes: Uint8Array): boolean => /^\s*<(?!\?xml(?![^]*<html))/i.test(Buffer.from(bytes.subarray(0, 2048)).toString('latin1').replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|\u0000/g, ''));
