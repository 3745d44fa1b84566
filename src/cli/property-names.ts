/** What the properties of the graph are called where people read of them. */
import { dcat, dct, foaf, mig, org, prov, schema, skos } from '../vocabularies.js';

const groups: readonly (readonly [name: string | undefined, properties: readonly { readonly value: string }[]])[] = [
  ['name', [dct.title, foaf.name]],
  ['other names', [skos.altLabel, dct.alternative]],
  ['owner', [dct.publisher, schema.organizer, prov.wasAssociatedWith, org.unitOf, org.subOrganizationOf]],
  ['date', [dct.created, dct.issued, schema.startDate, schema.foundingDate]],
  ['last day', [schema.endDate]],
  ['years', [dct.temporal]],
  ['places', [dct.spatial]],
  ['rounds', [mig.hasCoverage]],
  ['number of countries', [mig.countText]],
  ['series', [dct.isPartOf]],
  ['number in series', [mig.seriesNumber]],
  ['themes', [dcat.theme, mig.worksOn]],
  ['place', [schema.location]],
  // Another property says the same.
  [undefined, [skos.prefLabel, dct.creator, prov.atLocation, mig.countryCount, mig.countQualifier]],
];
const names = new Map(groups.flatMap(([name, properties]) => properties.map(({ value }) => [value, name] as const)));

/** The last part of an IRI. */
export const localName = (iri: string): string => iri.replace(/^.*[/#]/, '');

/** A property's name, in words ("reporting country"); undefined where it only says again what another says. */
export function propertyName(iri: string): string | undefined {
  if (names.has(iri)) return names.get(iri);
  return localName(iri).replace(/(?<=\p{Ll})\p{Lu}/gu, (capital) => ` ${capital.toLowerCase()}`);
}
