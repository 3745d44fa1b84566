/** `/oai`: the datasets by OAI-PMH 2.0, by GET and by POST. */
import { type Request, type Response, Router } from 'express';
import type { Moment } from '../../export/moment.js';
import { askingOf } from '../asking.js';
import { HttpFault } from '../http-fault.js';
import { setLastModified } from '../last-modified.js';
import { errorContent, type OaiAnswer, writeOai } from '../oai/oai-document.js';
import { OaiFault } from '../oai/oai-fault.js';
import { type OaiRequest, readOaiRequest } from '../oai/oai-request.js';
import { verbs } from '../oai/verbs.js';
import { allowMethods } from '../options.js';
import { ownAddress } from '../own-address.js';
import { bodyType, decodeText, readBody } from '../read-body.js';
import { parseForm, urlParameters } from '../request.js';
import { sendDatedText } from '../send.js';
import type { Services } from '../services.js';

const form = 'application/x-www-form-urlencoded';
/** Bytes of a form. */
const maxForm = 16 * 1024;

async function readParameters(request: Request, response: Response): Promise<URLSearchParams> {
  if (request.method !== 'POST') return urlParameters(request);
  if (bodyType(request).type !== form) throw new HttpFault(415, `POST takes ${form}`, { Accept: form });
  return parseForm(decodeText(await readBody(request, response, maxForm)));
}

/** An error of the protocol is an answer like any other. */
async function answer(services: Services, [request, response]: readonly [Request, Response]): Promise<OaiAnswer> {
  const baseUrl = `${ownAddress(request, services.config)}/oai`;
  const parameters = await readParameters(request, response);
  let understood: OaiRequest | undefined;
  try {
    understood = readOaiRequest(parameters);
    const asking = askingOf(request, response, services.config);
    const content = await verbs[understood.verb]({ services, baseUrl, request: understood, asking });
    return { baseUrl, request: understood, content };
  } catch (error) {
    if (!(error instanceof OaiFault)) throw error;
    return { baseUrl, request: error.code === 'badArgument' ? undefined : understood, content: errorContent(error) };
  }
}

const toSecond = (time: Date): Moment => `${time.toISOString().slice(0, 19)}Z`;

export function oaiRoutes(services: Services): Router {
  return Router().all('/oai', allowMethods(['GET', 'HEAD', 'POST', 'OPTIONS']), async (request, response) => {
    const answered = await answer(services, [request, response]);
    setLastModified(response, await services.feeds.modified(), services.config);
    // By the protocol every answer says when it was given; whether it says anything else anew does not depend on that.
    await sendDatedText(request, response, {
      text: writeOai(answered, toSecond(new Date())),
      undated: writeOai(answered, ''),
      mediaType: 'text/xml',
    });
  });
}
