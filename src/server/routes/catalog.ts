/** `/catalog`: the catalogue by a profile, for harvesters; as a page where HTML is preferred. */
import { Router } from 'express';
import { exportProfile } from '../../export/export.js';
import { findProfile, profiles } from '../../export/profiles.js';
import { findForm } from '../../formats.js';
import { createIris } from '../../iris.js';
import { askedBy } from '../client.js';
import { HttpFault } from '../http-fault.js';
import { chooseForm } from '../json-ld-form.js';
import { entityPage } from '../pages/entity.js';
import { clientSignal, formatsFor, htmlOffer, requireFormat, urlParameters } from '../request.js';
import { sendAnswer, sendText } from '../send.js';
import type { Services } from '../services.js';

/** JSON-LD first: it is what a client without a wish gets. */
const offers = [...formatsFor('graph')].sort((a, b) => Number(b.id === 'jsonld') - Number(a.id === 'jsonld'));

export function catalogRoutes(services: Services): Router {
  const { store, config, context } = services;
  return Router().get(['/catalog', '/catalog.:extension'], async (request, response) => {
    const parameters = urlParameters(request);
    const { extension } = request.params as { extension?: string };
    const choice = requireFormat(request, [...offers, htmlOffer], extension ?? parameters.get('format'));
    if (choice.id === 'html') {
      const asked = { ...askedBy(request, config), signal: clientSignal(response) };
      const page = await entityPage(services, createIris(config.base).catalogue(), asked);
      if (page === undefined) throw new HttpFault(404, 'this graph describes no catalogue');
      return sendText(request, response, page.text, 'text/html');
    }
    const wanted = parameters.get('profile') ?? choice.profile;
    const profile = findProfile(wanted ?? '') ?? profiles[0];
    // It may as well name a form of JSON-LD.
    const isKnown = profile?.id === wanted || profile?.iri === wanted || findForm(wanted ?? '') !== undefined;
    if (profile === undefined || (parameters.has('profile') && !isKnown))
      throw new HttpFault(406, `the profiles are ${profiles.map(({ id }) => id).join(', ')}`);
    const signal = clientSignal(response);
    const shaped = chooseForm(request, services, choice, createIris(config.base).catalogue());
    const asked = { base: config.base, format: choice.id, context, jsonLd: shaped.jsonLd, signal };
    await sendAnswer(request, response, await exportProfile(store, profile, asked), shaped);
  });
}
