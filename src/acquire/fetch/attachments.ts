import { z } from 'zod';
import { linksIn } from '../pages/links.js';
import type { WebAnswer } from '../web-client.js';

/** `attachments:` of pipeline.yaml: how the names of files end that belong to the page that links to them. */
export const attachmentsSchema = z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).min(1);

export interface Attachment {
  readonly address: string;
  /** What the page calls it. */
  readonly title: string;
}

/**
 * The files that belong to a page, each once: what it links to by a name that
 * ends so, in the address or in the words of the link, and what it shows so out
 * of its own folder: pictures from elsewhere are the site's dress.
 *
 * @param endings as in `attachmentsSchema`
 */
export function attachmentsOf(answer: Pick<WebAnswer, 'bytes' | 'headers' | 'finalAddress'>, endings: readonly string[]): readonly Attachment[] {
  if (!isPage(answer)) return [];
  const ends = new RegExp(`\\.(?:${endings.join('|')})$`, 'i');
  const own = new URL('.', answer.finalAddress).href;
  const found = new Map<string, string>();
  for (const { address, text, kind } of linksIn(answer.bytes, answer.finalAddress)) {
    const named = ends.test(new URL(address).pathname) || [...new URL(address).searchParams.values()].some((value) => ends.test(value));
    const belongs = kind === 'link' ? named || ends.test(text) : named && address.startsWith(own);
    if (belongs && address !== answer.finalAddress && !found.get(address)) found.set(address, text);
  }
  return [...found].map(([address, title]) => ({ address, title }));
}

/** Whether the bytes may be a web page: they begin with markup, whatever the server says of them. */
const isPage = ({ bytes }: Pick<WebAnswer, 'bytes'>): boolean => /^\s*<(?!\?xml(?![^]*<html))/i.test(Buffer.from(bytes.subarray(0, 2048)).toString('latin1').replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|\u0000/g, ''));
