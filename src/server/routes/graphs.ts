/** `/graphs`: the SPARQL 1.1 Graph Store HTTP Protocol. Anybody reads; who bears the token writes. */
import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { rdf } from '../../rdf.js';
import type { GraphName } from '../../store/graph-store.js';
import { askedBy } from '../client.js';
import { addressOf, graphsPath, readGraphTarget } from '../graph-target.js';
import { HttpFault } from '../http-fault.js';
import { chooseForm } from '../json-ld-form.js';
import { allowMethods } from '../options.js';
import { bodyType, decodeText, readBody } from '../read-body.js';
import { readGraph } from '../read-graph.js';
import { clientSignal, formatsFor, requireFormat, urlParameters } from '../request.js';
import { sendAnswer } from '../send.js';
import type { Services } from '../services.js';
import { maxBodyBytes, updateType } from '../sparql-request.js';
import { readUpload, uploadTypes } from '../upload.js';
import { preconditionOf } from '../write-conditions.js';

const readMethods = ['GET', 'HEAD', 'OPTIONS'] as const;
const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'] as const;
const noGraph = (): HttpFault => new HttpFault(404, 'there is no such graph');

type Exchange = readonly [Request, Response];
type Handler = (services: Services, exchange: Exchange, graph: GraphName) => Promise<void>;

const sendGraph: Handler = async (services, [request, response], graph) => {
  const { store, context, config } = services;
  const choice = chooseForm(
    request,
    services,
    requireFormat(request, formatsFor('graph'), urlParameters(request).get('format')),
  );
  const options = {
    ...askedBy(request, config),
    format: choice.id,
    jsonLdContext: context,
    jsonLd: choice.jsonLd,
    signal: clientSignal(response),
  };
  const answer = await readGraph(store, graph, options);
  if (answer === undefined) throw noGraph();
  await sendAnswer(request, response, answer, choice);
};

/** Relative IRIs are relative to the graph's name (section 4.2); the unnamed one has none. */
const baseOf = (graph: GraphName, base: string): string => (graph.termType === 'DefaultGraph' ? base : graph.value);

const upload =
  (how: 'replace' | 'add'): Handler =>
  async (services, [request, response], graph) => {
    const { store, config } = services;
    const limits = { limit: config.maxUploadBytes, mayBeForm: how === 'add' };
    const sent = await readUpload([request, response], { ...limits, baseIri: baseOf(graph, config.base) });
    const precondition = preconditionOf(request, services, { graph });
    const isNew = await store.writeGraph(graph, sent, how, { precondition, signal: clientSignal(response) });
    response.status(isNew && graph.termType === 'NamedNode' ? 201 : 204).end();
  };

const drop: Handler = async (services, [request, response], graph) => {
  const precondition = preconditionOf(request, services, { graph });
  const wasThere = await services.store.dropGraph(graph, { precondition });
  if (!wasThere && graph.termType === 'NamedNode') throw noGraph();
  response.status(204).end();
};

/** Section 5.7: an update whose default graph is this one, and that may be about no other. */
const patch: Handler = async (services, [request, response], graph) => {
  const { store, config } = services;
  const { type } = bodyType(request);
  if (type !== updateType)
    throw new HttpFault(415, `PATCH takes ${updateType}, not ${type === '' ? 'a body without a media type' : type}`, {
      'Accept-Patch': updateType,
    });
  const text = decodeText(await readBody(request, response, maxBodyBytes));
  const within = graph.termType === 'DefaultGraph' ? '' : graph.value;
  const precondition = preconditionOf(request, services, { graph, mustExist: true });
  const baseIri = baseOf(graph, config.base);
  await store.update(text, { within, baseIri, precondition, signal: clientSignal(response) });
  response.status(204).end();
};

/** Section 5.5: the server gives it a name. Nothing makes no graph. */
async function mint({ store, config }: Services, [request, response]: Exchange): Promise<void> {
  const graph = rdf.namedNode(`${config.base}${graphsPath.slice(1)}${randomUUID()}`);
  const limits = { limit: config.maxUploadBytes, mayBeForm: true };
  const sent = await readUpload([request, response], { ...limits, baseIri: graph.value });
  if (!(await store.writeGraph(graph, sent, 'add', { signal: clientSignal(response) }))) {
    response.status(204).end();
    return;
  }
  response
    .status(201)
    .location(addressOf(request, graph, config))
    .type('text/plain; charset=utf-8');
  response.send(`${graph.value}\n`);
}

const handlers: Readonly<Record<string, Handler>> = {
  GET: sendGraph,
  HEAD: sendGraph,
  PUT: upload('replace'),
  POST: upload('add'),
  DELETE: drop,
  PATCH: patch,
};

async function answerRequest(services: Services, [request, response]: Exchange): Promise<void> {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading) services.checkWriter(request);
  const graph = readGraphTarget(request, services.config);
  if (graph !== undefined) await handlers[request.method]?.(services, [request, response], graph);
  else if (request.method === 'POST') await mint(services, [request, response]);
  else throw new HttpFault(400, 'name the graph: ?graph=IRI, ?default, or by the path');
}

export function graphRoutes(services: Services): Router {
  const headers = { 'Accept-Patch': updateType, 'Accept-Post': uploadTypes.join(', ') };
  const allow = allowMethods(methods, headers, readMethods);
  return Router().all(['/graphs', '/graphs/*path'], allow, (request, response) =>
    answerRequest(services, [request, response]),
  );
}
