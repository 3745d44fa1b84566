/** `/sparql`: the query endpoint (SPARQL 1.1 Protocol), its service description, and its form for people. */
import { type Request, type Response, Router } from 'express';
import { readQueryText } from '../../export/query-text.js';
import { rdf } from '../../rdf.js';
import type { Answer, AnswerKind, RespondOptions } from '../../store/graph-store.js';
import { describeFailure } from '../errors.js';
import type { Html } from '../html.js';
import { HttpFault } from '../http-fault.js';
import { readBody } from '../limits.js';
import { type Choice, negotiate } from '../negotiate.js';
import { type JsonResults, queryPage, showFailure, showGraph, showResults } from '../pages/query.js';
import { chooseFormat, clientSignal, formatsFor, htmlOffer, requireFormat } from '../request.js';
import { sendAnswer, sendText } from '../send.js';
import type { Services } from '../services.js';
import { queryMethods, readSparqlRequest, type SparqlRequest } from '../sparql-request.js';

const kinds: readonly AnswerKind[] = ['bindings', 'boolean', 'graph'];
const everyOffer = [...formatsFor('bindings'), ...formatsFor('graph'), htmlOffer];

/** A browser, that is: HTML is wanted more than any format of the answer. */
const wantsPage = (request: Request, { format }: SparqlRequest): boolean =>
  format === 'html' || (!format && negotiate(request.headers.accept, everyOffer)?.id === 'html');

/** The answer's format is a matter of its kind, which only the store will know. */
async function sendQuery(
  { store }: Services,
  [request, response]: readonly [Request, Response],
  query: string,
  { format, ...options }: RespondOptions & { readonly format: string | null },
): Promise<void> {
  const chosen = new Map<AnswerKind, Choice>();
  for (const kind of kinds) {
    const choice = chooseFormat(request, formatsFor(kind), format);
    if (choice !== undefined) chosen.set(kind, choice);
  }
  if (chosen.size === 0) throw new HttpFault(406, `answers come as ${everyOffer.map((o) => o.mediaType).join(', ')}`);
  const wanted = Object.fromEntries([...chosen].map(([kind, { id }]) => [kind, id]));
  const answer = await store.respond(query, wanted, options);
  await sendAnswer(request, response, answer, chosen.get(answer.kind)?.mediaType ?? 'application/octet-stream');
}

/** Bytes of an answer that a page still shows. */
const maxPageBytes = 20_000_000;

async function showAnswer(answer: Answer, base: string): Promise<Html> {
  if ((answer.byteLength ?? Number.POSITIVE_INFINITY) > maxPageBytes)
    throw new HttpFault(400, 'the answer is too long for a page; ask for less of it, or for another format');
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return answer.kind === 'graph' ? showGraph(text) : showResults(base, JSON.parse(text) as JsonResults);
}

/** The page with the answer, or with what is wrong with the query, which stays in the form. */
async function sendPage(
  { store, config }: Services,
  [request, response]: readonly [Request, Response],
  query: string,
  options: RespondOptions,
): Promise<void> {
  try {
    const answer = await store.respond(query, { bindings: 'json', boolean: 'json', graph: 'turtle' }, options);
    sendText(request, response, queryPage(query, await showAnswer(answer, config.base)).text, 'text/html');
  } catch (error) {
    const failure = describeFailure(error);
    if (failure === undefined) throw error;
    response
      .status(failure.status)
      .set(failure.headers)
      .type('html')
      .send(queryPage(query, showFailure(failure.message)).text);
  }
}

/** The address under which this request reached us. */
function endpointOf(request: Request): string {
  const address = `${request.protocol}://${request.headers.host ?? 'localhost'}/sparql`;
  if (!URL.canParse(address)) throw new HttpFault(400, 'the Host header is not a host');
  return new URL(address).href;
}

async function sendDescription(
  services: Services,
  request: Request,
  response: Response,
  format: string | null,
): Promise<void> {
  const { store, config, memory, context } = services;
  const choice = requireFormat(request, formatsFor('graph'), format);
  const endpoint = endpointOf(request);
  const union = rdf.namedNode('http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph');
  const bindings = {
    service: rdf.namedNode(endpoint),
    dataset: rdf.namedNode(`${endpoint}#dataset`),
    ...(config.unionDefaultGraph ? { feature: union } : {}),
  };
  const answer = await memory(`service ${endpoint} ${choice.id}`, () =>
    store.respond(readQueryText('pages/service'), { graph: choice.id }, { bindings, jsonLdContext: context }),
  );
  await sendAnswer(request, response, answer, choice.mediaType);
}

export function sparqlRoutes(services: Services): Router {
  const router = Router();
  router.options('/sparql', (_request, response) => {
    response.set('Allow', queryMethods).status(204).end();
  });
  router.all('/sparql', readBody, async (request, response) => {
    const asked = readSparqlRequest(request);
    const { query, format, defaultGraphs, namedGraphs } = asked;
    const page = wantsPage(request, asked);
    if (query === undefined) {
      if (page) sendText(request, response, queryPage('').text, 'text/html');
      else await sendDescription(services, request, response, format);
      return;
    }
    const signal = clientSignal(response);
    const options = {
      baseIri: services.config.base,
      jsonLdContext: services.context,
      defaultGraphs,
      namedGraphs,
      signal,
    };
    if (page) await sendPage(services, [request, response], query, options);
    else await sendQuery(services, [request, response], query, { ...options, format });
  });
  return router;
}
