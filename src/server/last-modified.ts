/** Last-Modified and If-Modified-Since (RFC 9110, sections 8.8.2 and 13.1.3), by what the graph says of its own history. */
import type { Request, Response } from 'express';
import type { Config } from '../config.js';
import type { Moment } from '../export/moment.js';

/** Nothing where nobody knows. What is written to a server's graph has no date in its history: there no date is told. */
export function setLastModified(
  response: Response,
  moment: Moment | undefined,
  { writeToken }: Pick<Config, 'writeToken'>,
): void {
  if (moment !== undefined && writeToken === undefined) response.set('Last-Modified', new Date(moment).toUTCString());
}

/** Whether what was told of is still all there is. A date in another form than ours was not told by us. */
export function isUnmodified(request: Request, lastModified: string | undefined): boolean {
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return lastModified !== undefined && since >= Date.parse(lastModified);
}
