import { CookieJar } from 'tough-cookie';

/**
 * Cookies for the time of a run, in a jar of its own for each host: what one
 * host set is never sent to another, not even to one of the same domain.
 */
export class Cookies {
  readonly #jars = new Map<string, CookieJar>();

  /** The Cookie field for a request; empty where there is none. */
  async for(url: URL): Promise<string> {
    return (await this.#jars.get(url.host)?.getCookieString(url.href)) ?? '';
  }

  /** Keeps what an answer set. Cookies that are not as they must be, or for others, are dropped. */
  async keep(url: URL, setCookies: readonly string[]): Promise<void> {
    if (setCookies.length === 0) return;
    const jar = this.#jars.get(url.host) ?? new CookieJar(undefined, { rejectPublicSuffixes: true });
    this.#jars.set(url.host, jar);
    for (const cookie of setCookies) await jar.setCookie(cookie, url.href, { ignoreError: true });
  }
}
