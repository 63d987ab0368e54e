import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { cert, key } from './self-signed.js';

/** One request as the server saw it. */
export interface Seen {
  readonly host: string;
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** By the clock of the test. */
  readonly at: number;
}

type Answering = (request: Seen, response: ServerResponse) => void;

/** A server on the loopback, with its own log. */
export interface Site {
  readonly port: number;
  readonly seen: Seen[];
  /** The most requests under way at one time, by host. */
  readonly atOnce: Map<string, number>;
  /** The address of a path under a name that the tests' lookup knows. */
  readonly at: (path: string, host?: string) => string;
  close(): Promise<void>;
}

/** `pages` by path; what is not there is 404, robots.txt too. */
export async function site(pages: Readonly<Record<string, Answering>>, now: () => number = () => 0, secure = false): Promise<Site> {
  const seen: Seen[] = [];
  const atOnce = new Map<string, number>();
  const under = new Map<string, number>();
  const answer: RequestListener = (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const count = (under.get(host) ?? 0) + 1;
    under.set(host, count);
    atOnce.set(host, Math.max(atOnce.get(host) ?? 0, count));
    response.on('close', () => under.set(host, (under.get(host) ?? 1) - 1));
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const one = { host, path: request.url ?? '', method: request.method ?? '', headers: request.headers, body: Buffer.concat(parts).toString(), at: now() };
      seen.push(one);
      const page = pages[one.path.replace(/\?.*/, '')] ?? ((_: Seen, r: ServerResponse) => void r.writeHead(404).end('no'));
      page(one, response);
    });
  };
  const server: Server = secure ? createSecureServer({ cert, key }, answer) : createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    seen,
    atOnce,
    at: (path, host = 'office.test') => `${secure ? 'https' : 'http'}://${host}:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer of one text. */
export const text =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}, status = 200): Answering =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);

export const redirect =
  (to: string, status = 302): Answering =>
  (_, response) =>
    void response.writeHead(status, { location: to }).end();
