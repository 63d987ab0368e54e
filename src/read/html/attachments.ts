import type { ParentNode } from 'domhandler';
import { isShown } from './shown.js';
import { walk } from './walk.js';

/** What reports are attached as. */
const attached = /\.(?:pdf|docx?|wps|ofd|xlsx?|et|zip|rar|jpe?g|png|tiff?)(?:[?#]|$)/i;
/** More addresses than these are not named. */
const most = 10;

/** Addresses of the files that a page links to, and of the pictures that its article shows. */
export function attachmentsIn(body: ParentNode, article: ParentNode): string[] {
  const of = (root: ParentNode, name: string, attribute: string): string[] => [...walk(root, isShown)].flatMap((step) => (step.kind === 'open' && step.element.name === name ? [step.element.attribs[attribute] ?? ''] : []));
  const found = new Set<string>();
  for (const address of [...of(body, 'a', 'href'), ...of(article, 'img', 'src')]) {
    if (!address.startsWith('data:') && attached.test(address)) found.add(address.trim());
  }
  return [...found].slice(0, most);
}
