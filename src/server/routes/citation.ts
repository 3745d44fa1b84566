/** `/dataset/{slug}.bib`, `.csl.json`, `.ris`, and the same of a publication or by Accept: how the thing is cited. */
import { type Request, Router } from 'express';
import { readCitation } from '../../export/citation/citation.js';
import { writeCitation } from '../../export/citation/write-citation.js';
import { type CitationFormat, citationFormats } from '../../formats.js';
import { checkIri } from '../../iris.js';
import { rdf } from '../../rdf.js';
import { askingOf } from '../asking.js';
import { HttpFault } from '../http-fault.js';
import type { Offer } from '../negotiate.js';
import { entityOffers } from '../representations.js';
import { negotiateFor, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { readSignposts } from '../signposts.js';
import { answerAbsence } from './entity.js';

const offers: readonly Offer[] = [...entityOffers, ...citationFormats];

interface Wish extends Pick<CitationFormat, 'id' | 'mediaType'> {
  /** Of the thing. */
  readonly path: string;
  /** What was behind it. */
  readonly suffix: string;
}

/** Undefined where something else is asked for. */
function readWish(request: Request): Wish | undefined {
  const { path } = request;
  const named = citationFormats.find(({ extension }) => path.endsWith(`.${extension}`));
  if (named !== undefined) {
    const suffix = `.${named.extension}`;
    return { ...named, path: path.slice(1, -suffix.length), suffix };
  }
  const format = urlParameters(request).get('format');
  if (format !== null) {
    const byId = citationFormats.find(({ id, extension }) => id === format || extension === format);
    return byId && { ...byId, path: path.slice(1), suffix: '' };
  }
  const choice = negotiateFor(request, offers);
  const isCitation = citationFormats.some(({ id }) => id === choice?.id);
  return choice !== undefined && isCitation ? { ...choice, path: path.slice(1), suffix: '' } : undefined;
}

export function citationRoutes(services: Services): Router {
  const { store, config } = services;
  const { base } = config;
  return Router().get(['/dataset/:slug', '/publication/:slug'], async (request, response, next) => {
    const wish = readWish(request);
    if (wish === undefined) return next();
    const iri = checkIri(base + wish.path);
    if (iri === undefined) throw new HttpFault(404, `nothing is known here of <${base}${wish.path}>`);
    const thing = rdf.namedNode(iri);
    const asking = askingOf(request, response, config);
    const signposts = await readSignposts(services, thing, asking);
    if (!signposts.isKnown) return answerAbsence(signposts, { thing, base, suffix: wish.suffix }, response);
    const citation = await readCitation(store, thing, { ...asking, base });
    if (citation === undefined) throw new HttpFault(404, `<${iri}> is neither a dataset nor a publication`);
    await sendText(request, response, writeCitation(citation, wish.id), wish.mediaType);
  });
}
