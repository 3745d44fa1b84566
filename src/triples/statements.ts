/** The table of what each property of a claim says in triples. */
import type { Claim, ClaimObjects, CountryCount, CountryRole, Entity, Property } from '../extract/claim.js';
import { slugify } from '../iris.js';
import { type Literal, type NamedNode, type Quad, type Quad_Object, rdf } from '../rdf.js';
import { dcat, dct, foaf, mig, org, prov, rdfs, rdfTerms, schema, skos, vcard } from '../vocabularies.js';
import { describeEntity, entityIri, isAgent } from './entity.js';
import { describeFrequency } from './frequency.js';
import { dateLiteral, integerLiteral, linkTerm } from './literals.js';
import { describePeriod } from './period.js';
import { periodOfDate, type Scope } from './scope.js';

/** Triples, still in no graph: those that the note says, each of which becomes a claim, and those that describe what it names. */
export interface Statements {
  readonly said: readonly Quad[];
  readonly described: readonly Quad[];
}

type Said = readonly (readonly [NamedNode, Quad_Object])[];
type Describe<P extends Property> = (
  object: ClaimObjects[P],
  subject: Entity,
  scope: Scope,
) => { said: Said; described?: readonly Quad[]; alsoSaid?: readonly Quad[] };

const countQualifiers = {
  exactly: mig.Exactly,
  about: mig.Approximately,
  'more-than': mig.MoreThan,
  'fewer-than': mig.FewerThan,
} as const;
const measures: Readonly<Record<string, NamedNode>> = {
  stock: mig.Stock,
  flow: mig.Flow,
  'net-migration': mig.NetMigration,
  transfer: mig.Transfer,
};
const statuses = { ongoing: mig.Ongoing, discontinued: mig.Discontinued, forthcoming: mig.Forthcoming } as const;
const roles: Readonly<Record<CountryRole, readonly NamedNode[]>> = {
  covered: [dct.spatial],
  reporting: [mig.reportingCountry, dct.spatial],
  origin: [mig.originCountry, dct.spatial],
  destination: [mig.destinationCountry, dct.spatial],
  study: [mig.studyCountry, dct.spatial],
  about: [mig.about],
};

const words = (text: string, { language }: Scope): Literal => rdf.literal(text, language);
/** Only data cover anything; a document or a meeting that names a place is about it. */
const covers = ({ type }: Entity): boolean => type === 'Dataset' || type === 'Project';
const each = (properties: readonly NamedNode[], object: Quad_Object): Said => properties.map((p) => [p, object]);
const namesOf = (entity: Entity): readonly NamedNode[] => (isAgent(entity) ? [foaf.name, skos.prefLabel] : [dct.title]);
const otherName = (entity: Entity): NamedNode => (isAgent(entity) ? skos.altLabel : dct.alternative);

function ownerProperties(subject: Entity, owner: Entity, scope: Scope): readonly NamedNode[] {
  switch (subject.type) {
    case 'Dataset':
    case 'Publication':
    case 'Series':
      return scope.hasJointOwners(subject) ? [dct.publisher, dct.creator] : [dct.publisher];
    case 'Project':
      return [prov.wasAssociatedWith];
    case 'Event':
      return [schema.organizer, prov.wasAssociatedWith];
    default:
      return subject.type === 'Unit' && owner.type === 'Agency' ? [org.unitOf] : [org.subOrganizationOf];
  }
}

function dateProperties({ type }: Entity): readonly [NamedNode, NamedNode?] {
  if (type === 'Publication') return [dct.issued];
  if (type === 'Dataset' || type === 'Series') return [dct.created];
  return type === 'Event' || type === 'Project' ? [schema.startDate, schema.endDate] : [schema.foundingDate];
}

/** A theme by the gazetteer's concept, or, where the gazetteer has none, by a concept in the note's own words. */
function aboutTheme(property: NamedNode, { slug, text }: ClaimObjects['theme'], scope: Scope) {
  const theme = scope.iris.theme(slug);
  const described = scope.gazetteers.themeEntries.has(slug)
    ? []
    : [
        rdf.quad(theme, rdfTerms.type, skos.Concept),
        rdf.quad(theme, skos.prefLabel, words(text, scope)),
        rdf.quad(theme, skos.inScheme, mig.Themes),
      ];
  return { said: [[property, theme]] as Said, described };
}

const countSaid = (count: CountryCount, scope: Scope): Said => [
  [mig.countryCount, integerLiteral(count.min)],
  [mig.countQualifier, countQualifiers[count.qualifier]],
  [mig.countText, words(count.text, scope)],
];

/** A part of the coverage with content of its own: what it says besides being one. */
function describePart(subject: Entity, content: unknown, said: Said, scope: Scope) {
  const part = scope.coverage(subject, content);
  return {
    link: [mig.hasCoverage, part] as const,
    alsoSaid: said.map(([property, object]) => rdf.quad(part, property, object)),
    described: [rdf.quad(part, rdfTerms.type, mig.Coverage)],
  };
}

const table: { readonly [P in Property]: Describe<P> } = {
  label: (text, subject, scope) => ({ said: each(namesOf(subject), words(text, scope)) }),
  alias: (text, subject, scope) => ({ said: [[otherName(subject), words(text, scope)]] }),
  acronym: (text, subject, scope) => ({ said: [[otherName(subject), words(text, scope)]] }),
  owner: (owner, subject, scope) => ({
    said: each(ownerProperties(subject, owner, scope), entityIri(owner, scope.iris)),
  }),
  memberOf: (group, _, { iris }) => {
    const iri = entityIri(group, iris);
    return { said: [[org.memberOf, iri]], described: [rdf.quad(iri, rdfTerms.type, org.OrganizationalCollaboration)] };
  },
  period: (period, _, { iris, language }) => {
    const { iri, quads } = describePeriod(period, iris, language);
    return { said: [[dct.temporal, iri]], described: quads };
  },
  round: (round, subject, scope) => {
    const { iri, quads } = describePeriod(round.period, scope.iris, scope.language);
    const { link, alsoSaid, described } = describePart(
      subject,
      round,
      [
        [dct.temporal, iri],
        ...(round.countryCount === undefined ? [] : countSaid(round.countryCount, scope)),
        ...(round.breakdown === undefined ? [] : [[mig.breakdown, words(round.breakdown, scope)] as const]),
      ],
      scope,
    );
    return { said: [link, [dct.temporal, iri]], alsoSaid, described: [...described, ...quads] };
  },
  // The country of a meeting is where it was held, which its place says; it is not what the meeting is about.
  country: ({ code, role }, subject, { iris }) => ({
    said:
      subject.type === 'Event'
        ? []
        : each(covers(subject) || role !== 'covered' ? roles[role] : [mig.about], iris.country(code)),
  }),
  corridor: ({ from, to }, _, { iris }) => {
    const corridor = iris.corridor(from, to);
    const [origin, destination] = [iris.country(from), iris.country(to)];
    return {
      said: [
        [mig.corridor, corridor],
        [mig.originCountry, origin],
        [mig.destinationCountry, destination],
        [dct.spatial, origin],
        [dct.spatial, destination],
      ],
      described: [
        rdf.quad(corridor, rdfTerms.type, mig.Corridor),
        rdf.quad(corridor, rdfs.label, rdf.literal(`${from}–${to}`)),
        rdf.quad(corridor, mig.originCountry, origin),
        rdf.quad(corridor, mig.destinationCountry, destination),
        ...[origin, destination].map((country) => rdf.quad(corridor, dct.spatial, country)),
      ],
    };
  },
  region: ({ key }, subject, { iris }) => ({ said: [[covers(subject) ? dct.spatial : mig.about, iris.region(key)]] }),
  countryCount: (count, subject, scope) => {
    const said = countSaid(count, scope);
    if (!scope.hasSeveralCounts(subject)) return { said };
    const { link, ...part } = describePart(subject, count, said, scope);
    return { said: [link], ...part };
  },
  extent: (_, __, { iris }) => ({
    said: [
      [mig.extent, mig.EachCountryOrArea],
      [dct.spatial, iris.region('001')],
    ],
  }),
  breakdown: (text, _, scope) => ({ said: [[mig.breakdown, words(text, scope)]] }),
  measure: (measure) => ({ said: [[mig.measure, measures[measure] ?? rdf.literal(measure)]] }),
  theme: (theme, _, scope) => aboutTheme(dcat.theme, theme, scope),
  worksOn: (theme, _, scope) => aboutTheme(mig.worksOn, theme, scope),
  published: (text, subject, { iris, language }) => {
    const [start = '', end] = text.split('/');
    const [starts, ends] = dateProperties(subject);
    const said: [NamedNode, Quad_Object][] = [[starts, dateLiteral(start)]];
    if (end !== undefined && ends !== undefined) said.push([ends, dateLiteral(end)]);
    // A question by year should find meetings the same way as data.
    const period = subject.type === 'Event' ? periodOfDate(text) : undefined;
    if (period === undefined) return { said };
    const { iri, quads } = describePeriod(period, iris, language);
    return { said: [...said, [dct.temporal, iri]], described: quads };
  },
  modified: (text) => ({ said: [[dct.modified, dateLiteral(text)]] }),
  status: (status) => ({ said: [[mig.status, statuses[status]]] }),
  periodicity: (text, _, { iris, language }) => {
    const { iri, quads } = describeFrequency(text, iris, language);
    return { said: [[dct.accrualPeriodicity, iri]], described: quads };
  },
  identifier: (text) => ({ said: [[dct.identifier, rdf.literal(text)]] }),
  description: (text, _, scope) => ({ said: [[dct.description, words(text, scope)]] }),
  partOf: (whole, _, { iris }) => ({ said: [[dct.isPartOf, entityIri(whole, iris)]] }),
  seriesNumber: (text) => ({ said: [[mig.seriesNumber, rdf.literal(text)]] }),
  issuedAs: (publication, _, { iris }) => ({ said: [[mig.issuedAs, entityIri(publication, iris)]] }),
  edition: ({ series, owner }, _, scope) => {
    const iri = scope.iris.entity('series', series.slug);
    return {
      said: [[dcat.inSeries, iri]],
      alsoSaid: [
        rdf.quad(iri, dct.title, words(series.label, scope)),
        rdf.quad(iri, dct.publisher, entityIri(owner, scope.iris)),
      ],
      described: [
        ...[dcat.DatasetSeries, dcat.Resource].map((type) => rdf.quad(iri, rdfTerms.type, type)),
        rdf.quad(iri, rdfs.label, words(series.label, scope)),
      ],
    };
  },
  relation: (other, _, { iris }) => ({ said: [[dct.relation, entityIri(other, iris)]] }),
  place: ({ text, country }, _, { iris, language }) => {
    const place = iris.place(slugify(country === undefined ? text : `${text} ${country}`));
    return {
      said: each([schema.location, prov.atLocation], place),
      alsoSaid: country === undefined ? [] : [rdf.quad(place, schema.containedInPlace, iris.country(country))],
      described: [
        ...[schema.Place, dct.Location, prov.Location].map((type) => rdf.quad(place, rdfTerms.type, type)),
        rdf.quad(place, rdfs.label, rdf.literal(text, language)),
      ],
    };
  },
  landingPage: (text, { type }) => {
    const link = linkTerm(text);
    if (type === 'Dataset' || type === 'Publication') return { said: [[dcat.landingPage, link]] };
    return { said: [[type === 'Agency' ? foaf.homepage : foaf.page, link]] };
  },
  email: (text, { type }, { iris }) => {
    const mailbox = linkTerm(`mailto:${text}`);
    if (type !== 'Dataset' && type !== 'Publication') return { said: [[vcard.hasEmail, mailbox]] };
    const contact = iris.contact(slugify(text));
    return {
      said: [[dcat.contactPoint, contact]],
      alsoSaid: [rdf.quad(contact, vcard.hasEmail, mailbox)],
      described: [rdf.quad(contact, rdfTerms.type, vcard.Kind), rdf.quad(contact, vcard.fn, rdf.literal(text))],
    };
  },
};

/** What a claim says, in triples of the default graph; pure but for the numbering of coverages. */
export function describeStatements({ subject, property, object }: Claim, scope: Scope): Statements {
  // The claim's type holds property and object together, which an index into the table cannot express.
  const describe = table[property] as Describe<Property>;
  const { said, alsoSaid = [], described = [] } = describe(object as never, subject, scope);
  const iri = entityIri(subject, scope.iris);
  const known = isAgent(subject) ? scope.gazetteers.agencyEntries.get(subject.slug)?.label : undefined;
  const label = known === undefined ? words(subject.label, scope) : rdf.literal(known, 'en');
  return {
    said: [...said.map(([predicate, value]) => rdf.quad(iri, predicate, value)), ...alsoSaid],
    described: [...describeEntity(subject, scope.iris, label), ...described],
  };
}
