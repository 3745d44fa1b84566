/** `/openapi.json`, the same as a page at `/api`, and the questions as RDF at `/.well-known/sparql-examples`. */
import { type Request, type Response, Router } from 'express';
import { createIris } from '../../iris.js';
import { describeQuestion } from '../../questions/describe.js';
import { readQuestions } from '../../questions/read.js';
import { rdf } from '../../rdf.js';
import { serialiseQuads } from '../../serialise/quads.js';
import { describeApi } from '../api/open-api.js';
import type { Offer } from '../negotiate.js';
import { ownAddress } from '../own-address.js';
import { apiPage } from '../pages/api.js';
import { formatsFor, htmlOffer, requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

const json: Offer = { id: 'json', mediaType: 'application/json', alsoKnownAs: ['application/vnd.oai.openapi+json'] };

export function apiRoutes({ config, context }: Services): Router {
  const questions = readQuestions();
  const iris = createIris(config.base);
  const describe = (request: Request) => describeApi(questions, ownAddress(request, config));
  const sendDocument = (request: Request, response: Response): Promise<void> =>
    sendText(request, response, `${JSON.stringify(describe(request), null, 1)}\n`, json.mediaType);

  return Router()
    .get('/openapi.json', async (request, response) => {
      requireFormat(request, [json], null);
      await sendDocument(request, response);
    })
    .get('/api', async (request, response) => {
      const choice = requireFormat(request, [htmlOffer, json], urlParameters(request).get('format'));
      if (choice.id === 'json') return sendDocument(request, response);
      const page = apiPage(viewOf(request, response), describe(request));
      await sendText(request, response, page.text, 'text/html');
    })
    .get('/.well-known/sparql-examples', async (request, response) => {
      const choice = requireFormat(request, formatsFor('graph'), urlParameters(request).get('format'));
      const endpoint = rdf.namedNode(`${ownAddress(request, config)}/sparql`);
      const quads = questions.flatMap((question) => describeQuestion(question, iris, endpoint));
      let text = '';
      for await (const part of serialiseQuads(quads, choice.id, { context })) text += part;
      await sendText(request, response, text, choice.mediaType);
    });
}
