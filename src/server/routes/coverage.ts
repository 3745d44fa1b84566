/** `/coverage`: who has data on what, counted by agency, place and years; as a page, CSV or JSON. */
import { type Request, type Response, Router } from 'express';
import { serialiseBindings } from '../../serialise/results.js';
import { placeNames, subjectNames } from '../answer/names.js';
import { type Fault, readChoice } from '../coverage/choice.js';
import { datasetsOn, findUnknown } from '../coverage/known.js';
import { chooseRows, type Matrix, makeMatrix } from '../coverage/matrix.js';
import { toBindings, toJson } from '../coverage/matrix-table.js';
import { coverageFacts } from '../coverage/read-facts.js';
import { HttpFault } from '../http-fault.js';
import type { Offer } from '../negotiate.js';
import { coveragePage } from '../pages/coverage.js';
import { htmlOffer, requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { sayIn } from '../view/messages.js';
import { viewOf } from '../view/view.js';

const offers: readonly Offer[] = [
  htmlOffer,
  { id: 'csv', mediaType: 'text/csv', alsoKnownAs: [] },
  { id: 'json', mediaType: 'application/json', alsoKnownAs: [] },
];

async function collect(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

/** The matrix, or what is wrong with how it was asked for. */
async function prepare(services: Services, parameters: URLSearchParams, language: Parameters<typeof placeNames>[1]) {
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
  const datasets = await datasetsOn(services, choice.ask, facts);
  const made = makeMatrix(known, choice, { datasets, base });
  const matrix: Matrix | undefined = 'key' in made ? undefined : made;
  return { choice, known, faults: 'key' in made ? [made] : [], matrix };
}

export function coverageRoutes(services: Services): Router {
  return Router().get(['/coverage', '/coverage.:extension'], async (request: Request, response: Response) => {
    const { extension } = request.params as { extension?: string };
    const format = extension ?? urlParameters(request).get('format');
    const { id, mediaType } = requireFormat(request, offers, format);
    const view = viewOf(request, response);
    const prepared = await prepare(services, view.parameters, view.language);
    const { choice, faults, matrix } = prepared;
    const [fault] = faults;
    if (id !== 'html') {
      if (matrix === undefined)
        throw new HttpFault(400, fault === undefined ? 'no matrix' : sayIn('en')(fault.key, fault.values));
      const rows = chooseRows(matrix, choice);
      const text =
        id === 'json'
          ? toJson(matrix, rows, choice)
          : await collect(serialiseBindings(toBindings(matrix, rows, choice), 'csv'));
      return sendText(request, response, text, mediaType);
    }
    if (fault !== undefined) response.status(400);
    await sendText(request, response, coveragePage(services, view, prepared).text, 'text/html');
  });
}
