/** `/catalog.atom`: which datasets are new, changed or gone, as an Atom feed with archives. */
import { Router } from 'express';
import { latest } from '../../export/moment.js';
import { readNames } from '../../export/read-catalogue.js';
import { type NamedNode, rdf } from '../../rdf.js';
import { writeAtom } from '../feeds/atom-document.js';
import { type FeedPage, pageOf } from '../feeds/feed-pages.js';
import { HttpFault } from '../http-fault.js';
import { setLastModified } from '../last-modified.js';
import { ownAddress } from '../own-address.js';
import { readCount, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';

/** A change is labelled with what its thing was called then; where there is no such label, it is called as it is now. */
const toName = ({ changes }: FeedPage): NamedNode[] =>
  changes.flatMap(({ iri, thing }) => (iri === undefined ? [thing] : [iri, thing]).map((name) => rdf.namedNode(name)));

export function atomRoutes({ store, config, feeds }: Services): Router {
  return Router().get('/catalog.atom', async (request, response) => {
    const page = pageOf(await feeds.datasetChanges(), readCount(urlParameters(request), 'page'));
    if (page === undefined) throw new HttpFault(404, 'there is no such page of the feed');
    const updated = latest(page.changes.map(({ at }) => at));
    if (updated === undefined) throw new HttpFault(404, 'this graph gives no dates, so that there is no news of it');
    const context = {
      base: config.base,
      origin: ownAddress(request, config),
      catalogue: await feeds.catalogue(),
      names: await readNames(store, toName(page)),
      updated,
    };
    // Without a history things may change and bear the date that they had.
    if ((await feeds.modified()) !== undefined) setLastModified(response, updated, config);
    await sendText(request, response, writeAtom(page, context), 'application/atom+xml');
  });
}
