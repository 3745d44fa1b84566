/** The formats that a record is to be had in: Dublin Core, as the protocol demands, and DCAT as RDF/XML. */
import { exportProfile } from '../../export/export.js';
import { findProfile } from '../../export/profiles.js';
import { readRows } from '../../export/read-rows.js';
import { rdf, type Term } from '../../rdf.js';
import { NotExpressible } from '../../serialise/not-expressible.js';
import { QueryFault } from '../../store/graph-store.js';
import { dcat, dct, mig } from '../../vocabularies.js';
import type { Asking } from '../asking.js';
import type { Html } from '../html.js';
import type { Services } from '../services.js';
import { asXml, xml } from '../xml.js';

export interface MetadataFormat {
  readonly prefix: string;
  readonly schema: string;
  readonly namespace: string;
  /** Of each of some records, by their identifiers; what is not to be had in this format is left out. */
  write(services: Services, identifiers: readonly string[], asking: Asking): Promise<ReadonlyMap<string, Html>>;
}

const oaiDc = 'http://www.openarchives.org/OAI/2.0/oai_dc/';

/** What a property is in Dublin Core's fifteen elements. */
const elementOf = new Map<string, string>([
  [dct.title.value, 'title'],
  [dct.alternative.value, 'title'],
  [dct.description.value, 'description'],
  [dcat.keyword.value, 'subject'],
  [dcat.theme.value, 'subject'],
  [dct.publisher.value, 'publisher'],
  [dct.creator.value, 'creator'],
  [dct.issued.value, 'date'],
  [dct.language.value, 'language'],
  [dct.identifier.value, 'identifier'],
  [dcat.landingPage.value, 'identifier'],
  [dct.license.value, 'rights'],
  [dct.spatial.value, 'coverage'],
  [dct.temporal.value, 'coverage'],
  [mig.issuedAs.value, 'relation'],
  [dct.isPartOf.value, 'relation'],
]);

function element(name: string, value: Term): Html {
  const hasLanguage = value.termType === 'Literal' && value.language !== '';
  const [open, close] = [asXml(`<dc:${name}`), asXml(`</dc:${name}>`)];
  return xml`${open}${hasLanguage ? xml` xml:lang="${value.language}"` : undefined}>${value.value}${close}\n`;
}

const dublinCore = (identifier: string, elements: readonly Html[]): Html =>
  xml`<oai_dc:dc xmlns:oai_dc="${oaiDc}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${oaiDc} http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
<dc:identifier>${identifier}</dc:identifier>
<dc:type>Dataset</dc:type>
${elements}</oai_dc:dc>`;

async function writeDublinCore(
  { store }: Services,
  identifiers: readonly string[],
  asking: Asking,
): Promise<ReadonlyMap<string, Html>> {
  const elements = new Map<string, Html[]>(identifiers.map((identifier) => [identifier, []]));
  const bindings = { thing: identifiers.map((identifier) => rdf.namedNode(identifier)) };
  for await (const row of readRows(store, 'feeds/dublin-core', { ...asking, bindings })) {
    const [name, value] = [elementOf.get(row.get('property')?.value ?? ''), row.get('value')];
    if (name !== undefined && value !== undefined)
      elements.get(row.get('thing')?.value ?? '')?.push(element(name, value));
  }
  return new Map([...elements].map(([identifier, found]) => [identifier, dublinCore(identifier, found)]));
}

/** A document without its declaration, to stand within another. */
async function readElement(body: AsyncIterable<Uint8Array>): Promise<Html> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return asXml(
    Buffer.concat(chunks)
      .toString()
      .replace(/^<\?xml[^>]*\?>\s*/, ''),
  );
}

/** A statement that RDF/XML has no way to write makes a record that is not to be had in this format. */
const isInexpressible = (error: unknown): boolean =>
  error instanceof NotExpressible || (error instanceof QueryFault && error.kind === 'not-acceptable');

/** One after the other: a harvester is no more urgent than anybody else. */
async function writeDcat(
  { store, config, context }: Services,
  identifiers: readonly string[],
  asking: Asking,
): Promise<ReadonlyMap<string, Html>> {
  const profile = findProfile('dcat');
  const written = new Map<string, Html>();
  if (profile === undefined) return written;
  for (const identifier of identifiers) {
    const of = rdf.namedNode(identifier);
    try {
      const options = { ...asking, base: config.base, of, format: 'rdfxml', context };
      written.set(identifier, await readElement((await exportProfile(store, profile, options)).body));
    } catch (error) {
      if (!isInexpressible(error)) throw error;
    }
  }
  return written;
}

export const metadataFormats: readonly MetadataFormat[] = [
  {
    prefix: 'oai_dc',
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: oaiDc,
    write: writeDublinCore,
  },
  {
    prefix: 'dcat',
    schema: 'http://www.openarchives.org/OAI/2.0/rdf.xsd',
    namespace: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    write: writeDcat,
  },
];
