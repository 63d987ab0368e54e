/** One request. */
export interface WebRequest {
  /** An absolute http or https address. */
  readonly address: string;
  readonly method?: 'GET' | 'POST';
  /** Form fields, sent as application/x-www-form-urlencoded with POST. */
  readonly form?: Readonly<Record<string, string>>;
  /** JSON text, sent as application/json with POST in place of a form. */
  readonly json?: string;
  /** What is known of the version at hand: asked conditionally, the answer may be `unchanged`. */
  readonly known?: { readonly etag?: string; readonly lastModified?: string };
}

/** An answer that may be a document or a list. */
export interface WebAnswer {
  readonly kind: 'answer';
  readonly address: string;
  readonly finalAddress: string;
  /** ISO 8601, UTC. */
  readonly fetchedAt: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body after content decoding. */
  readonly bytes: Uint8Array;
}

/** The version at hand still holds (304). */
export interface Unchanged {
  readonly kind: 'unchanged';
  readonly address: string;
  readonly finalAddress: string;
  readonly fetchedAt: string;
}

/** No document came: what happened, never worked around. */
export interface Refusal {
  readonly kind: 'refused';
  readonly address: string;
  /** The address that answered last, as far as it was followed. */
  readonly finalAddress: string;
  readonly fetchedAt: string;
  /** One of the client's catalogue: `blocked`, `soft-404`, `redirect-loop`, `robots`, `too-large`, … */
  readonly code: string;
  /** What happened, where and why, for people. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
  readonly status?: number;
  /** Whether the same request may succeed on another day (a full queue, a server's error), so that it stays planned. */
  readonly passing: boolean;
}

export type WebOutcome = WebAnswer | Unchanged | Refusal;

/**
 * Asks politely and safely: one request at a time a host, robots.txt, pauses,
 * limits, checked addresses. Never throws for what the other side does.
 */
export interface WebClient {
  ask(request: WebRequest): Promise<WebOutcome>;
  close(): Promise<void>;
}
