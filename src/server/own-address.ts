/** Under which address a request has reached us, for what must name us in full. */
import type { Request } from 'express';
import type { Config } from '../config.js';
import { HttpFault } from './http-fault.js';
import { mountPath } from './mount.js';

/** What the proxy next to us was asked with, where it is trusted; it is the last to have written the header. */
const forwarded = (request: Request, name: string): string | undefined =>
  request.get(name)?.split(',').at(-1)?.trim() || undefined;

/** HTTP/1.0 may come without a host. */
function socketAddress({ socket: { localAddress = '', localPort } }: Request): string {
  return `${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`;
}

/** `https://data.example`, and the path we are mounted under, if any, without a slash at its end. The address may be put into any syntax as it is. */
export function ownAddress(request: Request, { trustProxy }: Pick<Config, 'trustProxy'>): string {
  const scheme = (trustProxy ? forwarded(request, 'x-forwarded-proto') : undefined) ?? request.protocol;
  const named = (trustProxy ? forwarded(request, 'x-forwarded-host') : undefined) ?? request.headers.host;
  const origin = `${scheme === 'https' ? 'https' : 'http'}://${named ?? socketAddress(request)}`;
  if (!/^https?:\/\/[a-z0-9.:[\]_-]+$/i.test(origin) || !URL.canParse(origin))
    throw new HttpFault(400, 'the Host header is no host that an address can be made of');
  return new URL(origin).origin + mountPath(request);
}
