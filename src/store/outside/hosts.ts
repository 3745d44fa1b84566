/** The hosts that a store may ask: none, unless the operator lists them. */
import { isIP } from 'node:net';
import { QueryFault } from '../graph-store.js';
import { isPublicAddress } from './public-address.js';

export interface Hosts {
  /** Throws a {@link QueryFault} for an address that is not listed, or is none that is fetched at all. */
  check(iri: string): URL;
  /** Whether the address would pass that check. */
  lists(iri: string): boolean;
  /** Whether a listed name may lead to this address: a private one must be listed itself. */
  allowsAddress(address: string): boolean;
}

/** Without the brackets of an IPv6 address. */
export const hostName = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80');

/** `host` or `host:port`; without a port the usual one of either scheme is meant. */
function parseEntry(entry: string): { readonly name: string; readonly ports: readonly string[] } {
  const url = new URL(`http://${entry}/`);
  const hasPort = /:\d+$/.test(entry.replace(/^\[.*\]/, ''));
  return { name: hostName(url), ports: hasPort ? [portOf(url)] : ['80', '443'] };
}

export function createHosts(entries: readonly string[]): Hosts {
  const listed = entries.map(parseEntry);
  const addresses = new Set(listed.filter(({ name }) => isIP(name) !== 0).map(({ name }) => name));

  /** Why an address is refused; undefined where it is not. */
  function whyNot(iri: string): string | undefined {
    if (!URL.canParse(iri) || !/^https?:$/.test(new URL(iri).protocol)) return 'only http and https are spoken';
    const url = new URL(iri);
    if (url.username !== '' || url.password !== '') return 'no password is sent';
    const isListed = listed.some(({ name, ports }) => name === hostName(url) && ports.includes(portOf(url)));
    return isListed ? undefined : `${url.host} is not listed`;
  }

  return {
    check(iri) {
      const reason = whyNot(iri);
      if (reason !== undefined) throw new QueryFault('refused', `<${iri.slice(0, 200)}> is refused: ${reason}`);
      return new URL(iri);
    },
    lists: (iri) => whyNot(iri) === undefined,
    allowsAddress: (address) => isPublicAddress(address) || addresses.has(address),
  };
}
