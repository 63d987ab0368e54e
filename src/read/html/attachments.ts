import type { ParentNode } from 'domhandler';
import type { Link } from '../../model/page.js';
import { isShown } from './shown.js';
import { collapsed } from './text.js';
import { walk } from './walk.js';

/** What reports are attached as. */
const attached = /\.(?:pdf|docx?|wps|ofd|xlsx?|et|zip|rar|jpe?g|png|webp|tiff?)(?:[?#]|$)/i;
/** Where a picture is told that a script shows when the page is scrolled to it. */
const shownLater = ['data-src', 'data-original', 'oldsrc'] as const;
/** More files than these are not named… */
const most = 50;
/** …nor more characters of an address, or of what it is called. */
const longest = 500;

/** The files that a page links to, and the pictures that its article shows; each address once. */
export function linksIn(body: ParentNode, article: ParentNode): Link[] {
  const found = new Map<string, string>();
  const add = (address: string | undefined, text: string): void => {
    const whole = (address ?? '').trim();
    const isFile = attached.test(whole) || attached.test(text);
    if (found.size < most && isFile && whole.length <= longest && !/^(?:data|javascript|mailto):/i.test(whole)) found.set(whole, found.get(whole) || text.slice(0, longest));
  };
  let link: { readonly address: string | undefined; text: string } | null = null;
  for (const step of walk(body, isShown)) {
    if (step.kind === 'text') {
      if (link && link.text.length < longest) link.text += collapsed(step.text);
    } else if (step.element.name === 'a') {
      if (link) add(link.address, link.text.trim());
      link = step.kind === 'open' ? { address: step.element.attribs['href'], text: '' } : null;
    }
  }
  for (const step of walk(article, isShown)) {
    if (step.kind !== 'open' || step.element.name !== 'img') continue;
    const { title, alt, src, ...more } = step.element.attribs;
    for (const address of [...shownLater.map((name) => more[name]), src]) add(address, (title ?? alt ?? '').trim());
  }
  return [...found].map(([address, text]) => ({ address, text }));
}
