/** `/harvest`: the page of those who harvest. */
import { setTimeout } from 'node:timers/promises';
import { Router } from 'express';
import { readAbout } from '../../export/dump/read-about.js';
import { type ProfileOutcome, validateProfiles } from '../../export/validation/validate-profile.js';
import { createIris } from '../../iris.js';
import { doors } from '../harvest-doors.js';
import { ownAddress } from '../own-address.js';
import { harvestPage } from '../pages/harvest.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { viewOf } from '../view/view.js';

/** Milliseconds that a reader waits for the profiles to be validated; that is done once for each version of the graph. */
const patience = 5000;

async function readOutcomes({
  memory,
  store,
  validate,
  config,
  context,
}: Services): Promise<ProfileOutcome[] | undefined> {
  const found = memory('profiles held against their shapes', () =>
    validateProfiles({ store, validate, base: config.base, context }),
  );
  const known = new AbortController();
  const waited = setTimeout(patience, undefined, { signal: known.signal, ref: false });
  try {
    return await Promise.race([found, waited]);
  } finally {
    waited.catch(() => {});
    found.catch(() => {});
    known.abort();
  }
}

const describesCatalogue = ({ memory, store, config }: Services): Promise<boolean> =>
  memory('is there a catalogue', async () => {
    const bindings = { thing: createIris(config.base).catalogue() };
    const known = await store.query('ASK { ?thing ?p ?o }', { bindings });
    return known.kind === 'boolean' && known.value;
  });

export function harvestRoutes(services: Services): Router {
  const { memory, store, config, feeds } = services;
  return Router().get('/harvest', async (request, response) => {
    const hasCatalogue = await describesCatalogue(services);
    const hasHistory = (await feeds.changes()).length > 0;
    const page = harvestPage(viewOf(request, response), {
      base: config.base,
      origin: ownAddress(request, config),
      about: await memory('about the graph', () => readAbout(store, config.base)),
      doors: doors.filter(
        ({ needsCatalogue, needsHistory }) => (hasCatalogue || !needsCatalogue) && (hasHistory || !needsHistory),
      ),
      outcomes: await readOutcomes(services),
    });
    await sendText(request, response, page.text, 'text/html');
  });
}
