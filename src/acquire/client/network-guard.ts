import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { StopRun } from '../../model/errors.js';
import { hostOf, portOf } from './address.js';
import { isPublic } from './public-address.js';
import { Refused } from './refused.js';

/** Every address of a name. */
export type Lookup = (name: string) => Promise<readonly LookupAddress[]>;

/** Says which servers may be asked. */
export interface NetworkGuard {
  /**
   * The addresses of the server of `url`, all checked: just these may be connected to.
   *
   * @throws Refused `private-address` where any is not public and the host is not allowed by name
   */
  addresses(url: URL): Promise<readonly LookupAddress[]>;
}

/**
 * A guard that lets public addresses through, and the hosts of `allowHosts`
 * (`HOST`, or `HOST:PORT` for that port alone) whatever their address.
 *
 * @throws StopRun (exit code 1) where one of `allowHosts` is no host
 */
export function networkGuard(allowHosts: readonly string[], lookup: Lookup = (name) => systemLookup(name, { all: true, verbatim: true })): NetworkGuard {
  const allowed = new Set(allowHosts.map((text) => allowedHost(text, '--allow-host')));
  return {
    async addresses(url) {
      const host = hostOf(url);
      const found = ipaddr.isValid(host) ? [{ address: host, family: ipaddr.parse(host).kind() === 'ipv6' ? 6 : 4 }] : await lookup(host);
      if (found.length === 0) throw new Refused('unreachable', 'its name has no address');
      const inside = found.find(({ address }) => !isPublic(address));
      if (inside !== undefined && !allowed.has(host) && !allowed.has(`${host} ${portOf(url)}`)) {
        throw new Refused('private-address', `its address is ${inside.address}`);
      }
      return found;
    },
  };
}

/**
 * A host as an option names it, written as addresses have it: `host`, or `host port`.
 *
 * @throws StopRun (exit code 1)
 */
export function allowedHost(text: string, option: string): string {
  const port = ipaddr.IPv6.isValid(text) ? undefined : /:(\d{1,5})$/.exec(text)?.[1];
  const host = port === undefined ? text : text.slice(0, -port.length - 1);
  try {
    const url = new URL(`http://${ipaddr.IPv6.isValid(host) ? `[${host}]` : host}/`);
    if (url.pathname !== '/' || url.port !== '' || url.username !== '' || url.search !== '' || host.includes('/')) throw new Error();
    return port === undefined ? hostOf(url) : `${hostOf(url)} ${Number(port)}`;
  } catch {
    throw new StopRun(1, `${option} ${text} is no host`, 'Write HOST or HOST:PORT, without http:// and without a path.');
  }
}
