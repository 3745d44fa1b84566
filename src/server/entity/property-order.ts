/** In which order a page tells the properties of a thing, and which of them say what another says already. */
import type { NamedNode, Term } from '../../rdf.js';
import { dcat, dct, foaf, mig, org, prov, rdfs, rdfTerms, schema, skos, vcard } from '../../vocabularies.js';

/** Names, whose it is, when, where, on what, how it stands to others, where to go; all else behind, by name. */
const order: ReadonlyMap<string, number> = new Map(
  [
    ...[dct.title, foaf.name, skos.prefLabel, rdfs.label, dct.alternative, skos.altLabel, dct.description],
    ...[dct.publisher, dct.creator, schema.organizer, prov.wasAssociatedWith, org.unitOf, org.subOrganizationOf],
    ...[org.memberOf, mig.worksOn, schema.startDate, schema.endDate, dct.temporal, mig.startYear, mig.endYear],
    ...[mig.yearQualifier, dct.issued, dct.created, dct.modified, dct.accrualPeriodicity, mig.status],
    ...[mig.reportingCountry, mig.originCountry, mig.destinationCountry, mig.studyCountry, mig.corridor, dct.spatial],
    ...[mig.extent, mig.countryCount, mig.countText, mig.about, schema.location, prov.atLocation],
    ...[schema.containedInPlace, skos.broader, dcat.theme, mig.measure, mig.breakdown, dcat.keyword, mig.issuedAs],
    ...[dct.isPartOf, dcat.inSeries, mig.seriesNumber, dct.identifier, skos.notation, dct.relation],
    ...[dcat.landingPage, foaf.homepage, dcat.contactPoint, vcard.hasEmail, dcat.distribution, dct.license],
  ].map(({ value }, n) => [value, n]),
);

export const inOrder = (a: string, b: string): number => {
  const [one, other] = [order.get(a) ?? order.size, order.get(b) ?? order.size];
  return one - other || (a < b ? -1 : 1);
};

/** A value of the first need not be told where one of the others has it too. */
const repeats: readonly (readonly [NamedNode, readonly NamedNode[]])[] = [
  [dct.spatial, [mig.reportingCountry, mig.originCountry, mig.destinationCountry, mig.studyCountry]],
  [prov.wasAssociatedWith, [schema.organizer]],
  [prov.atLocation, [schema.location]],
  [skos.prefLabel, [foaf.name, dct.title]],
  [rdfs.label, [dct.title, foaf.name, skos.prefLabel]],
  [mig.countryCount, [mig.countText]],
];

/** These are told elsewhere on the page, or by what stands beside them. */
const untold: ReadonlySet<string> = new Set(
  [mig.hasCoverage, mig.countQualifier, skos.hiddenLabel, schema.text, skos.inScheme, skos.topConceptOf].map(
    ({ value }) => value,
  ),
);

export const isTold = (property: string): boolean => !untold.has(property);

const keyOf = (term: Term): string =>
  term.termType === 'Literal' ? `"${term.value}"@${term.language}` : `<${term.value}>`;

/** The properties that say more than this one. */
export const betterThan = (property: string): readonly string[] =>
  (repeats.find(([plain]) => plain.value === property)?.[1] ?? []).map(({ value }) => value);

/** Whether one of the better properties has the value; where the words of a number stand, any of theirs will do. */
export function isRepeated(property: string, value: Term, said: ReadonlyMap<string, readonly Term[]>): boolean {
  return betterThan(property).some((better) =>
    property === mig.countryCount.value
      ? said.has(better)
      : said.get(better)?.some((other) => keyOf(other) === keyOf(value)),
  );
}

/** An event's years are those of its dates; of a thing that has a kind its class is no news. */
export const isSaidByKind = (property: string, { hasKind, hasDate }: { hasKind: boolean; hasDate: boolean }): boolean =>
  (hasKind && property === rdfTerms.type.value) || (hasDate && property === dct.temporal.value);
