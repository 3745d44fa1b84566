/** Sends an answer of the store, or a text: type, ETag, 304 where the client has it already, and the coding it prefers. */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Answer } from '../store/graph-store.js';
import { createCodedBodies } from './coded-bodies.js';
import { checkConditions, isSafe } from './conditions.js';
import { type Coding, chooseCoding, createEncoder } from './content-coding.js';
import { HttpFault } from './http-fault.js';
import { leadPaths } from './mount.js';
import { requireOneGraph } from './one-graph.js';
import { writeBody } from './write-body.js';

type Body = Pick<Answer, 'byteLength' | 'tag' | 'body' | 'whole'> & {
  /** Two bodies with the same say the same, though not by the same bytes. */
  readonly weakTag?: string;
};

/** Below this it fits in a packet as it is. */
export const worthCoding = 1400;
/** Up to this a body is coded at once, so that its length is known; above, while it is sent. */
const codedAtOnce = 4_000_000;

const withCharset = (mediaType: string): string =>
  mediaType.startsWith('text/') ? mediaType.replace(/^[^;]+/, '$&; charset=utf-8') : mediaType;

/** What the client prefers; a short body is left as it is, unless that is excluded. */
function codingFor(request: Request, byteLength: number | undefined): Coding {
  const wanted = request.headers['accept-encoding'];
  const isShort = byteLength !== undefined && byteLength < worthCoding;
  const coding = (isShort ? chooseCoding(wanted, ['identity']) : undefined) ?? chooseCoding(wanted);
  if (coding === undefined) throw new HttpFault(406, 'bodies come as br, as gzip, or as they are');
  return coding;
}

/** One for each representation: the bytes before coding, under a media type, in a coding (RFC 9110, section 8.8.3.3). */
export const entityTag = (tag: string, mediaType: string, coding: Coding): string =>
  `"${[tag, ...(mediaType.match(/[a-z0-9.]+/gi) ?? []), ...(coding === 'identity' ? [] : [coding])].join('-')}"`;

/** True when there is nothing more to send: 304. */
export function answerConditions(request: Request, response: Response, tag: string | undefined): boolean {
  if (isSafe(request) && !response.hasHeader('Cache-Control')) response.set('Cache-Control', 'no-cache');
  if (isSafe(request) && tag !== undefined) response.set('ETag', tag);
  const outcome = checkConditions(request, tag, response.get('Last-Modified'));
  if (outcome === 'failed') throw new HttpFault(412, 'this is not what If-Match names');
  if (outcome === 'not-modified') {
    response.removeHeader('Content-Type');
    response.status(304).end();
  }
  return outcome === 'not-modified';
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const codedBodies = createCodedBodies();

const chunkLength = 64 * 1024;

async function* chunksOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkLength) yield bytes.subarray(at, at + chunkLength);
}

/** Told of a body that is all there, right before it is sent. */
type Keep = (bytes: Uint8Array, isCoded: boolean) => void;

async function send(
  [request, response]: readonly [Request, Response],
  body: Body,
  mediaType: string,
  keep?: Keep,
): Promise<void> {
  await requireOneGraph(response, body.body);
  const coding = codingFor(request, body.byteLength);
  response.vary('Accept-Encoding').set('Content-Type', withCharset(mediaType));
  const tag = body.tag === undefined ? undefined : entityTag(body.tag, mediaType, coding);
  const weakTag = body.weakTag === undefined ? undefined : `W/${entityTag(body.weakTag, mediaType, coding)}`;
  if (answerConditions(request, response, tag ?? weakTag)) return;
  if (coding !== 'identity') response.set('Content-Encoding', coding);
  const atOnce = coding !== 'identity' && body.byteLength !== undefined && body.byteLength <= codedAtOnce;
  const bytes = atOnce ? await codedBodies({ tag, coding, read: () => collect(body.body) }) : undefined;
  const length = coding === 'identity' ? body.byteLength : bytes?.length;
  if (length !== undefined) response.set('Content-Length', String(length));
  const whole = coding === 'identity' ? body.whole : bytes;
  if (whole !== undefined) keep?.(whole, coding !== 'identity');
  if (request.method === 'HEAD') response.end();
  else if (coding === 'identity' && whole !== undefined) response.end(whole);
  else if (bytes !== undefined) await writeBody(response, chunksOf(bytes), undefined);
  else await writeBody(response, body.body, coding === 'identity' ? undefined : createEncoder(coding));
}

/** The answer with status 200, or 304, at the reader's pace. */
export function sendAnswer(
  request: Request,
  response: Response,
  answer: Answer,
  { mediaType, keep }: { readonly mediaType: string; readonly keep?: Keep | undefined },
): Promise<void> {
  response.set('Server-Timing', `evaluator;desc="${answer.by}"`);
  return send([request, response], answer, mediaType, keep);
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 27);

/** A text that says when it was written; `undated`: what makes it another text (a weak tag, RFC 9110, section 8.8.1). */
export function sendDatedText(
  request: Request,
  response: Response,
  { text, undated, mediaType }: { readonly text: string; readonly undated: string; readonly mediaType: string },
): Promise<void> {
  const bytes = Buffer.from(text);
  const body = { byteLength: bytes.length, tag: undefined, body: chunksOf(bytes), whole: bytes };
  return send([request, response], { ...body, weakTag: digest(Buffer.from(undated)) }, mediaType);
}

/** A whole text or file. */
export function sendText(
  request: Request,
  response: Response,
  text: string | Buffer,
  mediaType: string,
): Promise<void> {
  const isPage = typeof text === 'string' && mediaType === 'text/html';
  const bytes = Buffer.from((isPage ? leadPaths(text, request) : text) as string);
  return send(
    [request, response],
    { byteLength: bytes.length, tag: digest(bytes), body: chunksOf(bytes), whole: bytes },
    mediaType,
  );
}
