/** `/timeline`: the years of every dataset on one axis; as a page, CSV or JSON. */
import { type Request, type Response, Router } from 'express';
import { placeNames, subjectNames } from '../answer/names.js';
import type { Asking } from '../asking.js';
import { askingOf } from '../asking.js';
import { datasetsOn, findUnknown } from '../coverage/known.js';
import { coverageFacts } from '../coverage/read-facts.js';
import { timelinePage } from '../pages/timeline.js';
import { requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import { sendTable, tableOffers } from '../send-table.js';
import type { Services } from '../services.js';
import { readTimelineChoice } from '../timeline/choice.js';
import { makeTimeline } from '../timeline/timeline.js';
import { timelineBindings, timelineJson } from '../timeline/timeline-table.js';
import { type View, viewOf } from '../view/view.js';

async function prepare(services: Services, { parameters, language }: View, asking: Asking) {
  const { choice, faults } = readTimelineChoice(parameters, services.config.base);
  const [facts, names, subjects] = await Promise.all([
    coverageFacts(services),
    placeNames(services, language),
    subjectNames(services),
  ]);
  const known = { facts, names, subjects };
  const wrong = [...faults, ...findUnknown(choice.ask, known)];
  const timeline =
    wrong.length > 0
      ? undefined
      : makeTimeline(facts, choice, await datasetsOn(services, choice.ask, { facts, asking }));
  return { choice, known, faults: wrong, timeline };
}

export function timelineRoutes(services: Services): Router {
  return Router().get(['/timeline', '/timeline.:extension'], async (request: Request, response: Response) => {
    const { extension } = request.params as { extension?: string };
    const format = extension ?? urlParameters(request).get('format');
    const choice = requireFormat(request, tableOffers, format);
    const view = viewOf(request, response);
    const asking = askingOf(request, response, services.config);
    const prepared = await prepare(services, view, asking);
    const { known, faults, timeline } = prepared;
    if (choice.id !== 'html')
      return sendTable([request, response], choice, faults, {
        json: () => timeline && timelineJson(known.facts, timeline),
        csv: () => timeline && timelineBindings(known.facts, timeline),
      });
    if (faults.length > 0) response.status(400);
    await sendText(request, response, timelinePage(services, view, prepared).text, 'text/html');
  });
}
