/** `/dataset/{slug}.bib`, `.csl.json`, `.ris`, and the same of a publication or by Accept: how the thing is cited. */
import { type Request, Router } from 'express';
import { readCitation } from '../../export/citation/citation.js';
import { writeCitation } from '../../export/citation/write-citation.js';
import { type CitationFormat, citationFormats } from '../../formats.js';
import { checkIri } from '../../iris.js';
import { rdf } from '../../rdf.js';
import { askedBy } from '../client.js';
import { HttpFault } from '../http-fault.js';
import type { Offer } from '../negotiate.js';
import { entityOffers } from '../representations.js';
import { clientSignal, negotiateFor, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';

const offers: readonly Offer[] = [...entityOffers, ...citationFormats];

interface Wish extends Pick<CitationFormat, 'id' | 'mediaType'> {
  /** Of the thing. */
  readonly path: string;
}

/** Undefined where something else is asked for. */
function readWish(request: Request): Wish | undefined {
  const { path } = request;
  const named = citationFormats.find(({ extension }) => path.endsWith(`.${extension}`));
  if (named !== undefined) return { ...named, path: path.slice(1, -named.extension.length - 1) };
  const format = urlParameters(request).get('format');
  if (format !== null) {
    const byId = citationFormats.find(({ id, extension }) => id === format || extension === format);
    return byId && { ...byId, path: path.slice(1) };
  }
  const choice = negotiateFor(request, offers);
  const isCitation = citationFormats.some(({ id }) => id === choice?.id);
  return choice !== undefined && isCitation ? { ...choice, path: path.slice(1) } : undefined;
}

export function citationRoutes({ store, config }: Services): Router {
  return Router().get(['/dataset/:slug', '/publication/:slug'], async (request, response, next) => {
    const wish = readWish(request);
    if (wish === undefined) return next();
    const iri = checkIri(config.base + wish.path);
    const options = { ...askedBy(request, config), signal: clientSignal(response), base: config.base };
    const citation = iri === undefined ? undefined : await readCitation(store, rdf.namedNode(iri), options);
    if (citation === undefined)
      throw new HttpFault(404, `no dataset or publication <${config.base}${wish.path}> is known here to be cited`);
    await sendText(request, response, writeCitation(citation, wish.id), wish.mediaType);
  });
}
