/** `/note/{slug}`: the text of a note, byte for byte; its description where RDF or HTML is asked for. */
import { type Request, Router } from 'express';
import { readQueryText } from '../../export/query-text.js';
import { rdf } from '../../rdf.js';
import { askingOf } from '../asking.js';
import { HttpFault } from '../http-fault.js';
import { formatsFor, htmlOffer, requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';

const textOffer = { id: 'text', mediaType: 'text/plain', alsoKnownAs: [] };

/** Whether the text itself is asked for. */
function wantsText(request: Request): boolean {
  if (request.path.endsWith('.txt')) return true;
  const format = urlParameters(request).get('format');
  if (format !== null) return format === 'text' || format === 'txt';
  if (/\.[a-z]+$/.test(request.path)) return false;
  return requireFormat(request, [textOffer, ...formatsFor('graph'), htmlOffer], null).id === 'text';
}

export function noteRoutes({ store, config }: Services): Router {
  return Router().get('/note/:slug', async (request, response, next) => {
    if (!wantsText(request)) return next();
    const note = rdf.namedNode(config.base + request.path.slice(1).replace(/\.txt$/, ''));
    const result = await store.query(readQueryText('pages/note-text'), {
      ...askingOf(request, response, config),
      bindings: { note },
    });
    if (result.kind === 'bindings')
      for await (const row of result.rows) {
        const text = row.get('text')?.value;
        if (text !== undefined) return sendText(request, response, text, 'text/plain');
      }
    throw new HttpFault(404, `there is no note <${note.value}>`);
  });
}
