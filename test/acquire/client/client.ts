import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answersSchema, toMarks } from '../../../src/acquire/client/answers/marks.js';
import { webClient } from '../../../src/acquire/client/client.js';
import type { Clock } from '../../../src/acquire/client/clock.js';
import type { Notice, WebClientOptions } from '../../../src/acquire/client/options.js';
import type { FetchSettings } from '../../../src/acquire/client/settings.js';
import type { WebClient, WebOutcome } from '../../../src/acquire/web-client.js';

const delivered = path.join(import.meta.dirname, '../../../pipelines/ogi-annual-report/answers.yaml');
export const marks = toMarks(answersSchema.parse(parse(readFileSync(delivered, 'utf8'))));

export const settings: FetchSettings = {
  answers: 'answers.yaml',
  agent: 'gongkai',
  contact: 'mailto:office@example.org',
  hosts_at_once: 4,
  pause_seconds: 2,
  pause_times_answer: 3,
  longest_pause_seconds: 60,
  longest_crawl_delay_seconds: 120,
  longest_wait_seconds: 300,
  tries: 3,
  backoff_seconds: 5,
  idle_seconds: 60,
  total_seconds: 900,
  megabytes: 1,
  header_kilobytes: 16,
  redirects: 10,
  requests_per_host: 1000,
  requests_per_host_day: 1000,
  requests: 1000,
  failures_in_a_row: 8,
};

/** A clock that moves when someone sleeps, or when it is told to. */
export class TestClock implements Clock {
  time = Date.UTC(2023, 0, 31);
  readonly slept: number[] = [];
  readonly #actions = new Set<{ at: number; action: () => void }>();

  now(): number {
    return this.time;
  }

  sleep(duration: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    this.slept.push(duration);
    this.time += duration;
    return Promise.resolve();
  }

  after(duration: number, action: () => void): () => void {
    const one = { at: this.time + duration, action };
    this.#actions.add(one);
    return () => void this.#actions.delete(one);
  }

  /** Lets time go by, and what is due happen. */
  advance(duration: number): void {
    this.time += duration;
    for (const one of [...this.#actions].filter(({ at }) => at <= this.time)) {
      this.#actions.delete(one);
      one.action();
    }
  }
}

/** Every name is the loopback. */
export const loopback = (): Promise<{ address: string; family: number }[]> => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);

export interface Tried {
  readonly client: WebClient;
  readonly clock: TestClock;
  readonly told: Notice[];
  readonly ask: (address: string) => Promise<WebOutcome>;
}

/** A client for tests: hosts under `.test` are on the loopback and allowed. */
export function tried(options: Partial<WebClientOptions> = {}, changed: Partial<FetchSettings> = {}): Tried {
  const clock = new TestClock();
  const told: Notice[] = [];
  const client = webClient({
    settings: { ...settings, ...changed },
    marks,
    version: '1.0',
    allowHosts: ['office.test', 'other.test', 'third.test'],
    clock,
    random: () => 0.5,
    lookup: loopback,
    tell: (notice) => told.push(notice),
    ...options,
  });
  return { client, clock, told, ask: (address) => client.ask({ address }) };
}

/** What came, in one line: `answer 200`, or the code of the refusal. */
export const inShort = (outcome: WebOutcome): string => (outcome.kind === 'answer' ? `answer ${outcome.status}` : outcome.kind === 'refused' ? outcome.code : outcome.kind);
