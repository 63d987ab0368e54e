import { pageRedirect } from './answers/page-redirect.js';
import { toAddress } from './address.js';
import { Refused } from './refused.js';
import type { Visit, Visited, Visits } from './visits.js';

const redirecting = new Set([301, 302, 303, 307, 308]);

interface Following {
  /** Redirects that are followed. */
  readonly most: number;
  /** Visible characters up to which a page that only leads elsewhere is followed, too. */
  readonly pages?: number;
  /** Asked before every visit; throws where it must not be. */
  readonly permit?: (url: URL) => Promise<void>;
  /** Told of every step, before it is checked. */
  readonly step?: (from: URL, to: URL) => void;
}

/**
 * Asks an address and whatever it redirects to, each checked as the first was,
 * until something else than a redirect comes.
 *
 * @throws Refused `redirect-loop`, `too-many-redirects`, `script-redirect`, and what checks and visits refuse
 */
export async function followed(visits: Visits, first: Visit, following: Following): Promise<Visited> {
  const met = new Set<string>();
  for (let visit = first; ; ) {
    const { href } = visit.url;
    if (met.has(`${visit.method} ${href}`)) throw new Refused('redirect-loop', href);
    if (met.size > following.most) throw new Refused('too-many-redirects', String(following.most));
    met.add(`${visit.method} ${href}`);
    await following.permit?.(visit.url);
    const visited = await visits.visit(visit);
    const next = afterwards(visit, visited, following.pages);
    if (next === undefined) return visited;
    following.step?.(visit.url, next.url);
    visit = next;
  }
}

function afterwards(visit: Visit, { came, verdict }: Visited, pages: number | undefined): Visit | undefined {
  const location = came.headers.location;
  if (redirecting.has(came.status) && location !== undefined) {
    const kept = came.status === 307 || came.status === 308 || visit.method === 'GET';
    const url = toAddress(asSent(location), visit.url);
    return kept ? { ...visit, url } : { ...visit, url, method: 'GET', form: undefined, json: undefined };
  }
  if (verdict !== undefined || pages === undefined || came.status < 200 || came.status > 299) return undefined;
  const redirect = pageRedirect(came, pages);
  if (redirect === undefined) return undefined;
  if (redirect === 'script') throw new Refused('script-redirect');
  return { ...visit, url: toAddress(redirect.to, visit.url), method: 'GET', form: undefined, json: undefined };
}

/** A header field comes as one character a byte: bytes beyond ASCII stand in an address as they were sent, whatever their character set. */
const asSent = (location: string): string => location.trim().replace(/[\u0080-\u00ff]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
