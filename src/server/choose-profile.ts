/** Which profile a request wants, and in which format (Content Negotiation by Profile, W3C Working Draft). */
import type { Request, Response } from 'express';
import { findProfile, isRdf, type Profile, profiles } from '../export/profiles.js';
import { findForm } from '../formats.js';
import { parseParameterised, splitList, weightOf } from './header-values.js';
import { HttpFault } from './http-fault.js';
import type { Choice, Offer } from './negotiate.js';
import { htmlOffer, requireFormat } from './request.js';

export interface ProfileChoice {
  /** Undefined where the client names none that we know. */
  readonly profile: Profile | undefined;
  readonly choice: Choice;
}

const jsonOffers = new Map(
  profiles
    .filter((profile) => !isRdf(profile))
    .map(({ id, json }) => {
      const mediaType = json?.mediaType ?? 'application/ld+json';
      return [id, [{ id, mediaType, alsoKnownAs: ['application/json'] }]] as const;
    }),
);

const known = new WeakMap<readonly Offer[], readonly Offer[]>();

/** All but the page; the same list each time. */
function dataOffers(offers: readonly Offer[]): readonly Offer[] {
  const data = known.get(offers) ?? offers.filter((offer) => offer !== htmlOffer);
  known.set(offers, data);
  return data;
}

const unknown = (): HttpFault => new HttpFault(406, `the profiles are ${profiles.map(({ id }) => id).join(', ')}`);

/** `Accept-Profile: <iri>;q=0.9, <iri>`: the known one that is wanted most. */
function profileOfHeader(request: Request): Profile | undefined {
  const header = request.get('Accept-Profile') ?? '';
  if (header.trim() === '') return undefined;
  let [best, bestQ]: [Profile | undefined, number] = [undefined, 0];
  for (const wanted of splitList(header)) {
    // An IRI keeps its case, which a value in lower case has lost.
    const profile = findProfile(/^\s*<([^>]*)>/.exec(wanted)?.[1] ?? wanted.split(';')[0]?.trim() ?? '');
    const q = weightOf(parseParameterised(wanted.replace(/^\s*<[^>]*>/, 'iri')));
    if (profile !== undefined && q > bestQ) [best, bestQ] = [profile, q];
  }
  if (best === undefined) throw unknown();
  return best;
}

/** The profile that the URL names, else the header. */
function namedProfile(request: Request, parameters: URLSearchParams): Profile | undefined {
  const name = parameters.get('profile');
  // It may as well name a form of JSON-LD.
  if (name === null || name === '' || findForm(name) !== undefined) return profileOfHeader(request);
  const profile = findProfile(name);
  if (profile === undefined) throw unknown();
  return profile;
}

/** The profile parameter of the media range that decided holds IRIs with spaces between (RFC 6906); others are not ours. */
const profileOfRange = ({ profile = '' }: Choice): Profile | undefined =>
  profile
    .split(/\s+/)
    .flatMap((iri) => findProfile(iri) ?? [])
    .find(isRdf);

/**
 * Profile and format; a page, which may be among the offers, is only for who names no profile.
 * Throws 406 where what is named is not to be had.
 */
export function chooseProfile(
  request: Request,
  parameters: URLSearchParams,
  { format, offers }: { readonly format: string | null; readonly offers: readonly Offer[] },
): ProfileChoice {
  request.res?.vary('Accept-Profile');
  const named = namedProfile(request, parameters);
  if (named !== undefined) {
    const own = jsonOffers.get(named.id) ?? dataOffers(offers);
    return { profile: named, choice: requireFormat(request, own, format) };
  }
  const choice = requireFormat(request, offers, format);
  return { profile: choice.id === 'html' ? undefined : profileOfRange(choice), choice };
}

/** Says which profile the answer conforms to. */
export function tellProfile(response: Response, { iri }: Profile): void {
  response.set('Content-Profile', `<${iri}>`).append('Link', `<${iri}>; rel="profile"`);
}
