/** The address of the home page's answer to what is asked. */
import type { Ask } from './ask.js';

/** Our own things by their path under the base, which makes short addresses. */
export const keyOf = (iri: string, base: string): string => (iri.startsWith(base) ? iri.slice(base.length) : iri);

/** The same by text: parts that are left out are left open. */
export interface Asked {
  readonly place?: string | undefined;
  readonly years?: Ask['years'];
  readonly subject?: string | undefined;
  readonly agency?: string | undefined;
}

/** Undefined where nothing is asked. */
export function askAddress({ place, years, subject, agency }: Asked, base: string): string | undefined {
  const parameters = new URLSearchParams();
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined) parameters.set(name, value);
  };
  add('place', place && keyOf(place, base));
  add('from', years && String(years.from));
  add('to', years && String(years.to));
  add('subject', subject && keyOf(subject, base));
  add('agency', agency && keyOf(agency, base));
  // A path reads better as it is, and a slash may stand in a query (RFC 3986, section 3.4).
  return parameters.size === 0 ? undefined : `/?${parameters.toString().replaceAll('%2F', '/')}`;
}

/** The map under the same choice; the map has every place. */
export const mapAddress = ({ years, subject, agency }: Asked, base: string): string =>
  `/map${askAddress({ years, subject, agency }, base)?.slice(1) ?? ''}`;
