import { constants } from 'node:crypto';
import { Client, type Dispatcher } from 'undici';
import { hostOf, portOf } from './address.js';
import { allowedHost, type NetworkGuard } from './network-guard.js';
import type { FetchSettings } from './settings.js';

/** Connections to servers: one for each scheme, host and port, to an address that was checked. */
export interface Connections {
  to(url: URL): Promise<Dispatcher>;
  close(): Promise<void>;
}

/** How a host is spoken to whose certificate, or age, the user accepts as it is. */
const lenient = { rejectUnauthorized: false, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0', secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT } as const;

/**
 * The check is in the socket's own lookup: what it lets through is what is
 * connected to, so that a name can't be resolved once for the check and once,
 * differently, for the connection.
 *
 * @throws StopRun (exit code 1) where one of `allowBadTls` is no host
 */
export function connections(guard: NetworkGuard, settings: FetchSettings, allowBadTls: readonly string[]): Connections {
  const trusted = new Set(allowBadTls.map((text) => allowedHost(text, '--allow-bad-tls')));
  const open = new Map<string, Client>();
  const connect = (url: URL): Client =>
    new Client(url.origin, {
      pipelining: 1,
      maxHeaderSize: Math.round(settings.header_kilobytes * 1024),
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: {
        ...(trusted.has(hostOf(url)) || trusted.has(`${hostOf(url)} ${portOf(url)}`) ? lenient : {}),
        timeout: settings.idle_seconds * 1000,
        lookup: (_name, options, found) => {
          guard.addresses(url).then(
            (addresses) => {
              const [first] = addresses;
              if (options.all === true) found(null, [...addresses]);
              else found(null, first?.address ?? '', first?.family);
            },
            (error: unknown) => found(error as NodeJS.ErrnoException, '', 0),
          );
        },
      },
    });
  return {
    async to(url) {
      // a host that is a number is connected to without a lookup
      if (/^[\d.]+$|:/.test(hostOf(url))) await guard.addresses(url);
      const known = open.get(url.origin);
      if (known !== undefined && !known.destroyed) return known;
      const made = connect(url);
      open.set(url.origin, made);
      return made;
    },
    async close() {
      await Promise.all([...open.values()].map((client) => client.destroy()));
    },
  };
}
