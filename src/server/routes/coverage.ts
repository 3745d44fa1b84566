/** `/coverage`: who has data on what, counted by agency, place and years; as a page, CSV or JSON. */
import { type Request, type Response, Router } from 'express';
import { placeNames, subjectNames } from '../answer/names.js';
import type { Asking } from '../asking.js';
import { askingOf } from '../asking.js';
import { type Fault, readChoice } from '../coverage/choice.js';
import { datasetsOn, findUnknown } from '../coverage/known.js';
import { chooseRows, type Matrix, makeMatrix } from '../coverage/matrix.js';
import { toBindings, toJson } from '../coverage/matrix-table.js';
import { coverageFacts } from '../coverage/read-facts.js';
import { coveragePage } from '../pages/coverage.js';
import { requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import { sendTable, tableOffers } from '../send-table.js';
import type { Services } from '../services.js';
import { type View, viewOf } from '../view/view.js';

/** The matrix, or what is wrong with how it was asked for. */
async function prepare(services: Services, { parameters, language }: View, asking: Asking) {
  const { base } = services.config;
  const { choice, faults } = readChoice(parameters, base);
  const [facts, names, subjects] = await Promise.all([
    coverageFacts(services),
    placeNames(services, language),
    subjectNames(services),
  ]);
  const known = { facts, names, subjects };
  const wrong: Fault[] = [...faults, ...findUnknown(choice.ask, known)];
  if (wrong.length > 0) return { choice, known, faults: wrong, matrix: undefined };
  const datasets = await datasetsOn(services, choice.ask, { facts, asking });
  const made = makeMatrix(known, choice, { datasets, base });
  const matrix: Matrix | undefined = 'key' in made ? undefined : made;
  return { choice, known, faults: 'key' in made ? [made] : [], matrix };
}

export function coverageRoutes(services: Services): Router {
  return Router().get(['/coverage', '/coverage.:extension'], async (request: Request, response: Response) => {
    const { extension } = request.params as { extension?: string };
    const format = extension ?? urlParameters(request).get('format');
    const offer = requireFormat(request, tableOffers, format);
    const view = viewOf(request, response);
    const asking = askingOf(request, response, services.config);
    const prepared = await prepare(services, view, asking);
    const { choice, faults, matrix } = prepared;
    if (offer.id !== 'html')
      return sendTable([request, response], offer, faults, {
        json: () => matrix && toJson(matrix, chooseRows(matrix, choice), choice),
        csv: () => matrix && toBindings(matrix, chooseRows(matrix, choice), choice),
      });
    if (faults.length > 0) response.status(400);
    await sendText(request, response, coveragePage(services, view, prepared).text, 'text/html');
  });
}
