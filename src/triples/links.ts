/** Links countries and themes to what other vocabularies call them, and says of those concepts what a reader needs to show them. */
import type { Country, Gazetteers, LinkRelation, ThemeLink } from '../extract/gazetteer.js';
import type { Iris } from '../iris.js';
import { type NamedNode, type Quad, rdf } from '../rdf.js';
import { dct, rdfTerms, skos } from '../vocabularies.js';

const authority = 'http://publications.europa.eu/resource/authority/';

const relations: Readonly<Record<LinkRelation, NamedNode>> = {
  exactMatch: skos.exactMatch,
  closeMatch: skos.closeMatch,
  broadMatch: skos.broadMatch,
};

/** What the IRIs of a vocabulary begin with, and the scheme that its concepts are in. */
const schemes = [
  { namespace: `${authority}data-theme/`, iri: `${authority}data-theme`, title: 'Data theme' },
  { namespace: 'http://eurovoc.europa.eu/', iri: 'http://eurovoc.europa.eu/100141', title: 'EuroVoc' },
] as const;

/** To the EU's table of countries, where its code stands there. */
export function linkCountry({ alpha3 }: Country, { euCountries }: Pick<Gazetteers, 'euCountries'>, iris: Iris): Quad[] {
  if (!euCountries.has(alpha3)) return [];
  return [rdf.quad(iris.country(alpha3), skos.exactMatch, rdf.namedNode(`${authority}country/${alpha3}`))];
}

export const linkTheme = ({ slug, relation, iri }: ThemeLink, iris: Iris): Quad =>
  rdf.quad(iris.theme(slug), relations[relation], rdf.namedNode(iri));

/** What the concepts are called there, and the schemes that they are in. */
export function describeTheirConcepts(links: readonly ThemeLink[]): Quad[] {
  return links.flatMap(({ iri, label }) => {
    const concept = rdf.namedNode(iri);
    const scheme = schemes.find(({ namespace }) => iri.startsWith(namespace));
    return [
      rdf.quad(concept, rdfTerms.type, skos.Concept),
      rdf.quad(concept, skos.prefLabel, rdf.literal(label, 'en')),
      ...(scheme === undefined ? [] : describeScheme(concept, scheme)),
    ];
  });
}

function describeScheme(concept: NamedNode, { iri, title }: (typeof schemes)[number]): Quad[] {
  const scheme = rdf.namedNode(iri);
  return [
    rdf.quad(concept, skos.inScheme, scheme),
    rdf.quad(scheme, rdfTerms.type, skos.ConceptScheme),
    rdf.quad(scheme, dct.title, rdf.literal(title, 'en')),
  ];
}
