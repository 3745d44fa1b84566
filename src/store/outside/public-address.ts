/** Whether an address lies in the open internet: not on this machine, not in a network of its own, not in a special range. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** RFC 6890 and its updates: what is not to be reached from outside, or means another address. */
const special = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  const [network = '', bits = ''] = range.split('/');
  special.addSubnet(network, Number(bits), 'ipv4');
}
// Of IPv6 only 2000::/3 is global; within it Teredo and 6to4 carry an IPv4 address, and some are for documents.
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, bits, 'ipv6');

const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** An IPv4 address in the guise of an IPv6 one (`::ffff:127.0.0.1`) is none: it is never written so on purpose. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  return isIPv6(address) && global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}
