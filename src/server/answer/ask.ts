/** What somebody asks of the home page: a place, years, a subject; each may be left open. */
import { checkIri } from '../../iris.js';
import { type NamedNode, rdf } from '../../rdf.js';

export interface Ask {
  readonly place: NamedNode | undefined;
  /** The first and the last year. */
  readonly years: { readonly from: number; readonly to: number } | undefined;
  /** A theme or a measure. */
  readonly subject: NamedNode | undefined;
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

/** One year given alone is the first and the last. */
function readYears(from: string, to: string): Ask['years'] | 'fault' {
  if (from === '' && to === '') return undefined;
  const [first, last] = [from === '' ? to : from, to === '' ? from : to];
  if (!isYear(first) || !isYear(last)) return 'fault';
  return { from: Math.min(Number(first), Number(last)), to: Math.max(Number(first), Number(last)) };
}

export function readAsk(parameters: URLSearchParams, base: string): ReadAsk {
  const text = (name: string): string => (parameters.get(name) ?? '').trim();
  const [place, subject] = [text('place'), text('subject')];
  const years = readYears(text('from'), text('to'));
  const faults = years === 'fault' ? ['ask.fault.years'] : [];
  return {
    ask: {
      place: place === '' ? undefined : readThing(place, base),
      years: years === 'fault' ? undefined : years,
      subject: subject === '' ? undefined : readThing(subject, base),
    },
    faults,
  };
}

export const asksAnything = ({ place, years, subject }: Ask): boolean =>
  place !== undefined || years !== undefined || subject !== undefined;
