/** What a request asks for: its parameters, the format it wants, and whether anybody still waits for the answer. */
import { setMaxListeners } from 'node:events';
import type { Request, Response } from 'express';
import { type Format, findFormat, formats } from '../formats.js';
import { HttpFault } from './http-fault.js';
import { type Choice, negotiate, type Offer } from './negotiate.js';

export const htmlOffer: Offer = { id: 'html', mediaType: 'text/html', alsoKnownAs: ['application/xhtml+xml'] };

const byKind = new Map<string, readonly Format[]>();

/** The formats that can carry a kind of answer; the same list each time. */
export function formatsFor(kind: Format['carries'][number]): readonly Format[] {
  const known = byKind.get(kind) ?? formats.filter((format) => format.carries.includes(kind));
  byKind.set(kind, known);
  return known;
}

/** The parameters of the URL; percent-encoding that is not UTF-8 is an error. */
export function urlParameters(request: Request): URLSearchParams {
  const start = request.originalUrl.indexOf('?');
  return parseForm(start < 0 ? '' : request.originalUrl.slice(start + 1));
}

/** Parameters that a request may have. */
const maxParameters = 1000;

/** `application/x-www-form-urlencoded` text. */
export function parseForm(text: string): URLSearchParams {
  if ((text.match(/&/g) ?? []).length > maxParameters)
    throw new HttpFault(400, `more than ${maxParameters} parameters`);
  try {
    decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'));
  } catch {
    throw new HttpFault(400, 'the percent-encoded parameters are not UTF-8');
  }
  return new URLSearchParams(text);
}

/** A whole number above zero, where there is one. */
export function readCount(parameters: URLSearchParams, name: string): number | undefined {
  const [text, second] = parameters.getAll(name);
  if (text === undefined) return undefined;
  if (second !== undefined || !/^[1-9]\d{0,8}$/.test(text))
    throw new HttpFault(400, `${name} is to be one whole number above zero`);
  return Number(text);
}

/** The offer that Accept prefers; the answer is told to depend on it. */
export function negotiateFor(request: Request, offers: readonly Offer[]): Choice | undefined {
  request.res?.vary('Accept');
  return negotiate(request.headers.accept, offers);
}

/** Names that are neither ours nor parts of media types, but that clients send. */
const synonyms: Readonly<Record<string, string>> = { 'json-ld': 'jsonld', n3: 'turtle' };

/** The offer that `?format=` names, else the one that Accept prefers; undefined: none. */
export function chooseFormat(request: Request, offers: readonly Offer[], named: string | null): Choice | undefined {
  if (named === null || named === '') return negotiateFor(request, offers);
  // A `+` that was not percent-encoded has become a space.
  const name = named.toLowerCase().replace(' ', '+');
  const id = name === 'html' || name === 'text/html' ? 'html' : (synonyms[name] ?? findFormat(name)?.id);
  // `json` and `xml` mean what they can mean for this kind of answer.
  const generic = name.includes('/') ? name : `application/${name}`;
  return (
    offers.find((offer) => offer.id === id) ??
    offers.find((offer) => offer.mediaType === generic || offer.alsoKnownAs.includes(generic))
  );
}

/** As {@link chooseFormat}, where there must be one. */
export function requireFormat(request: Request, offers: readonly Offer[], named: string | null): Choice {
  const choice = chooseFormat(request, offers, named);
  if (choice !== undefined) return choice;
  throw new HttpFault(406, `this is available as ${offers.map((offer) => offer.mediaType).join(', ')}`);
}

/** Made once: a reason of its own for each request takes longer than all else about it. */
const closed = new Error('the response is closed');

/** Aborted when the response is over, however it ends: a HEAD or a 304 leaves a body that nobody takes. */
export function clientSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  // A page asks more than ten questions at once, and each listens: Node would warn of a leak that there is not.
  setMaxListeners(0, controller.signal);
  response.on('close', () => controller.abort(closed));
  return controller.signal;
}
