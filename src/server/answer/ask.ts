/** What somebody asks of the home page: a place, years, a subject, whose data; each may be left open. */
import { checkIri } from '../../iris.js';
import { type NamedNode, rdf } from '../../rdf.js';

export interface Ask {
  readonly place: NamedNode | undefined;
  /** The first and the last year. */
  readonly years: { readonly from: number; readonly to: number } | undefined;
  /** A theme or a measure. */
  readonly subject: NamedNode | undefined;
  /** Who is to hold it, itself or by a unit. */
  readonly agency: NamedNode | undefined;
}

export interface ReadAsk {
  readonly ask: Ask;
  /** What cannot be understood, as keys of messages; nothing is guessed. */
  readonly faults: readonly string[];
}

const isYear = (text: string): boolean => /^[1-9]\d{3}$/.test(text);

/** `country/SWE` under the base, or a whole IRI. */
function readThing(text: string, base: string): NamedNode | undefined {
  const iri = checkIri(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : base + text);
  return iri === undefined ? undefined : rdf.namedNode(iri);
}

/** The same, or the name alone, as the catalogue's `agency=` takes it. */
const readAgency = (text: string, base: string): NamedNode | undefined =>
  readThing(/[/:]/.test(text) ? text : `agency/${text}`, base);

/** One year given alone is the first and the last. */
function readYears(from: string, to: string): Ask['years'] | 'fault' {
  if (from === '' && to === '') return undefined;
  const [first, last] = [from === '' ? to : from, to === '' ? from : to];
  if (!isYear(first) || !isYear(last)) return 'fault';
  return { from: Math.min(Number(first), Number(last)), to: Math.max(Number(first), Number(last)) };
}

export function readAsk(parameters: URLSearchParams, base: string): ReadAsk {
  const text = (name: string): string => (parameters.get(name) ?? '').trim();
  const [place, subject, agency] = [text('place'), text('subject'), text('agency')];
  const years = readYears(text('from'), text('to'));
  const holder = agency === '' ? undefined : readAgency(agency, base);
  const faults = [
    ...(years === 'fault' ? ['ask.fault.years'] : []),
    ...(agency !== '' && holder === undefined ? ['ask.fault.agency'] : []),
  ];
  return {
    ask: {
      place: place === '' ? undefined : readThing(place, base),
      years: years === 'fault' ? undefined : years,
      subject: subject === '' ? undefined : readThing(subject, base),
      agency: holder,
    },
    faults,
  };
}

export const asksAnything = ({ place, years, subject, agency }: Ask): boolean =>
  [place, years, subject, agency].some((part) => part !== undefined);
