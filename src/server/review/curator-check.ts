/** Who may decide: whoever bears the token; without one whoever sits at this machine, and no page of another origin. */
import type { IncomingMessage } from 'node:http';
import type { Config } from '../../config.js';
import { HttpFault } from '../http-fault.js';
import { createTokenCheck, isFromElsewhere } from '../write-access.js';

/** Throws an {@link HttpFault} where the request may not. */
export type CuratorCheck = (request: IncomingMessage) => void;

const isLoopbackAddress = (address: string): boolean => /^(?:(?:::ffff:)?127\.[\d.]+|::1)$/i.test(address);

/** Another name than these may be any page's, let point at this machine (DNS rebinding). */
const isLoopbackHost = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);

/** What a proxy says of itself: then the one who asks sits somewhere else. */
const proxied = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** A link from elsewhere may lead here; nothing else may come from there. */
const isFollowedLink = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && headers['sec-fetch-mode'] === 'navigate';

export function createCuratorCheck({
  writeToken,
  trustProxy,
}: Pick<Config, 'writeToken' | 'trustProxy'>): CuratorCheck {
  const checkToken =
    writeToken === undefined ? undefined : createTokenCheck(writeToken, 'Basic realm="migraph", charset="UTF-8"');
  return (request) => {
    if (isFromElsewhere(request) && !isFollowedLink(request))
      throw new HttpFault(403, 'pages of other origins cannot decide anything here');
    if (checkToken !== undefined) return checkToken(request);
    const { headers, socket } = request;
    const isHere =
      !trustProxy &&
      isLoopbackAddress(socket.remoteAddress ?? '') &&
      isLoopbackHost(headers.host ?? '') &&
      proxied.every((name) => headers[name] === undefined);
    if (!isHere)
      throw new HttpFault(
        403,
        'decisions are taken at the machine itself, or with the token of MIGRAPH_WRITE_TOKEN, which is not set',
      );
  };
}
