/** `/catalog`: the catalogue by a profile, for harvesters; as a page where HTML is preferred. */
import { Router } from 'express';
import { profiles } from '../../export/profiles.js';
import { createIris } from '../../iris.js';
import { askingOf } from '../asking.js';
import { isPaged, openPage } from '../catalog-page.js';
import { chooseProfile } from '../choose-profile.js';
import { HttpFault } from '../http-fault.js';
import { setLastModified } from '../last-modified.js';
import type { Offer } from '../negotiate.js';
import { entityPage } from '../pages/entity.js';
import { formatsFor, htmlOffer, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import { datasetsAsked, sendProfile } from '../send-profile.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

const [standard] = profiles;

/** JSON-LD first: it is what a client without a wish gets. */
const graphs = [...formatsFor('graph')].sort((a, b) => Number(b.id === 'jsonld') - Number(a.id === 'jsonld'));
const offers: readonly Offer[] = [...graphs, htmlOffer];

export function catalogRoutes(services: Services): Router {
  const { config, feeds } = services;
  return Router().get(['/catalog', '/catalog.:extension'], async (request, response) => {
    const parameters = urlParameters(request);
    const { extension } = request.params as { extension?: string };
    const format = extension ?? parameters.get('format');
    const { profile = standard, choice } = chooseProfile(request, parameters, { format, offers });
    if (choice.id !== 'html' && profile !== undefined && isPaged(parameters)) {
      const { datasets: of, bindings } = await openPage(services, [request, response], parameters);
      setLastModified(response, await feeds.modified(), config);
      return sendProfile(services, [request, response], {
        profile,
        choice,
        of,
        besides: { query: 'feeds/page', bindings },
      });
    }
    const of = await datasetsAsked(services, [request, response], parameters.get('agency'));
    if (choice.id !== 'html') setLastModified(response, await feeds.modified(), config);
    if (choice.id !== 'html' && profile !== undefined)
      return sendProfile(services, [request, response], { profile, choice, of });
    const asked = askingOf(request, response, config);
    const page = await entityPage(services, createIris(config.base).catalogue(), asked, viewOf(request, response));
    if (page === undefined) throw new HttpFault(404, 'this graph describes no catalogue');
    return sendText(request, response, page.text, 'text/html');
  });
}
