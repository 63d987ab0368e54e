import pLimit from 'p-limit';
import type { Clock } from './clock.js';
import { Refused } from './refused.js';
import type { RefusalCode } from './refusals.js';
import type { FetchSettings } from './settings.js';

/** These say something of the host, not of one of its addresses. */
const hostsOwn = new Set<RefusalCode>(['unreachable', 'tls', 'too-slow', 'server-error', 'blocked', 'too-many-requests', 'broken-answer']);

/**
 * The way to one host: one request at a time, and a pause after each that
 * grows with the host's slowness. All times are milliseconds.
 */
export class HostLane {
  readonly #turns = pLimit(1);
  readonly #settings: FetchSettings;
  readonly #clock: Clock;
  #freeAt = 0;
  #crawlDelay = 0;
  #requests = 0;
  #failures = 0;
  #left: Refused | undefined;

  constructor(settings: FetchSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** Runs `visit` when all visits before it are over. */
  inTurn<T>(visit: () => Promise<T>): Promise<T> {
    return this.#turns(visit);
  }

  /** What robots.txt asks for between two requests, in seconds. */
  set crawlDelay(seconds: number) {
    this.#crawlDelay = seconds * 1000;
  }

  get requests(): number {
    return this.#requests;
  }

  /** @throws Refused where the host is left for this run */
  open(): void {
    if (this.#left !== undefined) throw this.#left;
  }

  leave(why: Refused): void {
    this.#left ??= why;
  }

  /** Waits until the pause since the last answer is over. */
  async pause(signal: AbortSignal): Promise<void> {
    const wait = this.#freeAt - this.#clock.now();
    if (wait > 0) await this.#clock.sleep(wait, signal);
    this.#requests += 1;
  }

  /** An answer ended, or a request failed, that had taken `took` to begin. */
  answered(took: number): void {
    const { pause_seconds, pause_times_answer, longest_pause_seconds } = this.#settings;
    const grown = Math.min(longest_pause_seconds * 1000, pause_times_answer * took);
    this.#freeAt = Math.max(this.#freeAt, this.#clock.now() + Math.max(pause_seconds * 1000, grown, this.#crawlDelay));
  }

  /** The host asked to be left alone so long. */
  rest(duration: number): void {
    this.#freeAt = Math.max(this.#freeAt, this.#clock.now() + duration);
  }

  /** How a visit ended. True where it was one failure too many, so that the host is left. */
  ended(failure: RefusalCode | undefined): boolean {
    this.#failures = failure !== undefined && hostsOwn.has(failure) ? this.#failures + 1 : 0;
    if (this.#failures < this.#settings.failures_in_a_row || this.#left !== undefined) return false;
    this.leave(new Refused('host-left', String(this.#failures)));
    return true;
  }
}
