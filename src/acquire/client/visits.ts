import pLimit from 'p-limit';
import { hostOf } from './address.js';
import { judge } from './answers/judge.js';
import type { AnswerMarks } from './answers/marks.js';
import type { Clock } from './clock.js';
import type { Connections } from './connections.js';
import { acceptedEncodings } from './content-decoding.js';
import { Cookies } from './cookies.js';
import { exchange, type Came } from './exchange.js';
import { HostLane } from './host-lane.js';
import type { HostCounts, Notice } from './options.js';
import { Refused } from './refused.js';
import { retryAfter } from './retry-after.js';
import type { FetchSettings } from './settings.js';

/** Statuses that may pass within a run. */
const passing = new Set([429, 502, 503, 504]);

/** A request to one address, without redirects. */
export interface Visit {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly form?: Readonly<Record<string, string>> | undefined;
  readonly json?: string | undefined;
  readonly fields?: Readonly<Record<string, string>>;
  /** Megabytes, where the limit is another than the settings'. */
  readonly megabytes?: number;
  /** The address that was asked for, where a redirect led here. */
  readonly asked: URL;
}

/** An answer, and what it is where it is no document. */
export interface Visited {
  readonly came: Came;
  readonly verdict: Refused | undefined;
}

interface Surroundings {
  readonly settings: FetchSettings;
  readonly marks: AnswerMarks;
  readonly agent: string;
  readonly connections: Connections;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly tell: (notice: Notice) => void;
  readonly counts: HostCounts | undefined;
}

/** Requests in their hosts' lanes: pauses, tries, caps, cookies. */
export class Visits {
  readonly #lanes = new Map<string, HostLane>();
  readonly #cookies = new Cookies();
  readonly #atOnce: ReturnType<typeof pLimit>;
  #requests = 0;

  constructor(private readonly at: Surroundings) {
    this.#atOnce = pLimit(at.settings.hosts_at_once);
  }

  /** The lane of a host: one for all its ports and schemes, since they are one machine. */
  lane(url: URL): HostLane {
    const host = hostOf(url);
    const lane = this.#lanes.get(host) ?? new HostLane(this.at.settings, this.at.clock);
    this.#lanes.set(host, lane);
    return lane;
  }

  /**
   * Asks one address, again where what came may pass.
   *
   * @throws Refused where no answer came
   */
  visit(visit: Visit): Promise<Visited> {
    const lane = this.lane(visit.url);
    return lane.inTurn(async () => {
      try {
        const visited = await this.#tries(visit, lane);
        this.#end(visit, lane, visited.verdict);
        return visited;
      } catch (error) {
        if (error instanceof Refused) this.#end(visit, lane, error);
        throw error;
      }
    });
  }

  #end(visit: Visit, lane: HostLane, failure: Refused | undefined): void {
    if (lane.ended(failure?.code)) this.#tell('host-left', visit, `${hostOf(visit.url)} failed ${this.at.settings.failures_in_a_row} requests in a row and is left for this run`);
  }

  async #tries(visit: Visit, lane: HostLane): Promise<Visited> {
    const { settings, clock, random } = this.at;
    for (let attempt = 1; ; attempt++) {
      lane.open();
      const outcome = await this.#once(visit, lane);
      const failed = outcome instanceof Refused;
      if (failed ? outcome.more.retry !== true : !passing.has(outcome.came.status) || outcome.verdict?.code === 'blocked') {
        if (failed) throw outcome;
        return outcome;
      }
      const asked = failed ? undefined : retryAfter(outcome.came.headers['retry-after'], clock.now());
      if (asked !== undefined && asked > settings.longest_wait_seconds * 1000) {
        const why = new Refused('asked-to-wait', new Date(Math.min(clock.now() + asked, 8.64e15)).toISOString());
        lane.leave(why);
        this.#tell('host-left', visit, `${hostOf(visit.url)} asks to be left alone for ${Math.round(asked / 1000)} s and is left for this run`);
        throw why;
      }
      if (asked !== undefined) lane.rest(asked);
      if (attempt >= settings.tries) {
        if (failed) throw outcome;
        return outcome;
      }
      if (asked === undefined) lane.rest(settings.backoff_seconds * 1000 * 2 ** (attempt - 1) * (0.5 + random() / 2));
      this.#tell('again', visit, `${failed ? outcome.detail : `status ${outcome.came.status}`}: ${visit.url.href} is asked for again`);
    }
  }

  async #once(visit: Visit, lane: HostLane): Promise<Visited | Refused> {
    const { settings, clock, signal, connections, marks } = this.at;
    this.#mayAsk(visit, lane);
    try {
      await lane.pause(signal);
    } catch {
      return new Refused('interrupted');
    }
    this.#requests += 1;
    this.at.counts?.add(hostOf(visit.url));
    const begun = clock.now();
    let took: number | undefined;
    try {
      const cookie = await this.#cookies.for(visit.url);
      const body = visit.method === 'POST' ? (visit.json ?? new URLSearchParams(visit.form).toString()) : undefined;
      const headers = {
        'user-agent': this.at.agent,
        'accept': '*/*',
        'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
        'accept-encoding': acceptedEncodings,
        ...visit.fields,
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': visit.json === undefined ? 'application/x-www-form-urlencoded' : 'application/json' }),
      };
      const limits = { bytes: (visit.megabytes ?? settings.megabytes) * 1e6, idle: settings.idle_seconds * 1000, total: settings.total_seconds * 1000 };
      const sent = { url: visit.url, method: visit.method, headers, ...(body === undefined ? {} : { body }) };
      const came = await this.#atOnce(async () => exchange(await connections.to(visit.url), sent, limits, clock, signal));
      took = came.took;
      await this.#cookies.keep(visit.url, came.setCookies);
      return { came, verdict: judge(came, visit.asked, marks) };
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    } finally {
      lane.answered(took ?? clock.now() - begun);
    }
  }

  #mayAsk(visit: Visit, lane: HostLane): void {
    const { settings, counts, signal } = this.at;
    const host = hostOf(visit.url);
    if (signal.aborted) throw new Refused('interrupted');
    if (this.#requests >= settings.requests) throw new Refused('enough-requests', `this run has sent its ${settings.requests} requests`);
    if (lane.requests >= settings.requests_per_host) throw new Refused('enough-requests', `${host} has had its ${settings.requests_per_host} requests of this run`);
    if ((counts?.today(host) ?? 0) >= settings.requests_per_host_day) throw new Refused('enough-requests', `${host} has had its ${settings.requests_per_host_day} requests of this day`);
  }

  #tell(code: Notice['code'], visit: Visit, message: string): void {
    this.at.tell({ code, address: visit.url.href, message });
  }
}
