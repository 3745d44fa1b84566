/** The SPARQL Service Description: what the endpoint speaks, and what it holds. */
import { setTimeout } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { readQueryText } from '../export/query-text.js';
import { createIris } from '../iris.js';
import { rdf } from '../rdf.js';
import { QueryFault } from '../store/graph-store.js';
import { prefixes, xsd } from '../vocabularies.js';
import { chooseForm, type ShapedChoice } from './json-ld-form.js';
import { ownAddress } from './own-address.js';
import { formatsFor, requireFormat } from './request.js';
import { sendText } from './send.js';
import type { Services } from './services.js';

/** Stands for the address until it is known who asks, so that the graphs are counted once and not for each name of ours. */
const placeholder = 'http://endpoint.invalid/sparql';

/** Under the placeholder. */
async function describe(
  { store, config, context }: Services,
  query: string,
  { id, jsonLd }: ShapedChoice,
): Promise<string> {
  const iris = createIris(config.base);
  const bindings = {
    service: rdf.namedNode(placeholder),
    dataset: iris.wholeGraph(),
    description: iris.description(),
    ...(config.unionDefaultGraph ? { feature: rdf.namedNode(`${prefixes.sd}UnionDefaultGraph`) } : {}),
    writing: rdf.literal(String(config.writeToken !== undefined), xsd.boolean),
    reaching: rdf.literal(String(config.serviceHosts.length > 0), xsd.boolean),
  };
  const options = { bindings, jsonLdContext: context, jsonLd };
  const answer = await store.respond(readQueryText(query), { graph: id }, options);
  let text = '';
  for await (const chunk of answer.body) text += Buffer.from(chunk).toString('utf8');
  return text;
}

/** What comes again if it is asked for again; what waits for its turn may do better later. */
const lasting: ReadonlySet<string> = new Set(['timeout', 'memory', 'too-long']);

/** With all graphs, each counted; where that is too much for a query, without. */
async function describeGraphs(services: Services, choice: ShapedChoice): Promise<string> {
  try {
    return await describe(services, 'pages/service-graphs', choice);
  } catch (error) {
    if (error instanceof QueryFault && lasting.has(error.kind)) return describe(services, 'pages/service', choice);
    throw error;
  }
}

/** Milliseconds that a client waits for the graphs to be counted. They are counted to the end, for who asks next. */
const patience = 3000;

async function describeInTime(services: Services, choice: ShapedChoice): Promise<string> {
  const { memory } = services;
  const { form = '', contextIri = '' } = choice.jsonLd ?? {};
  const key = `${choice.id} ${form} ${contextIri}`;
  const plain = (): Promise<string> => memory(`service ${key}`, () => describe(services, 'pages/service', choice));
  const counted = memory(`service graphs ${key}`, () => describeGraphs(services, choice)).catch(plain);
  const known = new AbortController();
  const waited = setTimeout(patience, undefined, { signal: known.signal, ref: false }).then(plain);
  try {
    return await Promise.race([counted, waited]);
  } finally {
    waited.catch(() => {});
    counted.catch(() => {});
    known.abort();
  }
}

/** Sends what the endpoint says of itself, under the address at which it was asked. */
export async function sendServiceDescription(
  services: Services,
  request: Request,
  response: Response,
  format: string | null,
): Promise<void> {
  const choice = chooseForm(request, services, requireFormat(request, formatsFor('graph'), format));
  const endpoint = ownAddress(request, services.config) + request.path;
  const text = await describeInTime(services, choice);
  await sendText(request, response, text.replaceAll(placeholder, endpoint), choice.mediaType);
}
