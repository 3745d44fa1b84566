/** A catalogue of invented data on migration, as large as asked for and the same each time, in N-Quads. */
import { prefixes } from '../../src/vocabularies.js';
import { createRandom } from '../random.js';

const base = 'https://w3id.org/migraph/';

/** How many there are of each, whatever the size; those of the last are as many as make the size. */
export const counts = { agencies: 400, countries: 240, regions: 22, series: 60, themes: 24, notes: 40 } as const;

const iri = (path: string): string => `<${base}${path}>`;
const named = (name: string): string => {
  const [prefix = '', local = ''] = name.split(':');
  return `<${prefixes[prefix as keyof typeof prefixes]}${local}>`;
};
const text = (value: string, language?: string): string => `"${value}"${language === undefined ? '' : `@${language}`}`;
const year = (value: number): string => `"${value}"^^${named('xsd:gYear')}`;
const whole = (value: number): string => `"${value}"^^${named('xsd:integer')}`;

/** Three letters of its number, as an alpha-3 code looks. */
export const countryCode = (n: number): string =>
  String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26), 65 + ((n * 7) % 26));

const subjects = ['labour migration', 'refugees', 'remittances', 'asylum', 'stateless persons', 'students abroad'];
const kinds = ['register', 'survey', 'census table', 'estimate'];
const measures = ['mig:Stock', 'mig:Flow', 'mig:NetMigration', 'mig:Transfer'];

type Triple = readonly [subject: string, predicate: string, object: string];

/** Each statement ends a line; those about the wording are in the graph of their note. */
export function* catalogueLines(size: number, seed = 1): Generator<string> {
  const random = createRandom(seed);
  let made = 0;
  const write = ([subject, predicate, object]: Triple, graph = ''): string => {
    made += 1;
    return `${subject} ${named(predicate)} ${object}${graph === '' ? '' : ` ${graph}`} .\n`;
  };
  for (let n = 0; n < counts.regions; n += 1) yield* describeRegion(n).map((triple) => write(triple));
  for (let n = 0; n < counts.countries; n += 1) yield* describeCountry(n).map((triple) => write(triple));
  for (let n = 0; n < counts.themes; n += 1)
    yield* [
      [iri(`theme/${n}`), 'rdf:type', named('skos:Concept')] as const,
      [iri(`theme/${n}`), 'skos:prefLabel', text(`Theme ${n}`, 'en')] as const,
    ].map((triple) => write(triple));
  for (let n = 0; n < counts.series; n += 1)
    yield* [
      [iri(`series/${n}`), 'rdf:type', named('mig:Series')] as const,
      [iri(`series/${n}`), 'rdfs:label', text(`Series ${n}`)] as const,
      [iri(`series/${n}`), 'dct:publisher', iri(`agency/${(n * 3) % counts.agencies}`)] as const,
    ].map((triple) => write(triple));
  for (let n = 0; n < counts.agencies; n += 1) yield* describeAgency(n).map((triple) => write(triple));

  for (let n = 0; made < size; n += 1) {
    for (const triple of describeDataset(n, random)) yield write(triple);
    const note = random.number(counts.notes);
    for (const triple of describeClaim(n, note)) yield write(triple, iri(`graph/note/${note}`));
  }
}

function describeRegion(n: number): Triple[] {
  const region = iri(`region/${n}`);
  const triples: Triple[] = [
    [region, 'rdf:type', named('mig:Region')],
    [region, 'skos:prefLabel', text(`Region ${n}`, 'en')],
  ];
  // A world, five continents, and parts of them.
  if (n > 0) triples.push([region, 'skos:broader', iri(`region/${n < 6 ? 0 : 1 + (n % 5)}`)]);
  return triples;
}

function describeCountry(n: number): Triple[] {
  const country = iri(`country/${countryCode(n)}`);
  return [
    [country, 'rdf:type', named('mig:Country')],
    [country, 'skos:notation', text(countryCode(n))],
    [country, 'skos:broader', iri(`region/${6 + (n % (counts.regions - 6))}`)],
    ...['en', 'fr', 'es'].map(
      (language): Triple => [
        country,
        'skos:prefLabel',
        text(`${language === 'en' ? 'Country' : language === 'fr' ? 'Pays' : 'País'} ${n}`, language),
      ],
    ),
  ];
}

function describeAgency(n: number): Triple[] {
  const agency = iri(`agency/${n}`);
  return [
    [agency, 'rdf:type', named('mig:Agency')],
    [agency, 'rdfs:label', text(`Agency for ${subjects[n % subjects.length]}, number ${n}`)],
    [agency, 'skos:altLabel', text(`A${n}`)],
    [agency, 'foaf:homepage', `<https://agency-${n}.example/>`],
  ];
}

function* describeDataset(n: number, random: ReturnType<typeof createRandom>): Generator<Triple> {
  const dataset = iri(`dataset/${n}`);
  const coverage = iri(`dataset/${n}/coverage`);
  const start = 1946 + random.number(70);
  const title = `${random.pick(kinds)} ${n} on ${random.pick(subjects)}`;
  yield [dataset, 'rdf:type', named('mig:Dataset')];
  yield [dataset, 'rdfs:label', text(title)];
  yield [dataset, 'dct:publisher', iri(`agency/${random.number(counts.agencies)}`)];
  if (random.chance(10)) yield [dataset, 'dct:publisher', iri(`agency/${random.number(counts.agencies)}`)];
  const countries = new Set(Array.from({ length: 1 + random.number(5) }, () => random.number(counts.countries)));
  for (const country of countries) yield [dataset, 'dct:spatial', iri(`country/${countryCode(country)}`)];
  yield [dataset, 'mig:measure', named(random.pick(measures))];
  yield [dataset, 'dcat:theme', iri(`theme/${random.number(counts.themes)}`)];
  if (random.chance(85)) {
    yield [dataset, 'mig:hasCoverage', coverage];
    yield [coverage, 'mig:startYear', year(start)];
    if (random.chance(80)) yield [coverage, 'mig:endYear', year(start + random.number(20))];
  }
  if (random.chance(66)) yield [dataset, 'dct:issued', year(start + 1 + random.number(10))];
  if (random.chance(20))
    yield [dataset, 'dct:description', text(`Holds what is known of ${title}, by age and sex.`, 'en')];
  if (random.chance(15)) yield [dataset, 'dcat:landingPage', `<https://data.example/${n}>`];
  if (random.chance(25)) yield [dataset, 'dct:isPartOf', iri(`series/${random.number(counts.series)}`)];
  if (random.chance(30)) yield [dataset, 'mig:countryCount', whole(1 + random.number(200))];
}

/** One statement of each dataset with the sentence it stands in. */
function describeClaim(n: number, note: number): Triple[] {
  const claim = iri(`claim/${n}`);
  const passage = iri(`note/${note}#char=${n * 100},${n * 100 + 80}`);
  return [
    [claim, 'rdf:type', named('mig:Claim')],
    [claim, 'rdf:subject', iri(`dataset/${n}`)],
    [claim, 'rdf:predicate', named('rdfs:label')],
    [claim, 'mig:attribution', named(n % 3 === 0 ? 'mig:Inferred' : 'mig:Stated')],
    [claim, 'prov:wasQuotedFrom', passage],
    [passage, 'oa:exact', text(`The agency keeps number ${n}, which it has published since.`)],
  ];
}
