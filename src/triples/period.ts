/** Describes periods of years: integers to compare, first and last day to show. */
import type { Period } from '../extract/claim.js';
import { type Iris, slugify } from '../iris.js';
import { type NamedNode, type Quad, rdf, type Term } from '../rdf.js';
import { dcat, dct, mig, rdfs, rdfTerms, xsd } from '../vocabularies.js';
import { integerLiteral } from './literals.js';

const day = (year: number, rest: string) => rdf.literal(`${String(year).padStart(4, '0')}-${rest}`, xsd.date);

/** `1960`, `1985-1994` or, open, `2001-`; a qualified period is another thing: `about-1960`. */
function periodKey({ start, end, qualifier }: Period): string {
  const years = end === null ? `${start}-` : end === start ? `${start}` : `${start}-${end}`;
  return qualifier === undefined ? years : `${slugify(qualifier)}-${years}`;
}

/** The period's IRI and what it says. `language` is that of the qualifier. */
export function describePeriod(period: Period, iris: Iris, language: string): { iri: NamedNode; quads: Quad[] } {
  const { start, end, qualifier } = period;
  const iri = iris.period(periodKey(period));
  const years = end === null ? `${start}–` : end === start ? `${start}` : `${start}–${end}`;
  const quads = [
    rdf.quad(iri, rdfTerms.type, dct.PeriodOfTime),
    rdf.quad(iri, rdfs.label, rdf.literal(qualifier === undefined ? years : `${qualifier} ${years}`)),
    rdf.quad(iri, mig.startYear, integerLiteral(start)),
    rdf.quad(iri, dcat.startDate, day(start, '01-01')),
  ];
  if (end !== null)
    quads.push(rdf.quad(iri, mig.endYear, integerLiteral(end)), rdf.quad(iri, dcat.endDate, day(end, '12-31')));
  if (qualifier !== undefined) quads.push(rdf.quad(iri, mig.yearQualifier, rdf.literal(qualifier, language)));
  return { iri, quads };
}

/** The period that an IRI of ours names by its years, where it is one; a qualified one cannot be told from its name. */
export function parsePeriod({ value }: Term, iris: Iris): Period | undefined {
  const [, start, range, end] = /\/period\/(\d{4})(-(\d{4})?)?$/.exec(value) ?? [];
  if (start === undefined) return undefined;
  const last = range === undefined ? Number(start) : end === undefined ? null : Number(end);
  const period = { start: Number(start), end: last };
  return iris.period(periodKey(period)).value === value ? period : undefined;
}
