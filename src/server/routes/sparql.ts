/** `/sparql`: the query endpoint (SPARQL 1.2 Protocol), its service description, and its form for people. */
import { type Request, type Response, Router } from 'express';
import { type AnswerKind, QueryFault, type RespondOptions } from '../../store/graph-store.js';
import { askedBy } from '../client.js';
import { describeFailure } from '../errors.js';
import { HttpFault } from '../http-fault.js';
import { chooseForm, type ShapedChoice } from '../json-ld-form.js';
import { allowMethods } from '../options.js';
import { ownAddress } from '../own-address.js';
import { type Asked, queryPage } from '../pages/query.js';
import { showAnswer } from '../pages/show-answer.js';
import { type Guess, guessMeant, guessTerms } from '../query/guess.js';
import { chooseFormat, clientSignal, formatsFor, htmlOffer, negotiateFor } from '../request.js';
import { sendAnswer, sendText } from '../send.js';
import { sendServiceDescription } from '../service-description.js';
import type { Services } from '../services.js';
import { acceptQuery, isUpdate, readSparqlRequest, type SparqlRequest, sparqlMethods } from '../sparql-request.js';
import { type View, viewOf } from '../view/view.js';

const kinds: readonly AnswerKind[] = ['bindings', 'boolean', 'graph'];
const everyOffer = [...formatsFor('bindings'), ...formatsFor('graph'), htmlOffer];

/** A browser, that is: HTML is wanted more than any format of the answer. */
const wantsPage = (request: Request, format: string | null): boolean =>
  format === 'html' || (!format && negotiateFor(request, everyOffer)?.id === 'html');

/** The answer's format is a matter of its kind, which only the store will know. */
async function sendQuery(
  services: Services,
  [request, response]: readonly [Request, Response],
  query: string,
  { format, ...options }: RespondOptions & { readonly format: string | null },
): Promise<void> {
  const { store, ready, quick } = services;
  const chosen = new Map<AnswerKind, ShapedChoice>();
  for (const kind of kinds) {
    const choice = chooseFormat(request, formatsFor(kind), format);
    if (choice !== undefined) chosen.set(kind, chooseForm(request, services, choice));
  }
  if (chosen.size === 0) throw new HttpFault(406, `answers come as ${everyOffer.map((o) => o.mediaType).join(', ')}`);
  const wanted = Object.fromEntries([...chosen].map(([kind, { id }]) => [kind, id]));
  const version = store.version();
  const { jsonLd } = chosen.get('graph') ?? {};
  const asked = { ...options, jsonLd };
  const atOnce = quick?.leftFor(request) ?? store.respondAtOnce?.(query, wanted, asked);
  const answer = atOnce ?? (await store.respond(query, wanted, { ...asked, signal: clientSignal(response) }));
  const { kind } = answer;
  const mediaType = chosen.get(kind)?.mediaType ?? 'application/octet-stream';
  const keep = (bytes: Uint8Array, isCoded: boolean): void => {
    if (atOnce !== undefined && !isCoded) quick?.learn(request, response, { wanted, jsonLd, kind, mediaType });
    // To keep what need be asked for once takes longer than to answer it.
    if (atOnce === undefined || ready?.isAskedAgain(request)) ready?.keep(request, response, bytes, version);
  };
  await sendAnswer(request, response, answer, { mediaType, keep: answer.isLasting ? keep : undefined });
}

/** Its scripts are ours; one asks the endpoint. */
const scripts = "; script-src 'self'; connect-src 'self'; font-src 'self'";

function sendPageOf(
  { config }: Services,
  [request, response]: readonly [Request, Response],
  asked: Asked,
  view: View = viewOf(request, response),
) {
  const page = queryPage(view, asked, ownAddress(request, config));
  response.set('Content-Security-Policy', `${response.get('Content-Security-Policy') ?? ''}${scripts}`);
  if (asked.failure === undefined) return sendText(request, response, page.text, 'text/html');
  response.set('Cache-Control', 'no-store').type('html').send(page.text);
  return undefined;
}

const isMalformed = (error: unknown): error is QueryFault => error instanceof QueryFault && error.kind === 'malformed';

/** The page with the answer, or with what is wrong with the query, which stays in the form, and what was probably meant. */
async function sendPage(
  services: Services,
  [request, response]: readonly [Request, Response],
  query: string,
  options: RespondOptions,
): Promise<void> {
  const { store, config } = services;
  const view = viewOf(request, response);
  try {
    const answer = await store.respond(query, { bindings: 'json', boolean: 'json', graph: 'turtle' }, options);
    const outcome = await showAnswer(answer, config.base, view);
    const asked = { query, outcome, kind: answer.kind, guesses: guessTerms(query) };
    await sendPageOf(services, [request, response], asked, view);
  } catch (error) {
    const failure = describeFailure(error);
    if (failure === undefined || response.headersSent) throw error;
    const guesses = isMalformed(error) ? guessMeant(query, error) : [];
    response.status(failure.status).set({ ...failure.headers });
    await sendPageOf(services, [request, response], { query, failure, guesses }, view);
  }
}

/** A line for programs says what was probably meant as well. */
function withGuess(error: unknown, query: string): unknown {
  const [guess]: Guess[] = isMalformed(error) ? guessMeant(query, error) : [];
  if (!isMalformed(error) || guess === undefined) return error;
  const { line, column } = error;
  return new QueryFault('malformed', `${error.message}: ${guess.text}`, { line, column, cause: error });
}

/** SPARQL 1.1 Protocol, section 2.2. */
async function carryOut(
  { store, config }: Services,
  response: Response,
  { text, defaultGraphs, namedGraphs }: SparqlRequest & { kind: 'update' },
): Promise<void> {
  await store.update(text, { baseIri: config.base, defaultGraphs, namedGraphs, signal: clientSignal(response) });
  response.status(204).end();
}

/** Of every query. Nothing is fetched by the name of a graph; that of one that is not there names an empty one. */
export const optionsFor = ({ config, context }: Pick<Services, 'config' | 'context'>): RespondOptions => ({
  baseIri: config.base,
  jsonLdContext: context,
  notHeld: 'empty',
});

/** To be called once the method is known to be allowed. */
export async function answerSparql(services: Services, request: Request, response: Response): Promise<void> {
  // Of a form it only shows when it has been read.
  if (isUpdate(request)) services.checkWriter(request);
  const asked = await readSparqlRequest(request, response);
  if (asked.kind === 'update') {
    services.checkWriter(request);
    await carryOut(services, response, asked);
    return;
  }
  const page = wantsPage(request, asked.format);
  if (asked.kind === 'description') {
    if (page) await sendPageOf(services, [request, response], { query: '', guesses: [] });
    else await sendServiceDescription(services, request, response, asked.format);
    return;
  }
  const { text, format, defaultGraphs, namedGraphs } = asked;
  const options = { ...askedBy(request, services.config), ...optionsFor(services), defaultGraphs, namedGraphs };
  if (page) await sendPage(services, [request, response], text, { ...options, signal: clientSignal(response) });
  else
    await sendQuery(services, [request, response], text, { ...options, format }).catch((error: unknown) => {
      throw withGuess(error, text);
    });
}

export const allowSparql = allowMethods(sparqlMethods, { 'Accept-Query': acceptQuery });

export function sparqlRoutes(services: Services): Router {
  return Router().all('/sparql', allowSparql, (request, response) => answerSparql(services, request, response));
}
