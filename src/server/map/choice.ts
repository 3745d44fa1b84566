/** What somebody wants the map to show: a dataset, an agency, years, a subject; each may be left open. */
import { checkIri } from '../../iris.js';
import { type NamedNode, rdf, type Term } from '../../rdf.js';
import { xsd } from '../../vocabularies.js';
import { type Ask, readAsk } from '../answer/ask.js';
import { HttpFault } from '../http-fault.js';
import type { View } from '../view/view.js';

export interface MapChoice extends Pick<Ask, 'agency' | 'years' | 'subject'> {
  readonly dataset: NamedNode | undefined;
  /** A region around which a border is drawn. */
  readonly outline: NamedNode | undefined;
}

/** Parameters that stay while the language or the format changes. */
export const choiceNames = ['dataset', 'agency', 'from', 'to', 'subject', 'outline'] as const;

/** `x`, `dataset/x` under the base, or a whole IRI. */
function readThing({ parameters }: View, name: string, { base, kind }: { base: string; kind: string }) {
  const [text = '', second] = parameters.getAll(name);
  if (second !== undefined) throw new HttpFault(400, `${name} is there more than once`);
  if (text === '') return undefined;
  const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(text);
  const iri = checkIri(isWhole ? text : base + (text.includes('/') ? text : `${kind}/${text}`));
  if (iri === undefined) throw new HttpFault(400, `${name}: "${text.slice(0, 100)}" is no name and no IRI`);
  return rdf.namedNode(iri);
}

/** Throws a fault of one line for what cannot be understood. */
export function readChoice(view: View, base: string): MapChoice {
  const { ask, faults } = readAsk(view.parameters, base);
  const [fault] = faults;
  if (fault !== undefined) throw new HttpFault(400, view.say(fault));
  const subject = view.parameters.get('subject') ?? '';
  if (subject !== '' && ask.subject === undefined)
    throw new HttpFault(400, `subject: "${subject.slice(0, 100)}" is no IRI`);
  return {
    dataset: readThing(view, 'dataset', { base, kind: 'dataset' }),
    outline: readThing(view, 'outline', { base, kind: 'region' }),
    agency: ask.agency,
    years: ask.years,
    subject: ask.subject,
  };
}

/** Whether nothing is narrowed; a border narrows nothing. */
export const isOpen = ({ dataset, agency, years, subject }: MapChoice): boolean =>
  [dataset, agency, years, subject].every((part) => part === undefined);

/** Stands for what was left open: nothing is called so. */
const nothing = rdf.namedNode('urn:x-nothing');
const truth = (value: boolean): Term => rdf.literal(String(value), xsd.boolean);
const year = (value: number): Term => rdf.literal(String(value), xsd.integer);

/** As the queries take it. */
export const bindingsOf = ({ dataset, agency, years, subject }: MapChoice): Record<string, Term> => ({
  dataset: dataset ?? nothing,
  agency: agency ?? nothing,
  subject: subject ?? nothing,
  from: year(years?.from ?? 0),
  to: year(years?.to ?? 9999),
  anyDataset: truth(dataset === undefined),
  anyAgency: truth(agency === undefined),
  anyYear: truth(years === undefined),
  anySubject: truth(subject === undefined),
});
