/** What a request may be before it is read. */
import { raw } from 'express';
import { HttpFault } from './http-fault.js';

/** Bytes of a request's body, unpacked. */
export const maxBodyBytes = 1024 * 1024;

/** Reads the body, of whatever type, as bytes; none is an empty buffer. */
export const readBody = raw({ type: () => true, limit: maxBodyBytes });

/** The body as text; only UTF-8 will do (SPARQL 1.1 Protocol, section 2.1.3). */
export function bodyText(body: unknown): string {
  if (!(body instanceof Uint8Array)) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new HttpFault(400, 'the body is not UTF-8');
  }
}
