/** What the values of a thing's properties are called, and where they lead: names, years, addresses. */
import { type NamedNode, rdf, type Term } from '../../rdf.js';
import { dcat, mig, schema, vcard } from '../../vocabularies.js';
import type { Asking } from '../asking.js';
import { readRows } from '../read-rows.js';
import type { Services } from '../services.js';
import type { Language } from '../view/language.js';
import { type Name, readNames } from '../view/names.js';

export interface Years {
  readonly start: string | undefined;
  /** Undefined where it is open. */
  readonly end: string | undefined;
}

export interface Value {
  readonly term: Term;
  readonly name: Name | undefined;
  readonly years: Years | undefined;
  /** Of a file or a contact: where it is to be had, how it is reached. */
  readonly address: string | undefined;
  /** Whether this graph says anything of it. */
  readonly isDescribed: boolean;
}

type Details = ReadonlyMap<string, ReadonlyMap<string, string>>;

async function readDetails(services: Services, thing: NamedNode, asking: Asking): Promise<Details> {
  const details = new Map<string, Map<string, string>>();
  for (const row of await readRows(services, 'pages/entity-details', { ...asking, bindings: { thing } }, 5000)) {
    const [value, detail, of] = ['value', 'detail', 'of'].map((name) => row.get(name)?.value ?? '');
    const own = details.get(value ?? '') ?? new Map<string, string>();
    details.set(value ?? '', own.set(detail ?? '', of ?? ''));
  }
  return details;
}

/** The first years of a date or the whole of a year. */
const yearOf = (text: string | undefined): string | undefined => text?.slice(0, text.startsWith('-') ? 5 : 4);

function yearsOf(own: ReadonlyMap<string, string>): Years | undefined {
  const first = (...properties: readonly NamedNode[]): string | undefined =>
    properties.flatMap(({ value }) => own.get(value) ?? [])[0];
  const start = yearOf(first(mig.startYear, dcat.startDate, schema.startDate));
  const end = yearOf(first(mig.endYear, dcat.endDate, schema.endDate));
  return start === undefined && end === undefined ? undefined : { start, end };
}

/** Those of which this graph says anything. */
export async function readDescribed(services: Services, iris: readonly string[], asking: Asking): Promise<Set<string>> {
  if (iris.length === 0) return new Set();
  const bindings = { thing: iris.map((iri) => rdf.namedNode(iri)) };
  const rows = await readRows(services, 'pages/entity-described', { ...asking, bindings });
  return new Set(rows.flatMap((row) => row.get('thing')?.value ?? []));
}

/** Tells of terms that are values of the thing, or are named beside it, what there is to tell. */
export async function readValues(
  services: Services,
  {
    thing,
    terms,
    language,
  }: { readonly thing: NamedNode; readonly terms: readonly Term[]; readonly language: Language },
  asking: Asking,
): Promise<(term: Term) => Value> {
  const iris = [...new Set(terms.flatMap((term) => (term.termType === 'NamedNode' ? [term.value] : [])))];
  const [names, details] = await Promise.all([
    readNames(services, iris, { language, asking }),
    readDetails(services, thing, asking),
  ]);
  const nameless = iris.filter((iri) => !names.has(iri) && !details.has(iri));
  const described = await readDescribed(services, nameless, asking);
  return (term) => {
    const own = details.get(term.value) ?? new Map<string, string>();
    const called = own.get('name');
    return {
      term,
      name: names.get(term.value) ?? (called === undefined ? undefined : { text: called, language: undefined }),
      years: yearsOf(own),
      address: [dcat.downloadURL, dcat.accessURL, vcard.hasEmail].flatMap(({ value }) => own.get(value) ?? [])[0],
      isDescribed: names.has(term.value) || details.has(term.value) || described.has(term.value),
    };
  };
}
