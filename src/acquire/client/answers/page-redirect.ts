import { pageIn, type SeenPage } from './page.js';

/** An address that is assigned to `location` and nothing else, as publishing systems and shops of domains write it. */
const soleAssignment = /^(?:<!--\s*)?(?:(?:window|self|top|parent|document)\s*\.\s*)*location(?:\s*\.\s*href)?\s*=\s*(["'])([^"'\\]+)\1\s*;?(?:\s*(?:\/\/\s*)?-->)?$/;
const soleCall = /^(?:<!--\s*)?(?:(?:window|self|top|parent|document)\s*\.\s*)*location\s*\.\s*(?:replace|assign)\s*\(\s*(["'])([^"'\\]+)\1\s*\)\s*;?(?:\s*(?:\/\/\s*)?-->)?$/;
const leadsElsewhere = /\blocation\s*(?:\.\s*href)?\s*=[^=]|\blocation\s*\.\s*(?:replace|assign)\s*\(/;

/**
 * Where a page leads that has nothing of its own: a meta refresh, or a script
 * that only assigns an address. `script` where a script leads elsewhere in
 * another way, which is not run; undefined where the page is one to be read.
 *
 * @param most visible characters of a page that has nothing of its own
 */
export function pageRedirect(came: { readonly bytes: Uint8Array; readonly headers: Readonly<Record<string, string>> }, most: number): { readonly to: string } | 'script' | undefined {
  const page = pageIn(came.bytes, came.headers['content-type'] ?? '');
  if (page === undefined || page.text.length > most || page.embeds || page.password) return undefined;
  const refreshed = refreshAddress(page);
  if (refreshed !== undefined) return { to: refreshed };
  const [script, ...others] = page.scripts;
  if (script === undefined || page.fetchesScripts) return undefined;
  const to = others.length === 0 ? (soleAssignment.exec(script) ?? soleCall.exec(script))?.[2] : undefined;
  if (to !== undefined) return { to };
  return page.scripts.some((text) => leadsElsewhere.test(text)) ? 'script' : undefined;
}

/** `0;url=…` of a meta refresh (HTML Standard, 4.2.5.3); undefined where it only loads itself anew. */
function refreshAddress({ refresh }: SeenPage): string | undefined {
  const to = /^[\d.]*[;,]?(?:url=)?["']?(.*?)["']?$/i.exec(refresh ?? '')?.[1];
  return to === undefined || to === '' ? undefined : to;
}
