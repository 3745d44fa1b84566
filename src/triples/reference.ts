/** Describes what is known beyond the notes: countries, regions, groups, themes, and the links of the agencies that notes name. */
import type { AgencyEntry, Country, CountryGroup, Gazetteers, Names, Region } from '../extract/gazetteer.js';
import { checkIri, type Iris } from '../iris.js';
import { type NamedNode, type Quad, rdf } from '../rdf.js';
import { dct, foaf, mig, org, rdfTerms, skos } from '../vocabularies.js';
import { describeEntity } from './entity.js';
import { describeTheirConcepts, linkCountry, linkTheme } from './links.js';

export interface NamedAgencies {
  /** Slugs of the agencies and units that some note names or speaks of. */
  readonly mentioned: ReadonlySet<string>;
  /** Those whose name a note states, so that it need not come from the gazetteer. */
  readonly named: ReadonlySet<string>;
}

export function describeReference(gazetteers: Gazetteers, agencies: NamedAgencies, iris: Iris): Quad[] {
  return [
    ...[...gazetteers.countries.values()].flatMap((country) => [
      ...describeCountry(country, iris),
      ...hideNames(gazetteers.furtherNames.get(country.alpha3) ?? [], iris.country(country.alpha3)),
      ...linkCountry(country, gazetteers, iris),
    ]),
    ...[...gazetteers.regions.values()].flatMap((region) => describeRegion(region, iris)),
    ...[...gazetteers.groups.values()].flatMap((group) => describeGroup(group, iris)),
    ...[...gazetteers.themeEntries.values()].flatMap((theme) =>
      describeConcept(iris.theme(theme.slug), [], { en: theme.label }, mig.Themes),
    ),
    ...gazetteers.themeLinks.map((link) => linkTheme(link, iris)),
    ...describeTheirConcepts(gazetteers.themeLinks),
    ...withParents(agencies.mentioned, gazetteers).flatMap((entry) =>
      describeAgency(entry, agencies.named.has(entry.slug), gazetteers, iris),
    ),
  ];
}

function describeConcept(
  iri: NamedNode,
  types: readonly NamedNode[],
  names: Partial<Names>,
  scheme: NamedNode = mig.CountriesAndRegions,
): Quad[] {
  return [
    ...[...types, skos.Concept].map((type) => rdf.quad(iri, rdfTerms.type, type)),
    ...Object.entries(names).map(([language, name]) => rdf.quad(iri, skos.prefLabel, rdf.literal(name, language))),
    rdf.quad(iri, skos.inScheme, scheme),
  ];
}

function describeCountry({ alpha3, alpha2, m49, names, region }: Country, iris: Iris): Quad[] {
  const iri = iris.country(alpha3);
  return [
    ...describeConcept(iri, [mig.Country, dct.Location], names),
    rdf.quad(iri, dct.identifier, rdf.literal(alpha3)),
    ...[alpha2, alpha3, m49].map((code) => rdf.quad(iri, skos.notation, rdf.literal(code))),
    rdf.quad(iri, skos.broader, iris.region(region)),
  ];
}

/** By these it is found, and shown by none of them: what it is called, and by whom, is not for a list of spellings to say. */
const hideNames = (names: readonly string[], iri: NamedNode): Quad[] =>
  names.map((name) => rdf.quad(iri, skos.hiddenLabel, rdf.literal(name)));

function describeRegion({ code, names, broader }: Region, iris: Iris): Quad[] {
  const iri = iris.region(code);
  return [
    ...describeConcept(iri, [mig.Region, dct.Location], names),
    rdf.quad(iri, skos.notation, rdf.literal(code)),
    ...(broader === undefined ? [] : [rdf.quad(iri, skos.broader, iris.region(broader))]),
  ];
}

/** A group has a name and a source, and no members. */
function describeGroup({ slug, label, source }: CountryGroup, iris: Iris): Quad[] {
  const iri = iris.region(slug);
  const sourceIri = checkIri(source);
  return [
    ...describeConcept(iri, [mig.CountryGroup, dct.Location], { en: label }),
    ...(sourceIri === undefined ? [] : [rdf.quad(iri, dct.source, rdf.namedNode(sourceIri))]),
  ];
}

/** The entries of these slugs and of all that they are part of. */
function withParents(slugs: Iterable<string>, { agencyEntries }: Gazetteers): AgencyEntry[] {
  const found = new Map<string, AgencyEntry>();
  for (const slug of slugs)
    for (let entry = agencyEntries.get(slug); entry !== undefined && !found.has(entry.slug); ) {
      found.set(entry.slug, entry);
      entry = entry.parent === undefined ? undefined : agencyEntries.get(entry.parent);
    }
  return [...found.values()];
}

function describeAgency(entry: AgencyEntry, isNamed: boolean, gazetteers: Gazetteers, iris: Iris): Quad[] {
  const iri = iris.entity('agency', entry.slug);
  const label = rdf.literal(entry.label, 'en');
  const quads = describeEntity(entry, iris, label);
  if (!isNamed) {
    quads.push(rdf.quad(iri, foaf.name, label), rdf.quad(iri, skos.prefLabel, label));
    if (entry.acronym !== undefined) quads.push(rdf.quad(iri, skos.altLabel, rdf.literal(entry.acronym, 'en')));
  }
  const homepage = entry.homepage === undefined ? undefined : checkIri(entry.homepage);
  if (homepage !== undefined) quads.push(rdf.quad(iri, foaf.homepage, rdf.namedNode(homepage)));
  if (entry.parent !== undefined) {
    const toUnit = entry.type === 'Agency' || gazetteers.agencyEntries.get(entry.parent)?.type === 'Unit';
    quads.push(rdf.quad(iri, toUnit ? org.subOrganizationOf : org.unitOf, iris.entity('agency', entry.parent)));
  }
  return quads;
}
