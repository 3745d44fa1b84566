/** Sends a file from the disk, whole or a range of it (RFC 9110, section 14), as Express does, with faults of our own. */
import type { NextFunction, Response } from 'express';
import { breakOff } from './break-off.js';
import { HttpFault } from './http-fault.js';

/** What Express says of a file that it cannot send names our folders; a range or a condition that fails keeps its status. */
function toFault(error: Error & { status?: number; headers?: Record<string, string> }): HttpFault {
  if (error.status === 416) return new HttpFault(416, 'this part of the file cannot be sent', error.headers ?? {});
  if (error.status === 412) return new HttpFault(412, 'this is not what If-Match names');
  return new HttpFault(404, 'there is no such file');
}

/** `name`: within the folder. An entity tag that the response has already is the one that conditions are held against. */
export function sendFile(
  [response, next]: readonly [Response, NextFunction],
  { name, root }: { readonly name: string; readonly root: string },
): void {
  const isTagged = response.hasHeader('ETag');
  const options = isTagged ? { root, etag: false, lastModified: false, cacheControl: false } : { root };
  response.sendFile(name, options, (error) => {
    // Half a file must not look like a whole one; a reader who leaves is no failure.
    if (error && !response.headersSent) next(toFault(error));
    else if (error) breakOff(response.socket);
  });
}
