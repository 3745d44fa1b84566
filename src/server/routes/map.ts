/** `/map`: which countries datasets name, as a map or as CSV. */
import { type Request, type Response, Router } from 'express';
import { askingOf } from '../asking.js';
import { readChoice } from '../map/choice.js';
import { readCoverage } from '../map/read-coverage.js';
import { writeCsv } from '../map/write-csv.js';
import type { Offer } from '../negotiate.js';
import { mapPage } from '../pages/map/map-page.js';
import { htmlOffer, requireFormat } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

const offers: readonly Offer[] = [htmlOffer, { id: 'csv', mediaType: 'text/csv', alsoKnownAs: [] }];

export function mapRoutes(services: Services): Router {
  async function answer(request: Request, response: Response, format: string | null): Promise<void> {
    const view = viewOf(request, response);
    const { id, mediaType } = requireFormat(request, offers, format ?? view.parameters.get('format'));
    const choice = readChoice(view, services.config.base);
    const asking = askingOf(request, response, services.config);
    const coverage = await readCoverage(services, choice, { language: view.language, asking });
    const text = id === 'csv' ? writeCsv(coverage) : (await mapPage(services, { view, choice, coverage, asking })).text;
    await sendText(request, response, text, mediaType);
  }
  return Router()
    .get('/map', (request, response) => answer(request, response, null))
    .get('/map.csv', (request, response) => answer(request, response, 'csv'));
}
