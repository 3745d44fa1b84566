/** What each verb of OAI-PMH answers (section 4). */
import { readNames } from '../../export/read-catalogue.js';
import { rdf } from '../../rdf.js';
import type { Asking } from '../asking.js';
import type { Html } from '../html.js';
import type { Services } from '../services.js';
import { xml } from '../xml.js';
import { type MetadataFormat, metadataFormats } from './metadata.js';
import { headerOf, recordOf, resumptionOf } from './oai-document.js';
import { OaiFault } from './oai-fault.js';
import { type OaiRequest, readRange, type Verb } from './oai-request.js';
import { type OaiRecord, openRepository, ownersIn, type Repository, setOf } from './repository.js';
import { resume, writeToken } from './resumption-token.js';

/** What all verbs are answered from. */
export interface Asked {
  readonly services: Services;
  readonly baseUrl: string;
  readonly request: OaiRequest;
  readonly asking: Asking;
}

/** Records or sets in one answer. */
const partSize = 100;

function findFormat(prefix: string | undefined): MetadataFormat {
  const format = metadataFormats.find((one) => one.prefix === prefix);
  if (format !== undefined) return format;
  const known = metadataFormats.map((one) => one.prefix).join(', ');
  throw new OaiFault('cannotDisseminateFormat', `metadataPrefix is to be one of ${known}`);
}

function findRecord({ records }: Repository, identifier: string | undefined): OaiRecord {
  const record = records.find((one) => one.identifier === identifier);
  if (record === undefined) throw new OaiFault('idDoesNotExist', 'there is and was no such dataset');
  return record;
}

/** Where nobody can be named, an address that cannot be (RFC 2606). */
const nobody = 'nobody@migraph.invalid';

async function identify({ services, baseUrl }: Asked): Promise<Html> {
  const { title, mail } = await services.feeds.catalogue();
  const { earliest, hasHistory } = await openRepository(services);
  return xml`<Identify>
<repositoryName>${title}</repositoryName>
<baseURL>${baseUrl}</baseURL>
<protocolVersion>2.0</protocolVersion>
<adminEmail>${services.config.adminEmail ?? mail ?? nobody}</adminEmail>
<earliestDatestamp>${earliest}</earliestDatestamp>
<deletedRecord>${hasHistory ? 'persistent' : 'no'}</deletedRecord>
<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>
<compression>gzip</compression>
</Identify>`;
}

async function listFormats({ services, request }: Asked): Promise<Html> {
  const identifier = request.arguments.get('identifier');
  if (identifier !== undefined) findRecord(await openRepository(services), identifier);
  const formats = metadataFormats.map(
    ({ prefix, schema, namespace }) => xml`<metadataFormat>
<metadataPrefix>${prefix}</metadataPrefix>
<schema>${schema}</schema>
<metadataNamespace>${namespace}</metadataNamespace>
</metadataFormat>
`,
  );
  return xml`<ListMetadataFormats>\n${formats}</ListMetadataFormats>`;
}

/** The part of a list that is asked for, and the token for the next. */
function cut<Item>({ services, request }: Asked, items: readonly Item[]): { items: readonly Item[]; rest?: Html } {
  const version = services.store.version();
  const { arguments: given, cursor } = resume(request, version);
  if (cursor >= items.length && cursor > 0) throw new OaiFault('badResumptionToken', 'the list has ended before');
  const next = cursor + partSize;
  const token = next < items.length ? writeToken(request.verb, { arguments: given, cursor: next }, version) : undefined;
  const rest = resumptionOf({ total: items.length, cursor, token });
  return { items: items.slice(cursor, next), ...(rest === undefined ? {} : { rest }) };
}

async function listSets(asked: Asked): Promise<Html> {
  const { services } = asked;
  const owners = ownersIn(await openRepository(services));
  if (owners.length === 0) throw new OaiFault('noSetHierarchy', 'nobody is said to hold any of the datasets');
  const { items, rest } = cut(asked, owners);
  const names = await readNames(
    services.store,
    items.map((owner) => rdf.namedNode(owner)),
  );
  const sets = items.map(
    (owner) => xml`<set>
<setSpec>${setOf(owner, services.config.base)}</setSpec>
<setName>${names.get(owner) ?? owner}</setName>
</set>
`,
  );
  return xml`<ListSets>\n${sets}${rest}</ListSets>`;
}

/** Those that a request is about; none is an error. */
function select(repository: Repository, given: ReadonlyMap<string, string>, base: string): readonly OaiRecord[] {
  const { from, until } = readRange(given);
  const set = given.get('set');
  const owner = set === undefined ? undefined : ownersIn(repository).find((one) => setOf(one, base) === set);
  const selected = repository.records.filter(
    ({ identifier, datestamp }) =>
      (from === undefined || datestamp >= from) &&
      (until === undefined || datestamp <= until) &&
      (set === undefined || (owner !== undefined && repository.owners.get(identifier)?.includes(owner))),
  );
  if (selected.length === 0) throw new OaiFault('noRecordsMatch', 'there are no such records');
  return selected;
}

const setsOf = ({ owners }: Repository, { identifier }: OaiRecord, base: string): string[] =>
  (owners.get(identifier) ?? []).map((owner) => setOf(owner, base));

/** Each with its header, and with its metadata; without those that are not to be had in this format. */
async function writeRecords(
  { services, asking }: Asked,
  records: readonly OaiRecord[],
  format: MetadataFormat,
): Promise<Html[]> {
  const repository = await openRepository(services);
  const living = records.filter(({ isGone }) => !isGone).map(({ identifier }) => identifier);
  const metadata = await format.write(services, living, asking);
  return records
    .filter(({ identifier, isGone }) => isGone || metadata.has(identifier))
    .map((record) => {
      const header = headerOf(record, setsOf(repository, record, services.config.base));
      return recordOf(header, metadata.get(record.identifier));
    });
}

async function list(asked: Asked): Promise<Html> {
  const { services, request } = asked;
  const { base } = services.config;
  const { arguments: given } = resume(request, services.store.version());
  const format = findFormat(given.get('metadataPrefix'));
  const repository = await openRepository(services);
  const { items, rest } = cut(asked, select(repository, given, base));
  if (request.verb === 'ListRecords')
    return xml`<ListRecords>\n${await writeRecords(asked, items, format)}${rest}</ListRecords>`;
  const headers = items.map((record) => headerOf(record, setsOf(repository, record, base)));
  return xml`<ListIdentifiers>\n${headers}${rest}</ListIdentifiers>`;
}

async function getRecord(asked: Asked): Promise<Html> {
  const { services, request } = asked;
  const record = findRecord(await openRepository(services), request.arguments.get('identifier'));
  const format = findFormat(request.arguments.get('metadataPrefix'));
  const written = await writeRecords(asked, [record], format);
  if (written.length === 0)
    throw new OaiFault('cannotDisseminateFormat', `this record cannot be said in ${format.prefix}`);
  return xml`<GetRecord>\n${written}</GetRecord>`;
}

/** May throw an {@link OaiFault}. */
export const verbs: Readonly<Record<Verb, (asked: Asked) => Promise<Html>>> = {
  GetRecord: getRecord,
  Identify: identify,
  ListIdentifiers: list,
  ListMetadataFormats: listFormats,
  ListRecords: list,
  ListSets: listSets,
};
