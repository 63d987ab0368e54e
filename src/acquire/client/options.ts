import type { AnswerMarks } from './answers/marks.js';
import type { Clock } from './clock.js';
import type { Lookup } from './network-guard.js';
import type { FetchSettings } from './settings.js';

/** Something worth telling that is no outcome of its own: a downgrade, a wait, another try, a host that is left. */
export interface Notice {
  readonly code: 'downgrade' | 'waits' | 'again' | 'host-left' | 'robots-unavailable' | 'accepted-tls';
  readonly address: string;
  readonly message: string;
}

/** How many requests a host was sent on this day, kept by whoever keeps days. */
export interface HostCounts {
  /** Requests to `host` today, those of this run included. */
  today(host: string): number;
  /** One more is about to be sent. */
  add(host: string): void;
}

export interface WebClientOptions {
  readonly settings: FetchSettings;
  readonly marks: AnswerMarks;
  /** The program's version, for User-Agent. */
  readonly version: string;
  /** Hosts (`HOST` or `HOST:PORT`) that may be asked although they are not on the public internet. */
  readonly allowHosts?: readonly string[];
  /** Hosts whose certificate is accepted as it is. */
  readonly allowBadTls?: readonly string[];
  readonly counts?: HostCounts;
  readonly tell?: (notice: Notice) => void;
  /** Ends everything under way. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** 0 to 1. */
  readonly random?: () => number;
  readonly lookup?: Lookup;
}
