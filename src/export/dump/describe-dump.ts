/** The dumps as distributions of a dataset, the graph as a whole (DCAT 3). */
import { createIris } from '../../iris.js';
import { type NamedNode, type Quad, type Quad_Object, rdf } from '../../rdf.js';
import { dcat, dct, owl, rdfTerms, spdx, xsd } from '../../vocabularies.js';
import { packedType } from './files.js';
import type { ListedFile, Manifest } from './manifest.js';

const mediaTypeIri = (type: string): NamedNode => rdf.namedNode(`https://www.iana.org/assignments/media-types/${type}`);
const english = (text: string) => rdf.literal(text, 'en');

type Statements = readonly (readonly [NamedNode, Quad_Object])[];

const say = (subject: NamedNode, statements: Statements): Quad[] =>
  statements.map(([predicate, object]) => rdf.quad(subject, predicate, object));

/** A date as it is written: with a time, as a day, or as a year. */
function dateOf(text: string) {
  const type = text.includes('T') ? xsd.dateTime : { 4: xsd.gYear, 7: xsd.gYearMonth }[text.length];
  return rdf.literal(text, type ?? xsd.date);
}

/** What holds of the graph and of each of its files. */
const describeTerms = ({ licence, modified }: Manifest): Statements => [
  ...(licence === undefined ? [] : [[dct.license, rdf.namedNode(licence)] as const]),
  ...(modified === undefined ? [] : [[dct.modified, dateOf(modified)] as const]),
];

function describeFile(file: ListedFile, manifest: Manifest, { base, origin }: Where): Quad[] {
  const iris = createIris(base);
  const local = createIris(origin);
  const [distribution, checksum] = [iris.dump(file.name), iris.checksum(file.name)];
  const plain = manifest.files.find(({ name }) => name === file.packs);
  return [
    ...say(distribution, [
      [rdfTerms.type, dcat.Distribution],
      [dct.title, english(plain === undefined ? file.title : `${file.title}, packed`)],
      [dcat.accessURL, local.dump('')],
      [dcat.downloadURL, local.dump(file.name)],
      [dcat.mediaType, mediaTypeIri((plain ?? file).mediaType)],
      ...(plain === undefined ? [] : [[dcat.compressFormat, mediaTypeIri(packedType)] as const]),
      [dcat.byteSize, rdf.literal(String(file.byteLength), xsd.nonNegativeInteger)],
      [spdx.checksum, checksum],
      ...describeTerms(manifest),
    ]),
    ...say(checksum, [
      [rdfTerms.type, spdx.Checksum],
      [spdx.algorithm, spdx.checksumAlgorithm_sha256],
      [spdx.checksumValue, rdf.literal(file.sha256, xsd.hexBinary)],
    ]),
  ];
}

export interface Where {
  /** The canonical base, under which things are named. */
  readonly base: string;
  /** What ends in `/` and is fetched from. */
  readonly origin: string;
}

export function describeDump(manifest: Manifest, where: Where): Quad[] {
  const iris = createIris(where.base);
  const graph = iris.wholeGraph();
  const { rdfc10, title, frequency, files } = manifest;
  return [
    rdf.quad(iris.catalogue(), dcat.dataset, graph),
    ...say(graph, [
      [rdfTerms.type, dcat.Dataset],
      [dct.title, english(title === undefined ? 'The whole graph' : `${title}: the whole graph`)],
      [dct.description, english(`All that the graph says, ${manifest.triples} triples, for download.`)],
      ...describeTerms(manifest),
      ...(frequency === undefined ? [] : [[dct.accrualPeriodicity, rdf.namedNode(frequency)] as const]),
      ...('sha256' in rdfc10 ? [[owl.versionInfo, rdf.literal(`RDFC-1.0 sha256 ${rdfc10.sha256}`)] as const] : []),
      ...files.map((file) => [dcat.distribution, iris.dump(file.name)] as const),
    ]),
    ...files.flatMap((file) => describeFile(file, manifest, where)),
  ];
}
