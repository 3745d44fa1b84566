/** An invented catalogue with a history of three builds, as large as a test needs it, as a file that a server can be given. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prefixes } from '../../../src/vocabularies.js';
import { type Served, serve } from '../serve.js';

export const base = 'https://w3id.org/migraph/';
/** When each build was. */
export const moments = ['2021-03-01T08:00:00Z', '2021-03-02T08:00:00Z', '2021-03-05T09:30:00Z'] as const;

/** `n` datasets, each with an owner, a place, years and a theme. */
const datasets = (n: number): string[] =>
  Array.from(
    { length: n },
    (
      _,
      i,
    ) => `<dataset/d${i}> a mig:Dataset, dcat:Dataset ; dct:title "Register ${i} of ${i % 2 === 0 ? 'ferries' : 'tides'}"@en ;
  dct:description "Number <${i}> & what it counts."@en ;
  dct:publisher ${i % 3 === 0 ? '<agency/ministry-arrivals>' : i % 3 === 1 ? '<agency/ministry>' : '<agency/%C3%B8ya>'} ;
  dct:spatial ${i % 2 === 0 ? '<country/KEN>' : '<region/154>'} ; dcat:theme <theme/${i % 2 === 0 ? 'arrivals' : 'tides'}> ;
  dct:temporal <period/${1990 + (i % 5)}-${1992 + (i % 5)}> .
<claim/${i}> a mig:Claim ; rdf:subject <dataset/d${i}> ; rdf:predicate dct:title ; rdf:object "Register ${i}" .`,
  );

const periods = [0, 1, 2, 3, 4].map(
  (i) =>
    `<period/${1990 + i}-${1992 + i}> a dct:PeriodOfTime ; mig:startYear ${1990 + i} ; mig:endYear ${1992 + i} ; dcat:startDate "${1990 + i}-01-01"^^xsd:date .`,
);

const change = (build: number, kind: string, path: string, name: string): string =>
  `<change/${build}/${path}> a as:${kind} ; as:object <${path}> ; as:published "${moments[build - 1]}"^^xsd:dateTime ; rdfs:label "${name}" ; prov:wasGeneratedBy <build/${build}> .`;

const record = (path: string, modified: string): string =>
  `<record/${path}> a dcat:CatalogRecord ; foaf:primaryTopic <${path}> ; dct:issued "${moments[0]}"^^xsd:dateTime ; dct:modified "${modified}"^^xsd:dateTime .`;

/** All were new in the first build; in the second `d0` changed and `old` went; in the third `d1` changed and `older` went. */
const history = (n: number): string[] => [
  `<catalog> dct:issued "${moments[0]}"^^xsd:dateTime ; dct:modified "${moments[2]}"^^xsd:dateTime .`,
  ...moments.map((moment, i) => `<build/${i + 1}> a prov:Activity ; prov:endedAtTime "${moment}"^^xsd:dateTime .`),
  ...Array.from({ length: n }, (_, i) => [
    change(1, 'Create', `dataset/d${i}`, `Register ${i}`),
    record(`dataset/d${i}`, moments[i === 0 ? 1 : i === 1 ? 2 : 0]),
    `<catalog> dcat:record <record/dataset/d${i}> .`,
  ]).flat(),
  ...['ministry', '%C3%B8ya'].flatMap((name) => [
    change(1, 'Create', `agency/${name}`, name),
    record(`agency/${name}`, moments[0]),
  ]),
  change(1, 'Create', 'dataset/old', 'Old <register>'),
  change(1, 'Create', 'dataset/older', 'Older register'),
  change(1, 'Create', 'publication/yearbook', 'Yearbook'),
  change(2, 'Update', 'dataset/d0', 'Register 0, new'),
  change(2, 'Delete', 'dataset/old', 'Old <register>'),
  change(3, 'Update', 'dataset/d1', 'Register 1, new'),
  change(3, 'Delete', 'dataset/older', 'Older register'),
];

export function writeChronicle(n: number, hasHistory = true): string {
  const declared = Object.entries(prefixes).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`);
  return `@base <${base}> .
${declared.join('\n')}
<graph/catalogue> {
<catalog> a dcat:Catalog ; dct:title "Registers & more"@en ; dct:publisher <catalog#publisher> ;
  dct:license <https://creativecommons.org/licenses/by/4.0/> ; dcat:contactPoint <catalog#contact> .
<catalog#publisher> a foaf:Agent ; foaf:name "Ministry of Waves"@en .
<catalog#contact> a vcard:Kind ; vcard:hasEmail <mailto:registers@waves.example> .
${datasets(n)
  .map((_, i) => `<catalog> dcat:dataset <dataset/d${i}> .`)
  .join('\n')}
${hasHistory ? history(n).join('\n') : ''}
}
<graph/note/registers> {
<agency/ministry> a mig:Agency, foaf:Agent ; foaf:name "Ministry of Waves"@en ; skos:altLabel "MoW" .
<agency/ministry-arrivals> a mig:AgencyUnit, foaf:Agent ; foaf:name "Arrivals Section"@en ; org:unitOf <agency/ministry> .
<agency/%C3%B8ya> a mig:Agency, foaf:Agent ; foaf:name "Øya Institute"@en .
<country/KEN> a mig:Country, dct:Location ; skos:prefLabel "Kenya"@en ; skos:broader <region/014> .
<region/014> a mig:Region, dct:Location ; skos:prefLabel "Eastern Africa"@en ; skos:broader <region/002> .
<region/002> a mig:Region, dct:Location ; skos:prefLabel "Africa"@en .
<region/154> a mig:Region, dct:Location ; skos:prefLabel "Northern Europe"@en .
<theme/arrivals> a skos:Concept ; skos:prefLabel "arrivals"@en .
<theme/tides> a skos:Concept ; skos:prefLabel "tides"@en .
${periods.join('\n')}
${datasets(n).join('\n')}
}
<graph/review/registers> { <dataset/candidate> a mig:Dataset, dcat:Dataset ; dct:title "A candidate" . }
`;
}

/** A server over any text of RDF; `extension` says which. */
export async function serveText(
  text: string,
  extension: string,
  settings: Record<string, string> = {},
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'migraph-feeds-'));
  const file = join(folder, `graph.${extension}`);
  writeFileSync(file, text);
  try {
    return await serve(file, settings);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const serveChronicle = (n: number, settings: Record<string, string> = {}): Promise<Served> =>
  serveText(writeChronicle(n), 'trig', settings);

/** Somebody else's catalogue: names of its own, dates that it states itself, blank nodes, no history. */
export const foreignCatalogue = `@prefix dcat: <${prefixes.dcat}> . @prefix dct: <${prefixes.dct}> .
@prefix foaf: <${prefixes.foaf}> . @prefix xsd: <${prefixes.xsd}> .
<https://other.example/c> a dcat:Catalog ; dct:title "Their catalogue" ; dcat:dataset <https://other.example/d/1>, <https://other.example/d/2>, [ a dcat:Dataset ; dct:title "Without a name" ] .
<https://other.example/d/1> a dcat:Dataset ; dct:title "Herring"@en ; dct:issued "2019-05-01"^^xsd:date ; dct:modified "2020-06-02T10:00:00+02:00"^^xsd:dateTime ; dct:publisher [ foaf:name "Fish Board" ] .
<https://other.example/d/2> a dcat:Dataset ; dct:title "Cod" ; dct:issued "1975"^^xsd:gYear .
`;
