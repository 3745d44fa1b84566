/** The SPARQL Service Description: what the endpoint speaks, and what it holds. */
import type { Request, Response } from 'express';
import { readQueryText } from '../export/query-text.js';
import { rdf } from '../rdf.js';
import { prefixes, xsd } from '../vocabularies.js';
import { HttpFault } from './http-fault.js';
import { keepAnswer } from './keep-answer.js';
import { formatsFor, requireFormat } from './request.js';
import { sendText } from './send.js';
import type { Services } from './services.js';

/** Stands for the address until it is known who asks, so that the graphs are counted once and not for each name of ours. */
const placeholder = 'http://endpoint.invalid/sparql';

/** The address under which this request reached us. HTTP/1.0 may come without a host. */
function endpointOf(request: Request): string {
  const { localAddress = '', localPort } = request.socket;
  const host = request.host ?? `${localAddress.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`;
  const address = `${request.protocol}://${host}${request.path}`;
  // The address is put into every syntax as it is.
  if (!/^[a-z0-9.:[\]_-]+$/i.test(host) || !URL.canParse(address))
    throw new HttpFault(400, 'the Host header is no host that an address can be made of');
  return new URL(address).href;
}

/** The whole description under the placeholder. */
async function describeService({ store, config, context }: Services, format: string): Promise<string> {
  const bindings = {
    service: rdf.namedNode(placeholder),
    dataset: rdf.namedNode(`${placeholder}#dataset`),
    ...(config.unionDefaultGraph ? { feature: rdf.namedNode(`${prefixes.sd}UnionDefaultGraph`) } : {}),
    writing: rdf.literal(String(config.writeToken !== undefined), xsd.boolean),
  };
  const options = { bindings, jsonLdContext: context };
  const answer = await keepAnswer(await store.respond(readQueryText('pages/service'), { graph: format }, options));
  let text = '';
  for await (const chunk of answer.body) text += Buffer.from(chunk).toString('utf8');
  return text;
}

export async function sendServiceDescription(
  services: Services,
  request: Request,
  response: Response,
  format: string | null,
): Promise<void> {
  const choice = requireFormat(request, formatsFor('graph'), format);
  const endpoint = endpointOf(request);
  const text = await services.memory(`service ${choice.id}`, () => describeService(services, choice.id));
  await sendText(request, response, text.replaceAll(placeholder, endpoint), choice.mediaType);
}
