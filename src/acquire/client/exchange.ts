import type { Dispatcher } from 'undici';
import type { Clock } from './clock.js';
import { decodedBody, tooLarge } from './content-decoding.js';
import { asRefused, Refused } from './refused.js';

/** One request as it is sent. */
export interface Sent {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One answer as it came, unpacked, its bytes whole. */
export interface Came {
  readonly url: URL;
  readonly status: number;
  /** Names in lower case, repeated fields joined by `, `; without Set-Cookie's, which are not for keeping. */
  readonly headers: Readonly<Record<string, string>>;
  readonly setCookies: readonly string[];
  readonly bytes: Uint8Array;
  /** Milliseconds from the request to the first byte of the answer. */
  readonly took: number;
}

export interface ExchangeLimits {
  readonly bytes: number;
  /** Milliseconds. */
  readonly idle: number;
  readonly total: number;
}

/**
 * Sends one request and takes its answer within the limits: none outlasts
 * `total`, none is silent for longer than `idle`, and a body that grows too
 * large ends while it comes.
 *
 * @throws Refused
 */
export async function exchange(server: Dispatcher, sent: Sent, limits: ExchangeLimits, clock: Clock, signal: AbortSignal): Promise<Came> {
  const stop = new AbortController();
  const ended = (): void => stop.abort(new Refused('interrupted'));
  if (signal.aborted) throw new Refused('interrupted');
  signal.addEventListener('abort', ended, { once: true });
  const late = (detail: string) => (): void => stop.abort(new Refused('too-slow', detail, { retry: true }));
  const endTotal = clock.after(limits.total, late(`it was not whole after ${limits.total / 1000} s`));
  let endIdle = clock.after(limits.idle, late(`nothing came for ${limits.idle / 1000} s`));
  const alive = (): void => {
    endIdle();
    endIdle = clock.after(limits.idle, late(`nothing came for ${limits.idle / 1000} s`));
  };
  const begun = clock.now();
  try {
    const answer = await server.request({
      path: `${sent.url.pathname}${sent.url.search}`,
      method: sent.method,
      headers: sent.headers,
      ...(sent.body === undefined ? {} : { body: sent.body }),
      signal: stop.signal,
    });
    alive();
    const took = clock.now() - begun;
    const headers = joined(answer.headers);
    try {
      const bytes = await bodyOf(answer, headers, limits.bytes, alive);
      const cookies = answer.headers['set-cookie'] ?? [];
      return { url: sent.url, status: answer.statusCode, headers, setCookies: Array.isArray(cookies) ? cookies : [cookies], bytes, took };
    } catch (error) {
      answer.body.on('error', () => undefined).destroy();
      throw error;
    }
  } catch (error) {
    throw asRefused(stop.signal.aborted ? stop.signal.reason : error);
  } finally {
    endTotal();
    endIdle();
    signal.removeEventListener('abort', ended);
  }
}

async function bodyOf(answer: Dispatcher.ResponseData, headers: Readonly<Record<string, string>>, limit: number, alive: () => void): Promise<Uint8Array> {
  if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const noBody = answer.statusCode === 204 || answer.statusCode === 304;
  const parts: Uint8Array[] = [];
  for await (const part of decodedBody(watched(answer.body, alive), noBody ? '' : (headers['content-encoding'] ?? ''), limit)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

async function* watched(body: AsyncIterable<Uint8Array>, alive: () => void): AsyncGenerator<Uint8Array> {
  for await (const part of body) {
    alive();
    yield part;
  }
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const fields = Object.entries(headers).filter(([name]) => name !== 'set-cookie');
  return Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : (value ?? '')]));
}
