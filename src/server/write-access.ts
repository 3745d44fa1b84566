/** Who may write: whoever bears the token, from no page of another origin. Asked before a body is read. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HttpFault } from './http-fault.js';

/** Throws an {@link HttpFault} where the request may not write. */
export type CheckWriter = (request: IncomingMessage) => void;

const challenge = 'Bearer realm="migraph"';

/** Digests are of one length, so that comparing them tells nothing of either. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The credentials of RFC 6750, section 2.1; the scheme in any case. A browser has the token as a password (RFC 7617). */
function tokenOf({ headers }: IncomingMessage, byPassword: boolean): string | undefined {
  const [, scheme = '', credentials = ''] = /^(\w+) +([\w.~+/-]+=*)$/.exec(headers.authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return credentials;
  if (!byPassword || scheme.toLowerCase() !== 'basic') return undefined;
  return /^[^:]*:(.*)$/s.exec(Buffer.from(credentials, 'base64').toString('utf8'))?.[1];
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/**
 * Whether a page of another origin sends it. A browser says so itself where it can; else by `Origin`, of which the scheme
 * is left aside, for a proxy may have ended the encryption.
 */
export function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers.origin !== undefined && hostOf(headers.origin) !== (headers.host ?? '').toLowerCase();
}

/** Whether the request bears the token; `ask` is the challenge of RFC 9110, section 11.6.1, which tells a browser to ask for it. */
export function createTokenCheck(token: string, ask = challenge): CheckWriter {
  const wanted = digest(token);
  const isBasic = ask.startsWith('Basic');
  return (request) => {
    const given = tokenOf(request, isBasic);
    if (given === undefined)
      throw new HttpFault(401, 'writing takes the header "Authorization: Bearer TOKEN"', { 'WWW-Authenticate': ask });
    const wrong = isBasic ? ask : `${ask}, error="invalid_token"`;
    if (!timingSafeEqual(digest(given), wanted))
      throw new HttpFault(401, 'this is not the token', { 'WWW-Authenticate': wrong });
  };
}

/** Without a token nobody may. */
export function createWriteCheck(token: string | undefined): CheckWriter {
  const checkToken = token === undefined ? undefined : createTokenCheck(token);
  return (request) => {
    if (checkToken === undefined)
      throw new HttpFault(403, 'nothing can be written here: the server was started without MIGRAPH_WRITE_TOKEN');
    if (isFromElsewhere(request)) throw new HttpFault(403, 'pages of other origins cannot write here');
    checkToken(request);
  };
}
