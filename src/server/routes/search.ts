/** `/search?q=`: what is called so, as a page or as JSON. */
import { Router } from 'express';
import { HttpFault } from '../http-fault.js';
import type { Offer } from '../negotiate.js';
import { searchPage } from '../pages/search.js';
import { htmlOffer, requireFormat } from '../request.js';
import { search } from '../search/search-index.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

const offers: readonly Offer[] = [htmlOffer, { id: 'json', mediaType: 'application/json', alsoKnownAs: [] }];

/** Letters that a search may have. */
const longest = 200;

export function searchRoutes(services: Services): Router {
  return Router().get('/search', async (request, response) => {
    const choice = requireFormat(request, offers, null);
    const view = viewOf(request, response);
    const text = (view.parameters.get('q') ?? '').trim();
    if (text.length > longest) throw new HttpFault(400, `a search has at most ${longest} letters`);
    const found = text === '' ? [] : await search(services, text);
    if (choice.id === 'json') {
      const results = found
        .slice(0, longest)
        .map(({ iri, kind, title, names }) => ({ iri, kind, title, names: names.split('\n') }));
      return sendText(request, response, `${JSON.stringify({ query: text, results }, null, 1)}\n`, choice.mediaType);
    }
    await sendText(request, response, searchPage(view, text, found, services.config.base).text, 'text/html');
  });
}
