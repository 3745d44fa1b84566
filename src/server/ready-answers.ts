/**
 * Answers that stand ready: who asks what was asked before, in the same words, is answered before the application is
 * troubled, as long as the graph is what it was.
 */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Request } from 'express';
import type { Config } from '../config.js';
import type { GraphStore } from '../store/graph-store.js';
import { checkRequest } from './check-request.js';
import { askedBy } from './client.js';
import type { Figures } from './observe/figures.js';
import { requestIdHeader } from './observe/request-id.js';

interface ReadyAnswer {
  /** Of the graph. */
  readonly version: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Uint8Array;
}

/** Bytes of answers that are kept, and of the longest one. */
const keptBytes = 8 * 2 ** 20;
const longest = 64 * 1024;

/** What is known of an answer besides its body, about. */
const bytesOfHeaders = 2000;

/** Fields that an answer depends on beyond those that name what is asked for: who sends one is answered by the application. */
const conditions = ['if-match', 'if-none-match', 'transfer-encoding', 'content-length', 'expect', 'upgrade', 'range'];

/** Asked of the endpoint, without a condition. */
export const isPlainGet = ({ method, url, headers, httpVersion }: IncomingMessage): boolean =>
  method === 'GET' &&
  httpVersion === '1.1' &&
  url?.startsWith('/sparql?') === true &&
  !conditions.some((name) => name in headers);

/** Of a request that could be answered so; undefined for all others. */
function keyOf(request: IncomingMessage): string | undefined {
  if (!isPlainGet(request)) return undefined;
  const { headers, url } = request;
  return `${headers.accept ?? ''}\n${headers['accept-encoding'] ?? ''}\n${url}`;
}

/** Requests that are known again. */
const recognised = 4096;

/** FNV-1a, of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

export class ReadyAnswers {
  private readonly askedLately = new Int32Array(recognised);
  private readonly answers = new Map<string, ReadyAnswer>();
  private bytes = 0;

  constructor(
    private readonly store: GraphStore,
    private readonly config: Pick<Config, 'limitLoopback' | 'trustProxy'>,
    private readonly figures?: Figures,
  ) {}

  /** Whether it was asked before, not long ago, as far as can be told; it counts as asked from now on. */
  isAskedAgain(request: IncomingMessage): boolean {
    const key = keyOf(request);
    if (key === undefined) return false;
    const hash = hashOf(key);
    const place = hash & (recognised - 1);
    if (this.askedLately[place] === hash) return true;
    this.askedLately[place] = hash;
    return false;
  }

  /** To be told of an answer with status 200 right before it is sent. `version`: of the graph when it was asked. */
  keep(request: IncomingMessage, response: ServerResponse, body: Uint8Array, version: string): void {
    const key = keyOf(request);
    if (key === undefined || body.length > longest || response.statusCode !== 200) return;
    this.forget(key);
    const { [requestIdHeader]: _, ...headers } = response.getHeaders();
    this.answers.set(key, { version, headers, body });
    this.bytes += body.length + key.length + bytesOfHeaders;
    for (const oldest of this.answers.keys()) {
      if (this.bytes <= keptBytes) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const known = this.answers.get(key);
    if (known === undefined) return;
    this.answers.delete(key);
    this.bytes -= known.body.length + key.length + bytesOfHeaders;
  }

  /** False where the application must do it. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const key = keyOf(request);
    const known = key === undefined ? undefined : this.answers.get(key);
    if (key === undefined || known === undefined) return false;
    if (known.version !== this.store.version()) {
      this.forget(key);
      return false;
    }
    try {
      checkRequest(request as Request, response as never, () => {});
      this.store.admit?.(askedBy(request as Request, this.config).client);
    } catch {
      return false;
    }
    response.writeHead(200, known.headers);
    response.end(known.body);
    this.figures?.query('ready', 'ok', 0);
    return true;
  }
}
