/** What it takes to stand under a path of somebody else's server: everything here names its paths from the root. */
import type { Request, RequestHandler } from 'express';
import { HttpFault } from './http-fault.js';

/** What may be put into any syntax as it is. */
const isPlain = (path: string): boolean => /^(?:\/(?:[\w.~-]|%[\da-f]{2})+)*$/i.test(path);

/** `/migration`, or nothing where we have the server to ourselves. What stands before the router has no such thing. */
export const mountPath = ({ baseUrl = '' }: { readonly baseUrl?: string }): string => (isPlain(baseUrl) ? baseUrl : '');

/** Header fields that name a path, and how. */
const fields: Readonly<Record<string, RegExp>> = {
  Location: /^(?=\/(?!\/))/,
  'Content-Location': /^(?=\/(?!\/))/,
  Link: /(?<=<)(?=\/(?!\/)[^>]*>)/g,
};

/** The paths of a page, each led by the one we are mounted under. In what is put into a template a quote is escaped: only attributes match. */
export function leadPaths(page: string, request: Request): string {
  const mount = mountPath(request);
  return mount === '' ? page : page.replace(/(?<=\s(?:href|src|action|formaction)=")(?=\/(?!\/))/g, mount);
}

/** Before the head of an answer is written, so that fields to which more is added are led once. */
export const leadFields: RequestHandler = (request, response, next) => {
  if (!isPlain(request.baseUrl)) throw new HttpFault(404, 'nothing is here under such a path');
  const mount = mountPath(request);
  if (mount === '') return next();
  const writeHead = response.writeHead;
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    for (const [name, before] of Object.entries(fields)) {
      const value = response.getHeader(name);
      if (value === undefined) continue;
      const values = Array.isArray(value) ? value : [String(value)];
      response.setHeader(
        name,
        values.map((one) => one.replace(before, mount)),
      );
    }
    return writeHead.apply(response, head);
  }) as typeof writeHead;
  next();
};
