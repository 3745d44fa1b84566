/** Moments as feeds write them: in UTC, to the second, so that their order is that of their texts. */
import type { Term } from '../rdf.js';
import { xsd } from '../vocabularies.js';

/** `2026-01-31T12:00:00Z` */
export type Moment = string;

const day = /^\d{4}-\d{2}-\d{2}$/;
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** A date stands for its beginning, a time without a zone is in UTC; undefined for anything else, such as a lone year. */
export function parseMoment(text: string): Moment | undefined {
  const [whole, zone] = dateTime.exec(text) ?? day.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const time = Date.parse(whole.length > 10 && zone === undefined ? `${whole}Z` : whole);
  // What the calendar does not have, such as 31 June, would be taken for another day.
  if (Number.isNaN(time) || new Date(Date.parse(`${whole.slice(0, 10)}`)).getUTCDate() !== Number(whole.slice(8, 10)))
    return undefined;
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The moment that a literal states as a date or a time. */
export function momentOf(term: Term | undefined): Moment | undefined {
  if (term?.termType !== 'Literal') return undefined;
  const { datatype, value } = term;
  return datatype.equals(xsd.dateTime) || datatype.equals(xsd.date) ? parseMoment(value) : undefined;
}

/** The same, for many literals of which most state one of a few moments: each is read once, and equal ones are one text. */
export function createMomentReader(): typeof momentOf {
  const known = new Map<string, Moment | undefined>();
  return (term) => {
    if (term?.termType !== 'Literal') return undefined;
    const key = `${term.value} ${term.datatype.value}`;
    if (!known.has(key)) known.set(key, momentOf(term));
    return known.get(key);
  };
}

/** The latest of them; undefined where there is none. */
export function latest(moments: Iterable<Moment | undefined>): Moment | undefined {
  let found: Moment | undefined;
  for (const moment of moments) if (moment !== undefined && (found === undefined || moment > found)) found = moment;
  return found;
}
