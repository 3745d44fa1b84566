/** `/graph-view?iri=`: a thing between what leads to it and what it leads to, as a picture. */
import { Router } from 'express';
import { checkIri } from '../../iris.js';
import { askingOf } from '../asking.js';
import { readNeighbourhood } from '../graph-view/neighbourhood.js';
import { HttpFault } from '../http-fault.js';
import { graphViewPage } from '../pages/graph-view.js';
import { htmlOffer, requireFormat } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

/** `dataset/x` under the base, or the IRI as it stands in the graph. */
function requireThing(values: readonly string[], base: string): string {
  const [text = '', second] = values;
  if (text === '' || second !== undefined)
    throw new HttpFault(400, 'say once of what: /graph-view?iri=dataset/x, or a whole IRI');
  const iri = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : base + text;
  if (checkIri(iri) === undefined) throw new HttpFault(400, `"${text.slice(0, 200)}" is no path and no IRI`);
  return iri;
}

export function graphViewRoutes(services: Services): Router {
  const { base } = services.config;
  return Router().get('/graph-view', async (request, response) => {
    requireFormat(request, [htmlOffer], null);
    const view = viewOf(request, response);
    const iri = requireThing(view.parameters.getAll('iri'), base);
    const asking = askingOf(request, response, services.config);
    const surroundings = await readNeighbourhood(services, iri, { language: view.language, asking });
    if (surroundings === undefined) throw new HttpFault(404, `nothing is known here of <${iri}>`);
    await sendText(request, response, graphViewPage({ view, base, iri, surroundings }).text, 'text/html');
  });
}
