import robotsParser from 'robots-parser';
import { hostOf } from './address.js';
import { followed } from './redirects.js';
import { asRefused, Refused } from './refused.js';
import type { FetchSettings } from './settings.js';
import type { Visits } from './visits.js';

interface Rules {
  isAllowed(address: string, agent: string): boolean | undefined;
  getMatchingLineNumber(address: string, agent: string): number;
  getCrawlDelay(agent: string): number | undefined;
}

// the package's types say `default`, its module is the function
const parse = robotsParser as unknown as (address: string, text: string) => Rules;

/** RFC 9309, 2.5: at least 500 kibibytes must be read. */
const megabytes = 0.6;

/** These concern the host as a whole, and are told as they are. */
const asTheyAre = new Set(['unreachable', 'private-address', 'tls', 'blocked', 'asked-to-wait', 'host-left', 'enough-requests', 'interrupted', 'bad-address']);

/** The robots.txt of each site, fetched once a run. */
export class Robots {
  readonly #rules = new Map<string, Promise<Rules | Refused>>();

  constructor(
    private readonly visits: Visits,
    private readonly settings: FetchSettings,
    private readonly unavailable: (url: URL, detail: string) => void,
  ) {}

  /** @throws Refused where the address, or anything of its site, must not be asked for */
  async permit(url: URL): Promise<void> {
    const known = this.#rules.get(url.origin) ?? this.#fetch(url);
    this.#rules.set(url.origin, known);
    const rules = await known;
    if (rules instanceof Refused) throw rules;
    if (rules.isAllowed(url.href, this.settings.agent) === false) {
      throw new Refused('robots', `line ${rules.getMatchingLineNumber(url.href, this.settings.agent)}`);
    }
  }

  async #fetch(site: URL): Promise<Rules | Refused> {
    const url = new URL('/robots.txt', site);
    try {
      const { came, verdict } = await followed(this.visits, { url, method: 'GET', megabytes, asked: url }, { most: 5 });
      if (verdict?.code === 'blocked') return verdict;
      if (came.status >= 500 || came.status === 429) return this.#without(url, `it answered with status ${came.status}`);
      const rules = parse(url.href, came.status >= 200 && came.status < 300 ? textOf(came.bytes) : '');
      return this.#delayed(url, rules);
    } catch (error) {
      const refused = asRefused(error);
      return asTheyAre.has(refused.code) ? refused : this.#without(url, `${refused.code}: ${refused.detail}`);
    }
  }

  #delayed(url: URL, rules: Rules): Rules | Refused {
    const delay = rules.getCrawlDelay(this.settings.agent) ?? 0;
    const longest = this.settings.longest_crawl_delay_seconds;
    if (delay > longest) return new Refused('robots', `it asks for ${delay} s between requests, more than the ${longest} s this program waits`);
    if (delay > 0) this.visits.lane(url).crawlDelay = delay;
    return rules;
  }

  #without(url: URL, detail: string): Refused {
    this.unavailable(url, `The robots.txt of ${hostOf(url)} could not be had (${detail}): nothing of the host is asked for in this run`);
    return new Refused('robots-unavailable', detail);
  }
}

/** The text of a robots.txt; a line longer than an address matches none and is left out. */
function textOf(bytes: Uint8Array): string {
  const lines = new TextDecoder('utf-8').decode(bytes).split(/\r\n|\r|\n/);
  return lines.filter((line) => line.length <= 2048).join('\n');
}
