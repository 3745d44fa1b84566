/** Sends an answer of the store, or a text, with its type, its ETag, and 304 where the client has it already. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Answer } from '../store/graph-store.js';

const withCharset = (mediaType: string): string =>
  mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;

/**
 * Sets the ETag; true when the client's copy is still good and 304 was sent. Express's own check is not used: it takes
 * a request's `Cache-Control: no-cache`, which browsers' fetch adds by itself, for a wish to get it all again.
 */
function isFresh(request: Request, response: Response, tag: string): boolean {
  response.set('ETag', `"${tag}"`).set('Cache-Control', 'no-cache');
  const held = (request.headers['if-none-match'] ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  if (request.method === 'POST' || !(held.includes(`"${tag}"`) || held.includes('*'))) return false;
  response.status(304).end();
  return true;
}

/** The answer, in chunks; a client that leaves ends it. */
export async function sendAnswer(
  request: Request,
  response: Response,
  answer: Answer,
  mediaType: string,
): Promise<void> {
  response.status(200).set('Content-Type', withCharset(mediaType));
  if (answer.tag !== undefined && isFresh(request, response, `${answer.tag}-${answer.format}`)) return;
  if (answer.byteLength !== undefined) response.set('Content-Length', String(answer.byteLength));
  if (request.method === 'HEAD') response.end();
  else await pipeline(Readable.from(answer.body), response).catch(ignoreLeaving);
}

/** The client closed the connection before the end: nothing of ours has failed. */
function ignoreLeaving(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
}

/** A whole text or file. */
export function sendText(request: Request, response: Response, text: string | Buffer, mediaType: string): void {
  response.set('Content-Type', withCharset(mediaType));
  const tag = createHash('sha256').update(text).digest('base64url').slice(0, 27);
  if (isFresh(request, response, tag)) return;
  // Bytes, not a string: Express would add a charset to types that have none.
  response.send(Buffer.from(text));
}
