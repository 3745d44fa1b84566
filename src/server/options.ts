/** What may be done with a resource, and from where: OPTIONS, and the preflight of pages of other origins (Fetch, section 3.3). */
import type { RequestHandler } from 'express';
import { HttpFault } from './http-fault.js';

/** What a page of another origin may send along; what needs no leave is named for old browsers. */
const allowedHeaders =
  'Accept, Accept-Language, Accept-Profile, Content-Type, If-Match, If-Modified-Since, If-None-Match, User-Agent, X-Requested-With';

/**
 * Anybody may read, from anywhere: nothing here goes by cookies or by a client's address, so that no page can do more than
 * its author could. Writing is for programs and for pages of this server: a token has no business in others.
 */
export const allowReading: RequestHandler = (_request, response, next) => {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'Accept, Accept-Query, Accept-Ranges, Allow, Content-Encoding, Content-Length, Content-Location, Content-Profile, Content-Range, ETag, Last-Modified, Link, Location, Retry-After, X-Request-Id',
  });
  next();
};

/** Answers OPTIONS, lets the other methods pass, and refuses the rest with 405. `fromElsewhere`: for pages of other origins. */
export function allowMethods(
  methods: readonly string[],
  headers: Readonly<Record<string, string>> = {},
  fromElsewhere: readonly string[] = methods,
): RequestHandler {
  const allow = methods.join(', ');
  return (request, response, next) => {
    if (!methods.includes(request.method))
      throw new HttpFault(405, `${request.method} is not allowed here`, { ...headers, Allow: allow });
    response.set(headers);
    if (request.method !== 'OPTIONS') return next();
    response
      .set({
        Allow: allow,
        'Access-Control-Allow-Methods': fromElsewhere.join(', '),
        'Access-Control-Allow-Headers': allowedHeaders,
        'Access-Control-Max-Age': '86400',
      })
      .status(204)
      .end();
  };
}
