/** In which formats a thing of the graph is described, under which addresses. */

import { localPath } from './local-path.js';
import type { Offer } from './negotiate.js';
import { formatsFor, htmlOffer } from './request.js';
import type { Addresses } from './web-links.js';

/** RDF first: who wants a page says so. */
export const entityOffers: readonly Offer[] = [...formatsFor('graph'), htmlOffer];

/** Each with an extension of its own that a path can end in. */
const extensions = new Map([
  ...formatsFor('graph').map((format) => [format.extension, format.id] as const),
  ['html', 'html'] as const,
]);

/** `/dataset/x.ttl` → `dataset/x` and Turtle. */
export function splitExtension(path: string): { path: string; format: string | undefined } {
  const [, stem, extension = ''] = /^(.+)\.([a-z]+)$/.exec(path) ?? [];
  const format = extensions.get(extension);
  return stem === undefined || format === undefined ? { path, format: undefined } : { path: stem, format };
}

/** The extension of a format. */
export const extensionOf = (id: string): string =>
  formatsFor('graph').find((format) => format.id === id)?.extension ?? 'html';

/** Where a thing and all that describes it is found on this server. */
export function addressesOf(iri: string, { base, origin }: { base: string; origin: string }): Addresses {
  const path = localPath(base, iri) ?? '';
  const page = origin + path;
  return {
    iri,
    page,
    linkset: `${origin}/linkset${path}`,
    documents: formatsFor('graph').map(({ extension, mediaType }) => ({ href: `${page}.${extension}`, mediaType })),
  };
}
