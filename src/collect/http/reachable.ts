import { lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { Trouble } from '../trouble.ts';

/**
 * Addresses that are not of the public internet: the IANA registries of special-purpose addresses (RFC 6890 and its
 * successors), multicast, and the ranges by which an IPv6 address stands for an IPv4 one.
 */
const notPublic = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv4');
}
/** Of IPv6 only 2000::/3 is given out for the public internet; these lie inside it and are not. */
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  notPublic.addSubnet(network, prefix, 'ipv6');
}
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** @param ip an IPv4 or IPv6 address; anything else is not public */
export function isPublicAddress(ip: string): boolean {
  const bare = ip.replace(/%.*$/, '');
  if (isIP(bare) === 4) return !notPublic.check(bare, 'ipv4');
  return isIP(bare) === 6 && globalUnicast.check(bare, 'ipv6') && !notPublic.check(bare, 'ipv6');
}

/** How names and addresses are judged; the system's way where absent. */
export interface Network {
  readonly lookup?: LookupFunction;
  readonly isPublic?: (ip: string) => boolean;
}

/**
 * A connector that looks at the very addresses it connects to: there is no time between check and connect in which a
 * name could come to mean another machine. TLS certificates are checked.
 * @param mayBePrivate true for hosts that the sources file allows to be on a private network
 */
export function guardedConnector(
  mayBePrivate: (hostname: string) => boolean,
  connectTimeout: number,
  { lookup = systemLookup, isPublic = isPublicAddress }: Network = {},
): buildConnector.connector {
  const guarded: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, []);
      const all = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const usable = mayBePrivate(hostname) ? all : all.filter(({ address }) => isPublic(address));
      const [first] = usable;
      if (first === undefined) return callback(refusal(hostname), []);
      if (options.all === true) callback(null, usable);
      else callback(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ timeout: connectTimeout, lookup: guarded, rejectUnauthorized: true });
  return (options, callback) => {
    // A numeric host is never looked up.
    const bare = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(bare) !== 0 && !mayBePrivate(options.hostname) && !isPublic(bare)) {
      callback(refusal(options.hostname), null);
    } else connect(options, callback);
  };
}

function refusal(hostname: string): Trouble {
  return new Trouble(
    'host/private-address',
    hostname,
    `${hostname} is on a private network and is not asked. If the source is meant to be there, give it "private: true".`,
    { wholeHost: true },
  );
}
