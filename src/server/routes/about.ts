/** `/about?iri=`: what is known of a thing whose name leads elsewhere, such as those of other catalogues. */
import { Router } from 'express';
import { readQueryText } from '../../export/query-text.js';
import { checkIri } from '../../iris.js';
import { rdf } from '../../rdf.js';
import { askingOf } from '../asking.js';
import { chooseProfile } from '../choose-profile.js';
import { HttpFault } from '../http-fault.js';
import { chooseForm } from '../json-ld-form.js';
import { localPath, stayHere } from '../local-path.js';
import { entityPage } from '../pages/entity.js';
import { entityOffers } from '../representations.js';
import { urlParameters } from '../request.js';
import { sendAnswer, sendText } from '../send.js';
import { sendDataset } from '../send-profile.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

/** The IRI as it stands in the graph: made ASCII it might be another one. */
function requireIri(iris: readonly string[]): string {
  const [iri = ''] = iris;
  if (iris.length !== 1) throw new HttpFault(400, 'say once of what: /about?iri=https://data.example.org/x');
  if (checkIri(iri) === undefined) throw new HttpFault(400, `"${iri.slice(0, 200)}" is not an absolute IRI`);
  return iri;
}

export function aboutRoutes(services: Services): Router {
  const { store, config, context } = services;
  return Router().get('/about', async (request, response) => {
    const parameters = urlParameters(request);
    const thing = rdf.namedNode(requireIri(parameters.getAll('iri')));
    const format = parameters.get('format');
    if (thing.value.startsWith(config.base)) {
      const path = stayHere(new URL(localPath(config.base, thing.value) ?? '/', 'http://here.invalid').pathname);
      return response.redirect(303, format === null ? path : `${path}?${new URLSearchParams({ format })}`);
    }
    const { profile, choice } = chooseProfile(request, parameters, { format, offers: entityOffers });
    const asking = { ...askingOf(request, response, config), bindings: { thing } };
    const unknown = new HttpFault(404, `nothing is known here of <${thing.value}>`);
    if (choice.id === 'html') {
      const page = await entityPage(services, thing, asking, viewOf(request, response));
      if (page === undefined) throw unknown;
      return sendText(request, response, page.text, 'text/html');
    }
    const isSent = profile && (await sendDataset(services, [request, response], { profile, choice, of: thing }));
    if (isSent) return;
    const known = await store.query('ASK { ?thing ?p ?o }', asking);
    if (known.kind !== 'boolean' || !known.value) throw unknown;
    const shaped = chooseForm(request, services, choice, thing);
    const query = readQueryText(shaped.jsonLd?.form === 'framed' ? 'pages/thing' : 'pages/entity');
    const options = { ...asking, jsonLdContext: context, jsonLd: shaped.jsonLd };
    await sendAnswer(request, response, await store.respond(query, { graph: choice.id }, options), shaped);
  });
}
