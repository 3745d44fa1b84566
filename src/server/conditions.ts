/** Conditional requests (RFC 9110, section 13): whether the client's copy is still good, or its condition fails. */
import type { Request } from 'express';
import { isUnmodified } from './last-modified.js';

/** The entity tags of `If-Match` or `If-None-Match`; a comma may stand within a tag. */
const tagsOf = (field: string): string[] => field.match(/(?:W\/)?"[^"]*"/g) ?? [];
const isAny = (field: string): boolean => field.trim() === '*';
const opaque = (tag: string): string => tag.replace(/^W\//, '');

/** Strong comparison: a weak tag equals nothing (section 8.8.3.2). */
const matchesStrongly = (field: string, tag: string): boolean => isAny(field) || tagsOf(field).includes(tag);
const matchesWeakly = (field: string, tag: string): boolean =>
  isAny(field) || tagsOf(field).map(opaque).includes(opaque(tag));

/** Methods whose answer has a selected representation; QUERY's is that of its equivalent resource (RFC 10008, section 2.6). */
export const isSafe = ({ method }: Pick<Request, 'method'>): boolean => ['GET', 'HEAD', 'QUERY'].includes(method);

/**
 * In the order of section 13.2.2. The tag is quoted; undefined: something is there, but what it is cannot be told yet.
 * `lastModified`: what is told under that name.
 */
export function checkConditions(
  request: Request,
  tag: string | undefined,
  lastModified?: string,
): 'send' | 'not-modified' | 'failed' {
  const { 'if-match': match, 'if-none-match': noneMatch } = request.headers;
  if (!isSafe(request)) return 'send';
  if (match !== undefined && !matchesStrongly(match, tag ?? '')) return 'failed';
  const isKnown = noneMatch === undefined ? isUnmodified(request, lastModified) : matchesWeakly(noneMatch, tag ?? '');
  return isKnown ? 'not-modified' : 'send';
}
