import type { ParentNode } from 'domhandler';
import type { InsetPicture } from '../inset-pictures.js';
import { isShown } from './shown.js';
import { lineOf, walk } from './walk.js';

/** How a picture stands in an address itself (RFC 2397). */
const inAddress = /^\s*data:image\/[\w.+-]+(?:;[\w.+-]+=[^;,]*)*;base64,/i;

/** The pictures that stand in an article itself, in their addresses. What a browser scales them to is not told by marks alone, so their pixels count. */
export function dataPictures(article: ParentNode): InsetPicture[] {
  const found: InsetPicture[] = [];
  for (const step of walk(article, isShown)) {
    if (step.kind !== 'open' || step.element.name !== 'img') continue;
    const address = step.element.attribs['src'] ?? '';
    const begin = inAddress.exec(address)?.[0];
    if (begin !== undefined) found.push({ bytes: new Uint8Array(Buffer.from(unescaped(address.slice(begin.length)), 'base64')), line: lineOf(step.element), shown: null });
  }
  return found;
}

/** Base64 with its `+`, `/` and `=` as characters: in an address they may be escaped. */
const unescaped = (text: string): string => text.replace(/%(2b|2f|3d)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
