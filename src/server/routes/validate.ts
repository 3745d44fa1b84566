/** `/validate`: a DCAT validator for everybody. A form to GET; RDF to POST, answered by a report that can be acted on. */
import { type Request, type Response, Router } from 'express';
import { checkedProfiles, defaultProfile } from '../../export/validation/profile-shapes.js';
import { writeReport } from '../../export/validation/report-text.js';
import { clientOf } from '../client.js';
import { HttpFault } from '../http-fault.js';
import type { Offer } from '../negotiate.js';
import { allowMethods } from '../options.js';
import { reportPage, validatePage } from '../pages/validate.js';
import { readSubmission } from '../read-submission.js';
import { clientSignal, formatsFor, htmlOffer, requireFormat, urlParameters } from '../request.js';
import { sendText } from '../send.js';
import type { Services } from '../services.js';
import { uploadTypes } from '../upload.js';
import { viewOf } from '../view/view.js';

/** Bytes of what is validated: each triple is looked at again and again. */
export const maxValidatedBytes = 8 * 2 ** 20;

const textOffer: Offer = { id: 'text', mediaType: 'text/plain', alsoKnownAs: [] };
const jsonOffer: Offer = { id: 'json', mediaType: 'application/json', alsoKnownAs: [] };
const offers: readonly Offer[] = [textOffer, htmlOffer, jsonOffer, ...formatsFor('graph')];

const named = (name: string | null | undefined): string | undefined => name?.trim() || undefined;

function requireProfile(name: string | undefined): string {
  const profile = name ?? defaultProfile;
  if (checkedProfiles.includes(profile)) return profile;
  throw new HttpFault(400, `there are shapes for the profiles ${checkedProfiles.join(', ')}`);
}

async function answer(services: Services, [request, response]: readonly [Request, Response]): Promise<void> {
  const { config, store, validate } = services;
  const parameters = urlParameters(request);
  // What is asked for is looked at before anything is read, let alone done.
  const asked = named(parameters.get('profile'));
  if (asked !== undefined) requireProfile(asked);
  const format = named(parameters.get('format'));
  requireFormat(request, offers, format ?? null);
  const client = clientOf(request, config);
  store.admit?.(client);
  const limit = Math.min(config.maxUploadBytes, maxValidatedBytes);
  const { fields, body, format: syntax } = await readSubmission([request, response], limit);
  const profile = requireProfile(asked ?? named(fields.get('profile')));
  const choice = requireFormat(request, offers, format ?? named(fields.get('format')) ?? null);
  const isRdf = formatsFor('graph').some(({ id }) => id === choice.id);
  const order = { profile, format: syntax, baseIri: config.base, reportFormat: isRdf ? choice.id : undefined };
  const signal = clientSignal(response);
  const onWorked = (seconds: number): void => store.charge?.(client, seconds);
  const { report, rdf } = await validate({ order, body, client: client ?? '', signal, onWorked });
  response.set('Cache-Control', 'no-store');
  const texts: Readonly<Record<string, () => string>> = {
    text: () => writeReport(report),
    html: () => reportPage(viewOf(request, response), report).text,
    json: () => `${JSON.stringify(report, null, 1)}\n`,
  };
  await sendText(request, response, rdf ?? texts[choice.id]?.() ?? '', choice.mediaType);
}

export function validateRoutes(services: Services): Router {
  const headers = { 'Accept-Post': [...uploadTypes, 'multipart/form-data'].join(', ') };
  return Router().all('/validate', allowMethods(['GET', 'HEAD', 'POST', 'OPTIONS'], headers), (request, response) =>
    request.method === 'POST'
      ? answer(services, [request, response])
      : sendText(request, response, validatePage(viewOf(request, response)).text, 'text/html'),
  );
}
