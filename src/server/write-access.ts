/** Who may write: whoever bears the token, from no page of another origin. Asked before a body is read. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HttpFault } from './http-fault.js';

/** Throws an {@link HttpFault} where the request may not write. */
export type CheckWriter = (request: IncomingMessage) => void;

const challenge = 'Bearer realm="migraph"';

/** Digests are of one length, so that comparing them tells nothing of either. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The credentials of RFC 6750, section 2.1; the scheme in any case. */
const tokenOf = ({ headers }: IncomingMessage): string | undefined =>
  /^bearer +([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '')?.[1];

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

/**
 * Whether a page of another origin sends it. A browser says so itself where it can; else by `Origin`, of which the scheme
 * is left aside, for a proxy may have ended the encryption.
 */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers.origin !== undefined && hostOf(headers.origin) !== (headers.host ?? '').toLowerCase();
}

/** Without a token nobody may. */
export function createWriteCheck(token: string | undefined): CheckWriter {
  const wanted = token === undefined ? undefined : digest(token);
  return (request) => {
    if (wanted === undefined)
      throw new HttpFault(403, 'nothing can be written here: the server was started without MIGRAPH_WRITE_TOKEN');
    if (isFromElsewhere(request)) throw new HttpFault(403, 'pages of other origins cannot write here');
    const given = tokenOf(request);
    if (given === undefined)
      throw new HttpFault(401, 'writing takes the header "Authorization: Bearer TOKEN"', {
        'WWW-Authenticate': challenge,
      });
    if (!timingSafeEqual(digest(given), wanted))
      throw new HttpFault(401, 'this is not the token', { 'WWW-Authenticate': `${challenge}, error="invalid_token"` });
  };
}
