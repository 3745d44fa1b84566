/** Links of a resource as headers and link sets write them (RFC 8288, RFC 9264), by the relations of FAIR Signposting. */
import { checkIri } from '../iris.js';
import type { Signposts } from './signposts.js';

export interface WebLink {
  readonly relation: string;
  /** Absolute. */
  readonly href: string;
  readonly type?: string;
}

/** A representation that has an address of its own. */
export interface Representation {
  readonly href: string;
  readonly mediaType: string;
}

/** Values of one relation that are written: headers have limits. */
const mostLinks = 20;

/** The value of a Link header. Letters that a header may not hold are encoded; what is no IRI is no link. */
export const linkValues = (links: readonly WebLink[]): string =>
  links
    .flatMap(({ relation, href, type }) => {
      const iri = checkIri(href);
      return iri === undefined ? [] : [`<${iri}>; rel="${relation}"${type === undefined ? '' : `; type="${type}"`}`];
    })
    .join(', ');

/** The addresses that the links of a thing are made of. */
export interface Addresses {
  /** Its canonical name. */
  readonly iri: string;
  /** Where its page is on this server. */
  readonly page: string;
  readonly linkset: string;
  /** RDF, each format. */
  readonly documents: readonly Representation[];
}

const relationsOfThing = ['author', 'license', 'item', 'collection'];

/** Of the page of a thing. */
export function linksOfPage({ iri, linkset, documents }: Addresses, { links }: Signposts): WebLink[] {
  const own = relationsOfThing.flatMap((relation) =>
    (links.get(relation) ?? []).slice(0, mostLinks).map((href) => ({ relation, href })),
  );
  return [
    { relation: 'cite-as', href: iri },
    ...['https://schema.org/AboutPage', ...(links.get('type') ?? [])].map((href) => ({ relation: 'type', href })),
    ...own,
    ...documents.map(({ href, mediaType }) => ({ relation: 'describedby', href, type: mediaType })),
    { relation: 'linkset', href: linkset, type: 'application/linkset+json' },
  ];
}

/** Of one of the documents that describe it. */
export const linksOfDocument = ({ page, linkset }: Addresses, { links }: Signposts): WebLink[] => [
  { relation: 'describes', href: page, type: 'text/html' },
  ...(links.get('metadata-license') ?? []).map((href) => ({ relation: 'license', href })),
  { relation: 'linkset', href: linkset, type: 'application/linkset+json' },
];

/** Where else the same can be had, in other formats. */
export const alternates = ({ page, documents }: Addresses, except: string): WebLink[] =>
  [...documents, { href: page, mediaType: 'text/html' }]
    .filter(({ mediaType }) => mediaType !== except)
    .map(({ href, mediaType }) => ({ relation: 'alternate', href, type: mediaType }));
