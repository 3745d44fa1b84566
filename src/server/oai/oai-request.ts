/** A request by OAI-PMH: its verb and its arguments, held against what the protocol allows (section 4). */
import { type Moment, parseMoment } from '../../export/moment.js';
import { OaiFault } from './oai-fault.js';

export type Verb = 'GetRecord' | 'Identify' | 'ListIdentifiers' | 'ListMetadataFormats' | 'ListRecords' | 'ListSets';

export interface OaiRequest {
  readonly verb: Verb;
  readonly arguments: ReadonlyMap<string, string>;
}

interface Allowed {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether a resumption token may stand in the place of all others. */
  readonly resumable: boolean;
}

const list: Allowed = { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], resumable: true };

const verbs: ReadonlyMap<string, Allowed> = new Map<Verb, Allowed>([
  ['GetRecord', { required: ['identifier', 'metadataPrefix'], optional: [], resumable: false }],
  ['Identify', { required: [], optional: [], resumable: false }],
  ['ListIdentifiers', list],
  ['ListMetadataFormats', { required: [], optional: ['identifier'], resumable: false }],
  ['ListRecords', list],
  ['ListSets', { required: [], optional: [], resumable: true }],
]);

function checkArguments(names: readonly string[], verb: string, { required, optional, resumable }: Allowed): void {
  if (resumable && names.includes('resumptionToken')) {
    if (names.length > 1) throw new OaiFault('badArgument', 'resumptionToken stands alone');
    return;
  }
  const known = [...required, ...optional];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new OaiFault('badArgument', `${verb} has no argument ${unknown.slice(0, 60)}`);
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) throw new OaiFault('badArgument', `${verb} needs the argument ${missing}`);
}

/** Throws an {@link OaiFault}. */
export function readOaiRequest(parameters: URLSearchParams): OaiRequest {
  const [verb, second] = parameters.getAll('verb');
  const allowed = second === undefined ? verbs.get(verb ?? '') : undefined;
  if (allowed === undefined)
    throw new OaiFault('badVerb', `there is to be one verb, one of ${[...verbs.keys()].join(', ')}`);
  const names = [...parameters.keys()].filter((name) => name !== 'verb');
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined) throw new OaiFault('badArgument', `${repeated.slice(0, 60)} is there more than once`);
  checkArguments(names, verb ?? '', allowed);
  return { verb: verb as Verb, arguments: new Map([...parameters].filter(([name]) => name !== 'verb')) };
}

const shape = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/;

function readDate(name: string, text: string | undefined): Moment | undefined {
  if (text === undefined) return undefined;
  const moment = shape.test(text) ? parseMoment(text) : undefined;
  if (moment === undefined) throw new OaiFault('badArgument', `${name} is to be YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ`);
  return moment;
}

export interface Range {
  readonly from: Moment | undefined;
  /** Included; a day to its end. */
  readonly until: Moment | undefined;
}

/** Throws an {@link OaiFault}. Both are of the same granularity (section 2.7.1). */
export function readRange(given: ReadonlyMap<string, string>): Range {
  const [from, until] = [given.get('from'), given.get('until')];
  const range = { from: readDate('from', from), until: readDate('until', until) };
  if (from !== undefined && until !== undefined && from.length !== until.length)
    throw new OaiFault('badArgument', 'from and until are to be of the same granularity');
  if (range.from !== undefined && range.until !== undefined && range.from > range.until)
    throw new OaiFault('badArgument', 'from is later than until');
  return until?.length === 10 ? { ...range, until: `${until}T23:59:59Z` } : range;
}
