/** The table from error to HTTP status, and the one place where an error becomes an answer. */
import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { QuestionFault } from '../questions/question-fault.js';
import { NotExpressible } from '../serialise/not-expressible.js';
import { type FaultKind, QueryFault } from '../store/graph-store.js';
import { breakOff } from './break-off.js';
import { HttpFault } from './http-fault.js';
import { linger } from './linger.js';
import { leadPaths } from './mount.js';
import { negotiate, type Offer } from './negotiate.js';
import { noteDefect } from './observe/defects.js';
import { errorPage } from './pages/error.js';
import { htmlOffer } from './request.js';
import { plainView, type View, viewOf } from './view/view.js';

const statusOfFault: Readonly<Record<FaultKind, number>> = {
  malformed: 400,
  refused: 400,
  'too-long': 400,
  unreachable: 502,
  offline: 503,
  'not-acceptable': 406,
  timeout: 503,
  aborted: 503,
  memory: 503,
  busy: 503,
  'over-budget': 429,
  'not-stored': 507,
};

interface Failure {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** What Express and its body readers throw: a status, and whether the message may be shown. */
const isExposed = (error: unknown): error is Error & { status: number } =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;

/** What to tell the client; undefined where the error is a defect of ours. */
export function describeFailure(error: unknown): Failure | undefined {
  if (error instanceof HttpFault) return error;
  if (error instanceof QueryFault) {
    const { message, line, column } = error;
    const status = statusOfFault[error.kind];
    const retry = status === 503 || status === 429 ? { 'Retry-After': String(error.retryAfter ?? 10) } : {};
    return { status, message, headers: retry, line, column };
  }
  if (error instanceof QuestionFault) return { status: 400, message: error.message, headers: {} };
  if (error instanceof NotExpressible) return { status: 406, message: error.message, headers: {} };
  if (isExposed(error)) return { status: error.status, message: error.message, headers: {} };
  return undefined;
}

/** A line of text is for everybody; who would rather have JSON asks for a kind of it, and a browser for a page. */
const offers: readonly Offer[] = [
  { id: 'text', mediaType: 'text/plain', alsoKnownAs: [] },
  {
    id: 'problem',
    mediaType: 'application/problem+json',
    alsoKnownAs: ['application/json', 'application/sparql-results+json', 'application/ld+json'],
  },
  htmlOffer,
];

/** What is wrong with a request may be its parameters. */
function viewOfFailure(request: Request, response: Response): View {
  try {
    return viewOf(request, response);
  } catch {
    return plainView();
  }
}

/** RFC 9457 where the client would rather have JSON, else a line of text. */
function send(request: Request, response: Response, { status, message, headers, line, column }: Failure): void {
  for (const name of ['ETag', 'Content-Encoding', 'Content-Length']) response.removeHeader(name);
  if (!request.complete) linger(request);
  response.status(status).set(headers).set('Cache-Control', 'no-store').vary('Accept');
  const kind = negotiate(request.headers.accept, offers)?.id;
  if (kind === 'html') {
    response.type('text/html; charset=utf-8');
    const page = errorPage(viewOfFailure(request, response), { status, message });
    response.send(Buffer.from(leadPaths(page.text, request)));
    return;
  }
  const asProblem = kind === 'problem';
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail: message, line, column };
  response.type(asProblem ? 'application/problem+json' : 'text/plain; charset=utf-8');
  // Bytes, not a string: Express would add a charset to a type that has none.
  response.send(Buffer.from(asProblem ? `${JSON.stringify(problem)}\n` : `${message}\n`));
}

/** Express knows an error handler by its four parameters. */
export const answerError: ErrorRequestHandler = (error, request, response, _next) => {
  const failure = describeFailure(error);
  if (failure === undefined) noteDefect(response, error);
  // Half an answer must not look like a whole one.
  if (response.headersSent) breakOff(response.socket);
  else
    send(request, response, failure ?? { status: 500, message: 'an error in this server; it was logged', headers: {} });
};
