/** Sends data by a profile: of all datasets, of those of an agency, or of one. */
import type { Request, Response } from 'express';
import { type ExportOptions, exportProfile } from '../export/export.js';
import type { Profile } from '../export/profiles.js';
import { readQueryText } from '../export/query-text.js';
import { createIris } from '../iris.js';
import { type NamedNode, rdf } from '../rdf.js';
import { askingOf } from './asking.js';
import { findDatasets } from './browse/select.js';
import { tellProfile } from './choose-profile.js';
import { HttpFault } from './http-fault.js';
import { chooseForm, type ShapedChoice } from './json-ld-form.js';
import type { Choice } from './negotiate.js';
import { sendAnswer } from './send.js';
import type { Services } from './services.js';

/** The datasets that `?agency=` names; undefined: all. */
export async function datasetsAsked(
  services: Services,
  [request, response]: readonly [Request, Response],
  agency: string | null,
): Promise<readonly NamedNode[] | undefined> {
  const asking = askingOf(request, response, services.config);
  const datasets = await findDatasets(services, new URLSearchParams({ agency: agency ?? '' }), asking);
  if (datasets?.length === 0)
    throw new HttpFault(404, `no dataset is known here of the agency ${agency?.slice(0, 200)}`);
  return datasets?.map((iri) => rdf.namedNode(iri));
}

/** True where the thing is a dataset, and has been sent; a profile that the URL names is of nothing else. */
export async function sendDataset(
  services: Services,
  [request, response]: readonly [Request, Response],
  { profile, choice, of }: { profile: Profile; choice: Choice; of: NamedNode },
): Promise<boolean> {
  const options = { ...askingOf(request, response, services.config), bindings: { thing: of } };
  const answer = await services.store.query(readQueryText('pages/is-dataset'), options);
  const isDataset = answer.kind === 'boolean' && answer.value;
  if (isDataset) await sendProfile(services, [request, response], { profile, choice, of });
  return isDataset;
}

interface ToSend extends Pick<ExportOptions, 'of' | 'besides'> {
  readonly profile: Profile;
  readonly choice: Choice;
}

/** `of` is one dataset by itself, or a catalogue of these; left out, of all. */
export async function sendProfile(
  services: Services,
  [request, response]: readonly [Request, Response],
  { profile, choice, of, besides }: ToSend,
): Promise<void> {
  const { store, config, context } = services;
  if (of !== undefined && profile.of !== 'datasets')
    throw new HttpFault(406, `${profile.id} is of the graph as a whole`);
  if (profile.dumpFile !== undefined) return response.redirect(303, `/dump/${profile.dumpFile}`);
  const scope = { base: config.base, of, ...askingOf(request, response, config) };
  const root = of !== undefined && 'termType' in of ? of : createIris(config.base).catalogue();
  const shaped = profile.json === undefined ? chooseForm(request, services, choice, root) : choice;
  const { jsonLd } = shaped as ShapedChoice;
  if (profile.context !== undefined && jsonLd?.form === 'framed')
    throw new HttpFault(406, `${profile.id} has no frame; it comes compacted, flattened or expanded`);
  const answer = await exportProfile(store, profile, { ...scope, format: choice.id, context, jsonLd, besides });
  tellProfile(response, profile);
  await sendAnswer(request, response, answer, shaped);
}
