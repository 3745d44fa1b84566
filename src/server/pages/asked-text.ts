/** What a view of coverage is held to, in words: for its heading, and for who has it on paper without the form. */
import type { Ask } from '../answer/ask.js';
import type { Known } from '../coverage/known.js';

/** Empty where nothing is asked. */
export function askedText({ place, agency, subject, years }: Ask, { facts, names, subjects }: Known): string {
  const named = [
    place && (names.get(place.value)?.name ?? facts.placeNames.get(place.value) ?? place.value),
    agency && (facts.owners.get(agency.value)?.name ?? agency.value),
    subject && (subjects.find(({ iri }) => iri === subject.value)?.name ?? subject.value),
    years && (years.from === years.to ? String(years.from) : `${years.from}–${years.to}`),
  ];
  return named.filter((part) => part !== undefined).join(', ');
}
