/** `/datasets`, `/agencies` and the other kinds: views by facets, as pages, tables and RDF. */
import { type Request, type Response, Router } from 'express';
import { joinConstructs } from '../../export/join-constructs.js';
import type { Profile } from '../../export/profiles.js';
import { findProfile } from '../../export/profiles.js';
import { readQueryText } from '../../export/query-text.js';
import { rdf } from '../../rdf.js';
import { serialiseBindings } from '../../serialise/results.js';
import { xsd } from '../../vocabularies.js';
import { askingOf } from '../asking.js';
import { type KindId, kindIds } from '../browse/kinds.js';
import { type Selection, select } from '../browse/select.js';
import { tableOf } from '../browse/table.js';
import { chooseProfile } from '../choose-profile.js';
import { askedBy } from '../client.js';
import { HttpFault } from '../http-fault.js';
import { chooseForm } from '../json-ld-form.js';
import type { Choice, Offer } from '../negotiate.js';
import { ownAddress } from '../own-address.js';
import { browsePage } from '../pages/browse/page.js';
import { formatsFor, htmlOffer, urlParameters } from '../request.js';
import { sendAnswer, sendText } from '../send.js';
import { sendProfile } from '../send-profile.js';
import type { Services } from '../services.js';
import { namedLanguage } from '../view/language.js';
import { viewOf } from '../view/view.js';
import { linkValues } from '../web-links.js';

const csvOffer = formatsFor('bindings').filter(({ id }) => id === 'csv');
const offers: readonly Offer[] = [htmlOffer, ...csvOffer, ...formatsFor('graph')];
const standard = findProfile('dcat');

/** What says how a view is shown; the rest of the address is the view. */
const showing = ['page', 'limit', 'format', 'lang', 'profile', 'form', 'context'];

/** The address of the view, however it is shown. */
function addressOf(request: Request, services: Services, id: KindId): string {
  const parameters = new URLSearchParams(
    [...urlParameters(request)].filter(([name, value]) => !showing.includes(name) && value !== ''),
  );
  return `${ownAddress(request, services.config)}/${id}${parameters.size === 0 ? '' : `?${parameters}`}`;
}

/** What tells of the view as a collection. */
function collectionOf({ index, things }: Selection, address: string) {
  return {
    collection: rdf.namedNode(address),
    total: rdf.literal(String(things.length), xsd.integer),
    member: things.map((number) => rdf.namedNode(index.iris[number] ?? '')),
  };
}

async function sendTable([request, response]: readonly [Request, Response], selection: Selection): Promise<void> {
  const language = namedLanguage(urlParameters(request)) ?? 'en';
  const chunks: string[] = [];
  for await (const chunk of serialiseBindings(tableOf(selection, language), 'csv')) chunks.push(chunk);
  response.set('Content-Language', language);
  await sendText(request, response, chunks.join(''), 'text/csv; header=present');
}

interface Graph {
  readonly choice: Choice;
  readonly profile: Profile | undefined;
  readonly address: string;
}

/** Datasets by a profile; of other kinds, what is said of each. */
async function sendGraph(
  services: Services,
  [request, response]: readonly [Request, Response],
  selection: Selection,
  { choice, profile, address }: Graph,
): Promise<void> {
  const bindings = collectionOf(selection, address);
  if (selection.index.kind.id === 'datasets' && profile !== undefined) {
    const besides = { query: 'browse/collection', bindings };
    return sendProfile(services, [request, response], { profile, choice, of: bindings.member, besides });
  }
  const { store, config, context } = services;
  const shaped = chooseForm(request, services, choice, bindings.collection);
  const query = joinConstructs(readQueryText('browse/statements'), readQueryText('browse/collection'));
  const options = { ...askingOf(request, response, config), jsonLdContext: context };
  const answer = await store.respond(
    query,
    { graph: choice.id },
    { ...options, jsonLd: shaped.jsonLd, bindings: { ...bindings, thing: bindings.member } },
  );
  await sendAnswer(request, response, answer, shaped);
}

export function browseRoutes(services: Services): Router {
  const { config, store } = services;
  async function answer(request: Request, response: Response, id: KindId): Promise<void> {
    const view = viewOf(request, response);
    const { extension } = request.params as { extension?: string };
    const format = extension ?? view.parameters.get('format');
    const { profile, choice } = chooseProfile(request, view.parameters, { format, offers });
    if (id !== 'datasets' && profile !== undefined)
      throw new HttpFault(406, `profiles are of datasets, and not of ${id}`);
    store.admit?.(askedBy(request, config).client);
    const asking = askingOf(request, response, config);
    const selection = await select(services, id, view, asking);
    if (choice.id === 'html') {
      const { text, links } = browsePage(services, view, selection);
      const origin = ownAddress(request, config);
      response.set('Link', linkValues(links.map((link) => ({ ...link, href: origin + link.href }))));
      return sendText(request, response, text, 'text/html');
    }
    if (choice.id === 'csv') return sendTable([request, response], selection);
    const address = addressOf(request, services, id);
    const used = id === 'datasets' ? (profile ?? standard) : undefined;
    await sendGraph(services, [request, response], selection, { choice, profile: used, address });
  }
  const router = Router();
  for (const id of kindIds)
    router.get([`/${id}`, `/${id}.:extension`], (request, response) => answer(request, response, id));
  return router;
}
