/** `/ldes`: the history of datasets and agencies as a Linked Data Event Stream, for who keeps a copy of the catalogue. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Request, type Response, Router } from 'express';
import { readPayload } from '../../export/read-payload.js';
import { packageRoot } from '../../package-root.js';
import { type Quad, rdf } from '../../rdf.js';
import { serialiseQuads } from '../../serialise/quads.js';
import { askingOf } from '../asking.js';
import { HttpFault } from '../http-fault.js';
import { setLastModified } from '../last-modified.js';
import { describePage, describeRoot } from '../ldes/describe-stream.js';
import { openStream, pageOf, type Stream } from '../ldes/stream.js';
import { ownAddress } from '../own-address.js';
import { formatsFor, readCount, requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';

const shapeFile = join(packageRoot, 'ontology', 'shapes', 'feeds', 'change.ttl');

/** What a thing is stands in a graph of its own: only what can hold graphs will do. */
const offers = [...formatsFor('dataset')].sort((a, b) => Number(b.id === 'trig') - Number(a.id === 'trig'));
const shapeOffers = formatsFor('graph').filter(({ id }) => id === 'turtle');

/** How long a page may be taken for what it was, in seconds: nothing is added to it, but what is outdated goes. */
const closedAge = 7 * 24 * 3600;

async function sendQuads([request, response]: readonly [Request, Response], quads: readonly Quad[]): Promise<void> {
  const choice = requireFormat(request, offers, urlParameters(request).get('format'));
  let text = '';
  for await (const part of serialiseQuads(quads, choice.id)) text += part;
  await sendText(request, response, text, choice.mediaType);
}

async function openHistory({ feeds, config }: Services, response: Response): Promise<Stream> {
  const stream = await openStream(feeds, config.base);
  if (stream.moments.length === 0)
    throw new HttpFault(404, 'this graph says nothing of its history, so that there is no stream of it');
  setLastModified(response, stream.moments.at(-1), config);
  return stream;
}

export function ldesRoutes(services: Services): Router {
  const { store, config, feeds } = services;
  const addressOf = (request: Request) => ({ base: config.base, origin: ownAddress(request, config) });
  return Router()
    .get('/ldes', async (request, response) => {
      const stream = await openHistory(services, response);
      const { title } = await feeds.catalogue();
      await sendQuads([request, response], describeRoot(stream, title, addressOf(request)));
    })
    .get('/ldes/shape', async (request, response) => {
      const choice = requireFormat(request, shapeOffers, urlParameters(request).get('format'));
      await sendText(request, response, await readFile(shapeFile), choice.mediaType);
    })
    .get('/ldes/:moment', async (request, response) => {
      const stream = await openHistory(services, response);
      const { moment } = request.params as { moment: string };
      const page = pageOf(stream, moment, readCount(urlParameters(request), 'page') ?? 1);
      if (page === undefined) throw new HttpFault(404, 'there is no such page of the stream');
      const asking = askingOf(request, response, config);
      const things = page.events.filter(({ kind }) => kind !== 'Delete').map(({ thing }) => rdf.namedNode(thing));
      const payload = await readPayload(store, things, asking);
      if (page.isClosed) response.set('Cache-Control', `public, max-age=${closedAge}, immutable`);
      await sendQuads([request, response], describePage(page, payload, addressOf(request)));
    });
}
