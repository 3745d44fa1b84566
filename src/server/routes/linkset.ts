/** `/linkset/{path}`: all links of a thing's page and documents in one set (RFC 9264), as FAIR Signposting level 2 asks. */
import { Router } from 'express';
import { checkIri } from '../../iris.js';
import { rdf } from '../../rdf.js';
import { askingOf } from '../asking.js';
import { HttpFault } from '../http-fault.js';
import type { Offer } from '../negotiate.js';
import { ownAddress } from '../own-address.js';
import { addressesOf } from '../representations.js';
import { requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { readSignposts } from '../signposts.js';
import { linksOfDocument, linksOfPage, linkValues, type WebLink } from '../web-links.js';

const offers: readonly Offer[] = [
  { id: 'json', mediaType: 'application/linkset+json', alsoKnownAs: ['application/json'] },
  { id: 'linkset', mediaType: 'application/linkset', alsoKnownAs: [] },
];

/** The links of one anchor. */
interface LinkContext {
  readonly anchor: string;
  readonly links: readonly WebLink[];
}

/** RFC 9264, section 4.2. */
function toJson(contexts: readonly LinkContext[]): string {
  const linkset = contexts.map(({ anchor, links }) => {
    const targets: Record<string, { href: string; type?: string }[]> = {};
    for (const { relation, href, type } of links) {
      targets[relation] ??= [];
      targets[relation].push(type === undefined ? { href } : { href, type });
    }
    return { anchor, ...targets };
  });
  return `${JSON.stringify({ linkset }, null, 1)}\n`;
}

/** Section 4.1: as in the header, each with its anchor. */
const toText = (contexts: readonly LinkContext[]): string =>
  `${contexts
    .flatMap(({ anchor, links }) => links.map((link) => `${linkValues([link])}; anchor="${anchor}"`))
    .join(',\n')}\n`;

export function linksetRoutes(services: Services): Router {
  const { config } = services;
  return Router().get('/linkset/{*path}', async (request, response) => {
    const choice = requireFormat(request, offers, urlParameters(request).get('format'));
    const iri = checkIri(config.base + request.path.slice('/linkset/'.length));
    const thing = iri === undefined ? undefined : rdf.namedNode(iri);
    const asking = askingOf(request, response, config);
    const signposts = thing && (await readSignposts(services, thing, asking));
    if (thing === undefined || !signposts?.isKnown)
      throw new HttpFault(404, `nothing is known here of <${config.base}${request.path.slice('/linkset/'.length)}>`);
    const addresses = addressesOf(thing.value, { base: config.base, origin: ownAddress(request, config) });
    const contexts: LinkContext[] = [
      { anchor: addresses.page, links: linksOfPage(addresses, signposts) },
      ...addresses.documents.map(({ href }) => ({ anchor: href, links: linksOfDocument(addresses, signposts) })),
    ];
    response.set('Link', linkValues([{ relation: 'describes', href: addresses.page, type: 'text/html' }]));
    await sendText(request, response, choice.id === 'json' ? toJson(contexts) : toText(contexts), choice.mediaType);
  });
}
