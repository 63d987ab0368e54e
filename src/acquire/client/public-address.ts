import ipaddr from 'ipaddr.js';

/** The IPv6 addresses that are given out at all (RFC 4291, 2.4: 2000::/3). */
const global6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** NAT64's well-known prefix (RFC 6052): the last 32 bits are an IPv4 address. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address is one of the public internet: not private, loopback,
 * link-local, carrier's NAT, multicast, reserved, tunnelled or unspecified.
 * IPv6 addresses that stand for an IPv4 one are judged by that.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  const six = parsed as ipaddr.IPv6;
  if (six.isIPv4MappedAddress()) return isPublic(six.toIPv4Address().toString());
  if (six.match(nat64)) return isPublic(six.toByteArray().slice(12).join('.'));
  return six.match(global6) && six.range() === 'unicast';
}
