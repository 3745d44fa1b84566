/** Which form of JSON-LD a request asks for (JSON-LD 1.1, section 6.3), and where the answer says its terms are defined. */
import type { Request } from 'express';
import { findForm, formats, formIri, type JsonLdForm, jsonLdForms } from '../formats.js';
import { createIris } from '../iris.js';
import type { NamedNode } from '../rdf.js';
import type { JsonLdShape } from '../serialise/json-ld.js';
import { ontologyVersion } from '../vocabularies.js';
import { HttpFault } from './http-fault.js';
import type { Choice, Offer } from './negotiate.js';
import { negotiateFor, urlParameters } from './request.js';
import type { Services } from './services.js';

const jsonLdOffers: readonly Offer[] = formats.filter(({ id }) => id === 'jsonld');

/** A choice with what JSON-LD takes besides; of other formats nothing. */
export interface ShapedChoice extends Choice {
  readonly jsonLd?: JsonLdShape;
}

/** By `?form=`, by `?profile=` where it names a form, or by the profile of the media range, which is a list. */
function findFormAsked(parameters: URLSearchParams, profile = ''): JsonLdForm {
  const named = parameters.get('form');
  const form = findForm(named ?? '');
  if (named !== null && form === undefined) throw new HttpFault(406, `the forms are ${jsonLdForms.join(', ')}`);
  const others = [parameters.get('profile') ?? '', ...profile.split(/\s+/)];
  return form ?? others.map(findForm).find((found) => found !== undefined) ?? 'compacted';
}

/** The media type says the form; `application/json` has no parameter for it. */
export const typeOfForm = (mediaType: string, form: JsonLdForm): string =>
  mediaType === 'application/ld+json' ? `${mediaType}; profile="${formIri(form)}"` : mediaType;

/** The shape of a form; `isInline`: with the context in the document. */
export function shapeOf(
  { config, frame }: Pick<Services, 'config' | 'frame'>,
  { form, isInline, root }: { readonly form: JsonLdForm; readonly isInline: boolean; readonly root?: NamedNode },
): JsonLdShape {
  return {
    form,
    ...(isInline ? {} : { contextIri: createIris(config.base).jsonLdContext(ontologyVersion).value }),
    ...(form === 'framed' ? { frame, ...(root === undefined ? {} : { root: root.value }) } : {}),
  };
}

/** The choice as it is answered; `root`: the thing that a framed document is about. */
export function chooseForm(
  request: Request,
  services: Pick<Services, 'config' | 'frame'>,
  choice: Choice,
  root?: NamedNode,
): ShapedChoice {
  if (choice.id !== 'jsonld') return choice;
  const parameters = urlParameters(request);
  // Also where the format was named otherwise.
  const form = findFormAsked(parameters, choice.profile ?? negotiateFor(request, jsonLdOffers)?.profile);
  const context = parameters.get('context');
  if (context !== null && context !== 'inline')
    throw new HttpFault(400, 'the parameter context is "inline", or is left out');
  const isInline = context === 'inline';
  const jsonLd = shapeOf(services, { form, isInline, ...(root === undefined ? {} : { root }) });
  return { ...choice, mediaType: typeOfForm(choice.mediaType, form), jsonLd };
}
