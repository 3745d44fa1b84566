/** What OAI-PMH answers look like (section 3.2). */
import type { Moment } from '../../export/moment.js';
import type { Html } from '../html.js';
import { asXml, xml, xmlDocument } from '../xml.js';
import type { OaiFault } from './oai-fault.js';
import type { OaiRequest } from './oai-request.js';
import type { OaiRecord } from './repository.js';

const namespace = 'http://www.openarchives.org/OAI/2.0/';

/** The request as it was understood: of one that was not, the address alone. */
function echo(baseUrl: string, request: OaiRequest | undefined): Html {
  const given = request === undefined ? [] : [['verb', request.verb] as const, ...request.arguments];
  const attributes = given.map(([name, value]) => ` ${name}="${xml`${value}`.text}"`);
  return xml`<request${asXml(attributes.join(''))}>${baseUrl}</request>`;
}

export interface OaiAnswer {
  /** The address of the endpoint. */
  readonly baseUrl: string;
  readonly request: OaiRequest | undefined;
  readonly content: Html;
}

/** The document as it is at a moment. */
export const writeOai = ({ baseUrl, request, content }: OaiAnswer, now: Moment): string =>
  xmlDocument(xml`<OAI-PMH xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${namespace} ${namespace}OAI-PMH.xsd">
<responseDate>${now}</responseDate>
${echo(baseUrl, request)}
${content}
</OAI-PMH>`);

export const errorContent = ({ code, message }: OaiFault): Html => xml`<error code="${code}">${message}</error>`;

/** `sets`: those that the record is in. What is gone has no metadata. */
export function headerOf({ identifier, datestamp, isGone }: OaiRecord, sets: readonly string[]): Html {
  return xml`<header${isGone ? xml` status="deleted"` : undefined}>
<identifier>${identifier}</identifier>
<datestamp>${datestamp}</datestamp>
${sets.map((set) => xml`<setSpec>${set}</setSpec>\n`)}</header>
`;
}

export const recordOf = (header: Html, metadata: Html | undefined): Html =>
  xml`<record>
${header}${metadata === undefined ? undefined : xml`<metadata>\n${metadata}\n</metadata>\n`}</record>
`;

export interface Part {
  /** How many the whole list has, and how many came before. */
  readonly total: number;
  readonly cursor: number;
  /** Undefined: this is the last part. */
  readonly token: string | undefined;
}

/** Nothing where the list is whole. */
export const resumptionOf = ({ total, cursor, token }: Part): Html | undefined =>
  token === undefined && cursor === 0
    ? undefined
    : xml`<resumptionToken completeListSize="${total}" cursor="${cursor}">${token}</resumptionToken>\n`;
