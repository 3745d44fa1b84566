/** `/dump/`: the whole graph and its tables as files, whole or in ranges, with what tells them apart and whole. */
import { type Request, type Response, Router } from 'express';
import { csvwMediaType, tablesMetadata } from '../../export/csvw.js';
import { describeDump } from '../../export/dump/describe-dump.js';
import { indexFile, sumsFile } from '../../export/dump/files.js';
import type { Dump } from '../../export/dump/make-dump.js';
import { serialiseQuads } from '../../serialise/quads.js';
import { clientOf } from '../client.js';
import { HttpFault } from '../http-fault.js';
import type { Offer } from '../negotiate.js';
import { ownAddress } from '../own-address.js';
import { dumpPage } from '../pages/dump.js';
import { formatsFor, htmlOffer, requireFormat, urlParameters } from '../request.js';
import { answerConditions, sendText } from '../send.js';
import { sendFile } from '../send-file.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

const jsonOffer: Offer = { id: 'json', mediaType: 'application/json', alsoKnownAs: [] };
const offers: readonly Offer[] = [htmlOffer, jsonOffer, ...formatsFor('graph')];

/** What is made once for all costs each who asks for it as little as an answer that is there. */
async function findDump({ store, dumps, config }: Services, request: Request): Promise<Dump> {
  store.admit?.(clientOf(request, config));
  return dumps.current();
}

async function sendIndex(services: Services, [request, response]: readonly [Request, Response]): Promise<void> {
  const { extension } = request.params as { extension?: string };
  const choice = requireFormat(request, offers, extension ?? urlParameters(request).get('format'));
  const { manifest, version } = await findDump(services, request);
  const { config, context, memory } = services;
  if (choice.id === 'html') {
    const page = dumpPage(viewOf(request, response), manifest, config.base);
    return sendText(request, response, page.text, 'text/html');
  }
  if (choice.id === 'json')
    return sendText(request, response, `${JSON.stringify(manifest, null, 1)}\n`, choice.mediaType);
  const where = { base: config.base, origin: `${ownAddress(request, config)}/` };
  const text = await memory(`dump ${version} ${choice.id} ${where.origin}`, async () => {
    let written = '';
    for await (const part of serialiseQuads(describeDump(manifest, where), choice.id, { context })) written += part;
    return written;
  });
  await sendText(request, response, text, choice.mediaType);
}

/** Of the list of files itself; else of what the list says. */
function findFile({ manifest }: Dump, name: string): { mediaType: string; tag: string } | undefined {
  if (name === sumsFile) return { mediaType: 'text/plain', tag: `sums-${manifest.files[0]?.sha256.slice(0, 32)}` };
  const file = manifest.files.find((one) => one.name === name);
  return file && { mediaType: file.mediaType, tag: file.sha256.slice(0, 32) };
}

/** The first line of a table names its columns (RFC 4180, section 3). */
const typeOf = (mediaType: string): string =>
  mediaType.startsWith('text/')
    ? `${mediaType}; charset=utf-8${mediaType === 'text/csv' ? '; header=present' : ''}`
    : mediaType;

export function dumpRoutes(services: Services): Router {
  return Router()
    .get('/dump', async (request, response, next) => {
      if (request.path.endsWith('/')) return sendIndex(services, [request, response]);
      if (request.path !== '/dump') return next();
      response.redirect(301, '/dump/');
    })
    .get('/dump/index.:extension', (request, response) => sendIndex(services, [request, response]))
    .get('/dump/:file', async (request, response, next) => {
      const { file: name } = request.params as { file: string };
      const dump = await findDump(services, request);
      const file = findFile(dump, name);
      if (file === undefined)
        throw new HttpFault(404, `there is no such file; /dump/${indexFile} lists those that there are`);
      response.set('Content-Type', typeOf(file.mediaType));
      const modified = new Date(dump.manifest.modified ?? Number.NaN);
      if (!Number.isNaN(modified.getTime())) response.set('Last-Modified', modified.toUTCString());
      if (file.mediaType === 'text/csv')
        response.append('Link', `<${tablesMetadata}>; rel="describedby"; type="${csvwMediaType}"`);
      if (!answerConditions(request, response, `"${file.tag}"`))
        sendFile([response, next], { name, root: dump.folder });
    });
}
