/**
 * New questions in the dress of old ones: what the store can answer at once, for a request whose headers somebody had before,
 * is answered before the application is troubled. All but the body, its tag and its length is what the application said then.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'express';
import type { Config } from '../config.js';
import type { Answer, AnswerKind, GraphStore, RespondOptions, WantedFormats } from '../store/graph-store.js';
import { checkRequest } from './check-request.js';
import { askedBy } from './client.js';
import { requestIdHeader } from './observe/request-id.js';
import { isPlainGet, type ReadyAnswers } from './ready-answers.js';
import { entityTag, worthCoding } from './send.js';

/** What an answer was sent as. */
interface Manner {
  readonly mediaType: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

interface Dress extends Pick<RespondOptions, 'jsonLd'> {
  readonly wanted: WantedFormats;
  readonly manners: Map<AnswerKind, Manner>;
}

const mostKept = 200;
/** Characters of headers. */
const longestKept = 500;
const start = '/sparql?query=';
const ofEach = new Set(['etag', 'content-length', requestIdHeader]);

const nameOf = ({ headers }: IncomingMessage): string => `${headers.accept ?? ''}\n${headers['accept-encoding'] ?? ''}`;

/** Where it is all that is asked by; undefined where the application must look. */
function queryOf(url = ''): string | undefined {
  if (!url.startsWith(start) || url.length === start.length || url.includes('&')) return undefined;
  try {
    return decodeURIComponent(url.slice(start.length).replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

interface Parts {
  readonly store: GraphStore;
  readonly config: Pick<Config, 'limitLoopback' | 'trustProxy'>;
  readonly ready: ReadyAnswers;
  /** Of every query that comes by the endpoint. */
  readonly options: RespondOptions;
}

export class QuickAnswers {
  readonly #dresses = new Map<string, Dress>();
  readonly #left = new WeakMap<IncomingMessage, Answer>();

  constructor(private readonly parts: Parts) {}

  /** To be told of an answer that came at once, right before it is sent as it is. */
  learn(request: IncomingMessage, response: ServerResponse, sent: SentAnswer): void {
    const name = nameOf(request);
    if (!isPlainGet(request) || queryOf(request.url) === undefined || response.statusCode !== 200) return;
    const { wanted, jsonLd, kind, mediaType } = sent;
    if (name.length > longestKept || this.#dresses.get(name)?.manners.has(kind)) return;
    const headers = Object.entries(response.getHeaders()).filter(([field]) => !ofEach.has(field));
    const dress = this.#dresses.get(name) ?? { wanted, jsonLd, manners: new Map<AnswerKind, Manner>() };
    dress.manners.set(kind, { mediaType, headers: headers.flatMap(([field, value]) => [field, String(value)]) });
    if (this.#dresses.size >= mostKept) this.#dresses.clear();
    this.#dresses.set(name, dress);
  }

  /** What the store had to say to a request that was left to the application. */
  leftFor(request: IncomingMessage): Answer | undefined {
    return this.#left.get(request);
  }

  /** False where the application must do it. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const dress = isPlainGet(request) ? this.#dresses.get(nameOf(request)) : undefined;
    const answer = dress && this.#ask(request, response, dress);
    const manner = answer && dress?.manners.get(answer.kind);
    if (answer?.whole === undefined || answer.tag === undefined) return false;
    const mayBeCoded = 'accept-encoding' in request.headers && answer.whole.length >= worthCoding;
    if (manner === undefined || mayBeCoded || this.parts.ready.isAskedAgain(request)) {
      this.#left.set(request, answer);
      return false;
    }
    const tag = entityTag(answer.tag, manner.mediaType, 'identity');
    response.writeHead(200, [...manner.headers, 'ETag', tag, 'Content-Length', String(answer.whole.length)]);
    response.end(answer.whole);
    return true;
  }

  #ask(request: IncomingMessage, response: ServerResponse, { wanted, jsonLd }: Dress): Answer | undefined {
    const { store, config, options } = this.parts;
    const query = queryOf(request.url);
    if (query === undefined) return undefined;
    try {
      checkRequest(request as Request, response as never, () => {});
      return store.respondAtOnce?.(query, wanted, { ...options, jsonLd, ...askedBy(request as Request, config) });
    } catch {
      // The application says what is wrong.
      return undefined;
    }
  }
}

interface SentAnswer extends Pick<RespondOptions, 'jsonLd'> {
  readonly wanted: WantedFormats;
  readonly kind: AnswerKind;
  readonly mediaType: string;
}
