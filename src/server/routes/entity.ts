/** Every data IRI under the base, answered for by its path: a page for people, its statements for programs. */
import { Router } from 'express';
import { readQueryText } from '../../export/query-text.js';
import { checkIri } from '../../iris.js';
import { rdf } from '../../rdf.js';
import { askedBy } from '../client.js';
import { HttpFault } from '../http-fault.js';
import type { Offer } from '../negotiate.js';
import { entityPage } from '../pages/entity.js';
import { clientSignal, formatsFor, htmlOffer, requireFormat, urlParameters } from '../request.js';
import { sendAnswer, sendText } from '../send.js';
import type { Services } from '../services.js';

const offers: readonly Offer[] = [...formatsFor('graph'), htmlOffer];
const extensions = new Map([
  ...formatsFor('graph').map((f) => [f.extension, f.id] as const),
  ['html', 'html'] as const,
]);

/** `/dataset/x.ttl` → `dataset/x` and Turtle. */
function splitExtension(path: string): { path: string; format: string | undefined } {
  const [, stem, extension = ''] = /^(.+)\.([a-z]+)$/.exec(path) ?? [];
  const format = extensions.get(extension);
  return stem === undefined || format === undefined ? { path, format: undefined } : { path: stem, format };
}

export function entityRoutes(services: Services): Router {
  const { store, config, context } = services;
  return Router().get('/{*path}', async (request, response) => {
    const { path, format } = splitExtension(request.path.slice(1));
    const choice = requireFormat(request, offers, format ?? urlParameters(request).get('format'));
    const iri = checkIri(config.base + path);
    const unknown = new HttpFault(404, `nothing is known here of <${config.base}${path}>`);
    if (iri === undefined) throw unknown;
    const thing = rdf.namedNode(iri);
    const options = { ...askedBy(request, config), signal: clientSignal(response) };
    if (choice.id === 'html') {
      const page = await entityPage(services, thing, options);
      if (page === undefined) throw unknown;
      return sendText(request, response, page.text, 'text/html');
    }
    const known = await store.query('ASK { ?thing ?p ?o }', { ...options, bindings: { thing } });
    if (known.kind !== 'boolean' || !known.value) throw unknown;
    const answer = await store.respond(
      readQueryText('pages/entity'),
      { graph: choice.id },
      { ...options, bindings: { thing }, jsonLdContext: context },
    );
    await sendAnswer(request, response, answer, choice);
  });
}
