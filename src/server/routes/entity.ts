/** Every data IRI under the base, answered for by its path: a page for people, its statements for programs. */
import { type Request, type Response, Router } from 'express';
import { readQueryPage, readQueryText } from '../../export/query-text.js';
import { findForm } from '../../formats.js';
import { checkIri } from '../../iris.js';
import { type NamedNode, rdf } from '../../rdf.js';
import { xsd } from '../../vocabularies.js';
import type { Asking } from '../asking.js';
import { askingOf } from '../asking.js';
import { chooseProfile } from '../choose-profile.js';
import { HttpFault } from '../http-fault.js';
import { chooseForm } from '../json-ld-form.js';
import { localPath } from '../local-path.js';
import { mountPath } from '../mount.js';
import { ownAddress } from '../own-address.js';
import { entityPage } from '../pages/entity.js';
import { addressesOf, entityOffers, extensionOf, splitExtension } from '../representations.js';
import { urlParameters } from '../request.js';
import { sendAnswer, sendText } from '../send.js';
import { sendDataset } from '../send-profile.js';
import type { Services } from '../services.js';
import { readSignposts, type Signposts } from '../signposts.js';
import { viewOf } from '../view/view.js';
import { alternates, linksOfDocument, linksOfPage, linkValues, type WebLink } from '../web-links.js';

/** Statements that lead to a thing, in one document. */
const pageLength = 1000;

function readPage(request: Request): number {
  const text = urlParameters(request).get('page') ?? '1';
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new HttpFault(400, 'page is to be a number from 1 on');
  return Number(text);
}

/** How many pages what leads to a thing takes. */
async function countPages({ store }: Services, thing: NamedNode, asking: Asking): Promise<number> {
  const result = await store.query(readQueryText('pages/mention-count'), { ...asking, bindings: { thing } });
  let count = 0;
  if (result.kind === 'bindings') for await (const row of result.rows) count = Number(row.get('count')?.value ?? 0);
  return Math.max(1, Math.ceil(count / pageLength));
}

/** The pages beside this one. */
const neighbours = (address: string, page: number, pages: number): WebLink[] => [
  ...(page > 1 ? [{ relation: 'prev', href: `${address}?page=${page - 1}` }] : []),
  ...(page < pages ? [{ relation: 'next', href: `${address}?page=${page + 1}` }] : []),
];

/** Where the thing is not here any more: away to what stands in its place, or 410; 404 where nobody ever heard of it. */
export function answerAbsence(
  { movedTo, goneAt }: Signposts,
  { thing, base, suffix }: { thing: NamedNode; base: string; suffix: string },
  response: Response,
): void {
  if (movedTo !== undefined) {
    const local = movedTo.startsWith(base) ? `${localPath(base, movedTo)}${suffix}` : movedTo;
    response.set('Cache-Control', 'no-cache').redirect(301, local);
    return;
  }
  if (goneAt !== undefined)
    throw new HttpFault(410, `<${thing.value}> was taken out of the graph on ${goneAt.slice(0, 10)}`);
  throw new HttpFault(404, `nothing is known here of <${thing.value}>`);
}

export function entityRoutes(services: Services): Router {
  const { store, config, context } = services;

  async function answer(request: Request, response: Response, thing: NamedNode, format: string | null): Promise<void> {
    const parameters = urlParameters(request);
    const { profile, choice } = chooseProfile(request, parameters, { format, offers: entityOffers });
    const asking = askingOf(request, response, config);
    const signposts = await readSignposts(services, thing, asking);
    const suffix = format === null ? '' : `.${extensionOf(choice.id)}`;
    if (!signposts.isKnown) return answerAbsence(signposts, { thing, base: config.base, suffix }, response);
    const isSent = profile && (await sendDataset(services, [request, response], { profile, choice, of: thing }));
    if (isSent) return;
    if (parameters.get('profile') && findForm(parameters.get('profile') ?? '') === undefined)
      throw new HttpFault(406, `<${thing.value}> is no dataset, and profiles are of those`);
    const addresses = addressesOf(thing.value, { base: config.base, origin: ownAddress(request, config) });
    if (choice.id === 'html') {
      const shown = await entityPage(services, thing, asking, viewOf(request, response));
      response.set('Link', linkValues([...linksOfPage(addresses, signposts), ...alternates(addresses, 'text/html')]));
      return sendText(request, response, shown?.text ?? '', 'text/html');
    }
    const [number, pages] = [readPage(request), await countPages(services, thing, asking)];
    if (number > pages) throw new HttpFault(404, `there are ${pages} pages of <${thing.value}>`);
    const document = `${addresses.page}.${extensionOf(choice.id)}`;
    const links = [...linksOfDocument(addresses, signposts), ...alternates(addresses, choice.mediaType)];
    response.set('Link', linkValues([...links, ...neighbours(document, number, pages)]));
    if (format === null) response.set('Content-Location', new URL(document).pathname.slice(mountPath(request).length));
    const shaped = chooseForm(request, services, choice, thing);
    // Framed, it is a whole without pages: what belongs to the thing, and not what leads to it.
    const query =
      shaped.jsonLd?.form === 'framed'
        ? readQueryText('pages/thing')
        : readQueryPage('pages/entity', { limit: pageLength, offset: (number - 1) * pageLength });
    const bindings = { thing, first: rdf.literal(String(number === 1), xsd.boolean) };
    const shape = { jsonLdContext: context, jsonLd: shaped.jsonLd };
    const body = await store.respond(query, { graph: choice.id }, { ...asking, bindings, ...shape });
    await sendAnswer(request, response, body, shaped);
  }

  return Router().get('/{*path}', async (request, response) => {
    const { path, format } = splitExtension(request.path.slice(1));
    const iri = checkIri(config.base + path);
    if (iri === undefined) throw new HttpFault(404, `nothing is known here of <${config.base}${path}>`);
    await answer(request, response, rdf.namedNode(iri), format ?? urlParameters(request).get('format'));
  });
}
