/** Who asks, as far as the budget of query time is concerned: an address. */
import type { Request } from 'express';
import type { Config } from '../config.js';

const loopback = /^(?:127\.|::1$)/;

/** An IPv4 address that came in by an IPv6 socket is the same client. */
const plain = (address: string): string => address.replace(/^::ffff:/i, '');

/** The last entry is the one that the proxy next to us has seen; those before it anybody may write. */
function forwardedFor(request: Request): string | undefined {
  const header = request.headers['x-forwarded-for'];
  const entries = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  return entries.at(-1)?.trim() || undefined;
}

/** Whoever it is, limited or not. */
export const addressOf = (request: Request, { trustProxy }: Pick<Config, 'trustProxy'>): string =>
  plain((trustProxy ? forwardedFor(request) : undefined) ?? request.socket.remoteAddress ?? '');

/** Undefined for those who are not limited. Whoever holds a whole IPv6 network of /64 is one client. */
export function clientOf(
  request: Request,
  { limitLoopback, trustProxy }: Pick<Config, 'limitLoopback' | 'trustProxy'>,
): string | undefined {
  const address = addressOf(request, { trustProxy });
  if (!limitLoopback && loopback.test(address)) return undefined;
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}

/** The same, as an option of what a store is asked. */
export function askedBy(request: Request, config: Pick<Config, 'limitLoopback' | 'trustProxy'>): { client?: string } {
  const client = clientOf(request, config);
  return client === undefined ? {} : { client };
}
